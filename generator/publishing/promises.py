"""A site that was built aside, made ready for servers and held against what sites promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import verification
from generator.publishing import headers
from generator.publishing.record import Stored, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from generator.model import Problem, Speech
    from generator.publishing.record import Record


def held(new: Path, known: Record, record: Record, speeches: Iterable[Speech]) -> tuple[Record, tuple[Problem, ...]]:
    """The `record` of the site in the folder `new` with the files that tell servers, and what is wrong with that site.

    Pages that the `known` site has to the same bytes were found right before, and are not read again where `speeches`
    say what stands on them.
    """
    now, said = _with_headers(new, record), tuple(speeches)
    return now, verification.problems(new, said, _unchanged(known, now) if said else {})


def _with_headers(new: Path, record: Record) -> Record:
    """The `record` of the site in the folder `new` with the files that tell servers, which are written there."""
    files = dict(record.files)
    for name, content in headers.files(new, (path for path in files if path.endswith(".html"))).items():
        (new / name).write_bytes(content)
        files[name] = Stored.at(new / name, digest(content))
    return replace(record, files=files)


def _unchanged(known: Record, now: Record) -> Mapping[str, Collection[str]]:
    """The pages that the old site has to the same bytes, with their anchors."""
    return {
        path: frozenset(source.linked.anchors.split("\n"))
        for path, source in now.pages.items()
        if path in known.files and known.files[path].digest == now.files[path].digest
    }
