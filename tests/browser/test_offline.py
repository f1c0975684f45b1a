"""The zip that works by double click: unpacked somewhere, opened as a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from generator.publishing import offline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

DOOR = "打开讲话文库.html"


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("我的 文件")
    offline.write(site, folder / "offline.zip")
    with ZipFile(folder / "offline.zip") as opened:
        opened.extractall(folder)
    return folder


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page that may not ask for anything but files."""
    context = browser.new_context(java_script_enabled=request.param)
    asked: list[str] = []
    context.on("request", lambda each: asked.append(each.url))
    page = context.new_page()
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_door_leads_to_the_start_page_and_every_link_on(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / DOOR).as_uri())
    page.wait_for_url("**/site/index.html")
    page.locator(".newest li a").first.click()
    page.wait_for_url("**/speeches/*/index.html")
    page.locator(".tei a[href*='slogans/']").first.click()
    page.wait_for_url("**/slogans/*/index.html*")
    page.locator(".md-logo").first.click()
    page.wait_for_url("**/site/index.html")


def test_search_works_in_it(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / DOOR).as_uri())
    page.wait_for_url("**/site/index.html")
    page.locator(".invitation input").fill("不忘初心")
    page.locator(".invitation button").click()
    page.wait_for_url("**/search/index.html?q=*")
    hit = page.locator(".hits li a").first
    hit.click()
    page.wait_for_url("**/speeches/*/index.html#*")
    expect(page.locator("article")).to_contain_text("不忘初心")
    page.close()


def test_no_link_needs_a_server(unpacked: Path) -> None:
    for path in (unpacked / "site").rglob("*.html"):
        for tag in re.findall(r"<(?:a|form)\s[^>]*>", path.read_text("utf-8")):
            target = re.search(r'\s(?:href|action)="([^"?#]*)', tag)
            if target and target[1]:
                assert (path.parent / target[1]).is_file(), (path, tag)


def test_the_same_site_gives_the_same_zip(site: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "other.zip"):
        offline.write(site, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
