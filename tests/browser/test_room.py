"""The reading room: settings, keys, cards, margins, paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import both_widths, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit


@pytest.fixture
def speech(site: Path) -> str:
    """The address of a speech with an outline and slogans."""
    pages = sorted(site.glob("speeches/*/index.html"))
    longest = max(pages, key=lambda page: page.read_text("utf-8").count('class="tei"'))
    return f"speeches/{longest.parent.name}/"


def size(page: Page) -> float:
    return float(page.locator("p.tei.body").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))


@both_widths
def test_what_the_reader_sets_holds_on_every_page_and_after_a_reload(visit: Visit, speech: str):
    page = visit.go(speech)
    before = size(page)
    page.locator("button.settings").click()
    page.locator("#settings").get_by_label("特大").check()
    page.locator("#settings").get_by_label("黑体").check()
    assert size(page) > 1.3 * before
    page.reload(wait_until="networkidle")
    assert size(page) > 1.3 * before
    assert "serif" not in page.locator("p.tei.body").first.evaluate("e => getComputedStyle(e).fontFamily").split(", ")
    page.locator("button.settings").click()
    page.locator("#settings").get_by_label("中", exact=True).check()
    page.reload(wait_until="networkidle")
    assert size(page) == before


def test_nothing_scrolls_sideways_in_the_largest_size(visit: Visit, speech: str):
    page = visit.go(speech)
    page.evaluate("Reading.choose('size', 'huge'); Reading.choose('measure', 'wide')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@both_widths
def test_settings_open_and_close_by_the_keyboard_alone(visit: Visit, speech: str):
    page = visit.go(speech)
    page.locator("button.settings").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#settings")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("html")).to_have_attribute("data-size", "small")
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_hidden()
    expect(page.locator("button.settings")).to_be_focused()


def test_j_and_k_go_from_paragraph_to_paragraph(visit: Visit, speech: str):
    page = visit.go(speech)
    here = "Passage.part(document.activeElement)?.id"
    seen = []
    for key in "jjjk":
        page.keyboard.press(key)
        seen.append(page.evaluate(here))
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[1]
    assert page.evaluate("location.hash") == ""


@both_widths
def test_o_leads_to_the_outline(visit: Visit, speech: str):
    page = visit.go(speech)
    page.keyboard.press("o")
    until(page, "Boolean(document.activeElement.closest('.md-sidebar--secondary, details.outline'))")


def test_the_question_mark_shows_all_keys(visit: Visit, speech: str):
    page = visit.go(speech)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("下一段")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()


def test_a_key_typed_into_a_field_is_not_a_command(visit: Visit, speech: str):
    page = visit.go(speech)
    page.keyboard.press("/")
    page.keyboard.type("j?o")
    assert not page.locator("#keys").is_visible()
    assert page.evaluate("document.activeElement.value") == "j?o"


@both_widths
def test_the_focus_on_a_slogan_tells_how_often_it_is_said(visit: Visit, speech: str):
    page = visit.go(speech)
    link = page.locator(".tei a:not(.permalink, .shared)").first
    page.keyboard.press("Tab")  # so that the focus is the keyboard's
    link.focus()
    expect(page.locator("#card")).to_contain_text("篇")
    expect(link).to_have_attribute("aria-describedby", "card")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_numbers_in_the_margin_are_not_copied_with_the_text(visit: Visit, speech: str):
    page = visit.go(speech)
    part = page.locator("p.tei.body").first
    copied = part.evaluate("e => { getSelection().selectAllChildren(e); return getSelection().toString(); }")
    assert copied == part.evaluate("Passage.text")


def test_where_one_was_is_kept_on_reload(visit: Visit, speech: str):
    page = visit.go(speech)
    page.evaluate("scrollTo(0, 2000)")
    until(page, "scrollY === 2000")
    page.reload(wait_until="networkidle")
    until(page, "Math.abs(scrollY - 2000) < 50")


def test_paper_shows_the_speech_its_address_and_its_ids_and_nothing_of_the_site(visit: Visit, speech: str):
    page = visit.go(speech)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".printed")).to_have_text(re.compile(re.escape(speech) + "$"))
    assert not page.locator(".md-header").is_visible()
    sign = "e => getComputedStyle(e, '::before').content"
    assert page.locator("p.tei.body .permalink").first.evaluate(sign).startswith('"#p-')


@both_widths
def test_sepia_and_the_panels_are_accessible(visit: Visit, speech: str):
    page = visit.go(speech)
    page.evaluate("document.body.dataset.mdColorScheme = 'sepia'")
    assert Axe().run(page).response["violations"] == []
    page.locator("button.settings").click()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert Axe().run(page).response["violations"] == []


@both_widths
def test_selected_words_can_be_searched(visit: Visit, speech: str):
    page = visit.go(speech)
    words = page.evaluate("Passage.select(document.querySelector('p.tei.body'), 0, 6); Passage.selected().words")
    page.get_by_role("button", name="检索", exact=True).click()
    expect(page.locator(".hits li").first).to_contain_text(words)


def test_marks_of_slogans_and_of_shared_passages_can_be_switched_off(visit: Visit, speech: str):
    page = visit.go(speech)
    mark, link = page.locator("a.shared").first, page.locator(".tei a:not(.permalink, .shared)").first
    decoration = "e => getComputedStyle(e).textDecorationLine"
    assert mark.is_visible()
    assert link.evaluate(decoration) == "underline"
    page.locator("button.settings").click()
    for each in page.locator("#settings").get_by_label("不标出").all():
        each.check()
    assert not mark.is_visible()
    assert link.evaluate(decoration) == "none"


def test_the_outline_follows_what_is_read_and_opens_only_its_branch(browser: Browser, origin: str, speech: str):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(origin + speech, wait_until="networkidle")
    heads = page.locator("article h2.tei")
    for number in (2, 1):
        anchor = heads.nth(number).get_attribute("id")
        page.evaluate("id => document.getElementById(id).scrollIntoView()", anchor)
        page.mouse.wheel(0, 10)
        page.wait_for_selector(f".md-sidebar--secondary .md-nav__link--active[href$='{anchor}']")
    branches = page.locator(".md-sidebar--secondary .md-nav__item > .md-nav")
    assert branches.count() > 1
    until(page, "[...document.querySelectorAll('.md-sidebar--secondary .md-nav__item > .md-nav')]"
                ".filter((each) => each.checkVisibility()).length <= 1")  # fmt: skip
    page.close()


def test_how_far_one_has_read_shows_along_the_head(visit: Visit, speech: str):
    page = visit.go(speech)
    length = "getComputedStyle(document.querySelector('.md-header'), '::after').transform"
    assert page.evaluate(length).startswith("matrix(0,")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    until(page, f"{length} === 'matrix(1, 0, 0, 1, 0, 0)' || {length} === 'none'")


def test_who_wants_less_motion_sees_none(browser: Browser, origin: str, speech: str):
    page = browser.new_page(reduced_motion="reduce")
    page.goto(origin + speech)
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header'), '::after').animationName") == "none"
    page.close()


def test_measure_and_numbers_of_paragraphs_are_the_reader_s(browser: Browser, origin: str, speech: str):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(origin + speech, wait_until="networkidle")
    part = page.locator("p.tei.body").nth(2)
    width, number = "e => e.getBoundingClientRect().width", "e => getComputedStyle(e, '::before').content"
    usual = part.evaluate(width)
    assert part.evaluate(number).startswith("counter(")
    page.locator("button.settings").click()
    page.locator("#settings").get_by_label("窄", exact=True).check()
    page.locator("#settings").get_by_label("不显示").check()
    assert part.evaluate(width) < 0.9 * usual
    assert part.evaluate(number) == "none"
    page.close()


def test_light_dark_and_sepia_follow_one_another_and_are_kept(visit: Visit, speech: str):
    page = visit.go(speech)
    scheme = "document.body.dataset.mdColorScheme"
    seen = []
    for _ in range(3):
        seen.append(page.evaluate(scheme))
        page.locator("label[for^='__palette_']:not([hidden])").click()
    assert sorted(seen) == ["default", "sepia", "slate"]
    page.locator("label[for^='__palette_']:not([hidden])").click()
    kept = page.evaluate(scheme)
    page.reload(wait_until="networkidle")
    assert page.evaluate(scheme) == kept


@both_widths
def test_the_tree_of_the_outline_has_a_row_for_every_head_and_branches_that_meet_them(visit: Visit, speech: str):
    page = visit.go(speech)
    page.locator("details.outline > summary").click()
    tree = page.locator(".outline-tree")
    box, drawn = tree.bounding_box(), tree.locator("> figure > .figure").bounding_box()
    assert box
    assert drawn
    assert abs(box["height"] - drawn["height"]) < 1
    rows = tree.locator("li > a")
    heights = {round(each.bounding_box()["height"]) for each in rows.all()}
    assert len(heights) == 1
    assert abs(box["height"] - heights.pop() * rows.count()) < rows.count() + 60  # and the row of what opens the speech
    target = rows.last.get_attribute("href")
    assert target
    rows.last.click()
    expect(page).to_have_url(re.compile(re.escape(target) + "$"))
