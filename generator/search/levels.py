"""The nodes of the tree of grams, depth by depth: how many places each has, and which of them it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.search.places import DEEPEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.search.places import Places

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

LEAF: Final = 256
HEAD: Final = 12
INNER: Final = 3


@dataclass(frozen=True)
class Level:
    """The nodes of one depth: their parents' numbers one level up, and the places that they keep with list and node."""

    parents: Integers
    characters: Integers
    inner: Mask
    counts: Integers
    places: NDArray[np.int32]
    nodes: NDArray[np.int32]
    ranks: NDArray[np.uint8]


def nodes_by_depth(places: Places, current: NDArray[np.int32]) -> list[Level]:
    """The nodes of the grams that start at `current`, depth by depth; what is in inner nodes goes on to the next."""
    levels: list[Level] = []
    keys = np.zeros(len(current), np.int64)
    while len(current):
        depth = len(levels) + 1
        keys <<= 16
        keys |= places.at(current, depth - 1)
        current = by_key(keys, current)
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


def _level(places: Places, groups: _Groups, current: NDArray[np.int32], depth: int) -> tuple[Level, Mask]:
    """The nodes of one depth, with a mask of the places that go on; parents are counted among inner nodes."""
    characters = groups.keys & 0xFFFF
    inner = (groups.sizes > LEAF) & (characters > 0) & (depth < DEEPEST)
    goes_on = np.repeat(inner, groups.sizes)
    runs = places.runs[current]
    kinds = np.where(goes_on, (runs <= depth).astype(np.uint8) + (runs < depth), INNER)
    kept, counts = ~goes_on, []
    for kind in range(INNER):
        chosen = kinds == kind
        sizes = np.add.reduceat(chosen, groups.starts, dtype=np.int64)[inner]
        kept[_heads(chosen, groups.starts[inner], sizes)] = True
        counts.append(sizes)
    ranks = np.where(goes_on, kinds, depth + 1 - np.minimum(runs, depth + 1))
    nodes = np.repeat(np.arange(len(inner), dtype=np.int32), np.add.reduceat(kept, groups.starts, dtype=np.int64))
    rows = current[kept], nodes, ranks[kept].astype(np.uint8)
    return Level(groups.keys >> np.int64(16), characters, inner, np.stack(counts, 1), *rows), goes_on


def _heads(chosen: Mask, starts: Integers, sizes: Integers) -> Integers:
    """Where the first `HEAD` of those chosen are in each of several stretches, which have so many of them."""
    ranks = np.cumsum(chosen, dtype=np.int32)
    kept = np.minimum(sizes, HEAD)
    begins = np.cumsum(kept) - kept
    before = ranks[starts] - chosen[starts] + 1
    return np.searchsorted(
        ranks, np.repeat(before - begins, kept).astype(np.int32) + np.arange(int(kept.sum()), dtype=np.int32)
    )


def by_key(keys: Integers, places: NDArray[np.int32]) -> NDArray[np.int32]:
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
