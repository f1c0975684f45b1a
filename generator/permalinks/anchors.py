"""What the pages show of the ledger: where old links go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.permalinks.records import SLOGANS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.permalinks.records import Ledger


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A deleted anchor: its `text` as last shown, and since which build it is `gone`.

    It stood `behind` that living anchor (empty: before all); `near` is the key of what may be its rewording, if any.
    """

    id: str
    text: str
    gone: str
    behind: str
    near: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """What became of the ids that a speech's page does not show any more.

    `aliases` gives for each living anchor of the page the ids that lead to it; `moved` for each id whose words stand
    in another speech its key there, `speech#anchor`; `tombstones` the rest, in printed order.
    """

    aliases: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, str]
    tombstones: tuple[Tombstone, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A deleted text and one that may be its rewording, for a person to judge: both keys, both texts."""

    key: str
    text: str
    near: str
    near_text: str


def anchors(ledger: Ledger, speech: str) -> Anchors:
    """Where the old links into `speech` go; all into other speeches or to tombstones if it is gone itself."""
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    moved: dict[str, str] = {}
    tombstones: list[Tombstone] = []
    behind = ""
    for anchor, entry in ledger.anchors[speech].items():
        page, _, target = entry.at.partition("#")
        if entry.live:
            behind = anchor
        elif not entry.at:
            tombstones.append(Tombstone(anchor, entry.text, entry.gone, behind, entry.near))
        elif page == speech:
            aliases[target].append(anchor)
        else:
            moved[anchor] = entry.at
    return Anchors({target: tuple(ids) for target, ids in aliases.items()}, moved, tuple(tombstones))


def forwards(ledger: Ledger) -> dict[str, str]:
    """For each speech that is gone the one that its page forwards to, empty where it was deleted."""
    return {speech: entry.at for speech, entry in ledger.speeches.items() if not entry.live}


def slogan_forwards(ledger: Ledger) -> dict[str, str]:
    """The same for slogans."""
    return {slogan: entry.at.removeprefix(SLOGANS) for slogan, entry in ledger.slogans.items() if not entry.live}


def review(ledger: Ledger) -> tuple[Doubt, ...]:
    """The deleted texts of which something like them is still there."""
    entries = dict(ledger.entries())
    return tuple(
        Doubt(key, entry.text, entry.near, entries[entry.near].text) for key, entry in entries.items() if entry.near
    )
