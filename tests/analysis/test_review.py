from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import analysis, report
from generator.analysis.repeats import repeats
from generator.cli import main
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from pathlib import Path

HAN = "党的建设新时代"
SPEECHES = st.lists(st.lists(st.text(HAN + "，a", max_size=30), max_size=3), max_size=4)


def occurrences(form: str, text: str) -> int:
    return sum(text.startswith(form, at) for at in range(len(text)))


@given(SPEECHES, st.integers(1, 3))
def test_repeats_are_those_that_brute_force_finds(speeches: list[list[str]], least: int) -> None:
    lines = [(number, text) for number, speech in enumerate(speeches) for text in speech]
    grams = {text[a:b] for _, text in lines for a in range(len(text)) for b in range(a + 4, min(a + 13, len(text)) + 1)}
    count = {gram: sum(occurrences(gram, text) for _, text in lines) for gram in grams if set(gram) <= set(HAN)}
    reach = {gram: len({number for number, text in lines if gram in text}) for gram in count}
    swallowed = {part for gram, times in count.items() for part in (gram[1:], gram[:-1]) if count.get(part) == times}
    expected = {
        (gram, reach[gram], times)
        for gram, times in count.items()
        if times > 1 and reach[gram] >= least and len(gram) <= 12 and gram not in swallowed
    }
    assert {(each.form, each.speeches, each.count) for each in repeats(speeches, least)} == expected


def test_what_recurs_without_evidence_goes_to_the_archivist_not_to_the_site() -> None:
    corpus = corpus_of("完善治理骨干队伍机制。健全治理骨干队伍机制。", "要改进治理骨干队伍机制。")
    proposed = analysis.proposals(corpus, (), 2, frozenset())
    assert "治理骨干队伍机制" in [each.form for each in proposed]
    assert all(each.form in each.example for each in proposed)
    assert not analysis.proposals(corpus, (), 2, frozenset({"治理骨干"}))


def test_what_stands_alone_between_marks_comes_before_what_does_not() -> None:
    corpus = corpus_of(
        "我们凝心聚力谋发展，也要凝心聚力谋发展。看到长江沿岸大变样子了。",
        "坚持凝心聚力谋发展，再说凝心聚力谋发展。又写长江沿岸大变样子了。",
        "凝心聚力谋发展。凝心聚力谋发展。再读长江沿岸大变样子吧。",
    )
    proposed = [each.form for each in analysis.proposals(corpus, (), 2, frozenset())]
    assert proposed[0] == "凝心聚力谋发展"


def test_the_same_paragraph_in_every_file_is_no_repeat() -> None:
    notice = "本文依照公开来源整理而成仅供学习参考使用。"
    assert not analysis.proposals(corpus_of(f"今天开会。\n{notice}", f"明天开会。\n{notice}"), (), 2, frozenset())


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for number, verb in enumerate(("坚持", "实行", "讲求"), 1):
        body = f"{verb}凝心聚力谋发展，树立“四个意识”。\n{verb}脚踏实地办实业，还有脚踏实地办实业。"
        folder.joinpath(f"{number}.txt").write_text(f"在第{number}次会议上的讲话\n同志们：\n{body}\n", "utf-8")
    return folder


def walked(seeds: Path, *answers: str) -> str:
    result = CliRunner().invoke(main, ["review", "--seeds", str(seeds)], input="".join(f"{each}\n" for each in answers))
    assert result.exit_code == 0, result.output
    return result.output


def orders(seeds: Path) -> list[str]:
    path = seeds / "lexicon.tsv"
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")] if path.exists() else []


def proposed(seeds: Path) -> list[str]:
    """What is asked about, in order."""
    told = walked(seeds, *["s"] * 99)
    return [line.split("] ")[1].split("　")[0] for line in told.splitlines() if line.startswith("[")]


def test_what_is_accepted_merged_or_blocked_is_in_the_list_at_once(seeds: Path) -> None:
    first, second, *_ = proposed(seeds)
    told = walked(seeds, "a", "归并", "四个意识")
    assert orders(seeds) == [f"收入\t{first}", f"别名\t{second}\t四个意识"]
    assert "收入 1 条，别名 1 条" in told
    assert first not in (left := proposed(seeds))
    assert second not in left


def test_blocking_is_remembered_and_skipping_is_not(seeds: Path) -> None:
    first, second, *_ = proposed(seeds)
    walked(seeds, "屏蔽", "跳过")
    assert orders(seeds) == [f"屏蔽\t{first}"]
    assert second in proposed(seeds)
    assert first not in proposed(seeds)


def test_undo_takes_the_line_back_and_asks_again(seeds: Path) -> None:
    first, second, *_ = proposed(seeds)
    walked(seeds, "a", "a", "u", "撤销", "b", "q", "a")
    assert orders(seeds) == [f"屏蔽\t{first}"]
    assert "前面没有可以撤销的" in walked(seeds, "u", "q")
    assert second in proposed(seeds)


def test_nothing_is_refused_silently(seeds: Path) -> None:
    told = walked(seeds, "随便", "m", "没有这条", "意识", "", "q")
    assert "不认识“随便”" in told
    assert "没有“没有这条”这条提法" in told
    assert "相近的有：“四个意识”" in told
    assert orders(seeds) == []


def test_the_archivist_s_own_lines_and_line_ends_stay(seeds: Path) -> None:
    path = seeds / "lexicon.tsv"
    path.write_bytes("# 我的说明\r\n收入\t狠抓落实\r\n屏蔽\t四个意识".encode())
    walked(seeds, "b", "u", "a")
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[:3] == ["# 我的说明", "收入\t狠抓落实", "屏蔽\t四个意识"]
    assert lines[3].startswith("收入\t")
    assert lines[4:] == [""]


def test_a_list_that_cannot_be_read_is_told_and_left_alone(seeds: Path) -> None:
    path = seeds / "lexicon.tsv"
    path.write_bytes("收入\t某提法".encode("gbk"))
    result = CliRunner().invoke(main, ["review", "--seeds", str(seeds)], input="a\n")
    assert result.exit_code == 1
    assert "L007" in result.output
    assert path.read_bytes() == "收入\t某提法".encode("gbk")


def test_the_list_can_be_written_as_a_table_and_nobody_is_asked(seeds: Path) -> None:
    first, *_ = proposed(seeds)
    walked(seeds, "b", "q")
    table = seeds.parent / "build" / "review.tsv"
    result = CliRunner().invoke(main, ["review", "--seeds", str(seeds), "--tsv", str(table)])
    assert result.exit_code == 0, result.output
    assert "屏蔽 b" not in result.output
    rows = [line.split("\t")[1] for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert rows == proposed(seeds) != []
    assert first not in rows


def test_the_lines_of_the_review_file_can_be_copied_into_the_list() -> None:
    corpus = corpus_of("凝心聚力谋发展。凝心聚力谋发展。", "要凝心聚力谋发展！")
    review = analysis.proposals(corpus, (), 2, frozenset())
    lines = report.candidates(review).splitlines()
    copied = "\n".join("\t".join(line.split("\t")[:3]) for line in lines if not line.startswith("#"))
    lexicon, problems = analysis.own(copied, "lexicon.tsv", analysis.EMPTY)
    assert not problems
    assert lexicon.kinds.keys() == {each.form for each in review}
