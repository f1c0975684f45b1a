"""Whole numbers as bits: exponential Golomb codes, packed high bit first, many at a time.

A number n in order k is written as n + 2**k in binary, after as many zeros as it has bits beyond k + 1. Small numbers
are short, and a wild one costs only twice its own length, which suits the gaps of bursty words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Integers = NDArray[np.integer[Any]]

_WORD = 32
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Codes:
    """Numbers as they are written: each of `values` in so many bits."""

    values: NDArray[np.uint32] | NDArray[np.uint8]
    widths: NDArray[np.uint8]

    def __getitem__(self, part: slice) -> Codes:
        """Some of them."""
        return Codes(self.values[part], self.widths[part])

    def where(self, written: NDArray[np.bool_]) -> Codes:
        """Those that are written; any other takes no bit."""
        self.values[~written] = self.widths[~written] = 0
        return self

    def bits(self, starts: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many bits those from each of `starts` to the next take; there is one at least."""
        return np.add.reduceat(self.widths, starts, dtype=np.int64)


def codes(numbers: Integers, orders: Integers | int = 0) -> Codes:
    """`numbers` in their orders; in blocks, for what is in between is many times as large."""
    orders = np.broadcast_to(orders, numbers.shape)
    found = Codes(np.empty(len(numbers), np.uint32), np.empty(len(numbers), np.uint8))
    for start in range(0, len(numbers), _BLOCK):
        block = slice(start, start + _BLOCK)
        values = numbers[block] + (np.int64(1) << orders[block].astype(np.int64))
        found.values[block] = values
        found.widths[block] = 2 * _bit_length(values) - 1 - orders[block].astype(np.uint8)
    return found


def steps(numbers: Integers, orders: Integers) -> Codes:
    """`numbers` of which many are 0: a single bit 1 for 0, any other less 1 in its order after a bit 0."""
    again = numbers == 0
    found = codes(np.maximum(numbers - 1, 0), orders)
    found.widths[:] += 1
    found.values[again] = found.widths[again] = 1
    return found


def packed(columns: Iterable[Codes]) -> bytes:
    """Columns of numbers one after another; the last byte is filled with zeros.

    >>> packed([codes(np.array([0, 1, 2])), codes(np.array([5]), 2)]).hex()
    'a690'
    """
    columns = list(columns)
    values = np.concatenate([column.values for column in columns])
    return _bits(values.astype(np.uint64), np.concatenate([column.widths for column in columns]).astype(np.int64))


def _bits(values: NDArray[np.uint64], widths: Integers) -> bytes:
    """Each of `values` in so many bits."""
    if not len(values):
        return b""
    ends = np.cumsum(widths)
    words = (ends - 1) // _WORD
    shifted = values << ((words + 1) * _WORD - ends).astype(np.uint64)
    first = np.flatnonzero(np.diff(words, prepend=-1))  # of those that end in a word, only the first may begin before
    found = np.zeros(int(words[-1]) + 1, np.uint32)
    found[words[first]] = np.bitwise_or.reduceat(shifted & np.uint64(0xFFFFFFFF), first)
    found[np.maximum(words[first] - 1, 0)] |= (shifted[first] >> np.uint64(_WORD)).astype(np.uint32)
    return found.astype(">u4").tobytes()[: -(-int(ends[-1]) // 8)]


def _bit_length(numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Bits of each (positive, below 2**53)."""
    if int(numbers.max(initial=0)) < len(_SMALL):
        found: NDArray[np.uint8] = _SMALL[numbers]
        return found
    return np.frexp(numbers.astype(np.float64))[1].astype(np.uint8)


_SMALL = np.frexp(np.arange(1 << 16))[1].astype(np.uint8)
"""Bits of most numbers: they are looked up in a fifth of the time that the logarithm takes."""
