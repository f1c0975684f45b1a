"""The page of a slogan: its figures, its links, its concordance sorted and exported."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator import analysis, pipeline, report
from generator.options import Options
from tests.browser.conftest import SCHEMES, WIDTHS, served, until
from tests.commands import run
from tests.test_build import project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Browser, Page

    from generator.model import Corpus

FORM = "不忘初心、牢记使命主题教育"
LINES = ".concordance .kwic li"
OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FORMULA = tuple("=+-@\t\r＝＋－＠")


def speeches(folder: Path) -> None:
    """Speeches of sixteen years with the slogan four times each, amid words drawn by chance."""
    chance = random.Random(3)
    before = ["要继续", "我们已经", "各单位认真", "去年以来", "全区上下", "第二批", "按照部署"]
    after = ["=1+1", "，成效明显", "的成果", "20%", "工作会议", "：总结大会", "", "，－5度"]
    for number in range(32):
        lines = [
            f"{chance.choice(before)}{chance.choice(before)}“不忘初心、牢记使命”主题教育{chance.choice(after)}。"
            for _ in range(4)
        ]
        lines.append(f"{chance.choice(before)}不忘初心、牢记使命{chance.choice(after)}。")
        head = f"在第{number}次会议上的讲话\n（{1990 + number // 2}年3月5日）\n同志们：\n"
        (folder / f"{number}.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with such speeches, and its site."""
    folder = project(tmp_path_factory.mktemp("slogans"))
    speeches(folder / "seeds")
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def there(folder: Path) -> Iterator[str]:
    """The address of that site."""
    with served(folder / "site") as origin:
        yield origin


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    """The same speeches, as the terminal's command reads them."""
    return pipeline.archive(folder / "seeds", "2026-01-01", Options()).corpus


def wanted(corpus: Corpus, order: str) -> list[Mapping[str, Any]]:
    """What the terminal's command gives."""
    return report.kwic(corpus, analysis.in_order(corpus, analysis.concordance(corpus, FORM), order))


def path_of(folder: Path, form: str) -> str:
    """Where the slogan's page is."""
    ledger = json.loads((folder / "seeds" / "ids.json").read_text("utf-8"))
    (key,) = (k for k, entry in ledger.items() if k.startswith("slogans/") and entry["text"] == form)
    return f"{key}/"


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, there: str, folder: Path) -> Iterator[Page]:
    """The slogan's page at each width; fails on any error that the browser sees."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, locale="zh-CN")
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(there + path_of(folder, FORM), wait_until="networkidle")
    yield page
    context.close()
    assert wrong == []


def exported(page: Page, kind: str) -> str:
    with page.expect_download() as waiting:
        page.locator(".tools button", has_text=kind).click()
    assert waiting.value.suggested_filename == f"{FORM}.{kind.lower()}"
    return Path(waiting.value.path()).read_text("utf-8")


def keys(records: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(record[name] for name in ("speech", "paragraph", "start", "end")) for record in records]


def test_the_whole_concordance_is_exported_in_the_order_that_the_terminal_gives(page: Page, corpus: Corpus) -> None:
    for order in analysis.ORDERS:
        page.select_option(".tools select", order)
        found = json.loads(exported(page, "JSON"))
        assert len(found) > 100
        assert keys(found) == keys(wanted(corpus, order))
        for name in ("title", "date", "left", "node", "right"):
            assert [each[name] for each in found] == [each[name] for each in wanted(corpus, order)]


def test_a_table_holds_the_same_and_no_cell_is_a_formula(page: Page) -> None:
    page.select_option(".tools select", "right")
    records = json.loads(exported(page, "JSON"))
    content = exported(page, "CSV")
    assert content.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert keys([{**row, "start": int(row["start"]), "end": int(row["end"])} for row in rows]) == keys(records)
    assert any(each["right"].startswith("=") for each in records)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]
    assert [row["right"].removeprefix("'") for row in rows] == [each["right"] for each in records]


def test_sorting_shows_a_hundred_lines_and_more_when_asked(page: Page) -> None:
    assert page.locator(LINES).count() == 100
    printed = page.locator(LINES).all_inner_texts()
    page.select_option(".tools select", "right")
    until(page, "document.querySelectorAll('.concordance h3').length === 0")
    assert page.locator(LINES).count() == 100
    page.locator(".more").click()
    expect(page.locator(LINES).nth(100)).to_be_visible()
    page.select_option(".tools select", "date")
    until(page, "document.querySelectorAll('.concordance h3').length > 0")
    expect(page.locator(LINES)).to_have_text(printed, use_inner_text=True)


def test_a_line_leads_to_its_very_words(page: Page) -> None:
    page.select_option(".tools select", "left")
    until(page, "document.querySelector('.source')")
    node = page.locator(f"{LINES} > a").nth(3)
    words = node.inner_text()
    page.goto(node.evaluate("a => a.href"))
    marked = "[...document.querySelectorAll('mark')].map(mark => mark.textContent).join('')"
    until(page, f"words => {marked} === words", words)


def test_the_tree_leads_to_the_slogan_inside_and_that_back(page: Page) -> None:
    page.locator(".tree a", has_text="不忘初心、牢记使命").first.click()
    expect(page.locator("h1")).to_have_text("不忘初心、牢记使命")
    page.locator(".tree .wider a", has_text=FORM).click()
    expect(page.locator("h1")).to_have_text(FORM)


def test_every_figure_is_named_and_its_data_stand_in_words(page: Page) -> None:
    page.evaluate(OPENED)
    figures = page.locator("svg.figure")
    assert figures.count() == 31
    for figure in figures.all():
        title, told = (figure.locator(part).text_content() or "" for part in ("title", "desc"))
        assert title
        assert re.search(r"\d", told)
    assert page.get_by_role("img", name=f"“{FORM}”每万字的次数").count() == 1
    years, places = page.locator("details table").all()
    assert years.locator("tbody tr").count() == 16
    assert places.locator("tbody tr").count() == 30
    columns = page.locator("figure .count").count()
    assert columns == sum(int(text) > 0 for text in years.locator("td:nth-child(4)").all_inner_texts())


def test_figures_keep_their_height_and_words_at_every_width(page: Page) -> None:
    assert page.locator("figure svg").evaluate("svg => svg.getBoundingClientRect().height") == 112
    assert page.locator(".strips svg").first.evaluate("svg => svg.getBoundingClientRect().height") == 18
    assert page.locator("figure .tick").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)") >= 12
    inside = """texts => texts.every(text => {
      const [a, b] = [text, text.ownerSVGElement].map(each => each.getBoundingClientRect());
      return a.left >= b.left - 1 && a.right <= b.right + 1;
    })"""
    assert page.locator("figure text").evaluate_all(inside)


def test_without_scripts_it_reads_in_the_archive_s_order(
    browser: Browser, there: str, folder: Path, corpus: Corpus
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(there + path_of(folder, FORM))
    nodes = [link.get_attribute("data-at") for link in page.locator(f"{LINES} > a").all()]
    assert nodes == [f"{each['start']}-{each['end']}" for each in wanted(corpus, "date")[:100]]
    assert page.locator(".tools").count() == 0
    assert page.locator("a.all-uses").count() == 1
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, there: str, folder: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
    page = context.new_page()
    page.goto(there + path_of(folder, FORM), wait_until="networkidle")
    page.evaluate(OPENED)
    assert not page.evaluate(SIDEWAYS)
    page.select_option(".tools select", "left")
    until(page, "!document.querySelector('.concordance h3')")
    assert not page.evaluate(SIDEWAYS)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
