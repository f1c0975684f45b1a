"""Which of the new files holds which speech, whatever it is called and whichever date it bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.permalinks.likeness import likenesses, one_to_one
from generator.permalinks.rules import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.permalinks.units import Texts, Unit


def homes(old: Texts, new: Texts) -> dict[str, str]:
    """The new path of each speech of `old` that is found again: first by whole lines, then by n-grams."""
    found: dict[str, str] = {}
    for evidence in EVIDENCE if old else ():
        before = {speech: evidence(units) for speech, units in old.items() if speech not in found}
        after = {path: evidence(units) for path, units in new.items() if path not in found.values()}
        close = likenesses(list(before.values()), list(after.values()))
        best = one_to_one(likeness for likeness in close if likeness.containment >= ENOUGH)
        speeches, paths = list(before), list(after)
        found |= {speeches[likeness.old]: paths[likeness.new] for likeness in best}
    return found


def _lines(units: Sequence[Unit]) -> frozenset[str]:
    """What is said in it, line by line; lines that any speech may have left out."""
    return frozenset(unit.words for unit in units if unit.distinctive)


def _grams(units: Sequence[Unit]) -> frozenset[str]:
    """All its n-grams."""
    return frozenset().union(*(unit.grams for unit in units))


EVIDENCE: tuple[Callable[[Sequence[Unit]], frozenset[str]], ...] = (_lines, _grams)
