from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.candidates import found, parallels
from generator.analysis.normal import normal
from generator.model import Evidence


def forms(text: str, evidence: Evidence) -> list[str]:
    return [each.form for each in found(normal(text)) if each.evidence is evidence]


@given(
    st.text(st.one_of(st.sampled_from('“”‘’"《》，、。 \u3000一二个意识'), st.characters(exclude_categories=["Cs"])))
)
def test_normalised_text_keeps_the_place_of_every_character(text: str) -> None:
    made = normal(text)
    assert len(made.text) == len(made.at)
    for start, end in made.quotes:
        assert made.text[start:end]
    for place in range(len(made.text)):
        start, end = made.original_span(place, place + 1)
        assert 0 <= start <= made.at[place] < end <= len(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("不断增强“四个意识”。", "四个意识"),
        ("增强 “四个 意识”。", "四个意识"),
        ("“不忘初心，牢记使命”主题教育", "不忘初心、牢记使命"),
        ("查处‘微腐败’问题", "微腐败"),
    ],
)
def test_what_stands_in_quotation_marks_is_a_candidate(text: str, form: str) -> None:
    assert forms(text, Evidence.QUOTED) == [form]


@pytest.mark.parametrize(
    "text",
    ["时刻保持“在线”状态", "更“真”的本色", "认真学习《准则》", "他说：“今天开会。大家发言。”", "“”", "“2020”"],
)
def test_an_everyday_word_a_work_s_title_and_a_sentence_in_quotation_marks_are_not(text: str) -> None:
    assert forms(text, Evidence.QUOTED) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("坚决纠正有令不行、有禁不止的行为", ["有令不行", "有禁不止"]),
        ("做到清清白白做人、堂堂正正为官。", ["清清白白做人", "堂堂正正为官"]),
        ("打造想干事、能干事、会干事的队伍", ["想干事", "能干事", "会干事"]),
    ],
)
def test_neighbouring_clauses_of_one_build_are_a_series(text: str, members: list[str]) -> None:
    assert list(parallels(normal(text).text)) == [tuple(members)]


@pytest.mark.parametrize(
    "text", ["指导员、联络员", "各地区、各部门", "经济、社会", "学习、生活", "北京市、天津市、河北省"]
)
def test_a_list_of_nouns_is_no_series(text: str) -> None:
    assert list(parallels(text)) == []


def test_shape_and_template_are_evidence() -> None:
    assert forms("落实管党治党责任", Evidence.REPETITION) == ["管党治党"]
    assert forms("加强督查检查，一心一意，新思想新举措", Evidence.REPETITION) == []
    assert forms("以习近平同志为核心的党中央坚强领导", Evidence.TEMPLATE) == ["以习近平同志为核心的党中央"]
    assert forms("按照新时代党的建设总要求", Evidence.TEMPLATE) == ["新时代党的建设总要求"]
