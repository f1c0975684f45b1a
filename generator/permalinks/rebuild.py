"""A build: the texts as they are now meet the ledger as the last build left it, and both come out with the same ids."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Corpus
from generator.permalinks.change import change
from generator.permalinks.history import after
from generator.permalinks.naming import anchor_ids, speech_ids
from generator.permalinks.units import standing, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Speech
    from generator.permalinks.records import Ledger
    from generator.permalinks.units import Kind, Texts, Unit


def assign(speeches: Iterable[Speech], ledger: Ledger, build: str) -> tuple[Corpus, Ledger]:
    """`speeches` with their permanent ids, and the ledger that remembers them; `build` names this build (a date).

    An empty `ledger` gives the first ids, which the texts alone decide, in whatever order they come. Time grows with
    what changed, save for one comparison of every speech with what the last build showed.
    """
    by_path = {speech.path: speech for speech in speeches}
    texts = _in_any_order({path: tuple(units(speech)) for path, speech in by_path.items()})
    same = _untouched(texts, ledger)
    changed = {path: said for path, said in texts.items() if path not in same}
    known = change(changed, ledger, frozenset(same.values()))
    speech_of = same | speech_ids(changed, known.homes, ledger)
    anchor_of = _kept(texts, same, ledger) | anchor_ids(changed, speech_of, known.match, ledger)
    keys = {unit: f"{speech_of[path]}#{anchor_of[unit]}" for path, said in changed.items() for unit in said}
    names = {speech_of[path]: speech.name for path, speech in by_path.items()}
    shown = [_with_ids(speech, speech_of[path], texts[path], anchor_of) for path, speech in by_path.items()]
    return Corpus(tuple(sorted(shown, key=_date))), after(ledger, names, keys, known, build)


def _in_any_order(texts: Texts) -> dict[str, Sequence[Unit]]:
    """`texts` in an order that depends neither on the one in which they came nor, save for twins, on file names."""
    return dict(sorted(texts.items(), key=lambda text: (_shown(text[1]), text[0])))


def _shown(said: Iterable[Unit]) -> tuple[tuple[Kind, str], ...]:
    """What readers saw, by which an untouched speech is known."""
    return tuple((unit.kind, unit.text) for unit in said)


def _untouched(texts: Texts, ledger: Ledger) -> dict[str, str]:
    """The id of each speech that is exactly as the last build showed it, under its path."""
    last: defaultdict[tuple[tuple[Kind, str], ...], list[str]] = defaultdict(list)
    for speech in sorted(ledger.speeches, reverse=True):
        if ledger.speeches[speech].live:
            last[_shown(standing(ledger, speech))].append(speech)
    found = {path: last.get(_shown(said), []) for path, said in texts.items()}
    return {path: speeches.pop() for path, speeches in found.items() if speeches}


def _kept(texts: Texts, same: Mapping[str, str], ledger: Ledger) -> dict[Unit, str]:
    """The ids within speeches that are the `same`."""
    return {
        unit: before.id
        for path, speech in same.items()
        for unit, before in zip(texts[path], standing(ledger, speech), strict=True)
    }


def _with_ids(speech: Speech, speech_id: str, said: Iterable[Unit], anchor_of: Mapping[Unit, str]) -> Speech:
    """`speech` with its id and those of its paragraphs and divisions."""
    paragraphs, divisions = list(speech.paragraphs), list(speech.divisions)
    for unit in said:
        if unit.paragraph is not None:
            paragraphs[unit.paragraph] = replace(paragraphs[unit.paragraph], id=anchor_of[unit])
        if unit.division is not None:
            divisions[unit.division] = replace(divisions[unit.division], id=anchor_of[unit])
    return replace(speech, id=speech_id, paragraphs=tuple(paragraphs), divisions=tuple(divisions))


def _date(speech: Speech) -> tuple[bool, str, float, str]:
    """What the corpus is ordered by: dated speeches by date, then all by the catalogue's order, then by id."""
    header = speech.header
    return not header.date, header.date, math.inf if header.order is None else header.order, speech.id
