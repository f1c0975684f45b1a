"""Which id everything has in the new texts: its old one where it lives on, else one minted from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.permalinks.ids import anchor_id, page_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.permalinks.change import Change
    from generator.permalinks.records import Ledger
    from generator.permalinks.units import Texts, Unit


def speech_ids(texts: Texts, homes: Mapping[str, str], ledger: Ledger) -> dict[str, str]:
    """The id of each speech of `texts` under its path; a new id is one that no speech or slogan ever had."""
    named = {path: speech for speech, path in homes.items()}
    taken = {*ledger.speeches, *ledger.slogans}
    for path, units in texts.items():
        if path not in named:
            named[path] = page_id("\n".join(unit.words for unit in units), taken)
            taken.add(named[path])
    return named


def anchor_ids(texts: Texts, speeches: Mapping[str, str], known: Change, ledger: Ledger) -> dict[Unit, str]:
    """The id of each unit of `texts` within its speech; a new id is one that nothing in that speech ever had."""
    partners = {unit: before for before, unit in known.pairs.items()}
    named: dict[Unit, str] = {}
    for path, units in texts.items():
        speech = speeches[path]
        taken = set(ledger.anchors.get(speech, ()))
        for unit in units:
            before = partners.get(unit)
            if before and before.kind is unit.kind and (before.speech == speech or before.id not in taken):
                named[unit] = before.id
                taken.add(before.id)
        for unit in units:
            if unit not in named:
                named[unit] = anchor_id(unit.kind, unit.words, taken)
                taken.add(named[unit])
    return named
