"""A reader searches: in the box on every page, and on the page that lists all hits."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCHEMES, WIDTHS, both_widths, served, until
from tests.commands import run
from tests.test_build import project, zensical_build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

    from tests.browser.conftest import Visit

HOSTILE = "</title><img src=x onerror=alert(1)>"
SPEECHES = {
    "甲.txt": f"{HOSTILE}关于担当的讲话\n张三\n（2018年5月1日）\n\n同志们：\n干部要有担当。\n=1+1，担当。\n",
    "乙.txt": "在年会上的讲话\n李四\n（2019年6月2日）\n\n同志们：\n@某人说，担当要紧。\n<b>担当</b>，再担当。\n",
    "丙.txt": "在总结会上的讲话\n李四\n（2021年7月3日）\n\n同志们：\n" + "担当，担当。\n" * 30,
}
MARKED = "[...document.querySelectorAll('article mark')].map(mark => mark.textContent).join('')"
HITS = ".answer .hits li"
COUNTED = ".told:text-matches('^找到 .*篇讲话$')"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small archive over several years, with text that would be markup or formulae."""
    folder = project(tmp_path_factory.mktemp("archive"))
    for name, text in SPEECHES.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window where things may fail."""
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


def box(page: Page) -> Locator:
    """The search box, open."""
    field = page.locator(".md-search__input")
    if page.viewport_size and page.viewport_size["width"] < 960:
        page.locator("label.md-header__button[for='__search']").click()
    else:
        field.click()
    return field


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__list a:has(.context)")


def search(origin: str, text: str, **more: str) -> str:
    return f"{origin}search/?q={quote(text)}" + "".join(f"&{name}={quote(value)}" for name, value in more.items())


def no_sideways_scroll(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@both_widths
def test_a_hit_in_the_box_opens_its_paragraph_with_the_words_marked(visit: Visit) -> None:
    page = visit.go()
    box(page)
    page.keyboard.type("抓落实")
    hit = results(page).first
    expect(hit.locator("mark")).to_have_text("抓落实")
    href = hit.get_attribute("href") or ""
    hit.click()
    page.wait_for_url(href)
    until(page, f"{MARKED} === '抓落实'")
    assert page.locator(".changed").inner_text() == ""


def test_of_several_phrases_all_are_marked_on_arrival(page: Page, archive: str) -> None:
    page.goto(archive)
    box(page).fill("担当 干部 要有")
    results(page).first.click()
    page.wait_for_url("**/speeches/**")
    until(page, f"{MARKED} === '干部要有担当'")
    page.goto(search(archive, "再担当 担当"))
    page.locator(f"{HITS} a").first.click()
    until(page, f"{MARKED} === '担当再担当'")


@both_widths
def test_keys_alone_lead_from_any_page_to_a_hit_and_back_to_the_text(visit: Visit) -> None:
    page = visit.go("about/")
    page.keyboard.press("/")
    page.keyboard.type("党员干部")
    expect(results(page).first.locator("mark")).to_have_text("党员干部")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.press("s")
    results(page).first.wait_for()
    field, lines = page.locator(".md-search__input"), page.locator(".md-search-result__list a")
    expect(field).to_be_focused()
    for _ in range(lines.count() + 1):
        page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert "全部结果" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, f"{MARKED} === '党员干部'")


@both_widths
def test_the_last_line_leads_to_all_results(visit: Visit) -> None:
    page = visit.go()
    box(page).fill("作风建设")
    page.locator(".md-search-result .all").click()
    page.wait_for_url("**/search/?q=*")
    page.locator(COUNTED).wait_for()
    expect(page.locator(HITS).nth(6)).to_be_visible()


@both_widths
def test_pinyin_initials_propose_a_slogan(visit: Visit) -> None:
    page = visit.go()
    box(page)
    page.keyboard.type("lgwh")
    line = page.locator(".md-search-result__list a", has_text="两个维护").first
    line.wait_for()
    page.keyboard.press("ArrowDown")
    assert "两个维护" in page.evaluate("document.activeElement.textContent")


@both_widths
def test_nothing_is_searched_amid_a_composition(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator(".asking input[name=q]").click()
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "dan'dang", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(600)
    assert page.locator(".told").inner_text().startswith("输入要找的词语")
    assert "q=" not in page.url
    keys.send("Input.insertText", {"text": "担当"})
    page.locator(COUNTED).wait_for()
    assert set(page.locator(f"{HITS} > a").all_inner_texts()) == {"担当"}


@both_widths
def test_what_is_pasted_by_mouse_is_searched(visit: Visit) -> None:
    page = visit.go()
    page.evaluate("navigator.clipboard.writeText('管党治党')")
    box(page)
    page.evaluate("document.execCommand('paste')")
    if not page.locator(".md-search__input").input_value():  # without leave to read the clipboard
        page.evaluate("document.execCommand('insertText', false, '管党治党')")
    expect(results(page).first.locator("mark")).to_have_text("管党治党")


@both_widths
def test_an_address_with_a_query_opens_the_box(visit: Visit) -> None:
    page = visit.go(f"about/?q={quote('抓落实')}")
    results(page).first.wait_for()
    page.keyboard.press("Escape")
    until(page, "!location.search")


@both_widths
def test_each_state_of_the_page_has_an_address_and_a_way_back(visit: Visit) -> None:
    page = visit.go("search/")
    field = page.locator(".asking input[name=q]")
    field.fill("干部")
    field.press("Enter")
    page.locator(COUNTED).wait_for()
    every = page.locator(".told").inner_text()
    if not page.locator(".facets > details").evaluate("details => details.open"):
        page.locator(".facets > details > summary").click()
    page.locator(".facets a", has_text="李林").click()
    page.locator(".told", has_text="见于 1 篇讲话").wait_for()
    page.locator("select[name=order]").select_option("right")
    page.wait_for_url("**order=right*")
    page.locator(".source").first.wait_for()
    address, shown = page.url, page.locator(HITS).all_inner_texts()
    assert shown
    page.go_back()
    page.go_back()
    page.locator(".told", has_text=every).wait_for()
    page.goto("about:blank")
    page.goto(address)
    page.locator(COUNTED).wait_for()
    expect(page.locator(HITS)).to_have_text(shown, use_inner_text=True)
    expect(page.locator("select[name=order]")).to_have_value("right")


@both_widths
def test_what_does_not_occur_gets_wordings_that_do(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator(".asking input[name=q]").fill("全面从言治党")
    page.locator(".told", has_text="没有找到“全面从言治党”。").wait_for()
    page.locator(".offered a", has_text="全面从严治党").first.click()
    page.locator(COUNTED).wait_for()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_hits_by_year_by_facet_and_fifty_at_a_time(browser: Browser, archive: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
    page = context.new_page()
    page.goto(search(archive, "担当"))
    page.locator(".told", has_text="找到 66 处，见于 3 篇讲话").wait_for()
    expect(page.locator(".years rect")).to_have_count(4)
    expect(page.locator(".years td")).to_have_text(["2018", "3", "2019", "3", "2021", "60"])
    expect(page.locator(HITS)).to_have_count(50)
    page.locator(".more").click()
    expect(page.locator(HITS)).to_have_count(66)
    expect(page.locator(".more")).to_have_count(0)
    expect(page).to_have_url(re.compile("shown=100"))
    assert no_sideways_scroll(page)
    page.goto(search(archive, "担当", speaker="李四", year="2019"))
    page.locator(".told", has_text="找到 3 处，见于 1 篇讲话").wait_for()
    expect(page.locator(".chosen")).to_have_count(2)
    context.close()


def test_text_of_a_speech_is_never_markup(page: Page, archive: str) -> None:
    page.goto(archive)
    box(page).fill("担当的讲话")
    results(page).first.wait_for()
    expect(page.locator(".md-search-result h1").first).to_contain_text(HOSTILE)
    page.goto(search(archive, "担当"))
    page.locator(COUNTED).wait_for()
    assert HOSTILE in page.locator(".hits h2").first.inner_text()
    assert page.locator(".hits img, .hits b, .md-search img").count() == 0
    assert page.title().startswith("检索")


def test_a_table_of_all_hits_has_no_formula(page: Page, archive: str) -> None:
    page.goto(search(archive, "担当", order="date"))
    page.locator(COUNTED).wait_for()
    with page.expect_download() as download:
        page.locator(".offered button", has_text="CSV").click()
    saved = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "检索结果 担当.csv"
    head, *rows = csv.reader(saved.decode("utf-8-sig").splitlines())
    assert head == ["讲话", "演讲人", "日期", "左", "词语", "右", "链接"]
    assert len(rows) == 66
    assert ["'=1+1，", "担当", "。"] in [row[3:6] for row in rows]
    assert ["'@某人说，", "担当", "要紧。"] in [row[3:6] for row in rows]
    assert all(row[6].startswith(f"{archive}speeches/") for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def cut(route: Route) -> None:
    route.abort()


def web_page(route: Route) -> None:
    route.fulfill(status=200, body="<!doctype html><p>404", content_type="text/html")


def half(route: Route) -> None:
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2], content_type="text/javascript")


@pytest.mark.parametrize(
    ("pattern", "fault", "message"),
    [
        ("**/data/search*.js", cut, "没有取到"),
        ("**/data/search*.js", web_page, "没有取到"),
        ("**/data/index/index.js", cut, "没有取到"),
        ("**/data/index/index.js", web_page, "不完整"),
        ("**/data/index/*/g*.js", half, "不完整"),
        ("**/data/index/*/t*.js", web_page, "没有取到，下面列的不全"),
    ],
)
def test_a_fault_is_told_and_the_next_query_works(
    page: Page, origin: str, pattern: str, fault: Callable[[Route], None], message: str
) -> None:
    page.route(pattern, fault)
    page.goto(search(origin, "抓落实"))
    page.locator(".told", has_text=message).wait_for()
    page.goto(origin)
    box(page).fill("抓落实")
    page.locator(".md-search-result__meta", has_text=message).wait_for()
    page.unroute(pattern)
    page.locator(".md-search__input").fill("抓")
    page.locator(".md-search__input").fill("抓落实")
    results(page).first.wait_for()
    expect(page.locator(".md-search-result__meta")).not_to_contain_text(message)


def test_hits_that_could_be_had_are_shown_as_a_part(page: Page, origin: str) -> None:
    page.route("**/index/*/t1.js", cut)
    page.goto(search(origin, "干部"))
    page.locator(".told", has_text="有的数据没有取到，下面列的不全。至少有").wait_for()
    shown = page.locator(HITS).count()
    assert shown > 0
    page.unroute("**/index/*/t1.js")
    page.locator(".offered button", has_text="再试一次").click()
    page.locator(COUNTED).wait_for()
    until(page, f"document.querySelectorAll('{HITS}').length > {min(shown, 49)}")


def test_a_page_loads_little_code_and_no_index_before_someone_searches(
    page: Page, origin: str, site: Path, root: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(origin)))
    page.goto(origin, wait_until="networkidle")
    ours = [name for name in asked if "search" in name or "data/" in name]
    assert sorted(ours) == ["assets/data/site.css", "assets/data/site.js"]
    assert sum(len(gzip.compress((site / name).read_bytes())) for name in ours) <= 30 * 1024
    of_search = [root / "site_src" / "assets" / part for part in ("js/search.js", "css/search.css")]
    assert sum(len(gzip.compress(part.read_bytes())) for part in of_search) <= 8 * 1024
    asked.clear()
    box(page).fill("全面从严治党")
    results(page).first.wait_for()
    page.wait_for_load_state("networkidle")
    sent = sum(len(gzip.compress((site / name).read_bytes())) for name in asked if name.startswith("assets/"))
    assert sent <= 40 * 1024


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation_in_an_open_box_nor_among_results(
    browser: Browser, archive: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
    page = context.new_page()
    page.goto(archive)
    box(page).fill("担当")
    results(page).first.wait_for()
    page.wait_for_timeout(500)
    found = [Axe().run(page)]
    page.goto(search(archive, "担当", speaker="李四"))
    page.locator(COUNTED).wait_for()
    for folded in page.locator("details").all():
        folded.evaluate("details => { details.open = true; }")
    found.append(Axe().run(page))
    context.close()
    assert [each.generate_report() for each in found if each.violations_count] == []


def test_it_all_works_in_a_folder_opened_by_double_click(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    box(page).fill("抓落實")
    hit = results(page).first
    hit.wait_for()
    hit.click()
    until(page, f"{MARKED} === '抓落实'")
    page.locator(".md-tabs a", has_text="检索").click()
    page.wait_for_url("**/search/index.html")
    page.locator(".asking input[name=q]").fill("干部")
    page.locator(".asking button").click()
    page.locator(COUNTED).wait_for()
    expect(page.locator(HITS)).to_have_count(50)
    page.locator(".hits h2 a").first.click()
    page.wait_for_url("**/speeches/*/index.html")
    page.locator(".md-header a.md-logo").click()
    page.wait_for_url("**/index.html")


def test_the_site_that_zensical_builds_has_the_same_search_page(page: Page, site: Path, tmp_path: Path) -> None:
    with served(zensical_build(site.parent, tmp_path)) as address:
        page.goto(search(address, "作风建设"))
        page.locator(COUNTED).wait_for()
        theirs = page.locator(HITS).all_inner_texts()
    with served(site) as address:
        page.goto(search(address, "作风建设"))
        page.locator(COUNTED).wait_for()
        expect(page.locator(HITS)).to_have_text(theirs, use_inner_text=True)
