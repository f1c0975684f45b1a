from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator import analysis
from generator.analysis.candidates import found as finders
from generator.analysis.mining import clusters
from generator.analysis.normal import normal
from tests.conftest import corpus_of

if TYPE_CHECKING:
    import pytest

    from generator.model import Corpus, Slogan


def mined(corpus: Corpus, lexicon: analysis.Lexicon = analysis.EMPTY, least: int = 2) -> dict[str, Slogan]:
    sights = [analysis.seen(speech) for speech in corpus.speeches]
    return {slogan.form: slogan for slogan in analysis.slogans(corpus, sights, lexicon, least)}


def lexicon_of(lines: str) -> analysis.Lexicon:
    lexicon, problems = analysis.own(lines, "lexicon.tsv", analysis.EMPTY)
    assert not problems
    return lexicon


def test_a_slogan_is_shared_by_speeches_not_repeated_in_one() -> None:
    assert mined(corpus_of("增强“四个意识”，树牢“四个意识”。", "今天开会。")) == {}
    assert list(mined(corpus_of("增强“四个意识”。", "树牢“四个意识”。"))) == ["四个意识"]


def test_the_licence_that_a_web_page_prints_under_speeches_says_no_slogans() -> None:
    licence = "\n本作品是国务院“直属机构”的决议、决定，“学思践悟”，不适用于著作权法。\nPublic domain\n"
    said = [f"在第{n}次会议上的讲话\n同志们：\n第{n}天开会，增强“四个意识”。\n谢谢大家！\n" for n in range(3)]
    with_licence = corpus_of(*(each + licence for each in said))
    assert list(mined(with_licence)) == list(mined(corpus_of(*said))) == ["四个意识"]
    licensed, plain = (analysis.proposals(corpus, (), 2, frozenset()) for corpus in (with_licence, corpus_of(*said)))
    assert licensed == plain


def test_an_unquoted_occurrence_counts_once_another_is_quoted() -> None:
    slogan = mined(corpus_of("做到“两个维护”。", "坚决做到两个维护。"))["两个维护"]
    assert [occurrence.quoted for occurrence in slogan.occurrences].count(True) == 1
    assert len(slogan.speeches) == 2


def test_a_word_that_is_seldom_quoted_is_no_slogan() -> None:
    assert mined(corpus_of("讲“新发展观”。", *[f"第{n}次落实新发展观。" * 6 for n in range(3)])) == {}


def test_a_new_word_that_one_of_many_speeches_quotes_is_no_slogan() -> None:
    said = ["转变新观念。", "树立新观念，", "说到新观念", "用新观念看"]
    assert mined(corpus_of("所谓“新观念”。", *said)) == {}
    assert list(mined(corpus_of("所谓“新观念”。", "也讲“新观念”。", *said))) == ["新观念"]


def test_in_more_than_a_few_speeches_one_that_quotes_is_no_witness() -> None:
    said = ["破解“融资难”。", "破解融资难，", *(f"第{n}天开会。" for n in range(20))]
    texts = [(normal(each),) for each in said]
    evidence = [finders(text) for (text,) in texts]
    assert [each.canonical for each in clusters(texts[:9], evidence[:9], analysis.EMPTY, 2)[0]] == ["融资难"]
    assert clusters(texts, evidence, analysis.EMPTY, 2)[0] == []


def test_a_wording_that_one_character_always_follows_was_cut_out_of_a_longer_one() -> None:
    assert mined(corpus_of("防止得党得国快。", "避免得党得国快，", "莫要得党得国快")) == {}
    assert list(mined(corpus_of("防止管党治党宽。", "避免管党治党难，", "落实管党治党责任"))) == ["管党治党"]


def test_how_something_is_done_is_no_slogan() -> None:
    assert mined(corpus_of("要有计划、有步骤地推进。", "应有计划、有步骤地改。")) == {}
    assert list(mined(corpus_of("要有计划、有步骤，", "应有计划、有步骤。"))) == ["有计划、有步骤"]


def test_a_notice_in_every_file_is_one_witness() -> None:
    notice = "本文件依照“公开来源”的规定整理而成，仅供学习参考。"
    assert mined(corpus_of(*[f"今天第{n}次开会。\n{notice}" for n in range(3)])) == {}
    assert list(mined(corpus_of(*[f"第{n}次说“公开来源”。" for n in range(3)]))) == ["公开来源"]


def test_those_who_are_greeted_are_no_evidence() -> None:
    said = "在会议上的讲话\n{}同志们：\n{}。"
    assert mined(corpus_of(said.format("“老战友”、", "今天开会"), said.format("“老战友”、", "明天开会"))) == {}
    assert list(mined(corpus_of(said.format("", "都是“老战友”"), said.format("", "来了“老战友”")))) == ["老战友"]


def test_a_formula_with_a_gap_has_all_its_wordings_on_one_page() -> None:
    lexicon = lexicon_of("收入\t让党旗…高高飘扬\n")
    found = mined(corpus_of("让党旗在一线高高飘扬。", "让党旗在一线高高飘扬，让党旗永远高高飘扬。"), lexicon)
    assert {form: slogan.variants for form, slogan in found.items()} == {
        "让党旗在一线高高飘扬": ("让党旗在一线高高飘扬", "让党旗永远高高飘扬")
    }


def test_one_alias_line_brings_a_cluster_together() -> None:
    corpus = corpus_of("夺取“双胜利”。", "实现“双战双赢”，夺取“双胜利”。", "实现“双战双赢”。")
    assert set(mined(corpus)) == {"双胜利", "双战双赢"}
    joined = mined(corpus, lexicon_of("别名\t双战双赢\t双胜利\n"))
    assert {form: len(slogan.speeches) for form, slogan in joined.items()} == {"双胜利": 3}


def test_beats_in_another_order_are_the_same_slogan() -> None:
    found = mined(corpus_of("把企业做强做优。", "把产业做优做强，", "都要做强做优！"))
    assert [set(slogan.variants) for slogan in found.values()] == [{"做强做优", "做优做强"}]


def test_series_are_not_chained_by_a_third() -> None:
    found = mined(
        corpus_of(
            "必须转变发展观念、创新发展模式、提高发展质量。",
            "必须把握发展规律、创新发展理念、破解发展难题。",
            "必须端正发展观念、创新发展理念、转变发展方式。",
        )
    )
    assert found == {}


def test_in_a_large_archive_shape_alone_must_reach_further_than_quotation_marks() -> None:
    filler = [f"第{n}天开会。" for n in range(2996)]
    said = ["落实管党治党，", "抓好管党治党。", "树牢“四个意识”。", "增强“四个意识”，", *filler]
    texts = [(normal(each),) for each in said]
    evidence = [finders(text) for (text,) in texts]
    assert {each.canonical for each in clusters(texts[:9], evidence[:9], analysis.EMPTY, 2)[0]} == {
        "四个意识",
        "管党治党",
    }
    assert {each.canonical for each in clusters(texts, evidence, analysis.EMPTY, 2)[0]} == {"四个意识"}


def test_a_form_inside_a_longer_slogan_is_not_counted_for_itself() -> None:
    lexicon = lexicon_of("收入\t主体责任\n收入\t管党治党主体责任\n")
    found = mined(corpus_of("压实管党治党主体责任。主体责任要落实。", "管党治党主体责任。主体责任。"), lexicon)
    assert {form: len(slogan.occurrences) for form, slogan in found.items()} == {"主体责任": 2, "管党治党主体责任": 2}


def test_wordings_of_one_slogan_share_a_page() -> None:
    lexicon = lexicon_of("收入\t不忘初心、牢记使命\n别名\t初心使命\t不忘初心、牢记使命\n")
    found = mined(corpus_of("“不忘初心，牢记使命”。", "践行初心使命。"), lexicon)
    assert set(found["不忘初心、牢记使命"].variants) == {"不忘初心、牢记使命", "初心使命"}


def test_members_in_another_order_are_the_same_slogan() -> None:
    found = mined(corpus_of("反对“形式主义、官僚主义”。", "反对“官僚主义、形式主义”。"))
    assert [set(slogan.variants) for slogan in found.values()] == [{"形式主义、官僚主义", "官僚主义、形式主义"}]


def test_blocking_takes_a_slogan_away_and_merging_joins_two() -> None:
    corpus = corpus_of("做到“两个维护”，实现“双战双赢”。", "做到“两个维护”，夺取“双胜利”“双战双赢”。", "夺取“双胜利”。")
    assert "两个维护" not in mined(corpus, lexicon_of("屏蔽\t两个维护\n"))
    merged = mined(corpus, lexicon_of("合并\t双战双赢\t双胜利\n"))
    assert set(merged["双胜利"].variants) == {"双胜利", "双战双赢"}
    assert "双战双赢" not in merged


def test_a_series_reworded_in_another_speech_is_one_slogan() -> None:
    found = mined(corpus_of("树立能者上、庸者下、劣者汰的导向。", "坚持能者上、平者让、庸者下、劣者汰。"))
    assert [set(slogan.variants) for slogan in found.values()] == [
        {"能者上、庸者下、劣者汰", "能者上、平者让、庸者下、劣者汰"}
    ]


def test_counts_equal_a_brute_force_count(seeds_corpus: Corpus) -> None:
    found = mined(seeds_corpus, analysis.base())
    owner = {form: slogan.form for slogan in found.values() for form in slogan.variants}
    every_form = re.compile("|".join(sorted(map(re.escape, owner), key=len, reverse=True)))
    brute: dict[str, int] = dict.fromkeys(found, 0)
    for speech in seeds_corpus.speeches:
        for paragraph in speech.paragraphs:
            for match in every_form.finditer(normal(paragraph.text).text):
                brute[owner[match[0]]] += 1
    assert brute == {form: len(slogan.occurrences) for form, slogan in found.items()}


def test_every_occurrence_stands_where_it_says(seeds_corpus: Corpus) -> None:
    for slogan in mined(seeds_corpus, analysis.base()).values():
        for occurrence in slogan.occurrences:
            span = occurrence.span
            text = seeds_corpus.by_id[span.speech].paragraphs[span.paragraph].text
            assert normal(text[span.start : span.end]).text == occurrence.form


def test_the_seeds_give_no_fragments_frames_or_ordinary_words(seeds_corpus: Corpus) -> None:
    found = mined(seeds_corpus)
    unwanted = {
        "个意识",
        "党员干部",
        "各级党组织",
        "贯彻落实",
        "领导干部",
        "的党中央",
        "化制度化",
        "督查检查",
        "会议上的讲话",
    }
    assert not unwanted & found.keys()
    assert len(found) >= 35


def test_what_most_of_a_large_archive_says_brings_no_speeches_together(
    seeds_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    slogans = tuple(replace(slogan, id=form) for form, slogan in mined(seeds_corpus, analysis.base()).items())
    monkeypatch.setattr("generator.analysis.relatedness._COMMON", 2)
    held = {slogan.id: len(slogan.speeches) for slogan in slogans}
    reasons = [reason for each in analysis.relations(seeds_corpus, slogans) for reason in each.reasons]
    assert max(held.values()) > 2
    assert {held[reason] for reason in reasons} == {2}


def test_relations_are_symmetric_and_reasons_are_shared(seeds_corpus: Corpus) -> None:
    slogans = tuple(replace(slogan, id=form) for form, slogan in mined(seeds_corpus, analysis.base()).items())
    relations = analysis.relations(seeds_corpus, slogans)
    weights = {(each.a, each.b): each.weight for each in relations}
    assert weights
    assert all(weights[b, a] == weight for (a, b), weight in weights.items())
    assert all(0 < weight <= 1 for weight in weights.values())


def taken_in(corpus: Corpus, form: str) -> dict[str, str]:
    return dict(analysis.taken_in(corpus, mined(corpus, lexicon_of("收入\t让党旗…高高飘扬")).values(), {form}))


def test_a_wording_that_is_only_said_within_a_slogan_is_taken_in_by_it() -> None:
    corpus = corpus_of("让党旗高高“飘扬”在一线。", "让党旗在基层高高飘扬。")
    (form,) = mined(corpus, lexicon_of("收入\t让党旗…高高飘扬"))
    assert taken_in(corpus, "党旗高高飘扬") == {"党旗高高飘扬": form}
    assert taken_in(corpus, "高高飘扬") == {"高高飘扬": form}


def test_a_wording_that_is_also_said_elsewhere_or_nowhere_is_taken_in_by_none() -> None:
    said = ("让党旗高高飘扬在一线。", "让党旗在基层高高飘扬。")
    assert taken_in(corpus_of(*said, "党旗高高飘扬，"), "党旗高高飘扬") == {}
    assert taken_in(corpus_of(*said), "党旗永远飘扬") == {}
