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
    [
        "时刻保持“在线”状态",
        "更“真”的本色",
        "认真学习《准则》",
        "他说：“今天开会。大家发言。”",
        "“”",
        "“2020”",
        "“上海合作组织”成员国",
        "“邓小平”三个字",
        "群众说“这样的日子越过越好了”",
        "“具有立法、司法、行政性质的文件”",
        "“七五”计划",
    ],
)
def test_an_everyday_word_a_title_a_name_a_figure_and_a_sentence_in_quotation_marks_are_not(text: str) -> None:
    assert forms(text, Evidence.QUOTED) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("坚决纠正有令不行、有禁不止的行为", ["有令不行", "有禁不止"]),
        ("做到清清白白做人、堂堂正正为官。", ["清清白白做人", "堂堂正正为官"]),
        ("打造想干事、能干事、会干事的队伍", ["想干事", "能干事", "会干事"]),
        ("实现干部清正、政府清廉、政治清明。", ["干部清正", "政府清廉", "政治清明"]),
        ("要管好班子、带好队伍。", ["管好班子", "带好队伍"]),
        ("坚持共同团结奋斗、共同繁荣发展。", ["共同团结奋斗", "共同繁荣发展"]),
    ],
)
def test_neighbouring_clauses_of_one_build_are_a_series(text: str, members: list[str]) -> None:
    assert list(parallels(normal(text).text)) == [tuple(members)]


@pytest.mark.parametrize(
    "text",
    [
        "指导员、联络员",
        "各地区、各部门",
        "任何时候、任何情况",
        "经济、社会",
        "北京市、天津市、河北省",
        "发展离岸交易、跨境贸易。",
        "运用经济杠杆、经济法规。",
        "新情况、新问题",
        "女士们、先生们、朋友们",
        "大势所趋、人心所向",
        "保持合理投资规模、优化投资结构。",
        "推动两岸关系和平发展、推进祖国和平统一。",
        "提高消费能力、改善消费环境。",
        "加强社会管理、社会保持长期稳定。",
        "一手抓改革开放、一手抓打击各种犯罪。",
        "把改革的力度、发展的速度和社会可承受的程度统一起来",
    ],
)
def test_lists_of_things_salutations_idioms_and_clauses_cut_anywhere_are_no_series(text: str) -> None:
    assert list(parallels(text)) == []


@pytest.mark.parametrize(
    "text", ["加强督查检查", "一心一意", "新思想新举措", "事中事后监管", "重中之重", "全党全军全国各族人民"]
)
def test_words_side_by_side_idioms_places_and_quantifiers_are_no_repetition(text: str) -> None:
    assert forms(text, Evidence.REPETITION) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("以习近平同志为核心的党中央坚强领导", "以习近平同志为核心的党中央"),
        ("按照新时代党的建设总要求", "新时代党的建设总要求"),
        ("深入实施科教兴国战略，", "科教兴国战略"),
        ("坚决打赢疫情防控阻击战。", "疫情防控阻击战"),
        ("扎实开展党史学习教育，", "党史学习教育"),
        ("坚持以经济建设为中心，", "以经济建设为中心"),
        ("坚持问题导向，", "问题导向"),
        ("树立正确的政绩观，", "正确的政绩观"),
        ("加强党的政治建设。", "党的政治建设"),
        ("开展“不忘初心、牢记使命”主题教育", "不忘初心、牢记使命主题教育"),
    ],
)
def test_a_filled_mould_is_a_candidate(text: str, form: str) -> None:
    assert forms(text, Evidence.TEMPLATE) == [form]


@pytest.mark.parametrize(
    "text",
    [
        "实施国家战略",
        "推进战略性重组",
        "推进具有重要意义的战略合作",
        "坚持正确导向",
        "坚持以企业为主体、市场为导向",
        "正确把握宏观经济",
        "加强党的组织",
        "打好基础",
    ],
)
def test_a_mould_that_names_nothing_or_goes_on_is_none(text: str) -> None:
    assert forms(text, Evidence.TEMPLATE) == []


def test_shape_is_evidence() -> None:
    assert forms("落实管党治党责任", Evidence.REPETITION) == ["管党治党"]
    assert forms("国有资本做强做优做大，", Evidence.REPETITION) == ["做强做优做大"]
