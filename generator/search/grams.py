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
    from numpy.typing import NDArray

    from generator.search.levels import Level
    from generator.search.places import Places

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    Bytes = NDArray[np.uint8]

_BLOCK = 1 << 20
"""Places of the grams that are sorted together, about."""


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
    parts = [_NOTHING, *(_tree(places, starts) for starts in places.starts(_BLOCK) if len(starts))]
    return Tree(
        np.concatenate([part.depths for part in parts]),
        np.concatenate([part.characters for part in parts]),
        np.concatenate([part.inner for part in parts]),
        np.concatenate([part.sizes for part in parts]),
        np.concatenate([part.cells for part in parts]),
        np.concatenate([part.hints for part in parts]),
    )


_INTEGERS = np.zeros(0, np.int64)
_NOTHING = Tree(
    _INTEGERS,
    _INTEGERS,
    _INTEGERS.astype(np.bool_),
    _INTEGERS,
    _INTEGERS.astype(np.int32),
    _INTEGERS.astype(np.uint8),
)


def _tree(places: Places, starts: NDArray[np.int32]) -> Tree:
    """The part of the tree that has the grams which start at these places, all with some first characters.

    So little is sorted at a time that the processor keeps it at hand.
    """
    levels = nodes_by_depth(places, starts)
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
    rows = np.concatenate([first[n][level.nodes] + level.ranks for level, n in zip(levels, numbers, strict=True)])
    where = np.concatenate([level.places for level in levels])
    whole = np.repeat(~inner, lists)
    sizes[whole] = np.bincount(rows, minlength=len(sizes))[whole]
    hints = _following(places, where, np.repeat(depths.astype(np.int32), lists)[rows])
    rows <<= 2 * HINT
    rows |= hints
    where = by_key(rows, where)
    return Tree(depths, characters, inner, sizes, places.cells[where].view(np.int32), rows.astype(np.uint8))


def _following(places: Places, here: NDArray[np.int32], depth: NDArray[np.int32]) -> Bytes:
    """What follows grams of these depths: the last `HINT` bits of a character, and of another or of a kind."""
    one, other = ((places.behind(here, depth + np.int32(n)) & (2**HINT - 1)).astype(np.uint8) for n in (0, 1))
    broken = places.runs[here] <= depth
    other[broken] = places.breaks[here[broken]]
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
