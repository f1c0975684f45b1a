"""What is escaped is shown exactly as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.markdown import escape, heading, item, link, paragraph, span, table
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "# 标题", "- 项", "1. 项", "    代码", "\u3000\u3000两格", ":::", "{ .x }", "{ #id }", "!!! note", "[^1]", "[TOC]",
    "&amp;", "&#42;", "---", "标题\u2028下一行", "{{ page }}", "{% raw %}", "<script>alert(1)</script>", "<!-- -->",
    "*[HTML]: x", ":smile:", "https://example.org", "<a@example.org>", "**全区**", "__a__", "`码`", "a | b", "~~x~~",
    "[字](http://x)", "![图](x)", "\\*", "==x==", "$x$", "++x++", ": 定义", "> 引", "| a |", "标题: 值", "尾空格  ",
    "--8<-- 'x'", "(c)", "\u202e反", "零\u200b宽", "\ufdd0", "a\u00a0b", 'data-search-exclude="x"',
)  # fmt: skip

#: Where text of a seed stands on pages.
PLACES = {
    "a paragraph": lambda text: paragraph(escape(text), "#p-aaaaaa", ".tei"),
    "a paragraph with a link after it": lambda text: escape(text) + "[](#p){ .permalink }\n{ #p .tei }",
    "a heading": lambda text: heading(2, span(escape(text), "tei"), "h-aaaaaa", ".x"),
    "a point of a list": lambda text: item(span(escape(text), "tei")),
    "a cell of a table": lambda text: table(("甲", "乙"), (span(escape(text), "tei"), "1")),
    "a link": lambda text: f'<span class="tei">{link(text, "x.md", "y")}</span>',
    "a link in strong": lambda text: span(f"**{escape(text)}**{{ #h-a .item }}", "tei"),
    "a definition": lambda text: f"名\n:   {span(escape(text), 'tei')}",
}

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1) | st.sampled_from(HOSTILE)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@given(text=texts)
def test_any_text_is_shown_as_it_is_wherever_it_stands(place: Callable[[str], str], text: str) -> None:
    assert Reader(html(place(text))).tei == text


@given(text=texts)
def test_any_text_is_whole_in_the_title_of_a_link(text: str) -> None:
    assert Reader(html(link("字", "x.md", text))).links == [("x.md", text)]


@given(text=texts)
def test_what_is_escaped_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    assert escape(text).split("\n") == [escape(text)]
    assert escape(text).strip() == escape(text)


def test_chinese_stays_readable_in_the_source() -> None:
    text = "“不忘初心、牢记使命”——2020年XX区（一）。"
    assert escape(text) == text
