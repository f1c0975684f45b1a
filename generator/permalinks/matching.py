"""Which of the new texts' units is which of the ledger's.

Rules run in the order of `STAGES`, the surest first; each sees only what those before it left over, and pairs one to
one. What is still left afterwards has been merged, deleted (see `fates`) or is new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from generator.permalinks.likeness import Likeness, one_to_one
from generator.permalinks.units import Kind, Unit, alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Pairs = Iterator[tuple[Unit, Unit]]
    Groups = Iterator[tuple[Sequence[Unit], Sequence[Unit]]]

ENOUGH = 0.5
"""Strength from which two texts are taken for versions of one another."""


@dataclass(frozen=True)
class Pool:
    """Units of the ledger and of the new texts, each in printed order, and what is known of them so far."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    pairs: Mapping[Unit, Unit]
    partners: Mapping[Unit, Unit]

    @cached_property
    def standing(self) -> list[Unit]:
        """Those of the ledger that the last build showed."""
        return [unit for unit in self.old if unit.live]

    @cached_property
    def left_old(self) -> list[Unit]:
        """Those that the last build showed and nobody has found again."""
        return [unit for unit in self.standing if unit not in self.pairs]

    @cached_property
    def left_new(self) -> list[Unit]:
        """Those that nobody knows yet."""
        return [unit for unit in self.new if unit not in self.partners]


def pairs(old: Sequence[Unit], new: Sequence[Unit], homes: Mapping[str, str]) -> dict[Unit, Unit]:
    """Each unit of `old` that lives on, with its new self; `homes` gives the new path of each speech found again."""
    found: dict[Unit, Unit] = {}
    for scope, rule in STAGES:
        partners = {unit: before for before, unit in found.items()}
        groups = list(scope(old, new, homes))
        found |= {before: unit for group in groups for before, unit in rule(Pool(*group, found, partners))}
    return found


def in_its_speech(old: Sequence[Unit], new: Sequence[Unit], homes: Mapping[str, str]) -> Groups:
    """Each speech found again, before and after."""
    before, after = by_speech(old), by_speech(new)
    yield from ((before[speech], after[path]) for speech, path in homes.items())


def anywhere(old: Sequence[Unit], new: Sequence[Unit], _homes: Mapping[str, str]) -> Groups:
    """All texts long enough to be known wherever they turn up."""
    yield [unit for unit in old if unit.live and unit.distinctive], [unit for unit in new if unit.distinctive]


def in_order(pool: Pool) -> Pairs:
    """The same words in the same order; of the same words said twice, each with its own neighbours."""
    before, after = ([(unit.kind, unit.words) for unit in side] for side in (pool.standing, pool.new))
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from zip(pool.standing[block.a :][: block.size], pool.new[block.b :][: block.size], strict=True)


def same_words(pool: Pool) -> Pairs:
    """The same words elsewhere; words that were gone and are back have their old id back."""
    waiting: defaultdict[tuple[Kind, str], list[Unit]] = defaultdict(list)
    for unit in reversed(pool.left_new):
        waiting[unit.kind, unit.words].append(unit)
    gone = (unit for unit in pool.old if not unit.live)
    for unit in (*pool.left_old, *gone):
        if waiting[unit.kind, unit.words]:
            yield unit, waiting[unit.kind, unit.words].pop()


def reworded(pool: Pool) -> Pairs:
    """Words of which the better half is still there, or was there before."""
    for kind in Kind:
        yield from _alike(*([unit for unit in side if unit.kind is kind] for side in (pool.left_old, pool.left_new)))


def of_another_kind(pool: Pool) -> Pairs:
    """A paragraph that is now taken for a section's head, or the other way round."""
    yield from _alike(pool.left_old, pool.left_new)


def in_place(pool: Pool) -> Pairs:
    """Words too few for n-grams, between the same neighbours as before, that share half of their characters."""
    spaces = _gaps(pool.new, {unit: unit for unit in pool.partners})
    for neighbours, old in _gaps(pool.standing, pool.pairs).items():
        new = spaces.get(neighbours, [])
        close = (_in_characters(old, new, i, j) for i in range(len(old)) for j in range(len(new)))
        for likeness in one_to_one(likeness for likeness in close if likeness.dice >= ENOUGH):
            yield old[likeness.old], new[likeness.new]


STAGES: tuple[tuple[Callable[..., Groups], Callable[[Pool], Pairs]], ...] = (
    (in_its_speech, in_order),
    (in_its_speech, same_words),
    (anywhere, same_words),
    (in_its_speech, reworded),
    (in_its_speech, in_place),
    (in_its_speech, of_another_kind),
    (anywhere, reworded),
)


def by_speech(units: Iterable[Unit]) -> defaultdict[str, list[Unit]]:
    """`units` under their speeches."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.speech].append(unit)
    return found


def _alike(old: Sequence[Unit], new: Sequence[Unit]) -> Pairs:
    """The units strongly enough alike, the most alike first."""
    close = (likeness for likeness, strength in alike(old, new) if strength >= ENOUGH)
    yield from ((old[likeness.old], new[likeness.new]) for likeness in one_to_one(close))


def _gaps(units: Sequence[Unit], known: Mapping[Unit, Unit]) -> Mapping[tuple[Unit | None, Unit | None], list[Unit]]:
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


def _in_characters(old: Sequence[Unit], new: Sequence[Unit], i: int, j: int) -> Likeness:
    """How alike two short units of one kind are by their characters in any order; others not at all."""
    one, other = old[i], new[j]
    short = one.kind is other.kind and not (one.distinctive or other.distinctive)
    shared = (Counter(one.words) & Counter(other.words)).total() if short else 0
    return Likeness(i, j, shared, len(one.words), len(other.words))
