"""What the archivist knows better: corrections and additions to what was detected, in a file beside the seeds.

`read` gives them, `applied` lays them over the speeches, `drafted` makes the file that the archivist fills in. One
module a format; `FORMATS` says which takes which. Only `read` touches the disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.catalogue import csv_file, xlsx_file, yaml_file
from generator.catalogue.applying import applied
from generator.catalogue.entry import Entry, checked
from generator.catalogue.fields import DETECTED, FIELDS, MAIN, NAMES, SEPARATE
from generator.catalogue.rows import UnreadableError
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.catalogue.rows import Row
    from generator.model import Problem, Speech

__all__ = ["EMPTY", "FORMATS", "MAIN", "SEPARATE", "Catalogue", "applied", "drafted", "existing", "read"]


class Format(NamedTuple):
    """How a file's rows are read, and how rows are added to it."""

    read: Callable[[bytes], list[Row]]
    added: Callable[[bytes | None, Sequence[Mapping[str, str]]], bytes]


FORMATS: Final = {
    "catalogue.yml": Format(yaml_file.read, yaml_file.added),
    "catalogue.csv": Format(csv_file.read, csv_file.added),
    "catalogue.xlsx": Format(xlsx_file.read, xlsx_file.added),
}
"""The names that a catalogue may have; of several the first is read."""


@dataclass(frozen=True)
class Catalogue:
    """The entries of the file `path` by the speech's file, and the line on which each stands."""

    path: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def files(self, version: str) -> frozenset[str]:
        """The files of which the archivist says that they are that `version` (`MAIN` or `SEPARATE`)."""
        return frozenset(file for file, entry in self.entries.items() if entry.version == version)


EMPTY: Final = Catalogue()


def existing(seeds: Path) -> tuple[Path, ...]:
    """The catalogues in the folder `seeds`; only the first is read."""
    return tuple(seeds / name for name in FORMATS if (seeds / name).is_file())


def read(seeds: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue in the folder `seeds`, empty where there is none, and what is wrong with it."""
    paths = existing(seeds)
    if not paths:
        return EMPTY, ()
    found, problems = _parsed(paths[0].read_bytes(), paths[0].name)
    return found, (*problems, *(problem("K008", path.name, used=paths[0].name) for path in paths[1:]))


def _parsed(content: bytes, path: str) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue that `content` is."""
    try:
        rows = FORMATS[path].read(content)
    except UnreadableError as error:
        return EMPTY, (problem("K001", path, error.line, why=str(error)),)
    entries: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for row in rows:
        entry, wrong = checked(row, path)
        problems += wrong
        if entry and entry.file in entries:
            problems.append(problem("K009", path, row.line, file=entry.file, before=lines[entry.file]))
        elif entry:
            entries[entry.file], lines[entry.file] = entry, row.line
    return Catalogue(path, entries, lines), tuple(problems)


def drafted(content: bytes | None, path: str, speeches: Iterable[Speech]) -> tuple[bytes | None, int] | Problem:
    """The catalogue `path` with an entry for each of `speeches` that it has none for, and how many those are.

    `content` is the file as it is (None: not there yet); what the archivist wrote stays. What was detected fills the
    new entries.
    """
    try:
        rows = FORMATS[path].read(content) if content else []
        known = {cell.value for row in rows for cell in row.cells if NAMES.get(cell.name) == "file"}
        new = [_detected(speech) for speech in speeches if speech.path not in known]
        return (FORMATS[path].added(content, new) if new else content), len(new)
    except UnreadableError as error:
        return problem("K001", path, error.line, why=str(error))


def _detected(speech: Speech) -> dict[str, str]:
    """What is known of `speech`, by field."""
    told = dict.fromkeys((name for name in FIELDS if name in {"file", *DETECTED}), "")
    return told | {"file": speech.path} | {name: getattr(speech.header, name) for name in DETECTED}
