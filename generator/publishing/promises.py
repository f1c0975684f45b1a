"""A site that was built aside, made ready for servers and held against what sites promise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import verification
from generator.publishing import headers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.model import Problem, Speech
    from generator.publishing.output import Output
    from generator.publishing.record import Record


def held(output: Output, record: Record, speeches: Iterable[Speech], home: str) -> tuple[Record, tuple[Problem, ...]]:
    """The `record` of a site with the files that tell servers, which are put there, and what is wrong with that site.

    Its address will be `home`, if known. Pages that the old site has to the same bytes were found right before, and are
    not read again where `speeches` say what stands on them.
    """
    new, said = Path(output.new), tuple(speeches)
    told = headers.files(new, (path for path in record.files if path.endswith(".html")))
    now = replace(record, files={**record.files, **{name: output.put(name, content) for name, content in told.items()}})
    return now, verification.problems(new, said, _unchanged(output.known, now) if said else {}, home)


def _unchanged(known: Record, now: Record) -> Mapping[str, Collection[str]]:
    """The pages that the old site has to the same bytes, with their anchors."""
    return {
        path: frozenset(source.linked.anchors.split("\n"))
        for path, source in now.pages.items()
        if path in known.files and known.files[path].digest == now.files[path].digest
    }
