"""The prefix tree of grams: which characters, punctuation left out, follow each place of the archive.

A node is a string of characters and stands for every place where they follow. A node of at most `LEAF` places is a
leaf and lists them, with a hint of what follows there; any other keeps its first places and has its longer grams as
children. So a rare character needs one short list, a common phrase has a node of its own that knows its count, and
every place is listed exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.search.levels import HEAD, INNER, by_key, nodes_by_depth
from generator.search.places import HINT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from generator.search.levels import Level
    from generator.search.places import Places

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    Bytes = NDArray[np.uint8]

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Tree:
    """The nodes in lexicographic order, and the lists of cells of all nodes, one after another.

    A leaf of depth d has d+1 lists: the places where punctuation comes later than right behind its gram, right behind
    it (after d characters), after d-1, … after 1. An inner node has three, of at most `HEAD` cells each: the places
    where it comes later, right behind the gram, and before; `sizes` has their true lengths. `characters` is each node's
    last one. `hints` tell of each place the two characters that follow the gram, or where punctuation comes before the
    second of them, the first and the punctuation; in a list, cells stand by their hints, and then in order.
    """

    depths: Integers
    characters: Integers
    inner: Mask
    sizes: Integers
    cells: NDArray[np.int32]
    hints: NDArray[np.uint8]

    @property
    def lists(self) -> Integers:
        """How many lists each node has."""
        return np.where(self.inner, INNER, self.depths + 1)

    @property
    def kept(self) -> Integers:
        """How many cells of each list are kept."""
        return np.where(np.repeat(self.inner, self.lists), np.minimum(self.sizes, HEAD), self.sizes)


def tree(places: Places) -> Tree:
    """The tree of all places."""
    levels = nodes_by_depth(places)
    numbers = _numbers(levels)
    order = np.argsort(np.concatenate(numbers))
    depths = np.repeat(np.arange(1, len(levels) + 1), [len(level.parents) for level in levels])[order]
    inner = np.concatenate([level.inner for level in levels])[order]
    lists = np.where(inner, INNER, depths + 1)
    first = np.cumsum(lists) - lists
    sizes = np.zeros(int(lists.sum()), np.int64)
    for level, number in zip(levels, numbers, strict=True):
        at = first[number[level.inner]]
        for kind in range(INNER):
            sizes[at + kind] = level.counts[:, kind]
    characters = np.concatenate([level.characters for level in levels])[order]
    rows, where = _listed(levels, numbers, first)
    whole = np.repeat(~inner, lists)
    sizes[whole] = np.bincount(rows, minlength=len(sizes))[whole]
    hints = _hints(places, where, np.repeat(depths.astype(np.uint8), lists), whole, rows)
    rows <<= 2 * HINT
    rows |= hints
    where = by_key(rows, where)
    return Tree(depths, characters, inner, sizes, places.cells[where].view(np.int32), rows.astype(np.uint8))


def _listed(levels: list[Level], numbers: list[Integers], first: Integers) -> tuple[Integers, NDArray[np.int32]]:
    """The list of each kept place, `first` being the first list of each node, and the places; takes the levels away."""
    end = sum(len(level.places) for level in levels)
    rows, where = np.empty(end, np.int64), np.empty(end, np.int32)
    while levels:
        level, number = levels.pop(), numbers.pop()
        here = slice(end - len(level.places), end)
        rows[here] = first[number][level.nodes]
        rows[here] += level.ranks
        where[here] = level.places
        end = here.start
    return rows, where


def _hints(places: Places, where: NDArray[np.int32], depths: NDArray[np.uint8], leaf: Mask, rows: Integers) -> Bytes:
    """What follows the grams of places in rows of such depths, of which some are those of leaves.

    Each place is in one leaf, so those are told for all places in order, many times faster than here and there.
    """
    depth_of = np.zeros(len(places.cells), np.uint8)
    for block in _blocks(len(where)):
        own = leaf[rows[block]]
        depth_of[where[block][own]] = depths[rows[block][own]]
    all_places = np.arange(len(depth_of), dtype=np.int32)
    told = np.empty(len(depth_of), np.uint8)
    for block in _blocks(len(told)):
        told[block] = _following(places, all_places[block], depth_of[block])
    found = told[where]
    for block in _blocks(len(where)):
        late = np.flatnonzero(~leaf[rows[block]]) + block.start
        found[late] = _following(places, where[late], depths[rows[late]])
    return found


def _blocks(size: int) -> Iterator[slice]:
    return (slice(start, start + _BLOCK) for start in range(0, size, _BLOCK))


def _following(places: Places, here: NDArray[np.int32], depths: Bytes) -> Bytes:
    """What follows grams of these depths: the last `HINT` bits of a character, and of another or of a kind."""
    depth = depths.astype(np.int32)
    one, other = ((places.behind(here, depth + np.int32(n)) & (2**HINT - 1)).astype(np.uint8) for n in (0, 1))
    broken = places.runs[here] <= depth
    other[broken] = places.interruptions(here[broken])
    found: Bytes = one << np.uint8(HINT) | other
    return found


def _numbers(levels: list[Level]) -> list[Integers]:
    """The number of every node when parents come before their children and children stand by character."""
    sizes: list[Integers] = []
    for level, below in zip(reversed(levels), [None, *reversed(levels[1:])], strict=True):
        size = np.ones(len(level.parents), np.int64)
        if below is not None:
            size[level.inner] += np.bincount(below.parents, sizes[0], minlength=int(level.inner.sum())).astype(np.int64)
        sizes.insert(0, size)
    numbers: list[Integers] = []
    starts = np.array([-1], np.int64)
    for level, size in zip(levels, sizes, strict=True):
        before = np.cumsum(size) - size
        eldest = np.searchsorted(level.parents, np.arange(len(starts)))
        numbers.append(starts[level.parents] + 1 + before - before[eldest][level.parents])
        starts = numbers[-1][level.inner]
    return numbers
