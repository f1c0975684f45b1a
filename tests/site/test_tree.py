"""The outline of a speech, drawn as a tree."""

from __future__ import annotations

import re
from html import unescape

from generator.analysis import extent
from generator.site import tree
from tests.conftest import corpus_of
from tests.site.conftest import html

BODY = (
    "一是早。二是快。\n一、学习\n（一）读书\n要读好书，读好书，读好书。\n"
    "（二）思考\n要想。\n二、落实\n要做。\n同志们，干吧！"
)


def drawn(body: str) -> str:
    corpus = corpus_of(body)
    return "\n\n".join(tree.figure(corpus.speeches[0], extent(corpus)))


def test_a_part_is_as_long_as_its_text_with_all_below_it_and_without_the_closing() -> None:
    corpus = corpus_of(BODY)
    (speech,) = corpus.speeches
    found = tree.lengths(speech, extent(corpus))
    told = {each.label: found[each.id] for each in speech.divisions}
    assert told["（一）"] == len("（一）读书要读好书，读好书，读好书。")
    assert told["一、"] == told["（一）"] + len("（二）思考要想。") + len("一、学习")
    assert told["二、"] == len("二、落实要做。")


def test_every_row_has_its_head_as_a_link_its_length_and_a_bar() -> None:
    page = html(drawn(BODY))
    rows = re.findall(r'<li><a href="#(h-\w+)">[^<]+</a><span class="note">(\d+)</span>', page)
    bars = re.search(r'class="bars" d="([^"]*)"', page)
    assert bars
    (speech,) = corpus_of(BODY).speeches
    assert [anchor for anchor, _ in rows] == [each.id for each in speech.divisions]
    assert bars[1].count("M") == len(rows)


def test_a_branch_leads_to_every_row_below_another() -> None:
    path = re.search(r'class="branches" d="([^"]*)"', drawn(BODY))
    assert path
    assert path[1].count("M") == 4  # two in the opening, two below 一、


def test_the_picture_is_named_and_told_and_stands_in_no_paragraph() -> None:
    page = html(drawn(BODY))
    assert 'aria-labelledby="tree-title" aria-describedby="tree-desc"' in page
    assert re.search(r'<desc id="tree-desc">6 条，2 层', unescape(page))
    assert "<p><svg" not in page
    assert "style=" not in page


def test_a_speech_without_an_outline_has_no_tree() -> None:
    assert drawn("今天开会。") == ""
