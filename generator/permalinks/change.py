"""What differs between the ledger and the texts as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.permalinks.homes import homes
from generator.permalinks.matching import matched
from generator.permalinks.units import standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from generator.permalinks.match import Match
    from generator.permalinks.records import Ledger
    from generator.permalinks.units import Texts, Unit


@dataclass(frozen=True)
class Change:
    """What became of the units `old`: those of the speeches that changed, are gone, or are back.

    `homes` gives the new path of each such speech that is found again.
    """

    old: Sequence[Unit]
    homes: Mapping[str, str]
    match: Match


def change(texts: Texts, ledger: Ledger, untouched: AbstractSet[str]) -> Change:
    """What became of the speeches of `ledger` that are not `untouched`, given the new units under their paths."""
    live = {speech for speech, entry in ledger.speeches.items() if entry.live}
    lost = _remembered(ledger, live - untouched)
    found = homes(lost, texts)
    homeless = {path: units for path, units in texts.items() if path not in found.values()}
    gone = _remembered(ledger, ledger.speeches.keys() - live) if homeless else {}
    back = homes(gone, homeless)
    old = [*chain(*lost.values()), *chain(*(gone[speech] for speech in back))]
    return Change(old, found | back, matched(old, [*chain(*texts.values())], found | back))


def _remembered(ledger: Ledger, speeches: AbstractSet[str]) -> dict[str, tuple[Unit, ...]]:
    """The units of `speeches` under their ids."""
    return {speech: tuple(standing(ledger, speech)) for speech in sorted(speeches)}
