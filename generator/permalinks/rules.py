"""Ways to know a unit again. Each takes what those before it left over and gives what it finds out."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.permalinks.likeness import likenesses, one_to_one
from generator.permalinks.match import Match, Pool

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.permalinks.units import Unit

ENOUGH = 0.5
"""Likeness from which two texts are taken for versions of one another."""


SHORT = 24
"""Words of fewer characters may lose half of their n-grams to two slips of the pen."""


def in_order(pool: Pool) -> Match:
    """The same words in the same order; of the same words said twice, each with its own neighbours."""
    before, after = ([unit.words for unit in side] for side in (pool.old, pool.new))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return Match({pool.old[block.a + i]: pool.new[block.b + i] for block in blocks for i in range(block.size)})


def same_words(pool: Pool) -> Match:
    """The same words elsewhere."""
    waiting = _by_words(pool.left_new)
    return Match({unit: waiting[unit.words].pop() for unit in pool.left_old if waiting[unit.words]})


def in_place(pool: Pool) -> Match:
    """Words that are half the same between the same neighbours as before; of a short text, characters are enough."""
    spaces = _gaps(pool.new, {unit: unit for unit in pool.known.partners})
    found: dict[Unit, Unit] = {}
    for neighbours, old in _gaps(pool.old, pool.known.pairs).items():
        new = spaces.get(neighbours, [])
        close = (
            likeness
            for features in (_grams, _characters)
            for likeness in likenesses([features(unit) for unit in old], [features(unit) for unit in new])
            if likeness.dice >= ENOUGH
        )
        found |= {old[likeness.old]: new[likeness.new] for likeness in one_to_one(close)}
    return Match(found)


def joined(pool: Pool) -> Match:
    """Words, however few, that a neighbour says once more than before, for it has taken them in."""
    known = pool.known
    part_of = {
        unit: known.pairs[other]
        for unit, other in _neighbours(pool.old)
        if unit.words and other in known.pairs and unit not in known.pairs and unit not in known.part_of
        if known.pairs[other].words.count(unit.words) > other.words.count(unit.words)
    }
    return Match(part_of=part_of)


def parted(pool: Pool) -> Match:
    """Words, however few, that a neighbour says once less than before, for they were cut off."""
    known = pool.known
    origins = {
        unit: known.partners[other]
        for unit, other in _neighbours(pool.new)
        if unit.words and other in known.partners and unit not in known.partners and unit not in known.origins
        if known.partners[other].words.count(unit.words) > other.words.count(unit.words)
    }
    return Match(origins=origins)


def _neighbours(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Each unit with the one before it and the one after it."""
    for one, other in pairwise(units):
        yield one, other
        yield other, one


def _grams(unit: Unit) -> frozenset[str]:
    """The n-grams of a text that is long enough to have some to spare."""
    return unit.grams if unit.distinctive else frozenset()


def _characters(unit: Unit) -> frozenset[str]:
    """The characters of a short text, each with how often it stood before."""
    short = unit.words if len(unit.words) < SHORT else ""
    return frozenset(f"{c}{short[:i].count(c)}" for i, c in enumerate(short))


def _by_words(units: Sequence[Unit]) -> defaultdict[str, list[Unit]]:
    """`units` under their words, the first of them last."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in reversed(units):
        found[unit.words].append(unit)
    return found


def _gaps(units: Sequence[Unit], known: Mapping[Unit, Unit]) -> dict[tuple[Unit | None, Unit | None], list[Unit]]:
    """The unknown units between each two neighbours that are known, under what the neighbours are known as."""
    found: dict[tuple[Unit | None, Unit | None], list[Unit]] = {}
    before: Unit | None = None
    between: list[Unit] = []
    for unit in (*units, None):
        if unit is not None and unit not in known:
            between.append(unit)
            continue
        after = known[unit] if unit else None
        if between:
            found[before, after] = between
        before, between = after, []
    return found
