"""The page on the data: its examples run, its addresses are there, its fields are all that there are."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import pytest

from generator import export
from generator.export import database, guide, records, tables
from generator.permalinks import dump
from generator.site.write import write
from tests.browser.conftest import served
from tests.export.conftest import published

if TYPE_CHECKING:
    from pathlib import Path

    from generator.export import Publication
    from generator.pipeline import Archive

#: Addresses with an id in them, and the files that stand beside the data.
ELSEWHERE = {"../ids.json", "../help/research.md"}


def blocks(page: str) -> list[str]:
    """The examples, without their indentation."""
    found = re.findall(r"(?:^    .*\n|^\n(?=    ))+", page, re.MULTILINE)
    return [re.sub("^    ", "", each, flags=re.MULTILINE).strip() for each in found if each.strip()]


PAGE = guide.page("")
SQL = [each for each in blocks(PAGE) if each.startswith("SELECT")]
PYTHON = [each for each in blocks(PAGE) if each.startswith("import")]


@pytest.fixture(scope="module")
def folder(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the site offers to programs."""
    into = tmp_path_factory.mktemp("guide")
    publication = published(archive)
    write(export.files(publication), into)
    (into / "ids.json").write_text(dump(publication.ledger), "utf-8")
    return into


def test_there_are_examples() -> None:
    assert (len(SQL), len(PYTHON)) == (3, 3)


@pytest.mark.parametrize("query", SQL)
def test_the_examples_in_sql_find_something(query: str, folder: Path) -> None:
    made = sqlite3.connect(folder / "data" / "archive.sqlite")
    assert made.execute(query).fetchall()
    made.close()


@pytest.mark.parametrize("code", PYTHON)
def test_the_examples_in_python_run(
    code: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publication: Publication
) -> None:
    monkeypatch.chdir(tmp_path)
    told = io.StringIO()
    names: dict[str, object] = {}
    with served(folder) as address, redirect_stdout(told):
        exec(code.replace(guide.NOWHERE, address), names)  # noqa: S102 - the page's own examples
    said = told.getvalue()
    if "speeches.jsonl" in code:
        assert said.count("\n") == len(publication.corpus.speeches)
    elif "sqlite" in code:
        names["archive"].close()  # type: ignore[attr-defined]
        texts = [part.text for speech in publication.corpus.speeches for part in speech.paragraphs]
        assert int(said) == sum("作风建设" in text for text in texts) > 0
    else:
        assert "现在是" in said


def test_every_address_on_the_page_is_there(folder: Path) -> None:
    named = set(re.findall(r"\]\(([^)]+)\)", PAGE)) - ELSEWHERE
    assert len(named) > 8
    assert all((folder / each.removeprefix("../")).is_file() for each in named)


def test_every_field_is_told_and_none_that_is_not_there(folder: Path) -> None:
    line = json.loads((folder / "data" / "speeches.jsonl").read_text("utf-8").splitlines()[0])
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert told == {*line, *tables.SLOGANS, *tables.OCCURRENCES}
    assert all(f"{name}" in PAGE for name in database.TABLES)
    assert set(line) == set(records.FIELDS)


def test_the_examples_name_the_site_where_it_is_known() -> None:
    page = guide.page("https://a.example/b/")
    assert "https://a.example/b/data/speeches.jsonl" in page
    assert guide.NOWHERE not in page
