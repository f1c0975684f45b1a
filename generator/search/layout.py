"""Where every paragraph stands in the one long text that is searched: titles, then heads, then bodies, newest first.

A cell is some paragraphs of one speech, so that it tells the speech and no phrase lies in two. Cells in order are cut
into parts of files.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.model import Role
from generator.search.alphabet import alphabet
from generator.search.cells import Piece, beside, cells, parts
from generator.search.files import Packing
from generator.search.normal import CODE_POINTS, END, at_each, code_points, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from generator.model import Corpus, Speech
    from generator.search.alphabet import Alphabet
    from generator.search.cells import Cell
    from generator.search.normal import Characters

TIERS: Final = 3
_TIER = {Role.TITLE: 0, Role.SUBTITLE: 0, Role.HEAD: 1}
_BLOCK = 1 << 22
_FILES, _LEAST, _MOST, _PARTS = 2950, 4096, 5120, 30_000


@dataclass(frozen=True)
class Layout:
    """The archive in the order of ranking, its cells in parts of files that are packed so, and its characters."""

    speeches: tuple[Speech, ...]
    parts: tuple[tuple[Cell, ...], ...]
    packing: Packing
    alphabet: Alphabet

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells in order."""
        return chain.from_iterable(self.parts)

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
    raw = code_points("".join(f"{one_line(speeches[s].paragraphs[p].text)}{END}" for _, s, p in places))
    told = [one_line(f"{speech.name}{speech.header.speaker}") for speech in speeches]
    text = normalised(raw)
    characters = alphabet(_counts(raw) + _counts(code_points("".join(told))), _counts(text))
    sizes = _letters(raw, characters) + [beside(speeches[s], p) for _, s, p in places]
    pieces = (
        Piece(*place, length, size) for place, length, size in zip(places, _lengths(text), sizes.tolist(), strict=True)
    )
    packing = Packing(int(sizes.sum()), _FILES, _LEAST, _MOST, _PARTS)
    names = map(len, characters.written(told))
    laid = tuple(parts(cells(pieces, names, packing.size), packing.size))
    return Layout(speeches, laid, packing, characters), text


def one_line(text: str) -> str:
    """The text on one line, its offsets unchanged."""
    return text.replace(END, " ")


def _lengths(text: Characters) -> list[int]:
    """The characters of each paragraph, its end included."""
    lengths: list[int] = np.diff(np.flatnonzero(text == ord(END)), prepend=-1).tolist()
    return lengths


def _letters(raw: Characters, characters: Alphabet) -> NDArray[np.int64]:
    """How many letters each paragraph takes."""
    if not len(raw):
        return np.zeros(0, np.int64)
    starts = np.flatnonzero(raw == ord(END)) + 1
    return np.add.reduceat(at_each(characters.widths, raw), np.append(0, starts[:-1]), dtype=np.int64)


def _counts(text: Characters) -> NDArray[np.int64]:
    """How often each code point occurs; in blocks, for numpy widens what it counts."""
    found = np.zeros(CODE_POINTS, np.int64)
    for start in range(0, len(text), _BLOCK):
        found += np.bincount(text[start : start + _BLOCK], minlength=CODE_POINTS)
    found[ord(END)] = 0
    return found
