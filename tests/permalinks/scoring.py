"""Where old links land after an edit, against the truth that `edits` keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.permalinks.units import Kind, units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edits import Archive, Origin

    from generator.model import Corpus
    from generator.permalinks import Ledger

RIGHT, LOST, DEAD, WRONG = OUTCOMES = ("right", "lost", "dead", "wrong")
"""Lands on its words, or says rightly that they are gone; says wrongly that they are gone; nowhere; on other words."""


@dataclass(frozen=True)
class Place:
    """What an anchor stands at: the origins of its own characters and of the paragraph's around it."""

    own: frozenset[Origin]
    around: frozenset[Origin]


def places(archive: Archive, corpus: Corpus) -> dict[str, Place]:
    """Every anchor that the pages show, `speech#anchor`."""
    found: dict[str, Place] = {}
    for speech in corpus.speeches:
        source = [origin for line in archive[speech.path] for origin in (*(o for _, o in line), None)]
        for unit in units(speech):
            head = None if unit.division is None else speech.divisions[unit.division]
            number = head.paragraph if head else unit.paragraph
            paragraph = speech.paragraphs[number]
            whole = [source[paragraph.source_offset(i)] for i in range(len(paragraph.text))]
            own = whole[head.start : head.end] if unit.paragraph is None else whole
            found[f"{speech.id}#{head.id if head else paragraph.id}"] = Place(_known(own), _known(whole))
    return found


def landing(ledger: Ledger, key: str) -> str | None:
    """The key of the anchor at which a link lands; empty for a tombstone, None where nothing is known."""
    speech, _, anchor = key.partition("#")
    entry = ledger.anchors.get(speech, {}).get(anchor)
    if entry is None:
        return None
    return key if entry.live else entry.at


def outcomes(old: Mapping[str, Place], new: Mapping[str, Place], ledger: Ledger) -> Counter[str]:
    """How many of the links to the `old` places came to what; `p right`, `h wrong` and so on."""
    where: defaultdict[Origin, set[str]] = defaultdict(set)
    for key, place in new.items():
        for origin in place.around:
            where[origin].add(key)
    tally: Counter[str] = Counter()
    for key, place in old.items():
        kind = Kind(key.partition("#")[2][0]).value
        tally[f"{kind} {_outcome(place, landing(ledger, key), new, where)}"] += 1
    return tally


def _outcome(
    place: Place, landed: str | None, new: Mapping[str, Place], where: Mapping[Origin, set[str]]
) -> str:
    """What became of one link."""
    if landed is None or (landed and landed not in new):
        return DEAD
    there = Counter(key for origin in place.own for key in where.get(origin, ()))
    most = max(there.values(), default=0)
    if not landed:
        return LOST if most * 2 >= len(place.own) else RIGHT
    return RIGHT if len(new[landed].own & place.own) * 2 >= most > 0 else WRONG


def _known(origins: list[Origin | None]) -> frozenset[Origin]:
    """Those of characters that were published before."""
    return frozenset(origin for origin in origins if origin)
