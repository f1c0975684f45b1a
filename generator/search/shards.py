"""The tree of grams cut into parts, each to be read on its own, and the table that tells which part has a gram."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from generator.search.files import Packing
from generator.search.lists import Lists, lists
from generator.search.numbers import Codes, codes, packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from generator.search.grams import Tree

    Integers = NDArray[np.int64]

_FILES, _LEAST, _MOST, _PARTS = 1950, 4 << 10, 12 << 10, 9000
_PLAY = 0.1
_CALL = 24
_SLAB = 1 << 18
_PLACE = 3
"""Bytes of a place in base64, about."""
_CHARACTER, _NEXT, _STEP, _COUNT = 7, 5, 4, 10


@dataclass(frozen=True)
class Grams:
    """The parts and how they are packed, and the first gram of each."""

    parts: tuple[bytes, ...]
    packing: Packing
    first: bytes


def grams(grown: Tree, cells: int) -> Grams:
    """The tree of places that lie in so many cells."""
    packing = Packing(len(grown.cells) * _PLACE, _FILES, _LEAST, _MOST, _PARTS)
    if not len(grown.depths):
        return Grams((), packing, b"")
    written = _Written(grown, cells)
    cuts, parts = [0], []
    while cuts[-1] < len(grown.depths):
        columns = written.columns(cuts[-1], min(cuts[-1] + _SLAB, len(grown.depths)))
        ends = _cuts(columns.bits, grown.depths[columns.start :], (packing.size - _CALL) * 6)
        if columns.start + ends[-1] < len(grown.depths) and len(ends) > 1:
            ends.pop()  # there is more to come into the last part
        parts += [columns.part(start, end) for start, end in pairwise([0, *ends])]
        cuts += [columns.start + end for end in ends]
    return Grams(tuple(parts), packing, _first(grown, cuts[:-1]))


@dataclass(frozen=True)
class _Columns:
    """Nodes from `start` on as they are written: `ups`, `steps` and `inner` of each, and their lists.

    `begins` is the first list of each node.
    """

    start: int
    ups: Codes
    steps: Codes
    inner: Codes
    lists: Lists
    begins: Integers

    @property
    def bits(self) -> Integers:
        """How many bits each node takes."""
        return self.lists.bits(self.begins) + self.ups.widths + self.steps.widths + self.inner.widths

    def part(self, start: int, end: int) -> bytes:
        """Some of the nodes, column by column; the table of first grams tells what the first is called."""
        count = codes(np.array([end - start]), _COUNT)
        nodes = ((self.ups, start + 1), (self.steps, start + 1), (self.inner, start))
        own = (column[first:end] for column, first in nodes)
        return packed([count, *own, *self.lists.part(self.begins[start], self.begins[end])])


class _Written:
    """A tree on its way into columns, a slab at a time: all of them would take several times what the tree takes."""

    def __init__(self, grown: Tree, cells: int) -> None:
        self.grown, self.cells = grown, cells
        self.ups = np.diff(grown.depths, prepend=0) * -1 + 1
        self.steps = grown.characters.copy()
        for depth in range(1, int(grown.depths.max(initial=0)) + 1):
            here = np.flatnonzero(grown.depths == depth)
            younger = here[1:][self.ups[here[1:]] > 0]
            self.steps[younger] -= grown.characters[here[:-1]][self.ups[here[1:]] > 0] + 1
        self.kept = grown.kept
        self.lists = np.append(0, np.cumsum(grown.lists))
        self.places = np.append(0, np.cumsum(self.kept))

    def columns(self, start: int, end: int) -> _Columns:
        """Nodes `start` to `end`."""
        grown, nodes = self.grown, slice(start, end)
        own = slice(self.lists[start], self.lists[end])
        places = slice(self.places[own.start], self.places[own.stop])
        found = lists(grown.sizes[own], self.kept[own], grown.cells[places], grown.hints[places], self.cells)
        inner = codes(grown.inner[nodes].astype(np.int64))
        begins = self.lists[start : end + 1] - own.start
        return _Columns(start, codes(self.ups[nodes]), codes(self.steps[nodes], _STEP), inner, found, begins)


def _cuts(bits: Integers, depths: Integers, most: int) -> list[int]:
    """The numbers of the nodes at which parts of so many bits at most end.

    Each cut may be anywhere in the last stretch of a part, where the gram is shortest: the entry has all first grams.
    """
    ends = np.cumsum(bits)
    cuts = [0]
    while cuts[-1] < len(bits):
        done = int(ends[cuts[-1] - 1]) if cuts[-1] else 0
        least, last = np.searchsorted(ends, (done + int(most * (1 - _PLAY)), done + most - _COUNT * 3), "right")
        least = max(int(least), cuts[-1] + 1)
        last = max(int(last), least)
        cuts.append(len(bits) if last >= len(bits) else least + int(np.argmin(depths[least : last + 1])))
    return cuts[1:]


def _first(grown: Tree, cuts: Sequence[int]) -> bytes:
    """The grams at `cuts`: what each shares with the one before, how much it adds, and what it adds.

    Its first new character is told as a step from the one that the gram before has there.
    """
    written: list[Codes] = []
    before: list[int] = []
    for gram in _grams(grown, cuts):
        shared = next((n for n, (a, b) in enumerate(zip(gram, before, strict=False)) if a != b), len(before))
        added = gram[shared:]
        written.append(codes(np.array([shared, len(added)])))
        if shared < len(before):
            written.append(codes(np.array([added.pop(0) - before[shared] - 1]), _NEXT))
        written.append(codes(np.array(added, np.int64), _CHARACTER))
        before = gram
    return packed(written)


def _grams(grown: Tree, nodes: Sequence[int]) -> Iterator[list[int]]:
    """The gram of each of `nodes`."""
    by_depth = [np.flatnonzero(grown.depths == depth) for depth in range(1, int(grown.depths.max(initial=0)) + 1)]
    for node in nodes:
        path = (here[np.searchsorted(here, node, "right") - 1] for here in by_depth[: grown.depths[node]])
        yield [int(grown.characters[each]) for each in path]
