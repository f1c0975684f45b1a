"""Answers made by hand against what was found, on an archive and answers small enough to count by eye."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import analysis, evaluation
from generator.cli import main
from generator.model import Corpus, Parallel, Reuse, Slogan, Span
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.evaluation import Gold, Score

FIRST = "一、抓学习\n要把“学思践悟”四个字记在心里，年底前新增泊位三千二百个。\n二、抓落实\n要干。"
SECOND = "一、抓学习\n要把“学思践悟”四个字写在墙上，年底前新增泊位五千四百个。"


def place(speech: int, start: int, end: int) -> dict[str, object]:
    return {"speech": speech, "start": start, "end": end, "other_starts": []}


def node(title: str, offset: int, **more: object) -> dict[str, object]:
    return {"level": 1, "title": title, "char_offset": offset, **more}


@pytest.fixture
def corpus() -> Corpus:
    return corpus_of(FIRST, SECOND)


def gold(folder: Path, nodes: list[dict[str, object]], slogans: list[dict[str, object]], pairs: list[object]) -> Gold:
    header = {"title": "在第1次会议上的讲话", "salutation": "同志们："}
    book = {"id": 0, "file": "1.txt", "metadata": header, "nodes": nodes}
    other = {"id": 1, "file": "2.txt", "metadata": header, "nodes": []}
    for number, each in enumerate((book, other)):
        (folder / f"outline_{number}.json").write_text(json.dumps(each), "utf-8")
    (folder / "slogans.json").write_text(json.dumps({"slogans": slogans}), "utf-8")
    (folder / "parallel.json").write_text(json.dumps({"pairs": pairs}), "utf-8")
    return evaluation.read(folder)


def found(corpus: Corpus) -> tuple[Slogan, ...]:
    sights = [analysis.seen(each) for each in corpus.speeches]
    return analysis.slogans(corpus, sights, analysis.EMPTY, 2)


def told(corpus: Corpus, answers: Gold, parallels: tuple[Parallel, ...] = ()) -> dict[str, tuple[int, int, int]]:
    def counts(score: Score) -> tuple[int, int, int]:
        return score.right, score.wrong, score.missed

    return {each.name: counts(each) for each in evaluation.scores(corpus, found(corpus), parallels, answers)}


def test_heads_count_by_place_level_and_title(tmp_path: Path, corpus: Corpus) -> None:
    first, second = (f"在第1次会议上的讲话\n同志们：\n{FIRST}".index(label) for label in ("一、", "二、"))
    wanted = [node("抓学习", first), node("别的", second), node("没有", 999), node("疑", 998, doubtful=True)]
    scores = told(corpus, gold(tmp_path, wanted, [], []))
    assert scores["head at its place"] == (2, 1, 1)
    assert scores["… and its title"] == (1, 2, 2)
    assert scores["header field"] == (15, 1, 1)


def test_a_slogan_is_right_under_any_of_its_wordings_and_may_be_one_that_is_not_wanted(
    tmp_path: Path, corpus: Corpus
) -> None:
    assert [slogan.form for slogan in found(corpus)] == ["学思践悟"]
    wanted = {"canonical": "学、思、践、悟", "variants": ["“学思践悟”"], "tier": "A"}
    assert told(corpus, gold(tmp_path, [], [wanted], []))["slogan"] == (1, 0, 0)
    assert told(corpus, gold(tmp_path, [], [wanted | {"tier": "B"}], []))["slogan"] == (0, 0, 0)
    assert told(corpus, gold(tmp_path, [], [wanted | {"variants": []}], []))["slogan"] == (0, 1, 1)


def test_a_passage_is_right_if_half_of_it_agrees_on_both_sides(tmp_path: Path, corpus: Corpus) -> None:
    one, other = corpus.speeches
    sides = [(Span(each.id, 3, 0, 10),) for each in (one, other)]
    passage = Parallel(sides[0], sides[1], 1.0, 2, Reuse.BORROWING)
    starts = [each.paragraphs[3].source_offset(0) for each in (one, other)]

    def pair(length: int, cls: str) -> dict[str, object]:
        a, b = (place(number, start, start + length) for number, start in enumerate(starts))
        return {"a": b, "b": a, "cls": cls}

    for length, cls, counts in [
        (10, "near", (1, 0, 0)),
        (20, "near", (1, 0, 0)),
        (21, "near", (0, 1, 1)),
        (10, "loose", (0, 0, 0)),
        (21, "loose", (0, 1, 0)),
    ]:
        assert told(corpus, gold(tmp_path, [], [], [pair(length, cls)]), (passage,))["passage"] == counts, (length, cls)


def test_a_sample_is_a_table_of_slogans_in_context_and_always_the_same(corpus: Corpus) -> None:
    lines = list(evaluation.sample(corpus, found(corpus)))
    assert len(lines) == 3
    assert lines[2].startswith("| 1 | 学思践悟 |")
    assert "要把“【学思践悟】”四个字" in lines[2]
    assert lines == list(evaluation.sample(corpus, found(corpus)))


def test_the_command_asks_for_something_to_evaluate(tmp_path: Path) -> None:
    for arguments, words in [((), "--gold"), (("--gold", str(tmp_path)), "slogans.json")]:
        result = CliRunner().invoke(main, ["evaluate", "--seeds", str(tmp_path), *arguments])
        assert result.exit_code == 2
        assert words in result.output
