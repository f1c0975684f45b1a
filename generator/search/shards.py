"""The tree of grams cut into parts, each to be read on its own, and the table that tells which part has a gram."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from generator.search.files import Packing
from generator.search.grams import tree
from generator.search.lists import Lists, lists
from generator.search.numbers import Codes, codes, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from generator.search.grams import Tree
    from generator.search.places import Places

    Integers = NDArray[np.int64]

_FILES, _LEAST, _MOST, _PARTS = 1950, 4 << 10, 12 << 10, 9000
_PLAY = 0.1
_CALL = 24
_CHARACTER, _NEXT, _STEP, _COUNT = 7, 5, 4, 10


@dataclass(frozen=True)
class Grams:
    """The parts and how they are packed, and the first gram of each."""

    parts: tuple[bytes, ...]
    packing: Packing
    first: bytes


def grams(places: Places, cells: int) -> Grams:
    """The index of the places, which lie in so many cells."""
    if not len(places.cells):
        return Grams((), Packing(0, _FILES, _LEAST, _MOST, _PARTS), b"")
    grown = tree(places)
    columns = _columns(grown, cells)
    bits = columns.bits
    packing = Packing(int(bits.sum()) // 6, _FILES, _LEAST, _MOST, _PARTS)  # a base64 letter has six bits
    cuts = _cuts(bits, grown.depths, (packing.size - _CALL) * 6)
    parts = tuple(columns.part(start, end) for start, end in pairwise(cuts))
    return Grams(parts, packing, _first(grown, cuts[:-1]))


@dataclass(frozen=True)
class _Columns:
    """The tree as it is written: `ups`, `steps` and `inner` of each node, and their lists; `begins` is each one's first."""

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
        """Nodes `start` to `end`, column by column; the table of first grams tells what the first is called."""
        count = codes(np.array([end - start]), _COUNT)
        nodes = ((self.ups, start + 1), (self.steps, start + 1), (self.inner, start))
        own = (column[first:end] for column, first in nodes)
        return packed([count, *own, *self.lists.part(self.begins[start], self.begins[end])])


def _columns(grown: Tree, cells: int) -> _Columns:
    """What is written of the tree, whose places lie in so many cells."""
    ups = np.diff(grown.depths, prepend=0) * -1 + 1
    steps = grown.characters.copy()
    for depth in range(1, int(grown.depths.max(initial=0)) + 1):
        here = np.flatnonzero(grown.depths == depth)
        younger = here[1:][ups[here[1:]] > 0]
        steps[younger] -= grown.characters[here[:-1]][ups[here[1:]] > 0] + 1
    begins = np.concatenate(([0], np.cumsum(grown.lists)))
    inner = codes(grown.inner.astype(np.int64))
    return _Columns(codes(ups), codes(steps, _STEP), inner, lists(grown, cells), begins)


def _cuts(bits: Integers, depths: Integers, most: int) -> Integers:
    """The numbers of the nodes at which parts of so many bits at most begin, and the number of nodes.

    Each cut may be anywhere in the last stretch of a part, where the gram is shortest: all first grams are in the entry.
    """
    ends = np.cumsum(bits)
    cuts = [0]
    while True:
        done = int(ends[cuts[-1] - 1]) if cuts[-1] else 0
        least, last = np.searchsorted(ends, (done + int(most * (1 - _PLAY)), done + most - _COUNT * 3), "right")
        if last >= len(bits):
            return np.array([*cuts, len(bits)])
        least = max(int(least), cuts[-1] + 1)
        cuts.append(least + int(np.argmin(depths[least : max(int(last), least) + 1])))


def _first(grown: Tree, cuts: Integers) -> bytes:
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


def _grams(grown: Tree, nodes: Integers) -> Iterator[list[int]]:
    """The gram of each of `nodes`."""
    by_depth = [np.flatnonzero(grown.depths == depth) for depth in range(1, int(grown.depths.max(initial=0)) + 1)]
    for node in nodes:
        path = (here[np.searchsorted(here, node, "right") - 1] for here in by_depth[: grown.depths[node]])
        yield [int(grown.characters[each]) for each in path]
