"""The catalogue's word over what was detected. Pure: texts and ids stay as they are."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from generator.catalogue.fields import DETECTED, FIELDS, UNKNOWN
from generator.model import Header
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogue import Catalogue
    from generator.catalogue.entry import Entry
    from generator.model import Problem, Speech

_TOLD: Final = tuple(field.name for field in fields(Header) if field.name in FIELDS)
_ANSWERED: Final = {"title": frozenset({"S001"}), "date": frozenset({"S005", "S006"})}
"""The problems that are none any more once the catalogue tells a field."""


def applied(catalogue: Catalogue, speeches: Iterable[Speech]) -> tuple[tuple[Speech, ...], tuple[Problem, ...]]:
    """`speeches` with their corrections, and the entries of the catalogue that correct nothing."""
    found = {speech.path: speech for speech in speeches}
    idle = tuple(
        each
        for file, entry in catalogue.entries.items()
        for each in _idle(entry, found.get(file), catalogue.path, catalogue.lines[file])
    )
    entries = catalogue.entries
    return tuple(_corrected(s, entries[s.path]) if s.path in entries else s for s in found.values()), idle


def _idle(entry: Entry, speech: Speech | None, path: str, line: int) -> Iterator[Problem]:
    """What of `entry` corrects nothing. One that repeats all that was detected is as `drafted` made it, and is fine."""
    if speech is None:
        yield problem("K010" if entry.hidden else "K006", path, line, file=entry.file)
        return
    detected = {name: getattr(speech.header, name) for name in _TOLD}
    said = {name: _said(entry, name) for name in _TOLD if getattr(entry, name) is not None}
    same = [FIELDS[name] for name, value in said.items() if value == detected[name]]
    if same and any(detected[name] and name not in said for name in DETECTED):
        yield problem("K007", path, line, file=entry.file, fields="、".join(same))


def _corrected(speech: Speech, entry: Entry) -> Speech:
    """`speech` as `entry` has it."""
    told = {name: _said(entry, name) for name in _TOLD if getattr(entry, name) is not None}
    new = {name: value for name, value in told.items() if value != getattr(speech.header, name)}
    answered = frozenset().union(*(_ANSWERED.get(name, frozenset()) for name in new if new[name]))
    return replace(
        speech,
        header=replace(speech.header, **new),
        problems=tuple(each for each in speech.problems if each.code not in answered),
        corrected=tuple(new),
        hidden=entry.hidden,
    )


def _said(entry: Entry, name: str) -> Any:  # noqa: ANN401 - as the field's type is
    """What `entry` says of a field, empty for what is not known."""
    value = getattr(entry, name)
    return "" if value == UNKNOWN else value
