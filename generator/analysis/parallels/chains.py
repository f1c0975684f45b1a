"""Runs of one pair of streams that follow one another, put together as passages are.

Colinear chaining with a cost for gaps, as in TextPAIR and in the alignment of genomes (Abouelhoda and Ohlebusch 2005):
the best chain that ends in a run is that run, or the best chain of an earlier one carried on by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many characters a chain may skip on either side, and by how many more on one side than on the other.
WITHIN, DRIFT = 16, 10


class Run(NamedTuple):
    """`length` equal characters, from `a` of one text and from `b` of the other."""

    a: int
    b: int
    length: int


def chains(runs: Sequence[Run], least: int) -> Iterator[list[Run]]:
    """Chains of `runs` (sorted) worth `least` equal characters, the best first; no run is in two, and none overlap.

    >>> list(chains([Run(0, 5, 6), Run(8, 14, 4), Run(90, 20, 9)], 8))
    [[Run(a=90, b=20, length=9)], [Run(a=0, b=5, length=6), Run(a=8, b=14, length=4)]]
    >>> list(chains([Run(0, 5, 6), Run(60, 65, 4)], 8))
    []
    """
    worth, before = _best(runs)
    used = [False] * len(runs)
    for last in sorted(range(len(runs)), key=lambda n: (-worth[n], n)):
        if worth[last] < least:
            return
        chain: list[Run] = []
        n = last
        while n >= 0 and not used[n]:
            used[n] = True
            chain.append(runs[n])
            n = before[n]
        if chain:
            yield _disjoint(reversed(chain))


def _best(runs: Sequence[Run]) -> tuple[list[float], list[int]]:
    """For each run the worth of the best chain that ends in it, and the run before it there, -1 for none."""
    worth: list[float] = []
    before: list[int] = []
    near: list[int] = []
    for n, (a, b, length) in enumerate(runs):
        near = [m for m in near if a - runs[m][0] - runs[m][2] <= WITHIN]
        best, previous = float(length), -1
        for m in near:
            a0, b0, length0 = runs[m]
            gap_a, gap_b = a - a0 - length0, b - b0 - length0
            if gap_b > WITHIN or b <= b0 or a == a0 or abs(gap_a - gap_b) > DRIFT:
                continue
            overlap = min(gap_a, gap_b, 0)
            value = worth[m] + length + overlap - (gap_a + gap_b - 2 * overlap) / 4
            if length + overlap > 0 and value > best:
                best, previous = value, m
        worth.append(best)
        before.append(previous)
        near.append(n)
    return worth, before


def _disjoint(chain: Iterator[Run]) -> list[Run]:
    """`chain` with each run cut where the one before it ends."""
    cut: list[Run] = []
    a_end = b_end = 0
    for a, b, length in chain:
        over = max(a_end - a, b_end - b, 0)
        if over < length:
            cut.append(Run(a + over, b + over, length - over))
            a_end, b_end = a + length, b + length
    return cut
