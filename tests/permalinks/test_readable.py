from __future__ import annotations

from generator.permalinks import readable
from tests.conftest import corpus_of

SECTIONS = (
    "一、提高站位\n（一）学深\n讲学习。\n（二）悟透\n讲领会。\n二、狠抓落实\n（一）定责\n讲责任。\n（二）督查\n讲督查。"
)


def test_a_section_is_named_by_the_numbers_printed_above_it_and_on_it() -> None:
    (speech,) = corpus_of(SECTIONS).speeches
    by_id = {division.id: division.title for division in speech.divisions}
    assert {name: by_id[ids[0]] for name, ids in readable(speech).items()} == {
        "s1": "提高站位",
        "s1-1": "学深",
        "s1-2": "悟透",
        "s2": "狠抓落实",
        "s2-1": "定责",
        "s2-2": "督查",
    }


def test_a_number_printed_twice_names_both_sections() -> None:
    (speech,) = corpus_of(SECTIONS.replace("（二）督查", "（一）督查")).speeches
    twice = [ids for ids in readable(speech).values() if len(ids) > 1]
    titles = {division.id: division.title for division in speech.divisions}
    assert [[titles[each] for each in ids] for ids in twice] == [["定责", "督查"]]


def test_items_inside_a_paragraph_have_no_readable_name() -> None:
    (speech,) = corpus_of("我讲两点体会。一是要学深悟透。二是要狠抓落实。").speeches
    assert speech.divisions
    assert not readable(speech)
