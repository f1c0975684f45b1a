"""What is known of every id ever published, so that none is ever lost or given to other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SLOGANS = "slogans/"
"""What the keys of slogans begin with in the file."""


class State(StrEnum):
    """What became of an id. All but `LIVE` and `SPLIT` are gone from their page, though never from the ledger."""

    LIVE = "live"
    SPLIT = "split"
    """Live, and born when the paragraph `at` was split."""
    ALIAS = "alias"
    """The same words have another id on the same page: a paragraph became a section's head, or the other way round."""
    MERGED = "merged"
    """The words are now part of the larger text `at`."""
    MOVED = "moved"
    """The words now stand in another speech."""
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one id.

    `text` is as last shown: a paragraph's, a section's head, a speech's name, a slogan's form. `first` is the build
    that minted the id, `gone` the first build without it. `at` is the key of the entry where the words are now, for
    `SPLIT` of the one they come from; `near` of a deleted one the key of what may reword it, for a person to judge.
    """

    text: str
    first: str
    gone: str = ""
    state: State = State.LIVE
    at: str = ""
    near: str = ""

    @property
    def live(self) -> bool:
        """Whether a page shows it."""
        return not self.gone


Entries = Mapping[str, Entry]


@dataclass(frozen=True)
class Ledger:
    """Every id ever published: speeches and slogans by id; `anchors` of each speech by id, in printed order."""

    speeches: Entries = field(default_factory=dict)
    anchors: Mapping[str, Entries] = field(default_factory=dict)
    slogans: Entries = field(default_factory=dict)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every key with its entry, as the file lists them: speeches by id, each with its anchors; then slogans."""
        for speech in sorted(self.speeches):
            yield speech, self.speeches[speech]
            for anchor, entry in self.anchors[speech].items():
                yield f"{speech}#{anchor}", entry
        for slogan in sorted(self.slogans):
            yield SLOGANS + slogan, self.slogans[slogan]


def ledger_of(entries: Entries) -> Ledger:
    """The ledger with these `entries` (as `Ledger.entries` gives them), anchors in the order in which they come."""
    speeches: dict[str, Entry] = {}
    slogans: dict[str, Entry] = {}
    anchors: dict[str, dict[str, Entry]] = {}
    for key, entry in entries.items():
        speech, _, anchor = key.partition("#")
        if key.startswith(SLOGANS):
            slogans[key.removeprefix(SLOGANS)] = entry
        elif anchor:
            anchors.setdefault(speech, {})[anchor] = entry
        else:
            speeches[key] = entry
            anchors.setdefault(key, {})
    return Ledger(speeches, anchors, slogans)


def settled(ledger: Ledger) -> Ledger:
    """`ledger` with every way to a living entry made direct, and none left that ends at one which is gone."""
    entries = dict(ledger.entries())
    return ledger_of({key: _settled(entry, entries) for key, entry in entries.items()})


def _settled(entry: Entry, entries: Entries) -> Entry:
    """`entry`, pointing at what lives, if it is gone itself."""
    if entry.live:
        return entry
    at = entry.at
    while at and not entries[at].live:
        at = entries[at].at
    near = entry.near if entry.near and entries[entry.near].live else ""
    return replace(entry, at=at, near=near, state=entry.state if at else State.DELETED)


def withheld(ledger: Ledger, hidden: Collection[str]) -> Ledger:
    """`ledger` as it may be published: without a word of the `hidden` speeches (by id), or that they are there.

    What has gone to one of them is deleted, as far as a reader is told.
    """
    if not hidden:
        return ledger
    entries = {key: entry for key, entry in ledger.entries() if key.partition("#")[0] not in hidden}
    return ledger_of({key: _without(entry, hidden) for key, entry in entries.items()})


def _without(entry: Entry, hidden: Collection[str]) -> Entry:
    """`entry`, leading to no hidden speech."""
    at, near = (place if place.partition("#")[0] not in hidden else "" for place in (entry.at, entry.near))
    if at == entry.at:
        return replace(entry, near=near)
    if entry.live:
        return replace(entry, at="", near=near, state=State.LIVE)
    return replace(entry, text="", at="", near=near, state=State.DELETED)


def changed(old: Ledger, new: Ledger) -> bool:
    """Whether a build that makes `new` of `old` would write the ledger (what `--locked` forbids)."""
    return tuple(old.entries()) != tuple(new.entries())


def editions(ledger: Ledger) -> Mapping[str, str]:
    """By speech id, the date of the last build that changed the state of one of its ids, which names its edition."""
    return {
        speech: max(each.gone or each.first for each in (entry, *ledger.anchors[speech].values()))
        for speech, entry in ledger.speeches.items()
    }


def dropped(old: Ledger, new: Ledger) -> tuple[str, ...]:
    """The keys of `old` that `new` knows nothing of. `assign` never drops one; a build checks nevertheless."""
    kept = {key for key, _ in new.entries()}
    return tuple(key for key, _ in old.entries() if key not in kept)
