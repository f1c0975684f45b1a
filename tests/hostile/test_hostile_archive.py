"""An archive whose every text, title, name and slogan is meant to do harm: it is built, and remains text."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import served
from tests.commands import run
from tests.conftest import ROOT
from tests.test_build import given_text, project, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SEEDS = ROOT / "tests" / "hostile" / "seeds"
OURS = ("mkdocs.yml", "seeds", "site_src", "site", "site.sha256", "build", ".cache", ".site_src.lock")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("hostile") / "project")
    shutil.rmtree(folder / "seeds")
    shutil.copytree(SEEDS, folder / "seeds")
    told = run(folder, "build")
    assert told.returncode == 0, told.stderr
    assert "\x1b" not in told.stderr
    return folder


def files_of(folder: Path) -> dict[str, Path]:
    """The file of each speech that has a page."""
    pages = (folder / "site").glob("speeches/*/index.html")
    return {path.parent.name: path for path in pages if path.parent.name.isalnum()}


def test_there_are_at_least_sixty_of_them_and_each_is_built(built: Path) -> None:
    seeds = list(SEEDS.glob("*.txt"))
    assert len(seeds) >= 60
    assert len(files_of(built)) == len(seeds)


def test_every_character_of_them_is_shown(built: Path) -> None:
    pages = set(map(shown, files_of(built).values()))
    rewritten = ["compatibility.txt", "radicals.txt"]  # what a PDF put in place of characters is set right, and listed
    assert sorted(path.name for path in SEEDS.glob("*.txt") if given_text(path) not in pages) == rewritten


def test_the_site_keeps_all_its_promises(built: Path) -> None:
    told = run(built, "verify")
    assert told.returncode == 0, told.stderr[:4000]


def test_nothing_is_written_outside_the_folders_of_a_build(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == sorted(OURS)
    assert [path.name for path in built.parent.iterdir()] == ["project"]
    written = {path.name for path in (built / "seeds").iterdir()} - {path.name for path in SEEDS.iterdir()}
    assert written == {"ids.json"}


def test_no_path_of_the_site_comes_from_a_text(built: Path) -> None:
    names = {path.name for path in (built / "site").rglob("*")}
    assert [name for name in names if not name.isascii() or set(name) & set("<>'\"&%{}$ \\;=")] == []


def test_a_table_to_open_with_a_spreadsheet_holds_no_formula(built: Path) -> None:
    tables = list((built / "site").rglob("*.csv"))
    assert tables
    for table in tables:
        cells = [cell for line in table.read_text("utf-8-sig").splitlines() for cell in line.split(",")]
        assert [cell for cell in cells if cell.strip('"')[:1] in set("=+@\t\r") and len(cell.strip('"')) > 1] == []


@pytest.fixture(scope="module")
def reader(browser: Browser, built: Path) -> Iterator[tuple[Page, str, list[str]]]:
    """A reader under the published policy; the list fills with whatever should not happen."""
    wrong: list[str] = []
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda each: wrong.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(built / "site") as address:
        page.on(
            "request", lambda each: None if each.url.startswith((address, "data:", "blob:")) else wrong.append(each.url)
        )
        yield page, address, wrong
    context.close()


def test_no_page_runs_or_fetches_what_a_text_says(reader: tuple[Page, str, list[str]], built: Path) -> None:
    page, address, wrong = reader
    site = built / "site"
    pages = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("index.html") if "passages" not in path.parts
    )
    for path in pages[::2]:
        page.goto(address + path.removesuffix("index.html"), wait_until="load")
        assert page.evaluate("typeof ran") == "undefined", path
        assert not wrong, path


@pytest.mark.parametrize("query", ["<img src=x onerror=ran=1>", "ran=1", "意识", "{{ config }}", "“"])
def test_what_searching_shows_is_text(reader: tuple[Page, str, list[str]], query: str) -> None:
    page, address, wrong = reader
    page.goto(f"{address}search/", wait_until="load")
    elements = page.locator("main :is(img, script, iframe, object)")
    before = elements.count()
    field = page.locator("main input[type=search]").first
    field.fill(query)
    field.press("Enter")
    page.wait_for_timeout(800)
    assert page.locator("main").inner_text()
    assert page.evaluate("typeof ran") == "undefined"
    assert elements.count() == before
    assert not wrong
