"""Passages of a pair of streams: chains aligned, trimmed to what pays, kept if they are long, alike and telling."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.parallels.alignment import matches
from generator.analysis.parallels.chains import Run, chains
from generator.analysis.parallels.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.parallels.streams import Stream

#: What a chain must be worth before it is looked at.
_LEAST = 8
#: How many characters of the longer side, how many equal ones, and what share of equal ones make a passage.
_LONG, _EQUAL, _ALIKE = 12, 10, 0.75
#: How many bits equal words must tell, and how many of them beyond slogans. Everyday words of politics tell some 5
#: bits a character, so that names of institutions and of doctrines fall short.
_TELLING, _OWN = 50, 20
#: How far past its ends a chain is tried, and how far what it is worth may fall before a passage ends (X-drop).
_BEYOND, _DROP = 8, 8


class Passage(NamedTuple):
    """`a` to `a_end` of one stream, `b` to `b_end` of the other, and how many characters of them are `equal`."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int

    @property
    def similarity(self) -> float:
        """Share of the characters that are equal (the Dice coefficient, 0 to 1)."""
        return 2 * self.equal / (self.a_end - self.a + self.b_end - self.b)


def passages(one: Stream, other: Stream, runs: Sequence[Run]) -> list[Passage]:
    """What the streams share, in order; where passages cover the same place, the one with most equal characters."""
    found = {
        passage
        for chain in chains(runs, _LEAST)
        for equal in _paying(_filled(one.text, other.text, chain))
        if (passage := _passage(one, other, equal))
    }
    kept: list[Passage] = []
    for passage in sorted(found, key=lambda each: (-each.equal, each)) if len(found) > 1 else found:
        in_a = any(longer.a <= passage.a and passage.a_end <= longer.a_end for longer in kept)
        in_b = any(longer.b <= passage.b and passage.b_end <= longer.b_end for longer in kept)
        if not (in_a and in_b):
            kept.append(passage)
    return sorted(kept)


def _filled(one: str, other: str, chain: Sequence[Run]) -> list[Run]:
    """`chain` with what is equal between its runs, and a little beyond its ends; what touches is one run."""
    found: list[Run] = []
    a, b = max(chain[0].a - _BEYOND, 0), max(chain[0].b - _BEYOND, 0)
    for run in chain:
        found += matches(one[a : run.a], other[b : run.b], a, b)
        found.append(run)
        a, b = run.a + run.length, run.b + run.length
    found += matches(one[a : a + _BEYOND], other[b : b + _BEYOND], a, b)
    return _joined(found)


def _joined(runs: Sequence[Run]) -> list[Run]:
    """`runs`, those that go on where the one before ends as one."""
    joined: list[Run] = []
    a_end = b_end = -1
    for run in runs:
        a, b, length = run
        if a == a_end and b == b_end:
            first = joined[-1]
            joined[-1] = Run(first.a, first.b, first.length + length)
        else:
            joined.append(run)
        a_end, b_end = a + length, b + length
    return joined


def _paying(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The parts that are worth most: an equal character gains one, a changed one costs one, on average of both sides.

    Local alignment after Smith and Waterman (1981), ended where its worth falls by `_DROP` (Altschul and others 1990).
    """
    part: list[Run] = []
    worth = peak = 0.0
    peak_at = 0
    a_end, b_end, _ = runs[0]
    for run in runs:
        a, b, length = run
        worth -= (a - a_end + b - b_end) / 2
        if worth < max(peak - _DROP, 0):
            yield part[:peak_at]
            part, worth, peak, peak_at = [], 0.0, 0.0, 0
        part.append(run)
        worth += length
        if worth >= peak:
            peak, peak_at = worth, len(part)
        a_end, b_end = a + length, b + length
    yield part[:peak_at]


def _passage(one: Stream, other: Stream, equal: Sequence[Run]) -> Passage | None:
    """The `equal` runs as a passage, if they are one once their ends are trimmed."""
    equal = _without_strays(equal)
    if not _is_passage(equal) or not _is_passage(equal := trimmed(one, other, equal)):
        return None
    return _passage_of(equal) if _tells(one, other, equal) else None


def _without_strays(equal: Sequence[Run]) -> Sequence[Run]:
    """`equal` without lone characters at its ends, which are there by chance."""
    first, last = 0, len(equal)
    while first < last and equal[first].length == 1:
        first += 1
    while last > first and equal[last - 1].length == 1:
        last -= 1
    return equal[first:last]


def _passage_of(equal: Sequence[Run]) -> Passage:
    """What reaches from the first to the last of the `equal` runs."""
    a, b, _ = equal[0]
    last_a, last_b, length = equal[-1]
    return Passage(a, last_a + length, b, last_b + length, sum(run.length for run in equal))


def _is_passage(equal: Sequence[Run]) -> bool:
    """Whether the `equal` runs are long and alike enough."""
    count = sum(run.length for run in equal)
    if count < _EQUAL:
        return False
    passage = _passage_of(equal)
    longer = max(passage.a_end - passage.a, passage.b_end - passage.b)
    return longer >= _LONG and passage.similarity >= _ALIKE


def _tells(one: Stream, other: Stream, equal: Sequence[Run]) -> bool:
    """Whether the equal runs tell enough, and enough beyond what either speech says as a slogan."""
    told = own = 0.0
    for a, b, length in equal:
        known = zip(one.known[a : a + length], other.known[b : b + length], strict=True)
        for bits, is_known in zip(one.bits(a, a + length), known, strict=True):
            told += bits
            if is_known == (0, 0):
                own += bits
            if told >= _TELLING and own >= _OWN:
                return True
    return False
