"""Whole numbers as bits: exponential Golomb codes, packed high bit first, many at a time.

A number n in order k is written as n + 2**k in binary, after as many zeros as it has bits beyond k + 1. Small numbers
are short, and a wild one costs only twice its own length, which suits the gaps of bursty words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Integers = NDArray[np.integer[Any]]

_WORD = 32
_BLOCK = 1 << 20


def lengths(numbers: Integers, orders: Integers | int = 0) -> NDArray[np.uint8]:
    """How many bits each of `numbers` takes in its order; in blocks, for what is in between is many times as large."""
    orders = np.broadcast_to(orders, numbers.shape)
    found = np.empty(len(numbers), np.uint8)
    for start in range(0, len(numbers), _BLOCK):
        block = slice(start, start + _BLOCK)
        found[block] = 2 * _bit_length(_values(numbers[block], orders[block])) - 1 - orders[block].astype(np.int64)
    return found


def _values(numbers: Integers, orders: Integers | int) -> NDArray[np.int64]:
    """What is written in binary."""
    return np.asarray(numbers + (np.int64(1) << np.asarray(orders, np.int64)), np.int64)


def packed(columns: Iterable[tuple[Integers, Integers | int]]) -> bytes:
    """Columns of numbers, each with its order or orders, one after another; the last byte is filled with zeros.

    >>> packed([(np.array([0, 1, 2]), 0), (np.array([5]), 2)]).hex()
    'a690'
    """
    values, widths = [], []
    for numbers, order in columns:
        values.append(_values(numbers, order))
        widths.append(lengths(numbers, order))
    return _bits(np.concatenate(values).astype(np.uint64), np.concatenate(widths).astype(np.int64))


def _bits(values: NDArray[np.uint64], widths: Integers) -> bytes:
    """Each of `values` in so many bits. Fields do not overlap, so that adding them up is exact."""
    if not len(values):
        return b""
    ends = np.cumsum(widths)
    words = (ends - 1) // _WORD
    shifted = values << ((words + 1) * _WORD - ends).astype(np.uint64)
    size = int(words[-1]) + 1
    low = np.bincount(words, (shifted & np.uint64(0xFFFFFFFF)).astype(np.float64), size)
    high = np.bincount(np.maximum(words - 1, 0), (shifted >> np.uint64(_WORD)).astype(np.float64), size)
    return (low + high).astype(">u4").tobytes()[: -(-int(ends[-1]) // 8)]


def _bit_length(numbers: Integers) -> NDArray[np.int64]:
    """Bits of each (positive, below 2**53)."""
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)
