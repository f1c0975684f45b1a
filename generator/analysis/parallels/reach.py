"""In how many speeches a passage is: those that share it with either side, whole or nearly."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    #: A number of a stream and a half-open stretch of its text.
    Side = tuple[int, int, int]

#: What share of a passage another one must cover to be the same.
_COVERED = 0.75


def reach(pairs: Iterable[tuple[Side, Side]]) -> Mapping[Side, int]:
    """For each side of a passage the streams that have it, its own included: bit n is set for stream number n.

    Not by clusters, which chains of overlaps would let grow without end: a passage is also in a speech that shares
    three quarters of its place with this one.

    >>> found = reach([((0, 0, 20), (1, 5, 25)), ((0, 2, 20), (2, 0, 18)), ((0, 0, 9), (3, 0, 9))])
    >>> bin(found[0, 0, 20]), bin(found[0, 0, 9])
    ('0b111', '0b1111')
    """
    partners: dict[Side, int] = defaultdict(int)
    for a, b in pairs:
        both = 1 << a[0] | 1 << b[0]
        partners[a] |= both
        partners[b] |= both
    found = dict(partners)
    open_sides: list[Side] = []
    for side in sorted(partners):
        stream, start, end = side
        open_sides = [each for each in open_sides if each[0] == stream and each[2] > start]
        for each in open_sides:
            common = min(each[2], end) - start
            if common >= _COVERED * (end - start):
                found[side] |= partners[each]
            if common >= _COVERED * (each[2] - each[1]):
                found[each] |= partners[side]
        open_sides.append(side)
    return found
