"""The lists of all nodes as they are written: in each, the places with the same hint together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.search.numbers import Codes, codes, steps
from generator.search.places import HINT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

_HINT = 4


@dataclass(frozen=True)
class Lists:
    """What is written: `sizes` and `kinds` (how many hints) of each list, `hints` and `counts` of each group, `gaps`.

    `groups` and `cells` tell where each list's groups and cells begin.
    """

    sizes: Codes
    kinds: Codes
    hints: Codes
    counts: Codes
    gaps: Codes
    groups: Integers
    cells: Integers

    def bits(self, begins: Integers) -> Integers:
        """How many bits the lists from each of `begins` to the next take."""
        starts = begins[:-1]
        found = self.sizes.bits(starts) + self.kinds.bits(starts)
        found += self.hints.bits(self.groups[starts]) + self.counts.bits(self.groups[starts])
        return found + self.gaps.bits(self.cells[starts])

    def part(self, start: int, end: int) -> tuple[Codes, ...]:
        """The columns of lists `start` to `end`."""
        here, groups = slice(start, end), slice(self.groups[start], self.groups[end])
        cells = slice(self.cells[start], self.cells[end])
        return self.sizes[here], self.kinds[here], self.hints[groups], self.counts[groups], self.gaps[cells]


def lists(sizes: Integers, kept: Integers, where: NDArray[np.int32], follows: NDArray[np.uint8], cells: int) -> Lists:
    """Lists of such `sizes`, of each so many `kept` places, which lie in such cells of so many, with such hints."""
    ends = np.cumsum(kept)
    opens = np.zeros(len(where), np.bool_)
    opens[(ends - kept)[kept > 0]] = True  # a list begins here; then also where another hint does
    heads = opens.copy()
    opens[1:] |= follows[1:] != follows[:-1]
    first = np.flatnonzero(opens)
    counts = np.diff(first, append=len(where))
    of = np.searchsorted(ends, first, "right")
    kinds = np.bincount(of, minlength=len(kept))
    orders = order(cells * kept[of], sizes[of] * counts)
    return Lists(
        codes(sizes),
        codes(np.maximum(kinds - 1, 0)).where(kept > 1),
        _hints(follows[first], heads[first]),
        codes(counts - 1).where(np.append(~heads[first][1:], False)),
        _gaps(where, first, np.repeat(orders.astype(np.uint8), counts), cells),
        np.append(0, np.cumsum(kinds)),
        np.append(0, ends),
    )


def _hints(hints: NDArray[np.uint8], heads: Mask) -> Codes:
    """The first hint of each list as it is, any other as the step from the one before."""
    found = codes(np.maximum(np.diff(hints.astype(np.int64), prepend=0) - 1, 0), _HINT)
    found.values[heads], found.widths[heads] = hints[heads], 2 * HINT
    return found


def _gaps(where: NDArray[np.int32], first: Integers, orders: NDArray[np.uint8], cells: int) -> Codes:
    """The cells of each group, the first as it is, any other as the step from the one before."""
    gaps = np.diff(where, prepend=0)
    gaps[first] = 0
    written = steps(gaps, orders)
    whole = codes(where[first], cells.bit_length() - 1)
    written.values[first], written.widths[first] = whole.values, whole.widths
    return written


def order(room: Integers, places: Integers) -> Integers:
    """The order that suits the gaps of so many places in so much room."""
    mean = room // np.maximum(places, 1)
    return np.asarray(np.maximum(np.frexp(mean.astype(np.float64))[1] - 2, 0), np.int64)
