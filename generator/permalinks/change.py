"""What differs between the ledger and the texts as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.permalinks.fates import Fate, fates, origins
from generator.permalinks.homes import homes
from generator.permalinks.matching import pairs
from generator.permalinks.units import Kind, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from generator.permalinks.records import Ledger
    from generator.permalinks.units import Texts


@dataclass(frozen=True)
class Change:
    """Each unit that lives on in `pairs` with its new self, each other's fate, and what new units were split from.

    `old` holds the units of the speeches that changed, are gone, or are back; `homes` the new path of each that is
    found again.
    """

    old: Sequence[Unit]
    homes: Mapping[str, str]
    pairs: Mapping[Unit, Unit]
    fates: Mapping[Unit, Fate]
    origins: Mapping[Unit, Unit]


def change(texts: Texts, ledger: Ledger, untouched: AbstractSet[str]) -> Change:
    """What became of the speeches of `ledger` that are not `untouched`, given the new units under their paths."""
    gone = (speech for speech, entry in ledger.speeches.items() if entry.live and speech not in untouched)
    lost = {speech: remembered(ledger, speech) for speech in gone}
    found = homes(lost, texts)
    back = _back(ledger, {path: units for path, units in texts.items() if path not in found.values()})
    found |= {speech: path for speech, (path, _) in back.items()}
    old = [*chain(*lost.values()), *chain(*(units for _, units in back.values()))]
    new = [*chain(*texts.values())]
    known = pairs(old, new, found)
    return Change(old, found, known, fates(old, new, known, found), origins(old, new, known))


def remembered(ledger: Ledger, speech: str) -> tuple[Unit, ...]:
    """The units of `speech` as `ledger` has them; of a speech that is gone, those that it still had then are live."""
    end = ledger.speeches[speech].gone
    return tuple(
        Unit(speech, Kind(anchor[0]), entry.text, anchor, live=entry.gone == end)
        for anchor, entry in ledger.anchors[speech].items()
    )


def _back(ledger: Ledger, texts: Texts) -> dict[str, tuple[str, tuple[Unit, ...]]]:
    """Speeches that were gone and are in the archive again, with their paths and units."""
    if not texts:
        return {}
    gone = {speech: remembered(ledger, speech) for speech, entry in ledger.speeches.items() if not entry.live}
    return {speech: (path, gone[speech]) for speech, path in homes(gone, texts).items()}
