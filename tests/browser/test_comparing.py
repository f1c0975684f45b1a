"""Passages beside the text and two speeches compared, as a reader meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCHEMES, WIDTHS, both_widths
from tests.browser.test_site import in_view

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

SPEECH = "作风建设会议"
OTHER = "双战双赢"


def opened(visit: Visit) -> Page:
    page = visit.go()
    page.locator("article a[href*='speeches/']").filter(has_text=SPEECH).first.click()
    page.wait_for_url("**/speeches/*/")
    return page


@both_widths
def test_a_mark_in_the_margin_leads_to_both_wordings_and_on_to_the_other_paragraph(visit: Visit) -> None:
    page = opened(visit)
    mark = page.locator("a.shared").first
    box, text = mark.bounding_box(), page.locator("article p.tei:has(a.shared)").first.bounding_box()
    assert box
    assert text
    assert 0 <= box["x"] < text["x"]
    assert re.fullmatch(r"本段有 \d+ 处与别的讲话相同或相近", mark.get_attribute("aria-label") or "")
    mark.click()
    page.wait_for_url("**/passages/**")
    compared = page.locator(".compared.two", has=page.locator("del, ins")).first
    compared.wait_for()
    assert compared.locator("del").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
    assert compared.locator("ins").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    there = compared.locator("a[href*='#']").first
    target = (there.get_attribute("href") or "").split("#")[1]
    there.click()
    page.wait_for_url("**/speeches/**")
    in_view(page, target)


def test_the_mark_is_not_copied_with_the_text(visit: Visit) -> None:
    page = opened(visit)
    paragraph = page.locator("article p.tei:has(a.shared)").first
    paragraph.evaluate("p => getSelection().selectAllChildren(p)")
    assert page.evaluate("getSelection().toString()") == paragraph.evaluate("p => p.textContent")


def test_any_two_speeches_are_compared_and_the_address_brings_the_comparison_back(visit: Visit) -> None:
    page = visit.go("compare/")
    one, other = page.locator("#compare select").all()
    expect(page.locator("#compare [role=status]")).to_contain_text("请选两篇讲话")
    for select, words in ((one, SPEECH), (other, OTHER)):
        option = select.locator("option", has_text=words)
        select.select_option(option.get_attribute("value"))
    page.locator(".comparison h2").first.wait_for()
    address, shown = page.url, page.locator(".comparison").inner_text()
    assert re.search(r"\?a=\w{7}&b=\w{7}$", address)
    assert "全面从严治党" in shown
    assert page.locator(".comparison .compared.two").count() >= 2
    assert page.locator(".comparison table.outlines tbody tr").count() > 10
    page.goto(visit.origin)
    page.goto(address, wait_until="networkidle")
    expect(page.locator(".comparison")).to_have_text(shown, use_inner_text=True)
    assert one.input_value() in address
    page.locator("#compare button").click()
    page.wait_for_url(lambda url: url != address)
    page.go_back()
    page.wait_for_url(address)


def test_a_related_speech_leads_to_the_comparison_with_it(visit: Visit) -> None:
    page = opened(visit)
    page.locator("#related + ul a[href*='compare/']").first.click()
    page.locator(".comparison h2").first.wait_for()
    expect(page.locator("#compare select").first.locator("option:checked")).to_contain_text(SPEECH)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation_in_a_comparison(browser: Browser, origin: str, site: Path, scheme: str) -> None:
    ids = sorted(path.stem for path in (site / "assets/data/compare").glob("*.js") if path.stem != "index")
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
        page = context.new_page()
        page.goto(f"{origin}compare/?a={ids[0]}&b={ids[1]}")
        page.locator(".comparison h2").first.wait_for()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        context.close()


def test_an_unknown_speech_in_the_address_gives_a_sentence(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.goto(f"{origin}compare/?a=0000000&b=1111111", wait_until="networkidle")
    expect(page.locator("#compare [role=status]")).to_contain_text("没有取到")
    page.close()


def test_two_speeches_are_compared_without_a_server(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    ids = sorted(path.stem for path in (site / "assets/data/compare").glob("*.js") if path.stem != "index")
    page.goto(f"{(site / 'compare/index.html').as_uri()}?a={ids[0]}&b={ids[1]}", wait_until="load")
    page.locator(".comparison h2").first.wait_for()
    page.locator(".comparison table.outlines tbody a").first.click()
    page.wait_for_url(lambda url: "/speeches/" in url and url.split("#")[0].endswith("index.html"))
    page.close()


def test_without_scripts_the_page_says_where_to_go(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}compare/")
    assert "没有运行脚本" in page.locator("#compare").inner_text()
    page.locator("#compare a").first.click()
    expect(page).to_have_url(f"{origin}speeches/")
    context.close()


def test_heads_with_like_titles_stand_in_one_line(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.goto(f"{origin}compare/", wait_until="networkidle")
    rows = page.evaluate(
        """() => Alignment.outlines(
          [[1, 'a', '一、提高政治站位'], [2, 'b', '（一）学习理论'], [1, 'c', '二、抓好春耕']],
          [[1, 'd', '一、天气'], [1, 'e', '二、切实提高政治站位'], [2, 'f', '1.深入学习理论'], [2, 'g', '2.别的']],
        ).map(([depth, one, other]) => [depth, one?.anchor ?? '', other?.anchor ?? ''])"""
    )
    assert sorted(rows) == sorted([[0, "", "d"], [0, "a", "e"], [1, "b", "f"], [1, "", "g"], [0, "c", ""]])
    told = page.evaluate("Alignment.wordings('打赢攻坚战、持久战', '打好攻坚战')")
    assert told == [[True, "打", "打"], [False, "赢", "好"], [True, "攻坚战", "攻坚战"], [False, "、持久战", ""]]
    page.close()
