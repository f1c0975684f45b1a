"""What a reader waits for: a first view of every kind of page, and what works where no script runs."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import one_of_each_kind

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

#: How far things moved while the page was loading (https://web.dev/articles/cls), the gravest session aside.
SHIFT = """() => new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => told(sum), 300);
})"""
#: What moves by more moves on every load; on a machine with too much to do, a font may come late once.
SMALL = 0.02
#: Who opens an index gets the data of all its speeches with it; a page to read is lighter.
MOST = 120_000


@pytest.mark.parametrize("width", [1280, 390])
def test_a_first_view_is_light_stays_in_place_and_asks_nobody_else(
    browser: Browser, origin: str, site: Path, width: int
) -> None:
    for name in one_of_each_kind(site):
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(origin + name, wait_until="networkidle")
        assert page.evaluate(SHIFT) <= SMALL or (page.reload() and page.evaluate(SHIFT) <= SMALL), name
        foreign = [url for url in asked if not url.startswith((origin, "data:", "blob:"))]
        assert foreign == []
        files = {url.removeprefix(origin).partition("?")[0] for url in asked if url.startswith(origin)}
        sent = sum(len(gzip.compress(content(site, file))) for file in files)
        assert sent <= MOST, (name, sent)
        context.close()


def content(site: Path, name: str) -> bytes:
    path = site / name
    return (path / "index.html" if path.is_dir() else path).read_bytes()


def test_without_scripts_every_kind_of_page_reads_and_leads_on(browser: Browser, origin: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    for name in one_of_each_kind(site):
        page.goto(origin + name)
        assert page.locator("article h1").is_visible(), name
        assert page.locator(".md-tabs a").count() >= 5
        for folded in page.locator("article details > summary").all()[:3]:
            folded.click()
            assert folded.locator("xpath=..").get_attribute("open") is not None
        hidden = [each for each in page.locator("article .tei").all() if not each.is_visible()]
        assert hidden == [], name
    context.close()


def test_without_scripts_a_speech_leads_to_slogans_sections_passages_and_copies(
    browser: Browser, origin: str, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    speech = next(name for name in one_of_each_kind(site) if name.startswith("speeches/") and name != "speeches/")
    page.goto(origin + speech)
    page.locator("details.outline > summary").click()
    page.locator("details.outline li a").last.click()
    page.wait_for_url("**/*#h-*")
    for selector, there in ((".tei a[href*='slogans/']", "slogans/"), ("a.shared", "passages/")):
        page.goto(origin + speech)
        page.locator(selector).first.click()
        page.wait_for_url(f"**/{there}**")
    page.goto(origin + speech)
    with page.expect_download() as download:
        page.locator(".copies a", has_text="EPUB").click()
    assert download.value.suggested_filename.endswith(".epub")
    context.close()
