"""Which runs may be part of a passage: a quick look at millions of them, before each chain is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint16]
    Places = NDArray[np.int64]
    Few = NDArray[np.int8]

#: How many equal characters there must be, and how many on the longer side, as far as can be seen at once.
_LEAST, _LONG = 10, 12
#: What lone equal characters, which are cut off in the end, may make up for (in quarters of a pair), three at most.
_STRAYS = 3
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


def may_pay(numbers: Numbers, a: Places, b: Places, length: Places) -> NDArray[np.bool_]:
    """For each run, none of which has another near it, whether it can be a passage with what is beside it."""
    before, front = _beyond(numbers, a - 1, b - 1, -1)
    after, back = _beyond(numbers, a + length, b + length, 1)
    return (length + before + after >= _LEAST) & (length + front + back >= _LONG)


def _beyond(numbers: Numbers, a: Places, b: Places, step: int) -> tuple[Few, Few]:
    """How many equal characters, and how many characters of either side, an end can gain at most in a way that pays.

    The longest common subsequence of the next characters is worked out cell by cell for all runs at once. A cell pays
    where a quarter of the characters up to it are pairs; it is an end where a pair or the run stands before it.
    """
    gain, reach = np.zeros((2, len(a)), np.int8)
    row = np.zeros((_BESIDE + 1, len(a)), np.int8)
    pairs = np.zeros((_BESIDE + 1, len(a)), np.bool_)
    pairs[0] = True
    theirs = [numbers.take(b + step * n, mode="clip") for n in range(_BESIDE)]
    for i in range(_BESIDE):
        ours = numbers.take(a + step * i, mode="clip")
        corner, paired = row[0].copy(), pairs[0].copy()
        pairs[0] = False
        for j, other in enumerate(theirs):
            equal = ours == other
            most = np.maximum(np.maximum(row[j + 1], row[j]), corner + equal)
            ends = equal & paired & (4 * most + _STRAYS >= i + j + 2)
            np.maximum(gain, most * ends, out=gain)
            np.maximum(reach, (max(i, j) + 1) * ends, out=reach)
            corner, paired = row[j + 1].copy(), pairs[j + 1].copy()
            row[j + 1], pairs[j + 1] = most, equal
    return gain, reach


def _beside(numbers: Numbers, a: Places, b: Places, step: int) -> Few:
    """How many of the next characters in the direction of `step` are equal, if need be with one side one ahead."""
    ours, theirs = ([numbers.take(side + step * n, mode="clip") for n in range(_BESIDE + 1)] for side in (a, b))
    most = np.zeros(len(a), np.int8)
    for ahead, behind in ((0, 0), (1, 0), (0, 1)):
        equal = np.zeros(len(a), np.int8)
        for n in range(_BESIDE):
            equal += ours[n + ahead] == theirs[n + behind]
        np.maximum(most, equal, out=most)
    return most
