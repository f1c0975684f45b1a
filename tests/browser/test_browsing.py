"""Finding one's way: the start page, the list of speeches and its facets, the figures."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCHEMES, WIDTHS, both_widths, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Visit

LINES = ".browse .hits:not([hidden]) li"
COUNT = 650


@pytest.fixture
def anatomy(site: Path) -> str:
    """The address of a speech with a strip."""
    pages = (page for page in site.glob("speeches/*/index.html") if 'id="anatomy-title"' in page.read_text("utf-8"))
    return f"speeches/{min(pages).parent.name}/"


@pytest.fixture
def scriptless(browser: Browser, origin: str) -> Iterator[tuple[Page, str]]:
    """A page in a browser that runs no scripts, and where the site is."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False, locale="zh-CN")
    yield context.new_page(), origin
    context.close()


@both_widths
def test_the_start_page_asks_the_search_page(visit: Visit) -> None:
    page = visit.go()
    page.locator(".invitation input").fill("不忘初心")
    page.locator(".invitation input").press("Enter")
    expect(page.locator(".hits li a").first).to_contain_text("不忘初心")
    assert "/search/?q=" in page.url


def test_the_start_page_stands_on_one_screen_where_there_is_room(browser: Browser, origin: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(origin)
    for selector in (".invitation", ".newest li >> nth=-1", ".shared li >> nth=-1"):
        box = page.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, selector
    page.close()


@both_widths
def test_choosing_narrows_the_list_and_the_address_brings_it_back(visit: Visit) -> None:
    page = visit.go("speeches/")
    every = page.locator(LINES).count()
    if not page.locator(".browse details").evaluate("e => e.open"):
        page.locator(".browse summary").click()
    page.locator(".browse .facets").get_by_role("link", name="李林").click()
    expect(page.locator(LINES)).to_have_count(1)
    assert every == 5
    expect(page.locator(".browse .told")).to_have_text("找到 1 篇")
    address = page.url
    page.go_back()
    expect(page.locator(LINES)).to_have_count(every)
    page.goto(address)
    expect(page.locator(LINES)).to_have_count(1)
    expect(page.locator(LINES)).to_contain_text("李林")
    page.get_by_role("link", name="不限演讲人：李林").click()
    expect(page.locator(LINES)).to_have_count(every)
    expect(page).to_have_url(f"{visit.origin}speeches/")


@both_widths
def test_what_is_not_printed_can_be_chosen_too(visit: Visit) -> None:
    page = visit.go("speeches/?year=-")
    expect(page.locator(LINES)).to_have_count(4)
    expect(page.locator(".browse .hits:not([hidden]) h2")).to_have_text(["日期不详"])


@both_widths
def test_an_address_that_fits_nothing_says_so_and_can_be_left(visit: Visit) -> None:
    page = visit.go("speeches/?speaker=%3Cimg%20src=x%3E&year=1900")
    expect(page.locator(".browse .told")).to_have_text("找到 0 篇")
    assert page.locator(".browse img").count() == 0
    page.get_by_role("link", name="不限年份：1900年").click()
    page.locator(".browse .chosen").click()
    expect(page.locator(LINES)).to_have_count(5)


def catalogue(route: Route) -> None:
    """Many speeches in place of the few: by five speakers, every third without a date."""
    rows = [
        [f"sp{n:05}", f"讲话{n}", "" if n % 3 == 0 else f"{2023 - n // 20}-03-05", "", f"张{n % 5}", f"会场{n % 40}"]
        for n in range(COUNT)
    ]
    for row in rows:
        row[3] = row[2][:4]
    rows.sort(key=lambda row: (not row[2], [-int(part) for part in row[2].split("-") if part]))
    told = json.dumps({"facets": ["year", "speaker", "place", "series"], "speeches": [[*row, ""] for row in rows]})
    route.fulfill(body=f"const CATALOGUE = {told};", content_type="text/javascript")


def test_of_many_speeches_some_are_shown_and_more_when_asked(visit: Visit) -> None:
    visit.page.route("**/assets/data/speeches.js", catalogue)
    page = visit.go("speeches/?place=%E4%BC%9A%E5%9C%BA1")
    expect(page.locator(LINES)).to_have_count(len([n for n in range(COUNT) if n % 40 == 1]))
    page.goto(f"{visit.origin}speeches/?year=-")
    expect(page.locator(LINES)).to_have_count(200)
    page.locator(".browse .more").click()
    expect(page.locator(LINES)).to_have_count(217)
    until(page, "document.activeElement.closest('li') !== null")
    page.goto(f"{visit.origin}speeches/", wait_until="networkidle")
    if not page.locator(".browse details").evaluate("e => e.open"):
        page.locator(".browse summary").click()
    places = page.locator(".browse .facets details > div").nth(2)
    expect(places.locator("li")).to_have_count(12)
    places.get_by_role("button", name="再列 28 项").click()
    expect(places.locator("li")).to_have_count(40)
    assert page.locator(".browse .facets details > div").count() == 3, "what no speech has is not asked"
    assert page.locator("li", has_text="张1").locator(".note").first.inner_text() == f"{COUNT // 5} 篇"


def test_the_list_stands_where_its_data_cannot_be_had(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.route("**/assets/data/speeches.js", lambda route: route.abort())
    page.goto(f"{origin}speeches/?year=2020", wait_until="networkidle")
    assert page.locator(LINES).count() == 5
    page.close()


def test_without_scripts_everything_reads_and_leads_on(scriptless: tuple[Page, str], anatomy: str) -> None:
    page, origin = scriptless
    page.goto(origin)
    assert page.locator(".newest li").count() == 5
    page.locator(".invitation input").fill("初心")
    page.locator(".invitation input").press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.goto(f"{origin}speeches/")
    assert page.locator(LINES).count() == 5
    page.locator(f"{LINES} a").first.click()
    page.wait_for_url("**/speeches/*/")
    for path, shapes in (("figures/", "rect"), ("figures/network/", "path"), ("slogans/", "path"), (anatomy, "rect")):
        page.goto(origin + path)
        assert page.locator(f"svg.figure {shapes}").count() > 0
        assert page.locator("details.folded table").count() > 0
    page.goto(f"{origin}figures/network/")
    page.locator("svg a").first.dispatch_event("click")
    page.wait_for_url("**/slogans/*/")


def test_a_part_of_the_strip_leads_to_its_section(visit: Visit, anatomy: str) -> None:
    page = visit.go(anatomy)
    part = page.locator(".anatomy svg a").last
    target = part.get_attribute("href") or ""
    part.locator("rect").first.click()
    expect(page).to_have_url(re.compile(re.escape(target) + "$"))
    assert page.locator(target).count() == 1


def test_keys_pass_a_figure_by(visit: Visit) -> None:
    page = visit.go("figures/network/")
    assert page.locator("svg.figure a").count() > 10
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('svg.figure') === null")


def test_names_in_figures_stay_within_the_window(visit: Visit) -> None:
    for path in ("figures/", "figures/network/", "slogans/"):
        page = visit.go(path)
        beyond = page.evaluate(
            "[...document.querySelectorAll('svg.figure text')].filter((each) => {"
            " const { width, left, right } = each.getBoundingClientRect();"
            " return width && (left < 0 || right > innerWidth); })"
            ".map((each) => each.textContent)"
        )
        assert beyond == [], path


def test_data_can_be_taken_away(visit: Visit) -> None:
    page = visit.go("figures/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    addresses = page.locator("a[href$='.csv']").evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) == 4
    assert all(page.request.get(address).text().startswith("\ufeff") for address in addresses)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_while_the_list_is_narrowed(browser: Browser, origin: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{origin}speeches/?year=2020", wait_until="networkidle")
    page.locator(".browse details").evaluate("e => { e.open = true; }")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
