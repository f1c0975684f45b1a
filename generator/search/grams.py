"""The prefix tree of grams: which characters, punctuation left out, follow each place of the archive.

A node is a string of characters and stands for every place where they follow. A node of at most `LEAF` places is a
leaf and lists them, with a hint of what follows there; any other keeps its first places and has its longer grams as
children. So a rare character needs one short list, a common phrase has a node of its own that knows its count, and
every place is listed exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.search.places import DEEPEST, HINT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.search.places import Places

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

LEAF: Final = 256
HEAD: Final = 12
INNER: Final = 3
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Tree:
    """The nodes in lexicographic order, and the lists of cells of all nodes, one after another.

    A leaf of depth d has d+1 lists: the places where punctuation comes later than right behind its gram, right behind
    it (after d characters), after d-1, … after 1. An inner node has three, of at most `HEAD` cells each: the places
    where it comes later, right behind the gram, and before; `sizes` has their true lengths. `characters` is each node's
    last one. `hints` tell of each place the two characters that follow the gram, or where punctuation comes before the
    second of them, the first and the punctuation.
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
    lists = np.where(inner, INNER, depths + 1)
    first = np.cumsum(lists) - lists
    rows = np.concatenate(
        [first[number[level.nodes]] + level.ranks for level, number in zip(levels, numbers, strict=True)]
    )
    where = np.concatenate([level.places for level in levels])
    sizes = np.bincount(rows, minlength=int(lists.sum()))
    for level, number in zip(levels, numbers, strict=True):
        at = first[number[level.inner]]
        for kind in range(INNER):
            sizes[at + kind] = level.counts[:, kind]
    characters = np.concatenate([level.characters for level in levels])[order]
    del levels, numbers  # they are as large as what sorting takes
    where = _sorted(rows, where)
    hints = _hints(places, where, np.repeat(depths.astype(np.uint8), lists)[rows])
    return Tree(depths, characters, inner, sizes, places.cells[where].view(np.int32), hints)


def _hints(places: Places, starts: NDArray[np.int32], depths: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """What follows grams of these depths: the last `HINT` bits of a character, and of another or of a kind."""
    found = np.empty(len(starts), np.uint8)
    for at in range(0, len(starts), _BLOCK):
        block = slice(at, at + _BLOCK)
        here, depth = starts[block], depths[block].astype(np.int32)
        one, other = ((places.behind(here, depth + np.int32(n)) & (2**HINT - 1)).astype(np.uint8) for n in (0, 1))
        broken = places.runs[here] <= depth
        other[broken] = places.interruptions(here[broken])
        found[block] = one << HINT | other
    return found


def _levels(places: Places) -> list[_Level]:
    """The nodes, depth by depth; what is in inner nodes goes on to the next."""
    levels: list[_Level] = []
    current = places.starts()
    keys = np.zeros(len(current), np.int64)
    while len(current):
        depth = len(levels) + 1
        keys <<= 16
        keys |= places.at(current, depth - 1)
        current = _sorted(keys, current)
        first = np.append(True, keys[1:] != keys[:-1])
        level, goes_on = _level(places, _Groups(keys[first], np.flatnonzero(first), len(keys)), current, depth)
        levels.append(level)
        current = current[goes_on]
        keys = np.repeat(np.arange(len(level.counts)), level.counts.sum(1))
    return levels


@dataclass(frozen=True)
class _Groups:
    """Runs of places with the same key: the keys, where each begins, and where the last ends."""

    keys: Integers
    starts: Integers
    end: int

    @property
    def sizes(self) -> Integers:
        """How many places each has."""
        return np.diff(self.starts, append=self.end)


def _level(places: Places, groups: _Groups, current: NDArray[np.int32], depth: int) -> tuple[_Level, Mask]:
    """The nodes of one depth, with a mask of the places that go on; parents are counted among inner nodes."""
    characters = groups.keys & 0xFFFF
    inner = (groups.sizes > LEAF) & (characters > 0) & (depth < DEEPEST)
    goes_on = np.repeat(inner, groups.sizes)
    runs = places.runs[current]
    kinds = np.where(goes_on, (runs <= depth).astype(np.uint8) + (runs < depth), INNER)
    kept, counts = ~goes_on, []
    for kind in range(INNER):
        chosen = kinds == kind
        sizes = np.add.reduceat(chosen, groups.starts, dtype=np.int64)
        kept[_heads(np.flatnonzero(chosen), sizes)] = True
        counts.append(sizes[inner])
    ranks = np.where(goes_on, kinds, depth + 1 - np.minimum(runs, depth + 1))
    nodes = np.repeat(np.arange(len(inner), dtype=np.int32), np.add.reduceat(kept, groups.starts, dtype=np.int64))
    rows = current[kept], nodes, ranks[kept].astype(np.uint8)
    return _Level(groups.keys >> np.int64(16), characters, inner, np.stack(counts, 1), *rows), goes_on


def _heads(numbers: Integers, sizes: Integers) -> Integers:
    """The first `HEAD` of each of several stretches of `numbers`."""
    starts = np.cumsum(sizes) - sizes
    kept = np.minimum(sizes, HEAD)
    begins = np.cumsum(kept) - kept
    return numbers[np.repeat(starts - begins, kept) + np.arange(int(kept.sum()))]


def _sorted(keys: Integers, places: NDArray[np.int32]) -> NDArray[np.int32]:
    """The places, by key and then place; the keys are sorted where they are.

    Both are packed into one number, which sorts many times faster than pairs.
    """
    bits = np.int64(int(places.max(initial=0)).bit_length())
    keys <<= bits
    keys |= places
    keys.sort()
    places = keys.astype(np.int32)  # the lowest bits
    places &= np.int32((1 << int(bits)) - 1)
    keys >>= bits
    return places


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
