"""Where old links land after an edit, against the truth that `edits` keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.permalinks.units import Kind, units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model import Corpus
    from generator.permalinks import Ledger
    from tests.permalinks.edits import Archive, Origin

RIGHT, LOST, DEAD, WRONG = OUTCOMES = ("right", "lost", "dead", "wrong")
"""Lands on its words, or says rightly that they are gone; says wrongly that they are; nowhere; on other words."""


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
            if unit.paragraph is not None:
                paragraph = speech.paragraphs[unit.paragraph]
                whole = [source[paragraph.source_offset(i)] for i in range(len(paragraph.text))]
                around = _known(whole)
                found[f"{speech.id}#{paragraph.id}"] = Place(around, around)
            elif unit.division is not None:
                head = speech.divisions[unit.division]
                found[f"{speech.id}#{head.id}"] = Place(_known(whole[head.start : head.end]), around)
    return found


def resolved(ledger: Ledger, key: str) -> str | None:
    """The key of the anchor at which a link lands; empty for a tombstone, None where nothing is known."""
    speech, _, anchor = key.partition("#")
    entry = ledger.anchors.get(speech, {}).get(anchor)
    if entry is None:
        return None
    return key if entry.live else entry.at


def outcomes(
    old: Mapping[str, Place], new: Mapping[str, Place], landing: Callable[[str], str | None]
) -> Counter[tuple[Kind, str]]:
    """How many of the links to the `old` places, by their kind, came to what; `landing` says where each leads."""
    where: defaultdict[Origin, set[str]] = defaultdict(set)
    for key, place in new.items():
        for origin in place.around:
            where[origin].add(key)
    return Counter(
        (Kind(key.partition("#")[2][0]), _outcome(place, landing(key), new, where)) for key, place in old.items()
    )


def _outcome(place: Place, landed: str | None, new: Mapping[str, Place], where: Mapping[Origin, set[str]]) -> str:
    """What became of one link."""
    if landed is None or (landed and landed not in new):
        return DEAD
    found = Counter(key for origin in place.own for key in where.get(origin, ()))
    most = max(found.values(), default=0)
    if not landed:
        return LOST if most * 2 >= len(place.own) else RIGHT
    there = new[landed]
    return RIGHT if there.own & place.own and len(there.around & place.own) * 2 >= most else WRONG


def _known(origins: list[Origin | None]) -> frozenset[Origin]:
    """Those of characters that were published before."""
    return frozenset(origin for origin in origins if origin)
