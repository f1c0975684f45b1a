"""Where the words of changed paragraphs went, when some were mended, split, joined, cut and dropped at once.

Every two texts that share n-grams are looked at, those that share most first. A text goes where most of it went; the
first to arrive in a new text is its version and has the id, a later one is part of it, but only if it brings words
that the earlier ones had not brought: stock phrases, which every paragraph of an official speech shares with others,
are thereby no evidence. For the same reason an n-gram that stands in three old texts weighs a third.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.permalinks.likeness import likenesses, rarity, weight
from generator.permalinks.match import Match, Pool
from generator.permalinks.rules import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.permalinks.likeness import Likeness
    from generator.permalinks.units import Unit

DOUBTFUL = 0.3
"""Likeness from which a person should look whether a deleted text was reworded."""


def reworded(pool: Pool) -> Match:
    """The texts of which the better half is still there, or was there before."""
    known = pool.known
    changed = [unit for unit in pool.old if unit not in known.pairs or known.pairs[unit].words != unit.words]
    return _settled(pool, changed, _strength)


def carried_over(pool: Pool) -> Match:
    """The texts of which the better half is still there."""
    return _settled(pool, pool.left_old, _share)


def _open(pool: Pool) -> list[Unit]:
    """The new units that are not word for word what they were."""
    partners = pool.known.partners
    return [unit for unit in pool.new if unit not in partners or partners[unit].words != unit.words]


def _ranked(
    old: Sequence[Unit], new: Sequence[Unit], weights: Mapping[str, int]
) -> Iterator[tuple[Unit, Unit, Likeness]]:
    """Texts that may have to do with each other, those that share most first."""
    if not old:  # then the n-grams of the new ones, which may be many, are not asked for
        return
    found = likenesses([unit.grams for unit in old], [unit.grams for unit in new], weights)
    likely = (likeness for likeness in found if likeness.containment >= DOUBTFUL)
    for each in sorted(likely, key=lambda likeness: (-likeness.shared, -likeness.dice, likeness.old, likeness.new)):
        yield old[each.old], new[each.new], each


def _settled(pool: Pool, sought: Sequence[Unit], strength: Callable[[Unit, Unit, Likeness], float]) -> Match:
    """Each of `sought` where most of it went; `strength` says how surely a new text is a version of it."""
    weights = rarity(unit.grams for unit in pool.old)
    sources = pool.known.sources
    brought = {new: frozenset().union(*(old.grams for old in sources[new])) for new in pool.new if new in sources}
    taken, placed = set(pool.known.partners), {*pool.known.pairs, *pool.known.part_of}
    pairs: dict[Unit, Unit] = {}
    part_of: dict[Unit, Unit] = {}
    near: dict[Unit, Unit] = {}
    origins: dict[Unit, Unit] = {}
    for old, new, likeness in _ranked(sought, _open(pool), weights):
        claim = _novelty(old, new, brought[new], weights) if new in brought else strength(old, new, likeness)
        if claim < ENOUGH:
            near |= {old: near.get(old, new)} if claim >= DOUBTFUL else {}
            continue
        if old not in placed:
            (part_of if new in taken else pairs)[old] = new
            taken.add(new)
            placed.add(old)
        elif new not in brought:
            origins[new] = old
        brought[new] = brought.get(new, frozenset()) | old.grams
    return Match(pairs, part_of, near, origins)


def _strength(old: Unit, new: Unit, likeness: Likeness) -> float:
    """How surely `new` is a version of `old`: that one lies in the other proves something of long texts only."""
    return likeness.containment if old.distinctive and new.distinctive else likeness.dice


def _share(_old: Unit, _new: Unit, likeness: Likeness) -> float:
    """How much of the old text is in the new one."""
    return likeness.shared / likeness.old_size


def _novelty(old: Unit, new: Unit, brought: frozenset[str], weights: Mapping[str, int]) -> float:
    """How much of `old` is in `new` that others have not `brought`; of a short text it proves nothing."""
    return weight(old.grams & new.grams - brought, weights) / weight(old.grams, weights) if old.distinctive else 0.0
