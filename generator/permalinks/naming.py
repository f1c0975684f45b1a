"""Which id everything has in the new texts: its old one where it lives on, else one minted from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.permalinks.ids import anchor_id, page_id
from generator.permalinks.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.permalinks.match import Match
    from generator.permalinks.records import Entries, Ledger
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


def anchor_ids(texts: Texts, speeches: Mapping[str, str], match: Match, ledger: Ledger) -> dict[Unit, str]:
    """The id of each unit of `texts` within its speech.

    It is the id of the old unit that it is, if that was of its kind; else one that had the same words before they
    were gone; else a new one, which nothing in that speech ever had.
    """
    named: dict[Unit, str] = {}
    for path, units in texts.items():
        earlier = ledger.anchors.get(speeches[path], {})
        named |= _same(units, speeches[path], match, earlier)
        gone = {(anchor[0], words(entry.text)): anchor for anchor, entry in earlier.items() if not entry.live}
        taken = {*earlier, *(named[unit] for unit in units if unit in named)}
        for unit in units:
            if unit not in named:
                named[unit] = gone.pop((unit.kind, unit.words), "") or anchor_id(unit.kind, unit.words, taken)
                taken.add(named[unit])
    return named


def _same(units: Iterable[Unit], speech: str, match: Match, earlier: Entries) -> dict[Unit, str]:
    """The ids of old units that are still units of their kind; one from another speech only if it is free here."""
    named: dict[Unit, str] = {}
    taken = set(earlier)
    for unit in units:
        before = match.partners.get(unit)
        if before and before.kind is unit.kind and (before.speech == speech or before.id not in taken):
            named[unit] = before.id
            taken.add(before.id)
    return named
