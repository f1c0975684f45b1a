"""Which runs may be part of a passage: a quick look at millions of them, before each chain is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint16]
    Places = NDArray[np.int64]

#: How many equal characters there must be, as far as can be seen at once.
_LEAST = 10
#: How far beside a run is looked, and how far from one run to the next on a band of `_BAND` diagonals.
_BESIDE, _WITHIN, _BAND = 8, 16, 32


def is_near(numbers: Numbers, owner: NDArray[np.int32], a: Places, b: Places, length: Places) -> NDArray[np.bool_]:
    """For each run whether it comes to enough equal characters, alone or with others near it.

    A run is `length` characters (n,) from `a` and from `b` of `numbers`, whose texts `owner` tells; a run's diagonal is
    b - a. Bands are laid twice, half a band apart, so that runs on neighbouring diagonals share one.
    """
    worth = length + _beside(numbers, a - 1, b - 1, -1) + _beside(numbers, a + length, b + length, 1)
    near = worth >= _LEAST
    for shift in (0, _BAND // 2):
        band = (b - a + shift) // _BAND
        order = np.argsort(band * (len(owner) + 1) + a, kind="stable")
        before, after = order[:-1], order[1:]
        linked = np.zeros(len(a), np.bool_)
        linked[1:] = (
            (band[before] == band[after])
            & (owner[a[before]] == owner[a[after]])
            & (owner[b[before]] == owner[b[after]])
            & (a[after] - a[before] - length[before] <= _WITHIN)
        )
        group = np.cumsum(~linked) - 1
        near[order] |= np.bincount(group, worth[order])[group] >= _LEAST
    return near


def _beside(numbers: Numbers, a: Places, b: Places, step: int) -> Places:
    """How many of the next characters in the direction of `step` are equal, if need be with one side one ahead."""
    most = np.zeros(len(a), np.int64)
    for ahead_a, ahead_b in ((0, 0), (1, 0), (0, 1)):
        equal = np.zeros(len(a), np.int64)
        for n in range(_BESIDE):
            next_a, next_b = a + step * (n + ahead_a), b + step * (n + ahead_b)
            equal += numbers.take(next_a, mode="clip") == numbers.take(next_b, mode="clip")
        np.maximum(most, equal, out=most)
    return most
