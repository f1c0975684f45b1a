"""The ledger after a build: the same ids as before and the new ones, each with what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.permalinks.records import Entry, Ledger, State, settled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.permalinks.change import Change
    from generator.permalinks.match import Match
    from generator.permalinks.records import Entries
    from generator.permalinks.units import Unit


def after(ledger: Ledger, names: Mapping[str, str], keys: Mapping[Unit, str], known: Change, build: str) -> Ledger:
    """The ledger after `build`, which shows the speeches `names` (by id) and in those that changed the units `keys`."""
    anchors = {speech: ledger.anchors.get(speech, {}) for speech in {*ledger.speeches, *names}}
    gone: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for unit in known.old:
        gone[unit.speech][unit.id] = _gone(unit, anchors[unit.speech][unit.id], keys, known.match, build)
    shown: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for unit, key in keys.items():
        speech, _, anchor = key.partition("#")
        origin = known.match.origins.get(unit)
        shown[speech][anchor] = _live(unit, anchors[speech].get(anchor), origin.key if origin else "", build)
    redone = {speech: _interleaved(shown[speech], {**anchors[speech], **gone[speech]}) for speech in {*gone, *shown}}
    return settled(Ledger(_speeches(ledger, names, _heirs(keys, known), build), anchors | redone, ledger.slogans))


def _speeches(ledger: Ledger, names: Mapping[str, str], heirs: Mapping[str, str], build: str) -> dict[str, Entry]:
    """Every speech, those that are shown under their `names`, those that are gone with their `heirs`."""
    found = {
        speech: _ended(entry, heirs.get(speech, ""), State.MERGED, build) if entry.live else entry
        for speech, entry in ledger.speeches.items()
    }
    return found | {
        speech: Entry(name, found[speech].first if speech in found else build) for speech, name in names.items()
    }


def _live(unit: Unit, before: Entry | None, source: str, build: str) -> Entry:
    """What to note of a unit that is shown; `before` is what its id had, `source` what it was split from."""
    if before is None:
        return Entry(unit.text, build, state=State.SPLIT if source else State.LIVE, at=source)
    if before.live:
        return replace(before, text=unit.text)
    return Entry(unit.text, before.first)


def _gone(unit: Unit, entry: Entry, keys: Mapping[Unit, str], match: Match, build: str) -> Entry:
    """What to note of a unit if its id is not shown on its page any more."""
    if unit in match.pairs:
        at = keys[match.pairs[unit]]
        same_page = at.partition("#")[0] == unit.speech
        return _ended(entry, at, State.ALIAS if same_page else State.MOVED, build)
    if unit in match.part_of:
        return _ended(entry, keys[match.part_of[unit]], State.MERGED, build)
    near = keys[match.near[unit]] if unit in match.near else ""
    return replace(_ended(entry, "", State.DELETED, build), near=near)


def _ended(entry: Entry, at: str, state: State, build: str) -> Entry:
    """`entry`, gone since `build` at the latest, and where to."""
    return Entry(entry.text, entry.first, entry.gone or build, state if at else State.DELETED, at)


def _heirs(keys: Mapping[Unit, str], known: Change) -> dict[str, str]:
    """For each speech that is no more, the one in which the better half of its words stands."""
    total: Counter[str] = Counter()
    there: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for unit in known.old:
        target = known.match.pairs.get(unit) or known.match.part_of.get(unit)
        total[unit.speech] += len(unit.words)
        if target:
            there[unit.speech][keys[target].partition("#")[0]] += len(unit.words)
    best = {speech: max(sorted(heirs), key=heirs.__getitem__) for speech, heirs in there.items()}
    return {speech: heir for speech, heir in best.items() if there[speech][heir] * 2 >= total[speech]}


def _interleaved(live: Entries, entries: Entries) -> dict[str, Entry]:
    """`live` in printed order, and every other one of `entries` behind the living one that it used to follow."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    last = ""
    for anchor in entries:
        if anchor in live:
            last = anchor
        else:
            behind[last].append(anchor)
    order = [*behind[""], *(place for anchor in live for place in (anchor, *behind[anchor]))]
    return {anchor: live.get(anchor) or entries[anchor] for anchor in order}
