from __future__ import annotations

from generator import analysis
from generator.analysis.normal import form
from tests.conftest import corpus_of


def test_the_base_lexicon_has_every_form_once_and_as_it_is_compared() -> None:
    lexicon = analysis.base()
    assert len(lexicon.kinds) >= 100
    assert all(form(listed) == listed and len(listed) > 1 for listed in lexicon.canonical)
    assert set(lexicon.canonical.values()) == lexicon.kinds.keys()


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


def test_what_recurs_without_evidence_goes_to_the_archivist_not_to_the_site() -> None:
    corpus = corpus_of("完善治理骨干队伍机制。健全治理骨干队伍机制。", "要改进治理骨干队伍机制。")
    proposed = analysis.proposals(corpus, (), 2, frozenset())
    assert "治理骨干队伍机制" in [each.form for each in proposed]
    assert not analysis.proposals(corpus, (), 2, frozenset({"治理骨干"}))
