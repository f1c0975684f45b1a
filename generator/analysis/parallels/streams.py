"""Speeches as streams of what they say: characters without punctuation, each knowing where it is printed."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.analysis import tokens
from generator.cache.rules import digest
from generator.model import HEADER_ROLES, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from generator.analysis.matching import Matcher
    from generator.model import Speech

#: Paragraphs that every speech has by its nature; what they share proves nothing.
_UNSAID = HEADER_ROLES | {Role.SALUTATION}
_SENTENCE_ENDS = "。！？；!?;\n"
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("〈", "〉"), ("「", "」"), ("『", "』"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)
#: What counts as said, from and to: Han (with the rarer planes), Latin letters, digits.
_SAID = (
    ("\u3400", "\u9fff"),
    ("A", "Z"),
    ("a", "z"),
    ("0", "9"),
    ("Ａ", "Ｚ"),
    ("ａ", "ｚ"),
    ("０", "９"),
    ("\U00020000", "\U0003ffff"),
)
_CLAUSES_KEPT = 1 << 16


class Clause(NamedTuple):
    """What stands between two marks of punctuation, cut into words.

    `edges` are the offsets at which a word begins or ends; `bits` is how much each character tells, a word's
    information spread evenly over its characters.
    """

    edges: frozenset[int]
    bits: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Stream:
    """What `speech` says: `text` (n characters) and, for each of them, one number in each sequence.

    `paragraph` and `offset` tell where it is printed, `sentence` counts the sentence ends before it, `known` is 1
    inside a slogan. `clauses` are the places in `text` at which a clause begins.
    """

    speech: Speech
    text: str
    paragraph: Sequence[int]
    offset: Sequence[int]
    sentence: Sequence[int]
    known: bytes
    clauses: Sequence[int]

    @property
    def fingerprint(self) -> bytes:
        """A hash of all in it that comparing it with others depends on."""
        numbers = (array("i", each).tobytes() for each in (self.sentence, self.clauses))
        return digest((self.text.encode("utf-8", "surrogatepass"), self.known, *numbers))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where `text[start:end]` is printed: one span for each paragraph that it touches."""
        cuts = [start]
        while self.paragraph[cuts[-1]] != self.paragraph[end - 1]:
            cuts.append(bisect_right(self.paragraph, self.paragraph[cuts[-1]], cuts[-1], end))
        return tuple(self._span(first, last) for first, last in pairwise([*cuts, end]))

    def _span(self, first: int, last: int) -> Span:
        """Where `text[first:last]`, in one paragraph, is printed."""
        number = self.paragraph[first]
        printed = self.speech.paragraphs[number].text
        return Span(self.speech.id, number, *closed(printed, self.offset[first], self.offset[last - 1] + 1))

    def is_edge(self, position: int) -> bool:
        """Whether a word may begin at `position` of `text`, or has ended just before it."""
        if position >= len(self.text):
            return True
        start, end = self._clause(position)
        return position == start or position - start in clause(self.text[start:end]).edges

    def is_new_sentence(self, position: int) -> bool:
        """Whether a sentence ends just before `position` of `text`, or the speech begins or ends there."""
        return not 0 < position < len(self.text) or self.sentence[position] != self.sentence[position - 1]

    def bits(self, start: int, end: int) -> Iterator[float]:
        """How much each character of `text[start:end]` tells, in bits."""
        while start < end:
            first, last = self._clause(start)
            table = clause(self.text[first:last]).bits
            yield from table[start - first : min(last, end) - first]
            start = last

    def _clause(self, position: int) -> tuple[int, int]:
        """Where the clause around `position` begins and ends."""
        n = bisect_right(self.clauses, position)
        return self.clauses[n - 1], self.clauses[n] if n < len(self.clauses) else len(self.text)


def said(text: str) -> str:
    """`text` without all that is not said.

    >>> said("“两个 维护”，2020年……")
    '两个维护2020年'
    """
    return "".join(character for character in text if any(first <= character <= last for first, last in _SAID))


def closed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved over a mark beside them whose partner stands between them.

    >>> "落实“一岗双责”。"[slice(*closed("落实“一岗双责”。", 0, 7))]
    '落实“一岗双责”'
    >>> "“四个意识”强"[slice(*closed("“四个意识”强", 1, 7))]
    '“四个意识”强'
    """
    if _MARKS.isdisjoint((text[end : end + 1], text[start - 1 : start])):
        return start, end
    inside = text[start:end]
    for opening, closing in _PAIRS:
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
        if text[start - 1 : start] == opening and inside.count(closing) > inside.count(opening):
            start -= 1
    return start, end


@lru_cache(_CLAUSES_KEPT)
def clause(text: str) -> Clause:
    """`text` cut into words.

    >>> sorted(clause("建立微腐败清单").edges), len(clause("建立").bits)
    ([0, 2, 3, 5, 7], 2)
    """
    words = tokens.words(text)
    bits = [tokens.information(word) / len(word) for word in words for _ in word]
    return Clause(frozenset(accumulate(map(len, words), initial=0)), tuple(bits))


def stream(speech: Speech, slogans: Matcher) -> Stream:
    """`speech` as a stream; what `slogans` finds in its text is marked as known."""
    printed = [(n, each.text) for n, each in enumerate(speech.paragraphs) if each.role not in _UNSAID]
    codes = _codes("".join(f"{text}\n" for _, text in printed))
    lengths = [len(text) + 1 for _, text in printed]
    starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])[: len(lengths)]
    kept = np.flatnonzero(_is_said()[codes])
    text = codes[kept].tobytes().decode("utf-32-le", "surrogatepass")
    return Stream(
        speech,
        text,
        paragraph=_array(np.repeat(np.array([n for n, _ in printed], np.int64), lengths)[kept]),
        offset=_array(kept - np.repeat(starts, lengths)[kept]),
        sentence=_array(np.cumsum(np.isin(codes, _codes(_SENTENCE_ENDS)), dtype=np.int64)[kept]),
        known=_covered(len(text), ((first, last) for first, last, _ in slogans.all(text))),
        clauses=_array(np.flatnonzero(np.diff(kept, prepend=-2) > 1)),
    )


def _array(numbers: NDArray[np.int64]) -> Sequence[int]:
    """`numbers` as Python reads them quickest one by one."""
    return array("i", numbers.astype(np.int32).tobytes())


def _covered(length: int, places: Iterable[tuple[int, int]]) -> bytes:
    """1 wherever one of the half-open `places` lies, else 0."""
    covered = bytearray(length)
    for first, last in places:
        covered[first:last] = b"\1" * (last - first)
    return bytes(covered)


def _codes(text: str) -> NDArray[np.uint32]:
    """The code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


@cache
def _is_said() -> NDArray[np.bool_]:
    """For every code point whether it counts as said."""
    table = np.zeros(0x110000, np.bool_)
    for first, last in _SAID:
        table[ord(first) : ord(last) + 1] = True
    return table
