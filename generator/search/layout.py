"""Where every paragraph stands in the one long text that is searched: titles, then heads, then bodies, newest first.

Positions count normalised characters. What one speech has in a tier forms blocks; each block begins at a new cell of
`CELL` positions, so that a cell tells its speech. Whole blocks are cut into chunks, the files that hold the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.model import Role
from generator.search.normal import END, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from generator.model import Corpus, Paragraph, Speech
    from generator.search.normal import Characters

CELL: Final = 1024
TIERS: Final = 3
_TIER = {Role.TITLE: 0, Role.SUBTITLE: 0, Role.HEAD: 1}
_CHUNKS, _SHORTEST, _LONGEST = 2300, 2048, 22528


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: its number in the speech, and the length of its normalised text."""

    paragraph: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """Some paragraphs of one speech (its number in `Layout.speeches`) in one tier, in printed order."""

    tier: int
    speech: int
    units: tuple[Unit, ...]

    @property
    def length(self) -> int:
        """Positions that it takes, each unit with one more for its end."""
        return sum(unit.length + 1 for unit in self.units)

    @property
    def cells(self) -> int:
        """Cells that it takes."""
        return -(-self.length // CELL)


@dataclass(frozen=True)
class Layout:
    """The archive in the order of ranking; `text` is all units normalised, each closed by `END`."""

    speeches: tuple[Speech, ...]
    chunks: tuple[tuple[Block, ...], ...]
    text: Characters

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in order."""
        return chain.from_iterable(self.chunks)

    @property
    def cells(self) -> int:
        """Cells of the whole archive."""
        return sum(block.cells for block in self.blocks)

    def cell_of_each(self) -> NDArray[np.uint32]:
        """The cell of every character of `text`."""
        lengths = np.array([block.length for block in self.blocks], np.int64)
        cells = np.array([block.cells for block in self.blocks], np.int64)
        shifts = (np.cumsum(cells) - cells) * CELL - (np.cumsum(lengths) - lengths)
        positions = np.repeat(shifts, lengths)
        positions += np.arange(len(self.text))
        positions //= CELL
        return positions.astype(np.uint32)


def layout(corpus: Corpus) -> Layout:
    """The archive's speeches, newest first (those without a date last), laid out."""
    speeches = tuple(sorted(corpus.speeches, key=lambda speech: speech.header.date, reverse=True))
    places = [
        (tier, number, index)
        for tier in range(TIERS)
        for number, speech in enumerate(speeches)
        for index, paragraph in enumerate(speech.paragraphs)
        if _TIER.get(paragraph.role, TIERS - 1) == tier
    ]
    text = normalised("".join(f"{shown(speeches[s].paragraphs[p])}{END}" for _, s, p in places))
    ends = np.flatnonzero(text == ord(END))
    lengths = np.diff(ends, prepend=-1) - 1
    size = min(max(len(text) // _CHUNKS, _SHORTEST), _LONGEST)
    units = ((tier, speech, Unit(p, int(n))) for (tier, speech, p), n in zip(places, lengths, strict=True))
    return Layout(speeches, tuple(_chunks(_blocks(units, size), size)), text)


def shown(paragraph: Paragraph) -> str:
    """The paragraph's text, its offsets unchanged, on one line."""
    return paragraph.text.replace(END, " ")


def _blocks(units: Iterable[tuple[int, int, Unit]], size: int) -> Iterator[Block]:
    """The units of each tier and speech, in blocks of about `size` positions at most."""
    current: list[Unit] = []
    key, length = (0, 0), 0
    for tier, speech, unit in units:
        if current and (key != (tier, speech) or length + unit.length >= size):
            yield Block(*key, tuple(current))
            current, length = [], 0
        key = (tier, speech)
        current.append(unit)
        length += unit.length + 1
    if current:
        yield Block(*key, tuple(current))


def _chunks(blocks: Iterable[Block], size: int) -> Iterator[tuple[Block, ...]]:
    """The blocks in files of about `size` positions."""
    current: list[Block] = []
    length = 0
    for block in blocks:
        if current and length + block.length > size:
            yield tuple(current)
            current, length = [], 0
        current.append(block)
        length += block.length
    if current:
        yield tuple(current)


def starts(cells: Sequence[int]) -> tuple[int, ...]:
    """The first cell of each of several stretches of cells."""
    return (0, *accumulate(cells))[:-1]
