"""A reader's ways through the published site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, both_widths, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

#: The theme's names of the colours, and what to ask again in each: in all else they do not differ from the first.
COLOURS: dict[str, dict[str, object]] = {
    "default": {},
    "slate": {"runOnly": ["color-contrast", "link-in-text-block"]},
    "sepia": {"runOnly": ["color-contrast", "link-in-text-block"]},
}


def in_view(page: Page, anchor: str) -> None:
    """Wait until the top of the element with that id stands inside the window."""
    top = "document.getElementById(id).getBoundingClientRect().top"
    until(page, f"id => {top} >= 0 && {top} < innerHeight", anchor)


@both_widths
def test_from_home_to_a_speech_a_section_a_slogan_and_another_speech(visit: Visit) -> None:
    page = visit.go()
    page.locator("article a[href*='speeches/']").filter(has_text="作风建设会议").first.click()
    expect(page.locator("h1")).to_have_text("在全区党建工作暨作风建设会议上的讲话")
    head = page.locator("article h2[id^='h-']").nth(1)
    anchor = head.get_attribute("id")
    assert anchor
    page.goto(f"{page.url.split('#')[0]}#{anchor}")
    in_view(page, anchor)
    first = page.url.split("#")[0]
    page.locator("article .tei a[href*='slogans/']").first.click()
    page.wait_for_url("**/slogans/*/")
    elsewhere = [
        link for link in page.locator("article a[href*='speeches/'][href*='#']").all()
        if first.rsplit("/", 2)[1] not in (link.get_attribute("href") or "")
    ]  # fmt: skip
    target = (elsewhere[0].get_attribute("href") or "").split("#")[1].split("~")[0]
    elsewhere[0].click()
    page.wait_for_url("**/speeches/**")
    assert page.url.split("#")[0] != first
    in_view(page, target)


@both_widths
def test_the_permanent_link_of_a_paragraph_is_copied_on_click(visit: Visit) -> None:
    page = visit.go()
    page.goto(page.locator(".newest a[href*='speeches/']").first.evaluate("a => a.href"))
    paragraph = page.locator("article p.tei[id^='p-'] .permalink").last
    paragraph.scroll_into_view_if_needed()
    paragraph.hover()
    paragraph.click()
    link = page.url.split("#")[0] + (paragraph.get_attribute("href") or "")
    until(page, "link => navigator.clipboard.readText().then(copied => copied === link)", link)


def pages_of_each_kind(site: Path) -> list[str]:
    """Home, about, the indexes, every speech, and a few slogans."""
    names = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    kinds: dict[str, int] = {}
    chosen = []
    for name in names:
        kind = name.split("/")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind != "slogans" or kinds[kind] < 6:
            chosen.append("" if name == "." else f"{name}/")
    return [*chosen, "404.html"]


def one_of_each_kind(site: Path) -> list[str]:
    """The first page of every folder, the longest speech for the speeches, and the page for wrong addresses."""
    longest = max(site.glob("speeches/*/index.html"), key=lambda path: path.stat().st_size).parent.name
    found = {f"speeches/{longest}/": f"speeches/{longest}/"}
    for name in pages_of_each_kind(site):
        folder, _, rest = name.rstrip("/").partition("/")
        if folder != "speeches" or not rest:
            found.setdefault(f"{folder}/{bool(rest)}/{'-' in rest}", name)
    return list(found.values())


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation_in_any_colours(browser: Browser, origin: str, site: Path, width: int) -> None:
    window = {"width": width, "height": 800}
    context = browser.new_context(viewport=window, locale="zh-CN", bypass_csp=True)  # for the style below
    page = context.new_page()
    found = {}
    for name in one_of_each_kind(site):
        page.goto(origin + name, wait_until="load")
        page.add_style_tag(content="* { transition: none !important }")
        page.evaluate("for (const each of document.querySelectorAll('article details')) each.open = true")
        for scheme, options in COLOURS.items():
            page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
            results = Axe().run(page, options=options)
            if results.violations_count:
                found[name, scheme] = results.generate_report()
    context.close()
    assert found == {}


def test_no_page_scrolls_sideways_be_it_narrow_or_magnified(browser: Browser, origin: str, site: Path) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800}, locale="zh-CN")
    page = context.new_page()
    wide = []
    for name in pages_of_each_kind(site):
        page.goto(origin + name, wait_until="load")
        for width in (640, 390, 320):  # 1280 magnified twice, a telephone, 1280 magnified four times
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((name, width))
    context.close()
    assert wide == []
