"""The files of everything: the same counts and the same text as the pages, whatever the text."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from generator import export, pipeline
from generator.export import database, records, tables, text
from generator.options import Options
from generator.site import paths
from generator.site.write import write
from tests.export.conftest import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.export import Publication


def opened(publication: Publication, path: Path) -> sqlite3.Connection:
    path.write_bytes(b"".join(database.database(publication)))
    return sqlite3.connect(path)


@pytest.fixture(scope="module")
def archive_file(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    made = opened(publication, tmp_path_factory.mktemp("data") / "archive.sqlite")
    yield made
    made.close()


def rows(publication: Publication, made: Callable[[Publication], Iterator[bytes]]) -> list[dict[str, str]]:
    whole = b"".join(made(publication)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(whole, newline="")))


def test_every_speech_is_a_line_of_json_with_the_fields_that_are_told(both: list[Publication]) -> None:
    for publication in both:
        found = [json.loads(line) for line in b"".join(records.lines(publication)).splitlines()]
        assert [each["id"] for each in found] == [each.id for each in publication.corpus.speeches]
        for told, speech in zip(found, publication.corpus.speeches, strict=True):
            assert set(told) == set(records.FIELDS)
            assert [each["text"] for each in told["paragraphs"]] == [each.text for each in speech.paragraphs]
            for section in told["sections"]:
                (there,) = (each["text"] for each in told["paragraphs"] if each["id"] == section["paragraph"])
                assert there[section["start"] : section["end"]].startswith(section["label"])


def test_the_plain_text_is_the_speech_s(both: list[Publication]) -> None:
    for publication in both:
        for speech in publication.corpus.speeches:
            assert text.plain(speech) == "\ufeff" + "".join(f"{each.text}\n" for each in speech.paragraphs)


def test_the_database_counts_as_the_pages_do(publication: Publication, archive_file: sqlite3.Connection) -> None:
    counted = dict(archive_file.execute("SELECT slogan, count(*) FROM occurrence GROUP BY slogan"))
    reach = dict(archive_file.execute("SELECT slogan, count(DISTINCT speech) FROM occurrence GROUP BY slogan"))
    assert counted == {each.id: len(each.occurrences) for each in publication.links.slogans}
    assert reach == {each.id: len(each.speeches) for each in publication.links.slogans}
    assert archive_file.execute("SELECT count(*) FROM speech").fetchone() == (5,)
    there = "SELECT substr(p.text, o.start + 1, o.end - o.start) FROM occurrence o JOIN paragraph p USING (speech)"
    words = {row[0] for row in archive_file.execute(f"{there} WHERE p.id = o.paragraph")}
    assert "不忘初心、牢记使命" in words


@pytest.mark.parametrize("words", ["干部", "作风建设", "党", "“四个意识”", "，", "XX", "没有这样的话"])
def test_the_index_finds_words_of_any_length_as_often_as_they_stand(
    words: str, publication: Publication, archive_file: sqlite3.Connection
) -> None:
    query = '"' + database.split(words).replace('"', '""') + '"'
    found = {row[0] for row in archive_file.execute("SELECT rowid FROM search WHERE search MATCH ?", [query])}
    texts = [part.text for speech in publication.corpus.speeches for part in speech.paragraphs]
    assert found == {number for number, each in enumerate(texts, 1) if words.casefold() in each.casefold()}


def test_hostile_text_is_only_text_in_the_database(hostile: Publication, tmp_path: Path) -> None:
    made = opened(hostile, tmp_path / "a.sqlite")
    (speech,) = hostile.corpus.speeches
    texts = made.execute("SELECT text FROM paragraph ORDER BY number").fetchall()
    assert texts == [(each.text,) for each in speech.paragraphs]
    assert made.execute("SELECT title FROM speech").fetchall() == [(speech.name,)]
    made.close()


def test_tables_count_as_the_pages_do(publication: Publication) -> None:
    told = rows(publication, tables.slogans)
    assert list(told[0]) == list(tables.SLOGANS)
    slogans = publication.links.slogans
    counted = {each["slogan"]: int(each["occurrences"]) for each in told}
    assert counted == {each.id: len(each.occurrences) for each in slogans}
    uses = rows(publication, tables.uses)
    assert list(uses[0]) == list(tables.OCCURRENCES)
    assert len(uses) == sum(len(each.occurrences) for each in slogans)


def test_no_cell_of_a_table_is_a_formula(publication: Publication) -> None:
    cells = [cell for made in (tables.slogans, tables.uses) for row in rows(publication, made) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_package_names_files_that_are_there_with_their_columns(publication: Publication) -> None:
    told = json.loads(tables.package(publication))
    made = export.files(publication)
    assert all(paths.DATA + each["path"] in made for each in told["resources"])
    for resource, content in (("slogans", tables.slogans), ("occurrences", tables.uses)):
        (schema,) = (each["schema"] for each in told["resources"] if each["name"] == resource)
        assert [field["name"] for field in schema["fields"]] == list(rows(publication, content)[0])


def test_what_is_written_is_the_same_every_time_and_nothing_is_written_twice(
    publication: Publication, tmp_path: Path
) -> None:
    first = write(export.files(publication), tmp_path / "a")
    again = write(export.files(publication), tmp_path / "a")
    write(export.files(publication), tmp_path / "b")
    assert (again.written, again.unchanged) == (0, first.written)
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


def test_names_of_files_come_from_ids_alone(both: list[Publication]) -> None:
    for publication in both:
        for path in export.files(publication):
            assert path.isascii()
            assert all(part.replace(".", "").replace("-", "").isalnum() for part in path.split("/"))


def test_a_hidden_speech_is_in_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("在公开会议上的讲话\n同志们：\n这是公开的一句话。\n", "utf-8")
    (tmp_path / "b.txt").write_text("在内部会议上的讲话\n同志们：\n这是秘密的另一件事。\n", "utf-8")
    (tmp_path / "catalogue.yml").write_text("- 文件: b.txt\n  不公开: 是\n", "utf-8")
    publication = published(pipeline.mined(pipeline.archive(tmp_path, "2026-01-01", Options())))
    files = export.files(publication)
    whole = b"".join(b"".join(made()) if callable(made) else made.encode() for made in files.values())
    assert "这是公开的一句话".encode() in whole
    assert "秘密".encode() not in whole
    assert "内部".encode() not in whole
