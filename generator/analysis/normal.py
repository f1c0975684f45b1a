"""The text as slogans are compared: without quotation marks and blanks, in full-width punctuation, ， read as 、.

Every normalised character remembers where it stands in the original, so that nothing found is ever misplaced.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING, _CLOSING = "“‘「『〈《", "”’」』〉》"
_TITLES = frozenset("《〈")
_DROPPED = re.compile(rf"[{_OPENING}{_CLOSING}\"'\s]")
_MARKS = re.compile(rf"[{_OPENING}{_CLOSING}\"]")
_KEPT = re.compile(rf"[^{_OPENING}{_CLOSING}\"'\s]+")
_WIDE = str.maketrans({",": "、", "，": "、", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"})


@dataclass(frozen=True)
class Normal:
    """A paragraph normalised: `text`, and in `at` the original offset of each of its characters."""

    original: str
    text: str
    at: Sequence[int]

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """What stands in quotation marks (titles of works not), as half-open stretches of `text`.

        >>> [normal("树牢“四个意识”，学《准则》").text[a:b] for a, b in normal("树牢“四个意识”，学《准则》").quotes]
        ['四个意识']
        """
        return tuple(sorted(self._quotes()))

    def _quotes(self) -> Iterator[tuple[int, int]]:
        opened: list[tuple[str, int]] = []
        for mark in _MARKS.finditer(self.original):
            character, before = mark[0], bisect_left(self.at, mark.start())
            straight = character == '"'
            if character in _CLOSING or (straight and opened and opened[-1][0] == '"'):
                if opened:
                    opening, start = opened.pop()
                    if opening not in _TITLES and start < before:
                        yield start, before
            else:
                opened.append((character, before))

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original; a quotation mark whose partner lies inside comes along.

        >>> span = normal("把“严”的主基调").original_span(1, 6)
        >>> "把“严”的主基调"[slice(*span)]
        '“严”的主基调'
        """
        first, last = self.at[start], self.at[end - 1] + 1
        if last - first == end - start:
            return first, last
        inside = self.original[first:last]
        for opening, closing in zip(_OPENING, _CLOSING, strict=True):
            if inside.count(closing) > inside.count(opening) and self.original[first - 1 : first] == opening:
                first -= 1
            if inside.count(opening) > inside.count(closing) and self.original[last : last + 1] == closing:
                last += 1
        return first, last


def normal(text: str) -> Normal:
    """`text` normalised, one character to one or none.

    >>> normal("“两个 维护”,坚持").text
    '两个维护、坚持'
    """
    if not _DROPPED.search(text):
        return Normal(text, text.translate(_WIDE), range(len(text)))
    kept = array("I")
    for run in _KEPT.finditer(text):
        kept.extend(range(*run.span()))
    return Normal(text, _DROPPED.sub("", text).translate(_WIDE), kept)


def form(text: str) -> str:
    """A wording as slogans are named: normalised, without punctuation at its ends."""
    return normal(text).text.strip("、。；：！？")
