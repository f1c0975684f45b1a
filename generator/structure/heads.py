"""Marks that may open a head: 一、 （一） 1. 第一， 一是 …, where they stand and what they count.

A mark alone proves nothing (百强区第三、投资潜力…): `tree` keeps those that count on from one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model import HeadKind
from generator.structure import numerals

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_HAN = "[一二三四五六七八九十]{1,3}"
_ARABIC = "[0-9０-９]{1,2}"


@dataclass(frozen=True, slots=True)
class MarkerClass:
    """One way to number: `rank` is the conventional depth (0 outermost), `pattern` has the numeral as its group 1.

    A `weak` class may stand inside a paragraph and never outranks a list that begins after it in the preamble.
    """

    name: str
    rank: int
    weak: bool
    pattern: re.Pattern[str]


def _marker(name: str, rank: int, pattern: str, *, weak: bool = False) -> MarkerClass:
    return MarkerClass(name, rank, weak, re.compile(pattern))


#: Every marker class. The order matters only where two would match at one place: the first does.
CLASSES: tuple[MarkerClass, ...] = (
    _marker("part", 0, rf"第({_HAN})(?:部分|篇|编)[：:、，, 　]?"),
    _marker("chapter", 1, rf"第({_HAN})章[：:、，, 　]?"),
    _marker("section", 2, rf"第({_HAN})节[：:、，, 　]?"),
    _marker("han", 3, rf"({_HAN})[、．.](?!{_HAN}[、是])"),
    _marker("han-parenthesis", 4, rf"[（(]({_HAN})[）)][、．.]?"),
    _marker("ordinal", 5, rf"第({_HAN})(?:[，,、：:]|是(?!否))", weak=True),
    _marker("arabic", 6, rf"({_ARABIC})(?:[．.、](?=\D|$|[12][0-9]{{3}}年)|[ 　](?=\D))"),
    _marker("arabic-parenthesis", 7, rf"[（(]({_ARABIC})[）)][、．.]?|({_ARABIC})[）)]"),
    _marker("circled", 8, r"([①-⑳])"),
    _marker("among", 9, rf"其({_HAN})[，,、：:]", weak=True),
    _marker("verb", 10, rf"({_HAN})(?:是(?!否)|要)[，,：:]?", weak=True),
)

#: A mark of any class; at most places none stands.
_ANY = re.compile("|".join(each.pattern.pattern for each in CLASSES))
#: Classes that a list inside a paragraph may use, beside the weak ones.
INLINE = frozenset({"han-parenthesis", "arabic", "arabic-parenthesis", "circled"})

#: Heads that carry no mark: short lines of their own, two or more in a speech, each followed by text.
UNMARKED = _marker("unmarked", 3, r"()")

#: Heads that only a word processor's heading style of that level shows, the outermost first.
STYLED = tuple(_marker(f"style-{level}", level, r"()") for level in range(9))

_SENTENCE_END = re.compile(r"[。！？；：!?;:…][”’）)]?\s*")
_SENTENCE_ENDED = re.compile(r"[。！？；：!?;:…][”’）)]?$")
_ENDS = "。！？；：!?;"
_LONGEST_SENTENCE = 35
_LONGEST_LINE = 60
_LONGEST_CLOSED_LINE = 40
_SHORTEST_BARE, _LONGEST_BARE, _TEXT = 4, 30, 40
_BARE = re.compile(r"[\u3400-\u9fff“](?:[^。！？；：:!?;…《》（）()]|《[^《》]*》|（[^（）]*）)*(?<![，、,—－])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A numeral that may open a head, at `start` of paragraph number `paragraph`; its label ends before `label_end`.

    `line`: the paragraph is a short line that holds nothing else.
    """

    marker: MarkerClass
    number: int
    paragraph: int
    start: int
    label_end: int
    line: bool = False

    @property
    def initial(self) -> bool:
        """Whether it opens its paragraph."""
        return self.start == 0


def marks(paragraphs: Sequence[str], levels: Sequence[int] = ()) -> list[Mark]:
    """All marks of a speech's body, in printed order; `levels` as in `outline.divisions`."""
    found = [mark for number, text in enumerate(paragraphs) for mark in _marks_in(text, number)]
    opened = {mark.paragraph for mark in found if mark.initial}
    styled = list(_styled(paragraphs, levels, opened))
    if len(styled) > 1:
        return sorted(found + styled, key=lambda mark: (mark.paragraph, mark.start))
    bare = [
        number for number in range(len(paragraphs)) if number not in opened and _is_bare(paragraphs, number, opened)
    ]
    unmarked = [Mark(UNMARKED, n, paragraph, 0, 0, line=True) for n, paragraph in enumerate(bare, start=1)]
    return sorted(found + (unmarked if len(unmarked) > 1 else []), key=lambda mark: (mark.paragraph, mark.start))


def _styled(paragraphs: Sequence[str], levels: Sequence[int], opened: Container[int]) -> Iterator[Mark]:
    """The lines without a mark that are set as headings, unless most of the text is; each level counts from 1."""
    set_as = {
        number: level for number, (level, text) in enumerate(zip(levels, paragraphs, strict=False)) if level and text
    }
    if 2 * sum(len(paragraphs[number]) for number in set_as) > sum(map(len, paragraphs)):
        return
    counts = [0] * len(STYLED)
    for number, level in set_as.items():
        depth = min(level, len(STYLED)) - 1
        counts[depth + 1 :] = [0] * (len(STYLED) - depth - 1)
        if number not in opened and len(paragraphs[number]) <= _LONGEST_LINE:
            counts[depth] += 1
            yield Mark(STYLED[depth], counts[depth], number, 0, 0, line=True)


def _is_bare(paragraphs: Sequence[str], number: int, opened: Container[int]) -> bool:
    """Whether a paragraph is a head without a mark: a short line, no sentence, between a sentence's end and text."""
    text, following = paragraphs[number], paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
    if not _SHORTEST_BARE <= len(text) <= _LONGEST_BARE or not _BARE.fullmatch(text):
        return False
    ended = number == 0 or number - 1 in opened or bool(_SENTENCE_ENDED.search(paragraphs[number - 1]))
    return ended and (len(following) >= _TEXT or number + 1 in opened)


def _marks_in(text: str, paragraph: int) -> Iterator[Mark]:
    """The mark that opens `text`, and those after a sentence's end inside it."""
    if mark := _mark_at(text, 0, paragraph):
        yield replace(mark, line=len(text) <= _LONGEST_LINE and not _SENTENCE_END.search(text.rstrip(_ENDS)))
    for end in _SENTENCE_END.finditer(text):
        mark = _mark_at(text, end.end(), paragraph)
        if mark and (mark.marker.weak or mark.marker.name in INLINE):
            yield mark


def opens_with_mark(text: str) -> bool:
    """Whether `text` begins with a mark of any class.

    >>> opens_with_mark("二、任务"), opens_with_mark("二十四节气")
    (True, False)
    """
    return _mark_at(text, 0, 0) is not None


def _mark_at(text: str, start: int, paragraph: int) -> Mark | None:
    """The mark at `start` of `text`, if one stands there."""
    for marker in CLASSES if _ANY.match(text, start) else ():
        if match := marker.pattern.match(text, start):
            numeral = next(group for group in match.groups() if group)
            number = numerals.value(numeral)
            return Mark(marker, number, paragraph, start, match.end()) if number else None
    return None


def kind_of(text: str, mark: Mark, *, alone: bool) -> HeadKind:
    """How the head at `mark` is printed; `alone`: the next paragraph does not count on from it.

    A line of its own has no sentence's end in it; one with a full stop at its end is a head only if it is
    short and the text that it heads follows, else it is an item of a list.
    """
    if not mark.initial:
        return HeadKind.INLINE
    words = text[mark.label_end :]
    inside = words.rstrip(_ENDS)
    if any(end in inside for end in _ENDS if end not in "：:"):
        return HeadKind.RUN_IN
    closed = len(inside) < len(words)
    longest = _LONGEST_CLOSED_LINE if closed else _LONGEST_LINE
    return HeadKind.BLOCK if len(words) <= longest and (alone or not closed) else HeadKind.RUN_IN


def title_end(text: str, start: int, limit: int) -> int:
    """Where the title that begins at `start` ends: with its sentence, or, where that is long, with its first clause.

    `limit` is where the next head begins. The mark that ends it is not part of it.

    >>> text = "一是抓好制度长久立，把学习研讨、调查研究、开门纳谏、群众评判等一些好经验、好做法固定下来。"
    >>> text[2 : title_end(text, 2, len(text))]
    '抓好制度长久立'
    """
    ends = [at for at in (text.find(end, start, limit) for end in _ENDS) if at >= 0]
    sentence = min(ends, default=limit)
    if sentence - start <= _LONGEST_SENTENCE:
        return sentence
    commas = [at for at in (text.find(comma, start, sentence) for comma in "，,") if at >= 0]
    return min(commas, default=sentence)
