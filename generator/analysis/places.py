"""Where many forms stand in an archive: its text is gone through once, then all is asked of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from generator.analysis.matching import Matcher
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from generator.analysis.normal import Normal
    from generator.work import Work

    Integers = NDArray[np.int64]
    #: The paragraphs of every speech.
    Texts = Sequence[Sequence[Normal]]

#: A paragraph from this length on that another speech has word for word (a licence, a reprint) is no second witness.
_LONG_PARAGRAPH = 16
#: So many paragraphs are searched at once.
_AT_ONCE = 4096
#: Between paragraphs; no form has it.
_BREAK = "\n"


@dataclass(frozen=True)
class Places:
    """Every place of each of the `forms`, inside longer ones too, in the order of reading.

    One a place, of shape (n,): the numbers of its `form`, of its `speech`, and of its `paragraph`, counted through the
    archive; from `start` to `end` in the paragraph normalised; whether it is `quoted`; the code points on its `left`
    and `right`, a line break where there is none; whether its paragraph is a `witness`. `firsts` has the number of each
    speech's first paragraph.
    """

    forms: Sequence[str]
    firsts: Sequence[int]
    form: Integers
    speech: Integers
    paragraph: Integers
    start: Integers
    end: Integers
    quoted: NDArray[np.bool_]
    left: Integers
    right: Integers
    witness: NDArray[np.bool_]

    def are(self, wanted: Iterable[str]) -> NDArray[np.bool_]:
        """For each form whether it is one of `wanted`."""
        every = frozenset(wanted)
        return np.fromiter((form in every for form in self.forms), np.bool_, len(self.forms))

    def longest(self, wanted: NDArray[np.bool_]) -> Integers:
        """The numbers of the places that the `wanted` forms have to themselves.

        Of those that overlap it is the leftmost, of those the longest.
        """
        numbers = np.flatnonzero(wanted[self.form])
        columns = (numbers, self.paragraph[numbers], self.start[numbers], self.end[numbers])
        kept: list[int] = []
        last, taken = -1, 0
        for number, paragraph, start, end in zip(*(each.tolist() for each in columns), strict=True):
            if paragraph != last or start >= taken:
                kept.append(number)
                last, taken = paragraph, end
        return np.array(kept, np.int64)


def places(texts: Texts, forms: Iterable[str], work: Work = ALONE) -> Places:
    """The places of `forms` in the speeches with these `texts`."""
    matcher = Matcher(forms)
    every = list(enumerate(chain.from_iterable(texts)))
    found = work.summed(partial(_places, matcher), _both, every)
    form, paragraph, start, end, quoted, left, right = found[:, np.lexsort((-found[3], found[2], found[1]))]
    speech = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    witness = np.zeros(len(every), np.bool_)
    witness[list(_witnesses(texts))] = True
    firsts = np.cumsum([0, *map(len, texts)]).tolist()
    return Places(
        matcher.forms,
        firsts,
        form,
        speech[paragraph],
        paragraph,
        start,
        end,
        quoted > 0,
        left,
        right,
        witness[paragraph],
    )


def witnesses(texts: Texts) -> Iterator[Normal]:
    """Every paragraph, without those that an earlier speech has word for word."""
    every = list(chain.from_iterable(texts))
    return (every[number] for number in _witnesses(texts))


def _witnesses(texts: Texts) -> Iterator[int]:
    """The numbers of these paragraphs."""
    first: dict[str, int] = {}
    speeches = (speech for speech, text in enumerate(texts) for _ in text)
    for number, (speech, paragraph) in enumerate(zip(speeches, chain.from_iterable(texts), strict=True)):
        if len(paragraph.text) < _LONG_PARAGRAPH or first.setdefault(paragraph.text, speech) == speech:
            yield number


def _places(matcher: Matcher, paragraphs: Sequence[tuple[int, Normal]]) -> Integers:
    """The places in many paragraphs, each with its number, as the columns of `Places` from top to bottom: (7, n)."""
    parts = range(0, max(len(paragraphs), 1), _AT_ONCE)
    return np.concatenate([_few(matcher, paragraphs[first : first + _AT_ONCE]) for first in parts], axis=1)


def _few(matcher: Matcher, paragraphs: Sequence[tuple[int, Normal]]) -> Integers:
    """The same of so many paragraphs that all can be in memory."""
    whole = _BREAK.join(("", *(paragraph.text for _, paragraph in paragraphs), ""))
    lengths = np.array([len(paragraph.text) + 1 for _, paragraph in paragraphs], np.int64)
    begins = np.cumsum(lengths) - lengths + 1
    quotes = [
        (begin + start, begin + end)
        for begin, (_, paragraph) in zip(begins.tolist(), paragraphs, strict=True)
        for start, end in paragraph.quotes
    ]
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    form, start, end = matcher.places(whole)
    place = np.searchsorted(begins, start, "right") - 1
    number = np.array([number for number, _ in paragraphs], np.int64)[place]
    quoted = np.isin(_one(start, end), _one(*np.array(quotes, np.int64).reshape(-1, 2).T))
    first = begins[place]
    return np.stack((form, number, start - first, end - first, quoted, codes[start - 1], codes[end]))


def _one(start: Integers, end: Integers) -> Integers:
    """Stretches as one number each."""
    return start << 32 | end


def _both(one: Integers, other: Integers) -> Integers:
    """The places in two parts of the archive."""
    return np.concatenate((one, other), axis=1)
