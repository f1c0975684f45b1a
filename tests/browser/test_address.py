"""Linking to some words, opening such a link, and citing a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from generator.site.address import Address, address_in, check, found
from tests.browser.conftest import SCHEMES, WIDTHS, both_widths, until
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

SPEECH = "speeches/19szat6/"
PERMALINK = "article p.tei.body > .permalink:last-child"
CHANGED = "所引文字此后有改动，这里是它所在的段落。"
MARKED = "[...document.querySelectorAll('mark')].map(mark => mark.textContent).join('')"
COPIED = "navigator.clipboard.readText()"
ALL = "[...document.querySelectorAll(Passage.PARTS)].map(part => [part.id, Passage.text(part)])"
#: Selects as a pointer would, from the middle of the text before a slogan's link to the middle of the text after it.
ACROSS_A_LINK = """() => {
  const link = document.querySelector("article p.tei.body a[href*=slogans]");
  const [before, after] = [link.previousSibling, link.nextSibling];
  getSelection().setBaseAndExtent(before, before.length - 2, after, 3);
  link.scrollIntoView({ block: "center" });
  return getSelection().toString();
}"""
#: The same over the edge of a heading inside a paragraph, with the line ends of the HTML between.
ACROSS_A_HEADING = """() => {
  const heading = document.querySelector("article .para > h3");
  const before = heading.previousElementSibling.lastChild;
  getSelection().setBaseAndExtent(before, before.length - 4, heading.nextElementSibling.firstChild, 5);
  heading.scrollIntoView({ block: "center" });
  return getSelection().toString().replaceAll("\\n", "");
}"""
IN_VIEW = """[...document.querySelectorAll("mark")].every(mark => {
  const { top, bottom } = mark.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
})"""


def apart(page: Page, one: str, other: str) -> bool:
    """Whether two things, each given as an expression, have no room in common."""
    return bool(
        page.evaluate(
            f"""() => {{
              const [a, b] = [{one}, {other}].map(thing => thing.getBoundingClientRect());
              return a.bottom <= b.top || b.bottom <= a.top || a.right <= b.left || b.right <= a.left;
            }}"""
        )
    )


@pytest.mark.parametrize("selecting", [ACROSS_A_LINK, ACROSS_A_HEADING])
@both_widths
def test_words_that_are_selected_and_copied_are_marked_where_the_link_is_opened(visit: Visit, selecting: str) -> None:
    page = visit.go(SPEECH)
    words = page.evaluate(selecting)
    bar = page.locator(".selected")
    bar.wait_for()
    assert apart(page, "document.querySelector('.selected')", "getSelection().getRangeAt(0)")
    bar.locator("button").first.click()
    page.locator(".copied", has_text="已复制").wait_for()
    link = page.evaluate(COPIED)
    assert re.fullmatch(re.escape(visit.origin + SPEECH) + r"#p-\w{6}~\d+-\d+-\w{6}", link)
    before = page.evaluate(ALL)
    page.goto("about:blank")
    page.goto(link)
    until(page, f"words => {MARKED} === words", words)
    until(page, IN_VIEW)
    assert page.locator(".changed").inner_text() == ""
    assert page.evaluate(ALL) == before


@both_widths
def test_keys_alone_select_a_sentence_and_copy_the_link_to_it(visit: Visit) -> None:
    page = visit.go(SPEECH)
    page.locator(PERMALINK).nth(1).focus()
    page.keyboard.press("s")
    first = page.evaluate("getSelection().toString()")
    page.keyboard.press("s")
    second = page.evaluate("getSelection().toString()")
    text = page.evaluate("Passage.text(document.activeElement.parentElement)")
    assert text.startswith(first + second)
    assert first.endswith("。")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("getSelection().toString()") == second[:-2]
    page.keyboard.press("l")
    page.locator(".copied", has_text="已复制").wait_for()
    link = page.evaluate(COPIED)
    page.goto("about:blank")
    page.goto(link)
    until(page, f"words => {MARKED} === words", second[:-2])
    until(page, IN_VIEW)


@both_widths
def test_keys_do_nothing_while_someone_types(visit: Visit) -> None:
    page = visit.go(SPEECH)
    page.evaluate("navigator.clipboard.writeText('')")
    page.evaluate(
        """() => {
          const box = document.createElement("input");
          document.querySelector("article p.tei.body > .permalink").append(box);
          box.focus();
        }"""
    )
    page.keyboard.type("sl")
    assert page.locator("article input").input_value() == "sl"
    assert page.evaluate("getSelection().toString()") in {"", "sl"}
    assert page.evaluate(COPIED) == ""


@both_widths
def test_a_selection_over_several_paragraphs_links_its_part_in_the_first(visit: Visit) -> None:
    page = visit.go(SPEECH)
    found = page.evaluate(
        """() => {
          const [one, two] = document.querySelectorAll("article p.tei.body");
          getSelection().setBaseAndExtent(one.firstChild, 3, two.firstChild, 4);
          const { part, start, end, words } = Passage.selected();
          return [part === one, Passage.text(one).slice(3) === words, start];
        }"""
    )
    assert found == [True, True, 3]


def paragraph(page: Page) -> tuple[str, str]:
    """The first body paragraph's anchor and text."""
    return tuple(
        page.evaluate("(p => [p.id, Passage.text(p)])(document.querySelector('article p.tei.body:nth-of-type(7)')"
                      " ?? document.querySelectorAll('article p.tei.body')[2])")
    )  # fmt: skip


def test_words_that_have_moved_within_their_paragraph_are_marked_there(visit: Visit) -> None:
    page = visit.go(SPEECH)
    anchor, text = paragraph(page)
    words = text[20:30]
    page.goto(f"{visit.origin}{SPEECH}#{anchor}~13-23-{check(words)}")
    until(page, f"words => {MARKED} === words", words)
    assert page.locator(".changed").inner_text() == ""


def test_where_words_are_gone_their_paragraph_is_shown_with_a_note(visit: Visit) -> None:
    page = visit.go(SPEECH)
    anchor, text = paragraph(page)
    for fragment in (f"{anchor}~2-6-{check('没有的字')}", f"{anchor}~{check(text + '改')}"):
        page.goto(f"{visit.origin}{SPEECH}#{fragment}")
        page.locator(".changed", has_text=CHANGED).wait_for()
        assert page.evaluate(MARKED) == ""
        until(page, "id => document.getElementById(id).matches('.cited')", anchor)
        until(page, "id => Math.floor(document.getElementById(id).getBoundingClientRect().top / 400) === 0", anchor)
        page.locator(".changed button").click()
        expect(page.locator(".changed")).to_have_text("")


def test_the_next_address_takes_the_place_of_the_last(visit: Visit) -> None:
    page = visit.go(SPEECH)
    anchor, text = paragraph(page)
    page.goto(f"{visit.origin}{SPEECH}#{anchor}~{check(text)}")
    expect(page.locator(f"#{anchor}.cited")).to_have_count(1)
    assert page.locator(".changed").inner_text() == ""
    page.evaluate("fragment => { location.hash = fragment; }", f"{anchor}~0-2-{check(text[:2])}")
    until(page, f"words => {MARKED} === words", text[:2])
    expect(page.locator(".cited")).to_have_count(0)
    page.go_back()
    until(page, "!document.querySelector('mark')")
    expect(page.locator(f"#{anchor}.cited")).to_have_count(1)


def rows(page: Page) -> list[str]:
    return page.locator(".citing span").all_inner_texts()


def test_each_of_the_three_forms_is_shown_and_copied(visit: Visit) -> None:
    page = visit.go(SPEECH)
    permalink = page.locator(PERMALINK).nth(1)
    permalink.focus()
    page.keyboard.press("Enter")
    link, plain, standard = rows(page)
    anchor, text = page.evaluate("(p => [p.id, Passage.text(p)])(document.querySelectorAll('article p.tei.body')[1])")
    address = f"{visit.origin}{SPEECH}#{anchor}"
    assert link == address
    assert plain.startswith("李林：《在全区党建工作暨作风建设会议上的讲话》（2020年3月26日），第2段，讲话文库")
    assert plain.endswith(f"，{address}~{check(text)}")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert standard == (
        f"李林. 在全区党建工作暨作风建设会议上的讲话[EB/OL]. （2020-03-26）[{today}]. {address}~{check(text)}"
    )
    for button, said in zip(page.locator(".citing button").all(), rows(page), strict=True):
        button.click()
        until(page, f"said => {COPIED}.then(copied => copied === said)", arg=said)


def test_a_link_is_copied_where_the_browser_gives_no_clipboard(visit: Visit) -> None:
    visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = visit.go(SPEECH)
    words = page.evaluate(ACROSS_A_LINK)
    page.locator(".selected button").first.click()
    page.locator(".copied", has_text="已复制").wait_for()
    assert page.evaluate("getSelection().toString()") == words
    other = page.context.new_page()
    other.goto(visit.origin)
    read = address_in(other.evaluate(COPIED))
    assert read
    assert read.check == check(words)


def test_a_paragraph_is_cited_by_the_head_it_stands_under(visit: Visit) -> None:
    page = visit.go(SPEECH)
    page.locator("article .para > p:last-child > .permalink").first.click()
    assert "，“一、要学思践悟新思想……”第1段，讲话文库" in rows(page)[1]
    page.keyboard.press("Escape")
    page.locator("article .para > h3 > .permalink").first.evaluate("link => link.click()")
    assert "，“一要学理论、强引领”一节，讲话文库" in rows(page)[1]


def test_escape_and_a_click_elsewhere_close_the_citations_and_the_focus_returns(visit: Visit) -> None:
    page = visit.go(SPEECH)
    permalink = page.locator(PERMALINK).nth(1)
    permalink.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".citing")
    expect(panel.locator("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(permalink).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.locator("h1.title").click()
    expect(panel).to_be_hidden()


def test_three_citations_of_every_paragraph_lead_back_to_it(visit: Visit) -> None:
    page = visit.go(SPEECH)
    texts = dict(page.evaluate(ALL))
    permalinks = page.locator("article a.permalink")
    for number in range(permalinks.count()):
        anchor = (permalinks.nth(number).get_attribute("href") or "")[1:]
        permalinks.nth(number).evaluate("link => link.click()")
        link, *citations = rows(page)
        assert address_in(link) == Address("19szat6", anchor)
        for citation in (*citations, *(f"见{each}。".replace("~", "%7E") for each in citations)):
            assert page.evaluate("text => Address.within(text)", citation) == str(address_in(citation))[9:]
            read = address_in(citation)
            assert read
            assert (read.speech, read.anchor) == ("19szat6", anchor)
            assert found(read, texts.get(anchor) or page.locator(f"[id='{anchor}']").text_content() or "") == 0


def test_a_citation_in_the_search_box_leads_to_its_paragraph(visit: Visit) -> None:
    page = visit.go(SPEECH)
    anchor, text = paragraph(page)
    for start in ("", SPEECH, "404.html"):
        page.goto(f"{visit.origin}{start}#")
        if page.viewport_size and page.viewport_size["width"] < 960:
            page.locator("label.md-header__button[for='__search']").click()
        box = page.locator("input.md-search__input")
        box.click()
        box.fill(f"李林：《讲话》，https://elsewhere.cn/base/{SPEECH}#{anchor}%7E{check(text)}。")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{visit.origin}{SPEECH}#{anchor}~{check(text)}")
        page.locator(f"#{anchor}.cited").wait_for()
        assert page.locator(".changed").inner_text() == ""


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """An empty page that knows addresses."""
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "site_src/assets/js/address.js")
    yield page
    page.close()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    cited=st.text(st.sampled_from("不忘初心𠀀"), max_size=4),
    start=st.integers(0, 9),
    end=st.integers(0, 12),
)
def test_the_script_and_python_agree_on_any_text(script: Page, text: str, cited: str, start: int, end: int) -> None:
    there = text[:6] + "不忘初心𠀀不忘" + text[6:]
    address = Address("", "", check(cited), start, end)
    told = {"start": start, "end": end, "check": check(cited)}
    assert script.evaluate("text => Address.check(text)", text) == check(text)
    at = script.evaluate("([told, text]) => Address.found(told, text)", [told, there])
    assert at == (-1 if (ours := found(address, there)) is None else ours)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation_with_everything_open(browser: Browser, origin: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(origin + SPEECH)
    anchor, text = paragraph(page)
    page.goto(f"{origin}{SPEECH}#{anchor}~0-40-{check(text[:40])}")
    marked = Axe().run(page)
    assert marked.violations_count == 0, marked.generate_report()
    page.goto(f"{origin}{SPEECH}#{anchor}~{check('')}")
    page.locator(PERMALINK).nth(1).click()
    page.locator(".citing").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.evaluate(ACROSS_A_LINK)
    page.locator(".selected").wait_for()
    assert page.locator(".citing").is_visible()
    assert page.locator(".changed", has_text=CHANGED).is_visible()
    opened = Axe().run(page)
    context.close()
    assert opened.violations_count == 0, opened.generate_report()
