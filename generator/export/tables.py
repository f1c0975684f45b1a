"""Slogans and their uses as tables, and the description of all of the archive's files as a data package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.export.database import occurrences
from generator.site import labels
from generator.site.lists import dated
from generator.site.tables import csv_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.export.publication import Publication

#: The columns: the type by frictionless's Table Schema, and what is in them.
SLOGANS: Final[Mapping[str, tuple[str, str]]] = {
    "slogan": ("string", "提法的永久编号"),
    "form": ("string", "提法"),
    "kind": ("string", "类别"),
    "points": ("integer", "依据的分数"),
    "speeches": ("integer", "篇数"),
    "occurrences": ("integer", "次数"),
    "quoted": ("integer", "其中加引号的次数"),
    "first": ("string", "最早的日期（ISO 8601，知道多少写多少）"),
    "last": ("string", "最近的日期"),
    "variants": ("string", "各种写法，以“；”隔开"),
}
OCCURRENCES: Final[Mapping[str, tuple[str, str]]] = {
    "slogan": ("string", "提法的永久编号"),
    "speech": ("string", "讲话的永久编号"),
    "paragraph": ("string", "段落的永久编号"),
    "start": ("integer", "在这一段从第几个字符起（从 0 数）"),
    "end": ("integer", "到第几个字符为止（不含）"),
    "wording": ("string", "写法"),
    "quoted": ("integer", "加了引号为 1，否则为 0"),
}


def slogans(publication: Publication) -> Iterator[bytes]:
    """The table of slogans, as CSV."""
    return (line.encode() for line in csv_lines(tuple(SLOGANS), _slogans(publication)))


def uses(publication: Publication) -> Iterator[bytes]:
    """The table of their uses, as CSV."""
    rows = ([*row] for row in occurrences(publication))
    return (line.encode() for line in csv_lines(tuple(OCCURRENCES), rows))  # type: ignore[arg-type]


def _slogans(publication: Publication) -> Iterator[tuple[str | int, ...]]:
    """The rows of the table of slogans."""
    for slogan in publication.links.slogans:
        known, _ = dated(publication.corpus.by_id[each] for each in slogan.speeches)
        days = [each.header.date for each in known]
        quoted = sum(each.quoted for each in slogan.occurrences)
        reach = len(slogan.speeches), len(slogan.occurrences), quoted
        ends = (days[0], days[-1]) if days else ("", "")
        kind = labels.KINDS[slogan.kind]
        yield (slogan.id, slogan.form, kind, slogan.points, *reach, *ends, "；".join(slogan.variants))


def package(publication: Publication) -> str:
    """`datapackage.json` by frictionless's Data Package: what files there are, and what is in the tables."""
    told = {
        "profile": "data-package",
        "name": "speech-archive",
        "title": labels.HOME,
        "created": f"{publication.modified}T00:00:00Z",
        **({"homepage": publication.site} if publication.site else {}),
        "resources": [
            _table("slogans", SLOGANS),
            _table("occurrences", OCCURRENCES, foreign=True),
            _file("speeches", "speeches.jsonl", "application/x-ndjson"),
            _file("archive", "archive.sqlite", "application/vnd.sqlite3"),
            _file("references-csl", "references.csl.json", "application/vnd.citationstyles.csl+json"),
            _file("references-ris", "references.ris", "application/x-research-info-systems"),
            _file("references-bibtex", "references.bib", "application/x-bibtex"),
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _file(name: str, path: str, kind: str) -> dict[str, object]:
    """A file that is no table."""
    return {"name": name, "path": path, "mediatype": kind, "encoding": "utf-8"}


def _table(name: str, columns: Mapping[str, tuple[str, str]], *, foreign: bool = False) -> dict[str, object]:
    """A table, with its columns."""
    fields = [{"name": each, "type": kind, "description": what} for each, (kind, what) in columns.items()]
    there = {"fields": "slogan", "reference": {"resource": "slogans", "fields": "slogan"}}
    schema = {"fields": fields, **({"foreignKeys": [there]} if foreign else {"primaryKey": "slogan"})}
    return {
        "profile": "tabular-data-resource",
        **_file(name, f"{name}.csv", "text/csv"),
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }
