"""The prefix tree of grams: which characters, punctuation left out, follow each place of the archive.

A node is a string of characters and stands for every place where they follow. A node of at most `LEAF` places is a
leaf and lists them; any other keeps its first places and has its longer grams as children. So a rare character needs
one short list, a common phrase has a node of its own that knows its count, and every place is listed exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

LEAF: Final = 256
HEAD: Final = 32
DEEPEST: Final = 12


@dataclass(frozen=True)
class Places:
    """All places where a gram may start, and the ends of paragraphs, in order of ranking.

    `characters` are numbers in the alphabet, 0 at the end of a paragraph; `cells` say where; `runs` count the
    characters up to the next punctuation or end.
    """

    characters: NDArray[np.uint16]
    cells: NDArray[np.uint32]
    runs: NDArray[np.uint8]


@dataclass(frozen=True)
class Tree:
    """The nodes in lexicographic order, and the lists of cells of all nodes, one after another.

    A leaf of depth d has d lists: the places where punctuation interrupts its gram nowhere, only after d-1 characters
    or later, … after 1. An inner node has two, uninterrupted and interrupted, of at most `HEAD` cells each; `sizes`
    has their true lengths. `characters` is each node's last one.
    """

    depths: Integers
    characters: Integers
    inner: Mask
    sizes: Integers
    cells: NDArray[np.int32]

    @property
    def lists(self) -> Integers:
        """How many lists each node has."""
        return np.where(self.inner, 2, self.depths)

    @property
    def kept(self) -> Integers:
        """How many cells of each list are kept."""
        return np.where(np.repeat(self.inner, self.lists), np.minimum(self.sizes, HEAD), self.sizes)


@dataclass(frozen=True)
class _Level:
    """The nodes of one depth: their parents' numbers one level up, and the places that they keep with list and node."""

    parents: Integers
    characters: Integers
    inner: Mask
    counts: Integers
    places: NDArray[np.int32]
    nodes: NDArray[np.int32]
    ranks: NDArray[np.uint8]


def tree(places: Places) -> Tree:
    """The tree of all places."""
    levels = _levels(places)
    numbers = _numbers(levels)
    order = np.argsort(np.concatenate(numbers))
    depths = np.repeat(np.arange(1, len(levels) + 1), [len(level.parents) for level in levels])[order]
    inner = np.concatenate([level.inner for level in levels])[order]
    lists = np.where(inner, 2, depths)
    first = np.cumsum(lists) - lists
    rows = np.concatenate(
        [first[number[level.nodes]] + level.ranks for level, number in zip(levels, numbers, strict=True)]
    )
    where = np.concatenate([level.places for level in levels]).astype(np.int64)
    sizes = np.bincount(rows, minlength=int(lists.sum()))
    for level, number in zip(levels, numbers, strict=True):
        at = first[number[level.inner]]
        sizes[at], sizes[at + 1] = level.counts[:, 0], level.counts[:, 1]
    cells = places.cells[_sorted(rows, where)[1]].astype(np.int32)
    return Tree(depths, np.concatenate([level.characters for level in levels])[order], inner, sizes, cells)


def _levels(places: Places) -> list[_Level]:
    """The nodes, depth by depth; what is in inner nodes goes on to the next."""
    levels: list[_Level] = []
    current = np.flatnonzero(places.characters)
    keys = np.zeros(len(current), np.int64)
    while len(current):
        depth = len(levels) + 1
        keys <<= 16
        keys |= places.characters[current + (depth - 1)]
        keys, current = _sorted(keys, current)
        new = np.diff(keys, prepend=-1) != 0
        keys = keys[new]
        groups = np.cumsum(new, dtype=np.int32)
        groups -= 1
        level, goes_on = _level(places, keys, groups, current, depth)
        levels.append(level)
        current = current[goes_on]
        keys = np.searchsorted(np.flatnonzero(level.inner), groups[goes_on])
    return levels


def _level(
    places: Places, keys: Integers, groups: NDArray[np.int32], current: Integers, depth: int
) -> tuple[_Level, Mask]:
    """The nodes of one depth, with a mask of the places that go on; parents are counted among inner nodes."""
    characters = keys & 0xFFFF
    inner = (np.bincount(groups) > LEAF) & (characters > 0) & (depth < DEEPEST)
    goes_on = inner[groups]
    broken = depth - np.minimum(places.runs[current], depth)
    kept, counts = ~goes_on, []
    for interrupted in (False, True):
        chosen = np.flatnonzero(goes_on & ((broken > 0) == interrupted)).astype(np.int32)
        sizes = np.bincount(groups[chosen], minlength=len(keys))
        rank = np.arange(len(chosen), dtype=np.int32)
        rank -= (np.cumsum(sizes) - sizes).astype(np.int32)[groups[chosen]]
        kept[chosen[rank < HEAD]] = True
        counts.append(sizes[inner])
    ranks = np.where(goes_on, broken > 0, broken)
    return _Level(
        keys >> np.int64(16),
        characters,
        inner,
        np.stack(counts, 1),
        current[kept].astype(np.int32),
        groups[kept],
        ranks[kept].astype(np.uint8),
    ), goes_on


def _sorted(keys: Integers, places: Integers) -> tuple[Integers, Integers]:
    """Both, by key and then place: they are packed into one number, which sorts many times faster than pairs."""
    bits = np.int64(int(places.max(initial=0)).bit_length())
    packed = keys << bits
    packed |= places
    packed.sort()
    places = packed & ((np.int64(1) << bits) - 1)
    packed >>= bits
    return packed, places


def _numbers(levels: list[_Level]) -> list[Integers]:
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
