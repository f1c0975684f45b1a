from __future__ import annotations

import pytest

from generator.model import Role
from tests.conftest import speech_of


def test_a_title_over_three_lines_is_one_title() -> None:
    header = speech_of(
        "紧密结合实际\n为全面胜利\n提供坚强保证\n\n——在某镇会议上的讲话\n\n同志们：\n今天开会。\n"
    ).header
    assert header.title == "紧密结合实际为全面胜利提供坚强保证"
    assert header.subtitle == "在某镇会议上的讲话"
    assert header.occasion == "某镇会议"


@pytest.mark.parametrize(
    "byline",
    [
        "李  林\n（2020年3月26日下午2:00   一楼西侧会议室）",
        "（2020年3月26日下午2：00   一楼西侧会议室）\n李　林",
        "区委书记  李林\n（2020年3月26日14时 一楼西侧会议室）",
        "（二〇二〇年三月二十六日下午2点，地点：一楼西侧会议室）\n讲话人：李林",
        "２０２０年３月２６日 下午2:00 一楼西侧会议室\n区委书记\n李 林",
        "2020-03-26 14:00 一楼西侧会议室\n李林",
    ],
)
def test_speaker_date_time_and_place_are_found_in_any_order_and_spacing(byline: str) -> None:
    header = speech_of(f"在大会上的讲话\n{byline}\n\n同志们：\n今天开会。\n").header
    found = (header.title, header.speaker, header.date, header.time, header.place)
    assert found == ("在大会上的讲话", "李林", "2020-03-26", "14:00", "一楼西侧会议室")


@pytest.mark.parametrize(("printed", "date"), [("（2020年）", "2020"), ("（2020年3月）", "2020-03")])
def test_a_date_keeps_the_precision_at_which_it_is_printed(printed: str, date: str) -> None:
    assert speech_of(f"在大会上的讲话\n{printed}\n同志们：\n今天开会。\n").header.date == date


def test_a_year_in_a_title_is_not_the_date_of_the_speech() -> None:
    assert not speech_of("在2020年党建工作会议上的讲话\n同志们：\n今天开会。\n").header.date


def test_the_date_that_opens_a_subtitle_is_the_date_of_the_speech() -> None:
    header = speech_of("政府工作报告\n——2023年3月5日在第十四届全国人民代表大会上\n各位代表：\n现在报告工作。\n").header
    assert header.date == "2023-03-05"


def test_a_sentence_before_the_salutation_tells_day_meeting_and_speaker() -> None:
    lead = "2025年1月14日在市第十六届人民代表大会第三次会议上市长 殷勇同志作政府工作报告。"
    header = speech_of(f"2025年政府工作报告\n{lead}\n各位代表：\n现在报告工作。\n").header
    found = (header.title, header.date, header.speaker, header.occasion, header.salutation)
    assert found == (
        "2025年政府工作报告", "2025-01-14", "殷勇", "市第十六届人民代表大会第三次会议", "各位代表：",
    )  # fmt: skip


def test_a_sentence_that_names_a_day_inside_the_speech_is_no_lead() -> None:
    speech = speech_of("在大会上的讲话\n同志们：\n2025年1月14日在市会议上市长殷勇作报告。\n各位代表：\n请大家讨论。\n")
    assert not speech.header.speaker


def test_name_and_date_printed_under_a_speech_are_its_byline() -> None:
    speech = speech_of("在大会上的讲话\n同志们：\n今天开会，请大家发言。\n谢谢大家！\n李明\n2020年3月26日\n")
    assert (speech.header.speaker, speech.header.date, speech.header.closing) == ("李明", "2020-03-26", "谢谢大家！")
    assert [p.role for p in speech.paragraphs][-2:] == [Role.BYLINE, Role.BYLINE]


def test_a_salutation_that_runs_on_into_its_paragraph_is_found() -> None:
    speech = speech_of("在大会上的讲话\n各位代表、同志们：今天我们开会，总结工作，部署任务。\n")
    assert speech.header.salutation == "各位代表、同志们："
    assert speech.paragraphs[1].text == "各位代表、同志们：今天我们开会，总结工作，部署任务。"


def test_the_title_s_own_words_are_no_name() -> None:
    assert not speech_of("高质量发展\n新征程\n同志们：\n今天开会。\n").header.speaker


def test_a_short_speech_of_one_paragraph_has_no_closing() -> None:
    assert not speech_of("在大会上的讲话\n同志们，今天开会，请大家踊跃发言，把好的意见带回去。\n").header.closing
