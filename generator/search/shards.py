"""The tree of grams cut into files, each to be read on its own, and the table that tells which file has a gram."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from generator.search.grams import tree
from generator.search.numbers import Codes, codes, packed
from generator.search.numbers import steps as gap_codes
from generator.search.places import HINT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.search.grams import Tree
    from generator.search.places import Places

    Integers = NDArray[np.int64]

_FILES, _SMALLEST, _LARGEST = 1950, 4 << 10, 64 << 10
_PLAY = 0.2
_CHARACTER, _STEP, _COUNT = 7, 4, 10


@dataclass(frozen=True)
class Grams:
    """The files, and the first gram of each."""

    files: tuple[bytes, ...]
    first: bytes


def grams(places: Places, cells: int) -> Grams:
    """The index of the places, which lie in so many cells."""
    if not len(places.cells):
        return Grams((), b"")
    grown = tree(places)
    columns = _columns(grown, cells)
    cuts = _cuts(grown, columns)
    files = tuple(_file(columns, start, end) for start, end in pairwise(cuts))
    return Grams(files, _first(grown, cuts[:-1]))


@dataclass(frozen=True)
class _Columns:
    """The tree as it is written: `ups`, `steps`, `inner` a node, `sizes` a list, `gaps` and `hints` a cell.

    `lists` and `cells` tell where each node's lists begin in `sizes`, and its cells in `gaps`.
    """

    ups: Codes
    steps: Codes
    inner: Codes
    sizes: Codes
    gaps: Codes
    hints: Codes
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
    lists = np.concatenate(([0], np.cumsum(grown.lists)))
    gaps = _gaps(grown, begins[:-1][kept > 0], np.repeat(order(cells, grown.sizes).astype(np.uint8), kept), cells)
    inner = codes(grown.inner.astype(np.int64))
    hints = Codes(grown.hints, np.full(len(grown.hints), 2 * HINT, np.uint8))
    return _Columns(codes(ups), codes(steps, _STEP), inner, codes(grown.sizes), gaps, hints, lists, begins[lists])


def _gaps(grown: Tree, first: Integers, orders: NDArray[np.uint8], cells: int) -> Codes:
    """The cells of each list, the first as it is, any other as the step from the one before."""
    gaps = np.diff(grown.cells, prepend=0)
    gaps[first] = 0
    written = gap_codes(gaps, orders)
    whole = codes(grown.cells[first], cells.bit_length() - 1)
    written.values[first], written.widths[first] = whole.values, whole.widths
    return written


def order(cells: int, sizes: Integers) -> Integers:
    """The order that suits the gaps of a list of so many places among so many cells."""
    mean = cells // np.maximum(sizes, 1)
    return np.asarray(np.maximum(np.frexp(mean.astype(np.float64))[1] - 2, 0), np.int64)


def _cuts(grown: Tree, columns: _Columns) -> Integers:
    """The numbers of the nodes at which files begin, and the number of nodes.

    Each cut may be anywhere in the last part of a file, where the gram is shortest: all first grams are in the entry.
    """
    bits = np.add.reduceat(columns.sizes.widths, columns.lists[:-1], dtype=np.int64)
    bits += np.add.reduceat(columns.gaps.widths, columns.cells[:-1], dtype=np.int64)
    bits += 2 * HINT * np.diff(columns.cells)
    bits += columns.ups.widths.astype(np.int64) + columns.steps.widths + columns.inner.widths
    ends = np.cumsum(bits)
    size = 8 * min(max(int(ends[-1]) // 8 // _FILES, _SMALLEST), _LARGEST)
    cuts = [0]
    while True:
        done = int(ends[cuts[-1] - 1]) if cuts[-1] else 0
        least, most = np.searchsorted(ends, (done + int(size * (1 - _PLAY)), done + int(size * (1 + _PLAY)))) + 1
        if most >= len(bits):
            return np.array([*cuts, len(bits)])
        least = max(int(least), cuts[-1] + 1)
        cuts.append(least + int(np.argmin(grown.depths[least : max(int(most), least + 1)])))


def _file(columns: _Columns, start: int, end: int) -> bytes:
    """Nodes `start` to `end`, column by column; the table of first grams tells what the first is called."""
    parts = (
        (columns.ups, slice(start + 1, end)),
        (columns.steps, slice(start + 1, end)),
        (columns.inner, slice(start, end)),
        (columns.sizes, slice(columns.lists[start], columns.lists[end])),
        (columns.gaps, slice(columns.cells[start], columns.cells[end])),
        (columns.hints, slice(columns.cells[start], columns.cells[end])),
    )
    count = codes(np.array([end - start]), _COUNT)
    return packed([count, *(Codes(column.values[part], column.widths[part]) for column, part in parts)])


def _first(grown: Tree, cuts: Integers) -> bytes:
    """The grams at `cuts`, each as what it shares with the one before, how much it adds, and the added characters."""
    by_depth = [np.flatnonzero(grown.depths == depth) for depth in range(1, int(grown.depths.max(initial=0)) + 1)]
    written: list[Codes] = []
    before: list[int] = []
    for cut in cuts:
        path = [here[np.searchsorted(here, cut, "right") - 1] for here in by_depth[: grown.depths[cut]]]
        gram = [int(grown.characters[node]) for node in path]
        shared = next((n for n, (a, b) in enumerate(zip(gram, before, strict=False)) if a != b), len(before))
        written += [codes(np.array([shared, len(gram) - shared])), codes(np.array(gram[shared:]), _CHARACTER)]
        before = gram
    return packed(written)
