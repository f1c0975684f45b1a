from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import speech_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Speech

TEXT = "这一段是正文，说明为什么要这样做，要求各级各部门认真研究，结合实际抓好落实，确保取得实效。"


def outline(speech: Speech) -> list[str]:
    return [f"{'  ' * (d.level - 1)}{d.label} {d.title}".rstrip() for d in speech.divisions]


def body(lines: str) -> Speech:
    return speech_of("在大会上的讲话\n同志们：\n" + lines.replace("…", TEXT))


@pytest.mark.parametrize("number", range(5))
def test_the_seeds_outlines_are_as_they_were_read_by_hand(
    number: int, seeds: Path, golden: Callable[[str, str], None]
) -> None:
    path = sorted(seeds.glob("*.txt"))[number]
    speech = speech_of(path.read_text("utf-8"))
    golden(f"outline_{path.stem}.txt", "\n".join([repr(speech.header), *outline(speech)]) + "\n")


def test_the_class_that_opens_first_is_outermost_whatever_convention_says() -> None:
    speech = body("（一）形势\n…\n一、国内\n…\n二、国际\n…\n（二）任务\n…\n一、经济\n…\n二、社会\n…\n")
    assert outline(speech) == ["（一） 形势", "  一、 国内", "  二、 国际", "（二） 任务", "  一、 经济", "  二、 社会"]


def test_a_figure_before_a_year_is_a_mark_and_one_before_a_decimal_is_not() -> None:
    speech = body("1.总体要求\n…\n2.2025年主要任务\n…\n3.5%左右的增长，要靠大家努力。…\n")
    assert outline(speech) == ["1. 总体要求", "2. 2025年主要任务"]


def test_a_list_before_the_first_head_hangs_from_the_preamble() -> None:
    speech = body("有三个感受：一是更有作为。…二是更加坚定。…三是更有担当。…\n一、学习\n…\n二、落实\n…\n")
    assert outline(speech) == ["  一是 更有作为", "  二是 更加坚定", "  三是 更有担当", "一、 学习", "二、 落实"]


def test_two_lists_in_one_section_begin_anew_at_one_level() -> None:
    speech = body("一、总结\n做法：一是抓学习。…二是抓整改。…\n不足：一是不深入。…二是不全面。…\n二、部署\n…\n")
    assert outline(speech) == [
        "一、 总结", "  一是 抓学习", "  二是 抓整改", "  一是 不深入", "  二是 不全面", "二、 部署",
    ]  # fmt: skip


def test_a_list_of_the_same_kind_inside_an_item_lies_deeper() -> None:
    speech = body("一是抓学习。一要学理论。…二要学业务。…\n二是抓整改。…\n三是抓作风。…\n")
    assert outline(speech) == ["一是 抓学习", "  一要 学理论", "  二要 学业务", "二是 抓整改", "三是 抓作风"]


def test_a_list_may_begin_inside_a_paragraph_and_go_on_in_the_next() -> None:
    speech = body("一、总结\n主要有：一是抓学习。…\n二是抓整改。…\n三是抓作风。…\n二、部署\n…\n")
    assert outline(speech) == ["一、 总结", "  一是 抓学习", "  二是 抓整改", "  三是 抓作风", "二、 部署"]


@pytest.mark.parametrize(
    "trap",
    [
        "荣获百强区第三、投资潜力百强区第一。",
        "下沉到第一线。一是一，二是二。",
        "第一产业占比下降。第二产业占比上升。",
        "2020年任务很重。1.5万亿元资金到位。",
        "督查有7-8个。一把手要负责。",
        "一是一个词。",
    ],
)
def test_numbers_that_count_nothing_on_are_no_heads(trap: str) -> None:
    assert outline(body(f"{trap}…\n{trap}…\n")) == []


def test_heads_without_numbers_are_found_where_two_or_more_stand_before_text() -> None:
    assert outline(body("过去五年的回顾\n…\n今后五年的任务\n…\n")) == [" 过去五年的回顾", " 今后五年的任务"]
    assert outline(body("过去五年的回顾\n…\n…\n")) == []


def test_a_closing_address_ends_the_tree() -> None:
    speech = body("一、学习\n…\n二、落实\n…\n同志们，任务艰巨，责任重大，让我们共同努力！\n")
    assert [p.division for p in speech.paragraphs] == [None, None, 0, 0, 1, 1, None]
    assert speech.header.closing == "同志们，任务艰巨，责任重大，让我们共同努力！"


def test_a_long_first_sentence_gives_its_first_clause_as_title() -> None:
    long = "抓好制度长久立，把主题教育期间形成的好经验、好做法以制度的形式固定下来，形成长效机制坚持好、完善好。"
    assert outline(body(f"一是{long}二是抓好整改。…\n")) == ["一是 抓好制度长久立", "二是 抓好整改"]


def test_a_number_left_out_is_told_and_the_list_goes_on() -> None:
    speech = body("一、学习\n…\n三、落实\n…\n四、监督\n…\n")
    assert outline(speech) == ["一、 学习", "三、 落实", "四、 监督"]
    assert [(p.code, p.line) for p in speech.problems if p.code == "S003"] == [("S003", 5)]


def test_numbering_that_runs_through_all_sections_is_not_a_slip() -> None:
    speech = body("一、学习\n（一）理论\n…\n（二）业务\n…\n二、落实\n（三）责任\n…\n（四）考核\n…\n")
    assert [p.code for p in speech.problems] == ["S005"]
    assert [d.level for d in speech.divisions] == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize(("promised", "kept"), [("两", True), ("2", True), ("三", False), ("几", True)])
def test_a_promise_is_held_against_what_follows(promised: str, kept: bool) -> None:  # noqa: FBT001
    speech = body(f"下面，我讲{promised}点意见。\n一、学习\n…\n二、落实\n…\n")
    assert ("S002" not in [p.code for p in speech.problems]) is kept
