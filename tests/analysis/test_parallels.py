from __future__ import annotations

import random
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import analysis
from generator.analysis.parallels import MANY, alignment, parallels
from generator.analysis.parallels.streams import said
from generator.cache import Memo
from generator.model import HEADER_ROLES, Corpus, Parallel, Reuse, Role, Slogan, SloganKind, Span
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from generator.analysis.parallels.streams import Stream

BORROWED = "把群众反映强烈的停车难问题纳入老旧小区改造清单，由街道牵头逐院摸排，年底前新增泊位三千二百个"
SENTENCES = (
    "要把乡村道路硬化工程同农田水利设施改造结合起来谋划。",
    "抓紧修订河湖巡查办法，对非法采砂露头就打。",
    "各县区每月报送一次重点企业用电量和货运量。",
    "习近平新时代中国特色社会主义思想是行动指南。",
    "同志们！",
    "好。",
    "完善社区食堂补贴办法，让独居老人吃上热饭。",
)
speech_text = st.lists(st.sampled_from(SENTENCES) | st.text("甲乙丙丁。，\n", max_size=12), min_size=1, max_size=12)


def wording(corpus: Corpus, side: tuple[Span, ...]) -> str:
    return "".join(corpus.by_id[each.speech].paragraphs[each.paragraph].text[each.start : each.end] for each in side)


def shared(corpus: Corpus) -> list[tuple[str, str]]:
    return [(wording(corpus, each.a), wording(corpus, each.b)) for each in parallels(corpus, ())]


def body(corpus: Corpus, speech: str) -> str:
    unsaid = HEADER_ROLES | {Role.SALUTATION}
    return said("".join(p.text for p in corpus.by_id[speech].paragraphs if p.role not in unsaid))


def twins(text: str) -> Corpus:
    speech = corpus_of(text).speeches[0]
    return Corpus((replace(speech, id="a"), replace(speech, id="b")))


def test_a_borrowing_is_found_and_reaches_from_its_first_word_to_its_last() -> None:
    assert shared(corpus_of(f"第一件事。{BORROWED}。天气很好。", f"另外一件。{BORROWED}，大家辛苦。")) == [
        (BORROWED, BORROWED)
    ]


def test_punctuation_and_quotation_marks_make_no_difference() -> None:
    corpus = corpus_of(f"{BORROWED}。", BORROWED.replace("，", "；").replace("停车难", "“停车难”"))
    assert [each.similarity for each in parallels(corpus, ())] == [1.0]


def test_a_few_changed_words_leave_one_passage() -> None:
    changed = BORROWED.replace("强烈", "集中").replace("逐院", "逐户").replace("二百", "五百")
    (found,) = parallels(corpus_of(BORROWED, changed), ())
    assert found.similarity == pytest.approx(1 - 4 / len(said(BORROWED)), abs=0.01)


@pytest.mark.parametrize(
    "line",
    [
        "习近平新时代中国特色社会主义思想",
        "不忘初心、牢记使命主题教育",
        "马克思列宁主义、毛泽东思想",
        "全国人民代表大会常务委员会",
        "各级党组织和领导干部要",
    ],
)
def test_a_name_or_a_stock_phrase_alone_is_no_passage(line: str) -> None:
    assert shared(corpus_of(f"我们读了{line}，很好。", f"大家关心{line}以后再说。")) == []


def test_a_slogan_of_the_archive_is_no_passage_either() -> None:
    corpus = corpus_of("夺取“河湖清澈、山林葱郁、田园秀美”。", "实现“河湖清澈、山林葱郁、田园秀美”。")
    assert shared(corpus)
    slogans = analysis.slogans(corpus, [analysis.seen(each) for each in corpus.speeches], analysis.EMPTY, 2)
    assert [slogan.form for slogan in slogans] == ["河湖清澈、山林葱郁、田园秀美"]
    assert parallels(corpus, slogans) == ()


def test_a_long_borrowing_with_three_characters_changed_is_found_among_many_speeches(seeds_corpus: Corpus) -> None:
    written = f"{BORROWED}，并由区纪检部门逐月通报进展"
    changed = written.replace("强烈", "强劲").replace("牵头", "带头").replace("逐月", "按月")
    assert len(said(written)) > 55
    corpus = corpus_of(
        *("\n".join(p.text for p in each.paragraphs if p.role is Role.BODY) for each in seeds_corpus.speeches),
        f"先说一件事。{written}。散会。",
        f"再说一件事，{changed}，这是后话。",
    )
    planted = {each.id for each in corpus.speeches if "泊位三千" in "".join(p.text for p in each.paragraphs)}
    found = [each for each in parallels(corpus, ()) if {each.a[0].speech, each.b[0].speech} == planted]
    assert {(wording(corpus, each.a), wording(corpus, each.b)) for each in found} <= {
        (written, changed),
        (changed, written),
    }
    assert len(found) == 1


def test_a_passage_does_not_begin_or_end_with_a_particle() -> None:
    corpus = corpus_of(f"我们的{BORROWED}的同时。", f"大家的{BORROWED}的和谐。")
    assert shared(corpus) == [(BORROWED, BORROWED)]


def test_a_quotation_mark_that_closes_behind_the_last_word_belongs() -> None:
    ends = BORROWED.replace("三千二百个", "“三千二百个”")
    assert shared(corpus_of(f"要{ends}。", f"曾{ends}？")) == [(ends, ends)]


def test_titles_bylines_and_salutations_are_not_compared() -> None:
    line = "在全市老旧小区停车泊位改造工作推进会上的讲话\n（2020年3月6日）\n市住房和城乡建设局局长 张三\n同志们：\n"
    assert shared(corpus_of(line + "今天下雨。", line + "明天放晴。")) == []


def test_a_passage_may_run_over_paragraphs_and_has_a_span_for_each() -> None:
    two = f"{SENTENCES[0]}\n{SENTENCES[1]}"
    (found,) = parallels(corpus_of(two, two + "\n散会。"), ())
    assert [len(found.a), len(found.b)] == [2, 2]
    assert len({each.paragraph for each in found.a}) == 2


def test_the_first_words_of_another_sentence_do_not_belong() -> None:
    assert shared(corpus_of(f"{BORROWED}。我们要去山里。", f"{BORROWED}。我们要来城里。")) == [(BORROWED, BORROWED)]


def test_a_passage_in_many_speeches_is_a_formula_and_counts_them() -> None:
    many = corpus_of(*(f"第{'一二三四五'[n]}处不同的话。{BORROWED}。" for n in range(MANY)))
    found = parallels(many, ())
    assert {(each.speeches, each.reuse) for each in found} == {(MANY, Reuse.FORMULA)}
    assert len(found) == MANY * (MANY - 1) // 2
    few = parallels(Corpus(many.speeches[:2]), ())
    assert [(each.speeches, each.reuse) for each in few] == [(2, Reuse.BORROWING)]


def test_a_passage_repeated_in_a_speech_is_linked_from_each_place_once() -> None:
    corpus = corpus_of(f"{BORROWED}。\n{SENTENCES[0]}\n{BORROWED}。", f"开头。{BORROWED}。")
    found = parallels(corpus, ())
    assert len({each.a for each in found}) == 2
    assert len({each.b for each in found}) == 1


@settings(max_examples=15, deadline=None)
@given(speech_text)
def test_a_speech_and_its_twin_are_one_passage_over_the_whole(lines: list[str]) -> None:
    corpus = twins("".join(lines) + f"\n{BORROWED}。")
    ((a, b),) = shared(corpus)
    assert said(a) == said(b) == body(corpus, "a")


def planted(texts: list[list[str]]) -> Corpus:
    return corpus_of(*(f"{''.join(lines)}\n{BORROWED}" for lines in texts))


def unordered(found: tuple[Parallel, ...]) -> set[tuple[frozenset[tuple[Span, ...]], float, int]]:
    return {(frozenset((each.a, each.b)), each.similarity, each.speeches) for each in found}


@settings(max_examples=15, deadline=None)
@given(st.lists(speech_text, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_speeches_changes_nothing(texts: list[list[str]], chance: random.Random) -> None:
    corpus = planted(texts)
    shuffled = Corpus(tuple(chance.sample(corpus.speeches, len(corpus.speeches))))
    assert unordered(parallels(corpus, ())) == unordered(parallels(shuffled, ()))


@settings(max_examples=15, deadline=None)
@given(st.lists(speech_text, min_size=2, max_size=4))
def test_every_span_lies_in_its_paragraph_and_passages_are_in_order(texts: list[list[str]]) -> None:
    corpus = planted(texts)
    place = {speech.id: n for n, speech in enumerate(corpus.speeches)}
    found = parallels(corpus, ())
    for each in found:
        for side in (each.a, each.b):
            assert [span.paragraph for span in side] == sorted({span.paragraph for span in side})
            for span in side:
                text = corpus.by_id[span.speech].paragraphs[span.paragraph].text
                assert 0 <= span.start < span.end <= len(text)
    pairs = [(place[each.a[0].speech], place[each.b[0].speech]) for each in found]
    assert pairs == sorted(pairs)
    assert all(a < b for a, b in pairs)


@settings(deadline=None)
@given(st.text("甲乙丙丁，", max_size=40), st.text("甲乙丙丁，", max_size=40))
def test_an_alignment_covers_both_texts_and_equal_means_equal(a: str, b: str) -> None:
    stretches = alignment(a, b)
    assert "".join(a[each.a : each.a_end] for each in stretches) == a
    assert "".join(b[each.b : each.b_end] for each in stretches) == b
    assert all((a[s.a : s.a_end] == b[s.b : s.b_end]) == s.equal for s in stretches if s.equal)
    assert all(one.equal != other.equal for one, other in pairwise(stretches))


def test_whole_speeches_of_any_length_are_aligned() -> None:
    chance = random.Random(1)
    long = "".join(chance.choices("甲乙丙丁戊己庚辛壬癸", k=30_000))
    stretches = alignment(long, long[:15_000] + "新" + long[15_000:])
    assert [each.equal for each in stretches] == [True, False, True]
    assert alignment(long, "无" * 30_000) == ((False, 0, 30_000, 0, 30_000),)


def test_words_that_meet_where_one_speech_ends_and_another_begins_are_said_by_none() -> None:
    first, second = BORROWED[:20], BORROWED[20:]
    assert shared(corpus_of(BORROWED, first, second)) == [(first, first), (second.lstrip("，"), second.lstrip("，"))]


def test_what_is_told_apart_by_arrays_would_not_have_been_a_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    words = [clause for text in SENTENCES for clause in text.split("，")] + BORROWED.split("，")
    speeches = []
    for _ in range(40):
        told = [list(chance.choice(words)) for _ in range(12)]
        for clause in told:
            for _ in range(chance.randrange(3)):
                clause[chance.randrange(len(clause))] = chance.choice("甲乙丙丁戊己庚辛")
        speeches.append("，".join(map("".join, told)) + "。")
    corpus = corpus_of(*speeches)
    found, asked = parallels(corpus, ()), []

    seeds = import_module("generator.analysis.parallels.seeds")
    told_apart = seeds.may_pay

    def every(*runs: NDArray[np.int64]) -> NDArray[np.bool_]:
        asked.append(int((~told_apart(*runs)).sum()))
        return np.ones(len(runs[-1]), np.bool_)

    monkeypatch.setattr(seeds, "may_pay", every)
    assert parallels(corpus, ()) == found
    assert len(found) > 100
    assert sum(asked) > 20


def edited(texts: list[list[str]], chance: random.Random) -> None:
    """One speech is changed, goes, or comes."""
    said_anywhere = (*SENTENCES, f"{BORROWED}。", f"天气很好，{BORROWED[:30]}。", "落实“一岗双责”。")
    lines = texts[chance.randrange(len(texts))]
    change = chance.randrange(6)
    if change == 0 and len(texts) > 2:
        texts.remove(lines)
    elif change == 1:
        texts.insert(chance.randrange(len(texts)), chance.choices(said_anywhere, k=6))
    else:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(said_anywhere))


@pytest.mark.parametrize("number", range(4))
def test_with_what_is_remembered_the_passages_are_the_same_after_any_edit(number: int, tmp_path: Path) -> None:
    chance, known = random.Random(number), tmp_path / "passages"
    texts = [chance.choices(SENTENCES, k=5) for _ in range(6)]
    for _ in range(12):
        edited(texts, chance)
        corpus = planted(texts)
        slogan = Slogan(BORROWED[:12], SloganKind.FORMULA, 4, (), (BORROWED[:12],), ())
        slogans = (slogan,) if chance.random() < 0.3 else ()
        with Memo(known) as memo:
            found = parallels(corpus, slogans, memo=memo)
        assert repr(found) == repr(parallels(corpus, slogans))


def test_only_pairs_with_the_changed_speech_are_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[str]] = []
    module = import_module("generator.analysis.parallels")

    def passages(one: Stream, other: Stream, runs: object) -> object:
        asked.append(frozenset((one.speech.id, other.speech.id)))
        return compare(one, other, runs)

    compare = module.passages
    monkeypatch.setattr(module, "passages", passages)
    speeches = corpus_of(*(f"第{n}件事。{BORROWED}。" for n in "一二三四")).speeches
    changed = replace(corpus_of(f"第五件事。{BORROWED}，完。").speeches[0], id=speeches[2].id)
    for corpus in (Corpus(speeches), Corpus((*speeches[:2], changed, speeches[3]))):
        asked.clear()
        with Memo(tmp_path / "passages") as memo:
            parallels(corpus, (), memo=memo)
    assert set(asked) == {frozenset((changed.id, each.id)) for each in speeches if each.id != changed.id}
