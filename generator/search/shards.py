"""The tree of grams cut into files, each to be read on its own, and the table that tells which file has a gram."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from generator.search.grams import DEEPEST, Places, tree
from generator.search.normal import END, punctuation
from generator.search.numbers import lengths, packed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.search.grams import Tree
    from generator.search.layout import Layout

    Integers = NDArray[np.int64]

_FILES, _SMALLEST, _LARGEST = 2200, 4 << 10, 36 << 10
_ALPHABET, _CHARACTER, _STEP, _COUNT = 3, 10, 4, 10


@dataclass(frozen=True)
class Grams:
    """The files, the first gram of each, and the alphabet: code points in order, as steps, and how many."""

    files: tuple[bytes, ...]
    first: bytes
    alphabet: bytes
    characters: int


def grams(layout: Layout) -> Grams:
    """The index of the archive's text."""
    if not layout.chunks:
        return Grams((), b"", b"", 0)
    places, alphabet = _places(layout)
    grown = tree(places)
    columns = _columns(grown, layout.cells)
    cuts = _cuts(grown, columns)
    files = tuple(_file(grown, columns, start, end) for start, end in pairwise(cuts))
    steps = np.diff(alphabet, prepend=0) - 1
    return Grams(files, _first(grown, cuts[:-1]), packed([(steps, _ALPHABET)]), len(alphabet))


def _places(layout: Layout) -> tuple[Places, Integers]:
    """Where grams start, and the alphabet that they are written in."""
    mute = punctuation()[layout.text]
    used = np.bincount(layout.text[~mute])
    used[ord(END)] = 0
    alphabet = np.flatnonzero(used)
    number = np.zeros(len(used), np.uint16)
    number[alphabet] = np.arange(1, len(alphabet) + 1)
    characters = number[layout.text[~mute]]
    after = np.concatenate(([False], mute[:-1]))[~mute]
    stops = np.flatnonzero(after | (characters == 0)).astype(np.int32)
    runs = np.repeat(stops, np.diff(stops, prepend=0))
    runs -= np.arange(len(runs), dtype=np.int32)
    short = np.append(runs, 1).clip(max=DEEPEST).astype(np.uint8)
    return Places(characters, layout.cell_of_each()[~mute], short), alphabet


@dataclass(frozen=True)
class _Columns:
    """The tree as small numbers: `ups` and `steps` a node, `gaps` and their `orders` a cell.

    `lists` and `cells` tell where each node's lists begin in `Tree.sizes`, and its cells in `gaps`.
    """

    ups: Integers
    steps: Integers
    gaps: NDArray[np.int32]
    orders: NDArray[np.uint8]
    lists: Integers
    cells: Integers


def _columns(grown: Tree, cells: int) -> _Columns:
    """What is written of the tree."""
    ups = np.diff(grown.depths, prepend=0) * -1 + 1
    steps = grown.characters.copy()
    for depth in range(1, int(grown.depths.max(initial=0)) + 1):
        here = np.flatnonzero(grown.depths == depth)
        younger = here[1:][ups[here[1:]] > 0]
        steps[younger] -= grown.characters[here[:-1]][ups[here[1:]] > 0] + 1
    kept = grown.kept
    begins = np.concatenate(([0], np.cumsum(kept)))
    gaps = np.diff(grown.cells, prepend=0)
    first = begins[:-1][kept > 0]
    gaps[first] = grown.cells[first]
    lists = np.concatenate(([0], np.cumsum(grown.lists)))
    return _Columns(ups, steps, gaps, np.repeat(order(cells, grown.sizes).astype(np.uint8), kept), lists, begins[lists])


def order(cells: int, sizes: Integers) -> Integers:
    """The order that suits the gaps of a list of so many places among so many cells."""
    mean = cells // np.maximum(sizes, 1)
    return np.asarray(np.maximum(np.frexp(mean.astype(np.float64))[1] - 2, 0), np.int64)


def _cuts(grown: Tree, columns: _Columns) -> Integers:
    """The numbers of the nodes at which files begin, and the number of nodes."""
    bits = np.add.reduceat(lengths(grown.sizes), columns.lists[:-1], dtype=np.int64)
    bits += np.add.reduceat(lengths(columns.gaps, columns.orders), columns.cells[:-1], dtype=np.int64)
    bits += lengths(columns.ups) + lengths(columns.steps, _STEP) + 1
    ends = np.cumsum(bits)
    size = 8 * min(max(int(ends[-1]) // 8 // _FILES, _SMALLEST), _LARGEST)
    return np.append(np.flatnonzero(np.diff(ends // size, prepend=-1)), len(bits))


def _file(grown: Tree, columns: _Columns, start: int, end: int) -> bytes:
    """Nodes `start` to `end`, column by column; the table of first grams tells what the first is called."""
    lists = slice(columns.lists[start], columns.lists[end])
    cells = slice(columns.cells[start], columns.cells[end])
    return packed(
        [
            (np.array([end - start]), _COUNT),
            (columns.ups[start + 1 : end], 0),
            (columns.steps[start + 1 : end], _STEP),
            (grown.inner[start:end].astype(np.int64), 0),
            (grown.sizes[lists], 0),
            (columns.gaps[cells], columns.orders[cells]),
        ]
    )


def _first(grown: Tree, cuts: Integers) -> bytes:
    """The grams at `cuts`, each as what it shares with the one before, how much it adds, and the added characters."""
    by_depth = [np.flatnonzero(grown.depths == depth) for depth in range(1, int(grown.depths.max(initial=0)) + 1)]
    numbers: list[Integers] = [np.zeros(0, np.int64)]
    before: list[int] = []
    for cut in cuts:
        path = [here[np.searchsorted(here, cut, "right") - 1] for here in by_depth[: grown.depths[cut]]]
        gram = [int(grown.characters[node]) for node in path]
        shared = next((n for n, (a, b) in enumerate(zip(gram, before, strict=False)) if a != b), len(before))
        numbers += [np.array([shared, len(gram) - shared]), np.array(gram[shared:])]
        before = gram
    orders = [0 if index % 2 else _CHARACTER for index in range(len(numbers))]
    return packed(list(zip(numbers, orders, strict=True)))
