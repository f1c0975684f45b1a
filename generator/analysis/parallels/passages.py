"""Passages of a pair of streams: chains aligned, trimmed to what pays, kept if they are long, alike and telling."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.parallels.alignment import Stretch, aligned, joined
from generator.analysis.parallels.chains import chains
from generator.analysis.parallels.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.parallels.chains import Run
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
        for stretches in _paying(_filled(one.text, other.text, chain))
        if (passage := _passage(one, other, stretches))
    }
    kept: list[Passage] = []
    for passage in sorted(found, key=lambda each: (-each.equal, each)):
        in_a = any(longer.a <= passage.a and passage.a_end <= longer.a_end for longer in kept)
        in_b = any(longer.b <= passage.b and passage.b_end <= longer.b_end for longer in kept)
        if not (in_a and in_b):
            kept.append(passage)
    return sorted(kept)


def _filled(one: str, other: str, chain: Sequence[Run]) -> Iterator[Stretch]:
    """`chain` with what lies between its runs, and a little beyond its ends, aligned."""
    first, last = chain[0], chain[-1]
    a, b = max(first.a - _BEYOND, 0), max(first.b - _BEYOND, 0)
    for run in chain:
        yield from aligned(one[a : run.a], other[b : run.b], a, b)
        a, b = run.a + run.length, run.b + run.length
        yield Stretch(equal=True, a=run.a, a_end=a, b=run.b, b_end=b)
    a, b = last.a + last.length, last.b + last.length
    yield from aligned(one[a : a + _BEYOND], other[b : b + _BEYOND], a, b)


def _paying(stretches: Iterator[Stretch]) -> Iterator[list[Stretch]]:
    """The parts that are worth most: an equal character gains one, a changed one costs one, on average of both sides.

    Local alignment after Smith and Waterman (1981), ended where its worth falls by `_DROP` (Altschul and others 1990).
    """
    part: list[Stretch] = []
    worth = peak = 0.0
    peak_at = 0
    for stretch in joined(stretches):
        part.append(stretch)
        if stretch.equal:
            worth += stretch.a_end - stretch.a
            if worth >= peak:
                peak, peak_at = worth, len(part)
        else:
            worth -= (stretch.a_end - stretch.a + stretch.b_end - stretch.b) / 2
        if worth < max(peak - _DROP, 0):
            yield part[:peak_at]
            part, worth, peak, peak_at = [], 0.0, 0.0, 0
    yield part[:peak_at]


def _passage(one: Stream, other: Stream, stretches: Sequence[Stretch]) -> Passage | None:
    """`stretches` as a passage, if they are one once their ends are trimmed."""
    equal = _without_strays([each for each in stretches if each.equal])
    if not _is_passage(equal) or not _is_passage(equal := trimmed(one, other, equal)):
        return None
    return _passage_of(equal) if _tells(one, other, equal) else None


def _without_strays(equal: Sequence[Stretch]) -> Sequence[Stretch]:
    """`equal` without lone characters at its ends, which are there by chance."""
    long = [n for n, each in enumerate(equal) if each.a_end - each.a > 1]
    return equal[long[0] : long[-1] + 1] if long else ()


def _passage_of(equal: Sequence[Stretch]) -> Passage:
    """What reaches from the first to the last of the `equal` stretches."""
    first, last = equal[0], equal[-1]
    return Passage(first.a, last.a_end, first.b, last.b_end, sum(each.a_end - each.a for each in equal))


def _is_passage(equal: Sequence[Stretch]) -> bool:
    """Whether the `equal` stretches are long and alike enough."""
    if not equal:
        return False
    passage = _passage_of(equal)
    longer = max(passage.a_end - passage.a, passage.b_end - passage.b)
    return longer >= _LONG and passage.equal >= _EQUAL and passage.similarity >= _ALIKE


def _tells(one: Stream, other: Stream, equal: Sequence[Stretch]) -> bool:
    """Whether the equal stretches tell enough, and enough beyond what either speech says as a slogan."""
    told = own = 0.0
    for stretch in equal:
        known = one.known[stretch.a : stretch.a_end] | other.known[stretch.b : stretch.b_end]
        for bits, is_known in zip(one.bits(stretch.a, stretch.a_end), known.tolist(), strict=True):
            told += bits
            own += 0 if is_known else bits
            if told >= _TELLING and own >= _OWN:
                return True
    return False
