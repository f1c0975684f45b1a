"""Where every paragraph stands in the one long text that is searched: titles, then heads, then bodies, newest first.

A cell is some paragraphs of one speech, so that it tells the speech and no phrase lies in two. Cells in order are cut
into chunks, the files that hold the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.model import Role
from generator.search.normal import CODE_POINTS, END, code_points, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from generator.model import Corpus, Paragraph, Speech
    from generator.search.normal import Characters

CELL: Final = 4096
TIERS: Final = 3
_TIER = {Role.TITLE: 0, Role.SUBTITLE: 0, Role.HEAD: 1}
_PIECE = 1 << 22
_CHUNKS, _SHORTEST, _LONGEST = 2500, 2048, 22528


@dataclass(frozen=True, slots=True)
class Cell:
    """Some paragraphs, by their numbers, of one speech (its number in `Layout.speeches`) in one tier, as printed.

    `length` counts their normalised characters, with one more for the end of each.
    """

    tier: int
    speech: int
    paragraphs: tuple[int, ...]
    length: int


@dataclass(frozen=True)
class Layout:
    """The archive in the order of ranking.

    `printed` and `searched` count how often each code point occurs in what is shown, and in what is searched.
    """

    speeches: tuple[Speech, ...]
    chunks: tuple[tuple[Cell, ...], ...]
    printed: NDArray[np.int64]
    searched: NDArray[np.int64]

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells in order."""
        return chain.from_iterable(self.chunks)

    def cell_of_each(self) -> NDArray[np.uint32]:
        """The cell of every character that is searched."""
        lengths = np.array([cell.length for cell in self.cells], np.int64)
        return np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)


def layout(corpus: Corpus) -> tuple[Layout, Characters]:
    """The archive's speeches, newest first (those without a date last), laid out.

    With it goes what is searched: all paragraphs normalised, each closed by `END`.
    """
    speeches = tuple(sorted(corpus.speeches, key=lambda speech: speech.header.date, reverse=True))
    places = [
        (tier, number, index)
        for tier in range(TIERS)
        for number, speech in enumerate(speeches)
        for index, paragraph in enumerate(speech.paragraphs)
        if _TIER.get(paragraph.role, TIERS - 1) == tier
    ]
    raw = "".join(f"{shown(speeches[s].paragraphs[p])}{END}" for _, s, p in places)
    text = normalised(raw)
    ends = np.flatnonzero(text == ord(END))
    lengths = np.diff(ends, prepend=-1)
    size = min(max(len(text) // _CHUNKS, _SHORTEST), _LONGEST)
    cells = _cells(zip(places, lengths.tolist(), strict=True), min(size // 2, CELL))
    chunks = tuple(_chunks(cells, size))
    told = "".join(f"{speech.name}{speech.header.speaker}" for speech in speeches)
    printed = _counts(code_points(raw)) + _counts(code_points(told))
    return Layout(speeches, chunks, printed, _counts(text)), text


def shown(paragraph: Paragraph) -> str:
    """The paragraph's text, its offsets unchanged, on one line."""
    return paragraph.text.replace(END, " ")


def _counts(text: Characters) -> NDArray[np.int64]:
    """How often each code point occurs; in pieces, for numpy widens what it counts."""
    found = np.zeros(CODE_POINTS, np.int64)
    for start in range(0, len(text), _PIECE):
        found += np.bincount(text[start : start + _PIECE], minlength=CODE_POINTS)
    found[ord(END)] = 0
    return found


def _cells(paragraphs: Iterable[tuple[tuple[int, int, int], int]], size: int) -> Iterator[Cell]:
    """The paragraphs of each tier and speech in cells of `size` characters at most; a longer one has its own."""
    current: list[int] = []
    key, total = (0, 0), 0
    for (tier, speech, paragraph), length in paragraphs:
        if current and (key != (tier, speech) or total + length > size):
            yield Cell(*key, tuple(current), total)
            current, total = [], 0
        key = (tier, speech)
        current.append(paragraph)
        total += length
    if current:
        yield Cell(*key, tuple(current), total)


def _chunks(cells: Iterable[Cell], size: int) -> Iterator[tuple[Cell, ...]]:
    """The cells in files of about `size` characters."""
    current: list[Cell] = []
    length = 0
    for cell in cells:
        if current and length + cell.length > size:
            yield tuple(current)
            current, length = [], 0
        current.append(cell)
        length += cell.length
    if current:
        yield tuple(current)
