from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import analysis
from generator.analysis.gaps import fillings
from generator.analysis.normal import form
from generator.model import SloganKind

if TYPE_CHECKING:
    from pathlib import Path


def test_the_base_lexicon_has_every_form_once_and_as_it_is_compared() -> None:
    lexicon = analysis.base()
    assert 400 <= len(lexicon.kinds) <= 500
    assert all(form(listed) == listed and len(listed) > 1 for listed in lexicon.canonical)
    assert set(lexicon.canonical.values()) == lexicon.kinds.keys()


def test_every_line_of_the_base_lexicon_has_its_kind_and_a_year_of_the_republic_or_none(root: Path) -> None:
    lines = (root / "generator/analysis/lexicon.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {4}
    assert {row[1] for row in rows} <= set(SloganKind)
    assert all(row[3] == "" or 1930 <= int(row[3]) <= 2026 for row in rows)


def test_a_wording_stands_once_in_the_base_lexicon(root: Path) -> None:
    lines = (root / "generator/analysis/lexicon.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    listed = Counter(
        wording for row in rows for wording in {form(each) for each in (row[0], *row[2].split("|")) if each}
    )
    assert [wording for wording, times in listed.items() if times > 1] == []


def test_an_alias_brings_the_wordings_of_a_slogan_along() -> None:
    under = analysis.own("收入\t双胜利\n别名\t双战双赢\t双胜利\n", "a.tsv", analysis.EMPTY)[0]
    lexicon, problems = analysis.own("别名\t双胜利\t两战都要赢\n", "b.tsv", under)
    assert not problems
    assert {lexicon.name(each) for each in ("双胜利", "双战双赢", "两战都要赢")} == {"两战都要赢"}


def test_mergers_are_followed_to_their_end_and_circles_end() -> None:
    lexicon, _ = analysis.own("合并\t甲词\t乙词\n合并\t乙词\t丙词\n", "a.tsv", analysis.EMPTY)
    assert lexicon.name("甲词") == lexicon.name("乙词") == "丙词"
    circle, _ = analysis.own("合并\t甲词\t乙词\n合并\t乙词\t甲词\n", "a.tsv", analysis.EMPTY)
    assert circle.name("甲词") in {"甲词", "乙词"}


def test_a_formula_with_a_gap_stays_in_its_sentence_and_its_bounds() -> None:
    texts = ["让党旗在防控疫情斗争第一线高高飘扬。", "让党旗在基层。红旗高高飘扬。", f"让党旗{'远' * 17}高高飘扬"]
    assert fillings("让党旗…高高飘扬", "\n".join(texts)) == ["让党旗在防控疫情斗争第一线高高飘扬"]


def test_a_line_with_a_gap_that_matches_nothing_is_told() -> None:
    lexicon, _ = analysis.own("收入\t让党旗…高高飘扬\n收入\t让红旗…高高飘扬\n", "a.tsv", analysis.EMPTY)
    assert [each.line for each in analysis.unmatched(lexicon, "a.tsv", "让党旗在一线高高飘扬。")] == [2]


def test_a_bad_line_is_told_with_its_number_and_the_others_hold() -> None:
    lines = "# 说明\n收入\t狠抓落实\n胡写\n删除\t某词\n收入\t严\n合并\t甲词\n屏蔽\t狠抓落实\n"
    lexicon, problems = analysis.own(lines, "lexicon.tsv", analysis.EMPTY)
    assert [(problem.line, problem.code) for problem in problems] == [
        (3, "L001"), (4, "L002"), (5, "L003"), (6, "L006"), (7, "L005"),
    ]  # fmt: skip
    assert lexicon.kinds.keys() == {"狠抓落实"}


def test_a_line_that_matches_nothing_is_told() -> None:
    lexicon, _ = analysis.own("收入\t狠抓落实\n收入\t从未说过\n", "lexicon.tsv", analysis.EMPTY)
    assert [problem.line for problem in analysis.unmatched(lexicon, "lexicon.tsv", "要狠抓落实。")] == [2]
