"""Which of the new texts' units is which of the ledger's: first the paragraphs, then the heads inside them.

Rules run in the order of the tables, the surest first, each on the units of one scope and on what is left of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from generator.permalinks.match import Match, Pool, union
from generator.permalinks.rewording import carried_over, reworded
from generator.permalinks.rules import ENOUGH, in_order, in_place, joined, parted, same_words
from generator.permalinks.units import Kind
from generator.permalinks.words import REDACTED, grams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.permalinks.units import Unit

    Group = tuple[Sequence[Unit], Sequence[Unit]]
    Rules = Sequence[tuple[Callable[["Sides"], Iterator[Group]], Callable[[Pool], Match]]]

Key = TypeVar("Key")


@dataclass(frozen=True)
class Sides:
    """Units of the ledger and of the new texts, the new path of each speech found again, and what is known before."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    homes: Mapping[str, str]
    known: Match


def matched(old: Sequence[Unit], new: Sequence[Unit], homes: Mapping[str, str]) -> Match:
    """What became of the units of `old`."""
    paragraphs = Sides([unit for unit in old if not unit.host], [unit for unit in new if not unit.host], homes, Match())
    whole = _ruled(PARAGRAPHS, paragraphs)
    heads = Sides(
        [unit for unit in old if unit.kind is Kind.SECTION and unit not in whole.pairs],
        [unit for unit in new if unit.kind is Kind.SECTION and unit not in whole.partners],
        homes,
        whole,
    )
    inside = _ruled(HEADS, heads)
    lost = [unit for unit in heads.old if unit.host and unit not in inside.pairs]
    return _reconciled(whole, inside, _swallowed(lost, whole))


def in_its_speech(sides: Sides) -> Iterator[Group]:
    """Each speech that is found again."""
    before, after = _grouped(sides.old, lambda unit: unit.speech), _grouped(sides.new, lambda unit: unit.speech)
    yield from ((before[speech], after[path]) for speech, path in sides.homes.items())


def anywhere(sides: Sides) -> Iterator[Group]:
    """All texts long enough to be known wherever they turn up."""
    yield [unit for unit in sides.old if unit.distinctive], [unit for unit in sides.new if unit.distinctive]


def in_its_paragraph(sides: Sides) -> Iterator[Group]:
    """The heads of each paragraph, and those in whatever became of it."""
    before, after = (_grouped(side, lambda unit: unit.host or unit) for side in (sides.old, sides.new))
    heirs = sides.known.heirs
    yield from ((heads, [*chain(*(after[heir] for heir in heirs.get(host, ())))]) for host, heads in before.items())


PARAGRAPHS: Rules = (
    (in_its_speech, in_order),
    (in_its_speech, same_words),
    (anywhere, same_words),
    (in_its_speech, in_place),
    (in_its_speech, reworded),
    (in_its_speech, joined),
    (in_its_speech, parted),
    (anywhere, carried_over),
)

HEADS: Rules = (
    (in_its_paragraph, in_order),
    (in_its_paragraph, same_words),
    (in_its_paragraph, in_place),
    (in_its_paragraph, reworded),
    (in_its_speech, same_words),
)


def _ruled(table: Rules, sides: Sides) -> Match:
    """What the rules of `table` find out."""
    known = Match()
    if not (sides.old and sides.new):
        return known
    for scope, rule in table:
        known = union((known, *(rule(Pool(old, new, known)) for old, new in scope(sides))))
    return known


def _swallowed(heads: Iterable[Unit], known: Match) -> dict[Unit, Unit]:
    """For heads that are heads no more, the heir of their paragraph that has their words."""
    found: dict[Unit, Unit] = {}
    for head in heads:
        heirs = known.heirs.get(head.host, ()) if head.host else ()
        best = max(heirs, key=lambda heir: _said_in(head, heir), default=None)
        if best and _said_in(head, best) >= ENOUGH:
            found[head] = best
    return found


def _said_in(head: Unit, heir: Unit) -> float:
    """How much `heir` has of those of the head's n-grams that its paragraph had nowhere else."""
    elsewhere = grams(head.host.words.replace(head.words, REDACTED)) if head.host and head.words else frozenset()
    own = head.grams - elsewhere
    return len(own & heir.grams) / len(own) if own else float(head.words in heir.words)


def _reconciled(whole: Match, inside: Match, swallowed: Mapping[Unit, Unit]) -> Match:
    """All that is known; a head found again as a head is not said to be part of a paragraph."""
    known = union((Match(inside.pairs, swallowed), whole))
    placed = known.pairs.keys()
    part_of = {unit: host for unit, host in known.part_of.items() if unit not in placed}
    near = {unit: other for unit, other in known.near.items() if unit not in placed | part_of.keys()}
    return Match(known.pairs, part_of, near, known.origins)


def _grouped(units: Iterable[Unit], key: Callable[[Unit], Key]) -> defaultdict[Key, list[Unit]]:
    """`units` under their `key`, in the order in which they come."""
    found: defaultdict[Key, list[Unit]] = defaultdict(list)
    for unit in units:
        found[key(unit)].append(unit)
    return found
