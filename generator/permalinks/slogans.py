"""Ids for slogans, kept while any of their wordings lives on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.permalinks.ids import page_id
from generator.permalinks.records import SLOGANS, Entry, Ledger, State, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.permalinks.records import Entries


def slogan_ids(wordings: Mapping[str, Iterable[str]], ledger: Ledger, build: str) -> tuple[dict[str, str], Ledger]:
    """The id of each slogan under its canonical form, and the ledger that remembers it.

    `wordings` gives for each canonical form all wordings of the slogan. A slogan keeps the id of its form; one whose
    form is new, the id of the slogan that had one of its wordings as form. Ids of slogans that became wordings of
    others lead there; those of slogans no longer published are deleted until the form is back.
    """
    named = _kept(wordings, ledger.slogans)
    taken = {*ledger.speeches, *ledger.slogans}
    for form in sorted(wordings.keys() - named.keys()):
        named[form] = page_id(form, taken)
        taken.add(named[form])
    home = {wording: named[form] for form in sorted(wordings) for wording in (*wordings[form], form)}
    home |= named
    return named, settled(replace(ledger, slogans=_after(ledger.slogans, named, home, build)))


def _kept(wordings: Mapping[str, Iterable[str]], slogans: Entries) -> dict[str, str]:
    """The ids that stay: by the form, living or gone; then by a wording that was a living slogan's form."""
    ranked = sorted(slogans, key=lambda slogan: (slogans[slogan].live, slogan))
    by_form = {slogans[slogan].text: slogan for slogan in ranked}
    named = {form: by_form[form] for form in wordings if form in by_form}
    free = {form for form, slogan in by_form.items() if slogans[slogan].live} - named.keys()
    for form in sorted(wordings.keys() - named.keys()):
        for wording in wordings[form]:
            if wording in free:
                named[form] = by_form[wording]
                free.remove(wording)
                break
    return named


def _after(slogans: Entries, named: Mapping[str, str], home: Mapping[str, str], build: str) -> dict[str, Entry]:
    """Every slogan's entry: those `named` live, the rest lead to the `home` of their form, if it has one."""
    found: dict[str, Entry] = {}
    for slogan, entry in slogans.items():
        at = SLOGANS + home[entry.text] if entry.text in home else ""
        ended = replace(entry, gone=entry.gone or build, state=State.ALIAS if at else State.DELETED, at=at)
        found[slogan] = entry if not entry.live and entry.at else ended
    for form, slogan in named.items():
        found[slogan] = Entry(form, slogans[slogan].first if slogan in slogans else build)
    return found
