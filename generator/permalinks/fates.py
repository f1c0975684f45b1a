"""What became of the units that no new unit is, and what new units were split from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.permalinks.matching import ENOUGH, by_speech
from generator.permalinks.units import Kind, Unit, alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.permalinks.likeness import Likeness

DOUBTFUL = 0.3
"""Strength from which a person should look whether a deleted text was reworded."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The new unit that the words are now `part_of`; for deleted words the one that may reword them, as `near`."""

    part_of: Unit | None = None
    near: Unit | None = None


def fates(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Mapping[Unit, Unit], homes: Mapping[str, str]
) -> dict[Unit, Fate]:
    """The fate of each unit of `old` that stood and is in no pair: beside it, in its speech, or anywhere."""
    found = {unit: Fate() for unit in old if unit.live and unit not in pairs}
    found |= {unit: Fate(part_of=host) for unit, host in _joined(old, pairs)}
    after = by_speech(new)
    for speech, units in by_speech(_lost(found)).items():
        if speech in homes:
            found |= _absorbed(units, after[homes[speech]])
    anywhere = _absorbed(
        [unit for unit in _lost(found) if unit.distinctive], [unit for unit in new if unit.distinctive]
    )
    return found | {unit: fate for unit, fate in anywhere.items() if fate.part_of or not found[unit].near}


def origins(old: Sequence[Unit], new: Sequence[Unit], pairs: Mapping[Unit, Unit]) -> dict[Unit, Unit]:
    """For each unit of `new` that was split off from one of `old` which lives on elsewhere, that one."""
    partners = set(pairs.values())
    kept = [unit for unit in old if unit in pairs]
    fresh = [unit for unit in new if unit not in partners]
    best = _best([(likeness, strength) for likeness, strength in alike(fresh, kept) if strength >= ENOUGH])
    return {fresh[number]: kept[likeness.new] for number, likeness in best.items()}


def _lost(found: Mapping[Unit, Fate]) -> list[Unit]:
    """Those whose words have not turned up."""
    return [unit for unit, fate in found.items() if not fate.part_of]


def _joined(old: Sequence[Unit], pairs: Mapping[Unit, Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Units whose words a neighbour has taken in, or that were heads inside a paragraph which lives on."""
    for units in by_speech(unit for unit in old if unit.live).values():
        for one, other in (*pairwise(units), *pairwise(reversed(units))):
            if one not in pairs and other in pairs and _takes_in(pairs[other], other, one):
                yield one, pairs[other]
        paragraph: Unit | None = None
        for unit in units:
            if unit.kind is Kind.PARAGRAPH:
                paragraph = unit
            elif paragraph and unit not in pairs and paragraph in pairs and unit.text in paragraph.text:
                yield unit, pairs[paragraph]


def _takes_in(after: Unit, before: Unit, unit: Unit) -> bool:
    """Whether the neighbour that was `before` and is `after` says what `unit` said once more than it did."""
    return after.words.count(unit.words) > before.words.count(unit.words)


def _absorbed(old: Sequence[Unit], new: Sequence[Unit]) -> dict[Unit, Fate]:
    """For each of `old` that any of `new` resembles: where most of it is, or what is near it."""
    found = list(alike(old, new))
    near = _best([(likeness, strength) for likeness, strength in found if strength >= DOUBTFUL])
    part_of = _best([(likeness, strength) for likeness, strength in found if strength >= ENOUGH])
    return {old[number]: Fate(near=new[likeness.new]) for number, likeness in near.items()} | {
        old[number]: Fate(part_of=new[likeness.new]) for number, likeness in part_of.items()
    }


def _best(found: Sequence[tuple[Likeness, float]]) -> dict[int, Likeness]:
    """For each first text, the second that shares most of it."""
    ranked = sorted(
        (likeness for likeness, _ in found), key=lambda likeness: (likeness.shared, likeness.dice, -likeness.new)
    )
    return {likeness.old: likeness for likeness in ranked}
