"""Paragraphs of one speech together: the unit in which the index tells where something is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Speech

_PARAGRAPH, _SECTION, _HEAD, _STRETCH, _PART = 16, 11, 17, 54, 24
"""Bytes that are written beside the letters, at the most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Some paragraphs, by their numbers, of one speech (its number in `Layout.speeches`) in one tier, as printed.

    `length` counts their normalised characters, with one more for the end of each; `size` the bytes as it is written.
    """

    tier: int
    speech: int
    paragraphs: tuple[int, ...]
    length: int
    size: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way into a cell."""

    tier: int
    speech: int
    paragraph: int
    length: int
    size: int


def beside(speech: Speech, number: int) -> int:
    """Bytes that a paragraph takes beside its letters, or a few more than it does."""
    here, before = speech.paragraphs[number], speech.paragraphs[number - 1]
    sections = (here.division, here.role) != (before.division, before.role)
    return _PARAGRAPH + _SECTION * sections + _HEAD * len(speech.heads_of.get(number, ()))


def cells(pieces: Iterable[Piece], told: Iterable[int], size: int) -> Iterator[Cell]:
    """The paragraphs of each tier and speech in cells of `size` bytes at most; a longer one has its own.

    `told` is how many letters are written of each speech itself.
    """
    base = [letters + _STRETCH + _PART for letters in told]
    current: list[Piece] = []
    total = 0
    for piece in pieces:
        if current and (
            (piece.tier, piece.speech) != (current[0].tier, current[0].speech) or total + piece.size > size
        ):
            yield _cell(current, total)
            current = []
        if not current:
            total = base[piece.speech]
        current.append(piece)
        total += piece.size
    if current:
        yield _cell(current, total)


def _cell(pieces: list[Piece], size: int) -> Cell:
    numbers = tuple(piece.paragraph for piece in pieces)
    return Cell(pieces[0].tier, pieces[0].speech, numbers, sum(piece.length for piece in pieces), size)


def parts(cells: Iterable[Cell], size: int) -> Iterator[tuple[Cell, ...]]:
    """The cells in parts of `size` bytes at most; a larger one has its own."""
    current: list[Cell] = []
    total = 0
    for cell in cells:
        if current and total + cell.size > size:
            yield tuple(current)
            current, total = [], 0
        current.append(cell)
        total += cell.size
    if current:
        yield tuple(current)
