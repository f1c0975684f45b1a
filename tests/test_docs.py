"""What the documents say is so: links lead somewhere, figures are the measured ones, commands exist."""

from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.model import Header, Speech
from generator.problems import PROBLEMS
from generator.site import citation, codes
from tests.conftest import ROOT
from tests.site.conftest import Reader, html

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
HELP = sorted((ROOT / "site_src" / "help").glob("*.md"))
#: What the build writes beside the pages that are written by hand.
MADE = ("help/problems.md", "api/index.md", "feeds/all.xml", "data/datapackage.json", "search.md")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_files_that_a_document_names_are_there(path: object) -> None:
    document = ROOT / str(path)
    text = document.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        assert "://" in target or (document.parent / target).exists(), target
    for name in re.findall(r"`((?:generator|publishing|benchmarks|site_src|\.github)/[\w./-]+)`", text):
        places = (ROOT / name, ROOT / "generator" / name)
        assert any(place.exists() for place in places) or name == "site_src/assets/data/index/", name


@pytest.mark.parametrize("path", [each for each in HELP if each.name != "problems.md"], ids=lambda path: path.name)
def test_links_of_the_help_lead_to_pages_that_are_there_or_made(path: object) -> None:
    page = ROOT / str(path)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        there = (page.parent / target).resolve()
        made = there.relative_to(ROOT / "site_src").as_posix() in MADE
        assert made or there.exists(), target


def test_every_command_is_in_the_readme() -> None:
    listed = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in main.commands if not re.search(rf"^\| `{name}[` ]", listed, re.MULTILINE)] == []


def test_commands_and_flags_that_the_help_names_exist() -> None:
    text = (ROOT / "site_src" / "help" / "archivist.md").read_text("utf-8")
    named = set(re.findall(r"(?:generator|build\.bat) ([a-z]+)[` ]", text))
    assert {"doctor", "check", "catalogue", "review"} <= named <= {*main.commands}
    flags = {flag for command in main.commands.values() for each in command.params for flag in each.opts}
    assert set(re.findall(r"--[a-z]+", text)) <= flags


@pytest.mark.parametrize("name", ["research.md", "archivist.md"])
def test_measured_figures_on_the_site_are_those_of_the_evaluation(name: str) -> None:
    measured = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    text = (ROOT / "site_src" / "help" / name).read_text("utf-8")
    for figure in re.findall(r"(?<![\d.])(?:1)?\.\d{3}|\d+\.\d(?=%)", text):
        assert figure in measured, figure
    for said, told in (
        ("61 条提法，找到 57 条，错 1 条", "57 of 61 | 1 |"),
        ("找到 41 条，没有错的", "41 of 61 | 0 |"),
        ("56 条和 54 条", "56 right"),
        ("56 条和 54 条", "54 right"),
        ("抽 20 条，对的 15 条", "15 right"),
        ("26 处", "Against 26 near-verbatim"),
        ("找到 21 处，错 3 处", "21 found, 3 wrong"),
        ("17 篇与读者会画的提纲一致", "as a reader would draw it in 17"),
        ("（124 个标题）", "124 heads"),
    ):
        assert said in text or name != "research.md"
        assert told in measured


def test_every_problem_code_has_its_line_on_the_page_of_codes() -> None:
    reader = Reader(html("\n\n".join(codes.page())))
    assert PROBLEMS.keys() <= reader.by_id.keys()
    for sentence in (sentence for _, sentence in PROBLEMS.values()):
        shown = re.sub(r"\{\w+\}", "…", sentence)
        assert shown in reader.text, shown


def cited() -> list[list[str]]:
    """The rows of the table of citations made by hand."""
    text = (ROOT / "docs" / "citations.md").read_text("utf-8")
    rows = [line.strip("| ").split("|") for line in text.splitlines() if line.count("|") == 7 and "EB/OL" in line]
    return [[cell.strip() for cell in row] for row in rows]


@pytest.mark.parametrize("row", cited(), ids=lambda row: row[0])
def test_a_speech_is_cited_as_the_standard_has_it(row: list[str]) -> None:
    _, title, subtitle, speaker, date, wanted = row
    header = Header(title=title, subtitle=subtitle, speaker=speaker, date=date)
    told = citation.unread(Speech("三点.txt", header, (), ()), "ADDRESS")
    assert told == f"{wanted} ADDRESS."


def test_ten_kinds_of_speech_and_more_were_cited_by_hand() -> None:
    assert len({row[0] for row in cited()}) >= 10
