"""The archive as one SQLite file, with a full-text index.

The index holds one character a token (`split` says how to ask), so that a phrase of any length is found exactly, two
characters too; punctuation counts. SQLite's own trigrams were measured on a million characters: five times the time,
twice the size, and nothing is found of fewer than three characters.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from generator.export.records import HEADER
from generator.site import citation, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.export.publication import Publication
    from generator.model import Speech

    Row = Sequence[str | int | None]

_PIECE: Final = 1 << 20
#: What is a token: everything but blanks and what cannot be seen.
_TOKENS: Final = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
#: The tables, each with its columns, in the order in which they are filled.
TABLES: Final = {
    "speech": {
        "id": "TEXT PRIMARY KEY",
        "address": "TEXT",
        **dict.fromkeys(HEADER, "TEXT"),
        "tags": "TEXT",
        "published": "TEXT",
        "modified": "TEXT",
        "characters": "INTEGER",
        "gbt7714": "TEXT",
    },
    "paragraph": {
        "number": "INTEGER PRIMARY KEY",
        "speech": "TEXT REFERENCES speech",
        "id": "TEXT",
        "role": "TEXT",
        "section": "TEXT",
        "text": "TEXT",
    },
    "section": {
        "speech": "TEXT REFERENCES speech",
        "id": "TEXT",
        "level": "INTEGER",
        "kind": "TEXT",
        "label": "TEXT",
        "title": "TEXT",
        "parent": "TEXT",
        "paragraph": "TEXT",
    },
    "slogan": {
        "id": "TEXT PRIMARY KEY",
        "form": "TEXT",
        "kind": "TEXT",
        "points": "INTEGER",
        "speeches": "INTEGER",
        "occurrences": "INTEGER",
    },
    "occurrence": {
        "slogan": "TEXT REFERENCES slogan",
        "speech": "TEXT REFERENCES speech",
        "paragraph": "TEXT",
        "start": "INTEGER",
        "end": "INTEGER",
        "wording": "TEXT",
        "quoted": "INTEGER",
    },
}
_INDEX: Final = f"CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize=\"{_TOKENS}\")"


def split(text: str) -> str:
    """`text` as the index reads it: its characters with blanks between.

    >>> split("改革 GDP")
    '改 革   G D P'
    """
    return " ".join(text)


def database(publication: Publication) -> Iterator[bytes]:
    """The file, in pieces; the same archive and the same SQLite always give the same bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "archive.sqlite")
        with closing(sqlite3.connect(path, isolation_level=None)) as made:
            _fill(made, publication)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_PIECE), b"")


def _fill(made: sqlite3.Connection, publication: Publication) -> None:
    """Write the tables, their indices and the index of the text."""
    made.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN")
    rows = _rows(publication)
    for table, columns in TABLES.items():
        made.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in _quoted(columns))})")
        marks = ", ".join("?" * len(columns))
        made.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])  # noqa: S608 - our own names
    made.execute("CREATE INDEX paragraph_place ON paragraph (speech, id)")
    made.execute("CREATE INDEX occurrence_slogan ON occurrence (slogan)")
    made.execute(_INDEX)
    texts = (each.text for speech in publication.corpus.speeches for each in speech.paragraphs)
    made.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", zip(count(1), map(split, texts), strict=False))
    made.execute("COMMIT")


def _quoted(columns: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The columns, their names as SQL takes any word."""
    return ((f'"{name}"', kind) for name, kind in columns.items())


def _rows(publication: Publication) -> dict[str, Iterable[Row]]:
    """The rows of each table."""
    speeches = publication.corpus.speeches
    numbers = count(1)
    return {
        "speech": (_speech(each, publication) for each in speeches),
        "paragraph": ((next(numbers), *row) for each in speeches for row in _paragraphs(each)),
        "section": (row for each in speeches for row in _sections(each)),
        "slogan": (
            (each.id, each.form, str(each.kind), each.points, len(each.speeches), len(each.occurrences))
            for each in publication.links.slogans
        ),
        "occurrence": occurrences(publication),
    }


def occurrences(publication: Publication) -> Iterator[Row]:
    """Every use of every slogan, in the order of the table's columns."""
    speeches = publication.corpus.by_id
    for slogan in publication.links.slogans:
        for use in slogan.occurrences:
            span = use.span
            paragraph = speeches[span.speech].paragraphs[span.paragraph].id
            yield slogan.id, span.speech, paragraph, span.start, span.end, use.form, int(use.quoted)


def _speech(speech: Speech, publication: Publication) -> Row:
    """The row of one speech."""
    header, address = speech.header, publication.address(paths.speech(speech.id))
    told = {name: getattr(header, name) for name in HEADER} | {"title": speech.name}
    characters = sum(len(each.text) for each in speech.paragraphs)
    tags = "、".join(header.tags)
    return (
        *(speech.id, address, *told.values(), tags),
        *(*publication.dates[speech.id], characters, citation.unread(speech, address)),
    )


def _paragraphs(speech: Speech) -> Iterator[Row]:
    """The rows of its paragraphs, without their numbers."""
    for each in speech.paragraphs:
        section = None if each.division is None else speech.divisions[each.division].id
        yield speech.id, each.id, str(each.role), section, each.text


def _sections(speech: Speech) -> Iterator[Row]:
    """The rows of its sections."""
    for each in speech.divisions:
        parent = None if each.parent is None else speech.divisions[each.parent].id
        place = speech.paragraphs[each.paragraph].id
        yield speech.id, each.id, each.level, str(each.kind), each.label, each.title, parent, place
