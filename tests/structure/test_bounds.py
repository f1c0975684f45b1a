"""The earliest possible date of a speech that prints none: proved, or not told at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.site.facts import facts
from generator.site.lists import speech_line
from generator.structure.bounds import events, plenums, proofs
from tests.conftest import speech_of
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from generator.model import Speech


def undated(body: str) -> Speech:
    return speech_of(f"在大会上的讲话\n同志们：\n{body}\n")


@pytest.mark.parametrize(
    ("sentence", "month"),
    [
        ("深入学习贯彻党的二十大精神，做好全年工作。", "2022-10"),
        ("全面贯彻党的十九大和十九届二中、三中、四中全会精神。", "2019-10"),
        ("学习贯彻党的二十届三中全会《决定》。", "2024-07"),
        ("截至2021年6月底，全区完成投资三亿元。", "2021-06"),
        ("2020年3月6日，习近平总书记在座谈会上发表重要讲话。", "2020-03"),
        ("自2020年3月以来，已开工二十个项目。", "2020-03"),
        ("面对突如其来的新冠肺炎疫情，大家冲锋在前。", "2020-01"),
    ],
)
def test_what_a_sentence_proves(sentence: str, month: str) -> None:
    assert max(found for found, _ in proofs(sentence)) == month


@pytest.mark.parametrize(
    "sentence",
    [
        "以优异成绩迎接党的二十大胜利召开！",
        "今年下半年，党的二十大将要召开。",
        "要为党的二十大胜利召开营造良好环境。",
        "确保在2025年6月底前全部完成。",
        "到2035年基本实现现代化。",
        "定于2026年5月召开运动会。",
        "2026年5月，全市将召开运动会。",
        "市委十九届四中全会对此作了部署。",
        "按照县委十四届五次全会的要求。",
        "力争2027年12月启动二期工程。",
        "筹备好十九届六中全会期间的值班工作。",
    ],
)
def test_what_is_to_come_or_is_of_another_committee_proves_nothing(sentence: str) -> None:
    assert list(proofs(sentence)) == []


def test_the_latest_proof_is_the_bound_and_its_sentence_is_told() -> None:
    speech = undated("今年要贯彻党的十九大精神。认真学习十九届六中全会精神，办好实事。也要抓好党史学习教育。")
    assert speech.bound
    assert (speech.bound.month, speech.bound.event) == ("2021-11", "党的十九届六中全会")
    sentence = speech.paragraphs[speech.bound.paragraph].text[speech.bound.start : speech.bound.end]
    assert sentence == "认真学习十九届六中全会精神，办好实事。"


def test_a_printed_date_needs_no_bound_and_silence_proves_none() -> None:
    dated = speech_of("在大会上的讲话\n2020年3月\n同志们：\n学习党的十九大精神。\n")
    assert dated.bound is None
    assert undated("今天开会，布置植树。").bound is None


def test_the_page_tells_the_bound_as_a_bound_with_its_proof_and_the_list_too() -> None:
    speech = replace(undated("学习党的二十大精神，**稳中求进。"), id="aaaaaaa")
    text = Reader(html("\n\n".join(facts(speech)))).text
    assert "日期\n不早于2022年10月讲到党的二十大：学习党的二十大精神，**稳中求进。" in text
    assert "不早于2022年10月" in speech_line(speech)
    assert not speech.header.date


def test_a_date_from_the_catalogue_replaces_the_bound() -> None:
    speech = undated("学习党的二十大精神。")
    known = replace(speech, header=replace(speech.header, date="2023-02"), corrected=("date",))
    assert "不早于" not in "".join(facts(known)) + speech_line(known)


def test_the_tables_are_whole() -> None:
    months = [month for _, month, _ in events()] + [month for each in plenums().values() for month in each]
    assert all(len(month) == 7 and month[4] == "-" and 1 <= int(month[5:]) <= 12 for month in months)
    for committee in plenums().values():
        assert list(committee) == sorted(committee)
