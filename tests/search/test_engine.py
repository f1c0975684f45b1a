"""The engine in a real browser, against brute force and against a bad network."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from generator.model import Evidence, Occurrence, Slogan, SloganKind, Span
from generator.search.script import MODULES, script
from generator.site import search_scripts
from generator.site.search_script import PARTS
from tests.conftest import corpus_of
from tests.search.reference import queries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Corpus
    from tests.search.conftest import Site
    from tests.search.reference import Hit, Query, Reference

    Sites = Callable[..., Site]

ALL = 100_000


def found(site: Site, asked: list[Query]) -> list[set[Hit]]:
    answers = site.call("search", *([query.text, {"limit": ALL, "loose": query.loose}] for query in asked))
    return [hits(answer) for answer in answers]


def hits(answer: dict) -> set[Hit]:
    kept = {tuple(hit[key] for key in ("speech", "section", "paragraph", "start", "end")) for hit in answer["hits"]}
    assert len(kept) == len(answer["hits"]), "a hit is given once"
    return kept


def shown(answer: dict) -> list[str]:
    return [hit["text"][hit["start"] : hit["end"]] for hit in answer["hits"]]


@pytest.mark.parametrize("seed", range(4))
def test_every_hit_is_found_and_nothing_else(seeds_site: Site, reference: Reference, seeds_corpus: Corpus, seed: int):
    asked = list(queries(seeds_corpus, 600, seed))
    wrong = [
        (query, mine ^ theirs)
        for query, mine in zip(asked, found(seeds_site, asked), strict=True)
        if mine != (theirs := reference.hits(query))
    ]
    assert wrong == []


@pytest.mark.parametrize("parts", [True, False])
def test_every_hit_is_found_in_parts_of_files_and_nothing_else(
    packed_site: Site, reference: Reference, seeds_corpus: Corpus, *, parts: bool
):
    packed_site.parts = parts
    asked = list(queries(seeds_corpus, 300, 11))
    assert found(packed_site, asked) == [reference.hits(query) for query in asked]


def test_a_part_is_fetched_alone_and_a_file_once_where_a_server_knows_no_parts(packed_site: Site):
    files = packed_site.files
    packed_site.search("党员干部", limit=6)
    parts, asked = packed_site.sent, sum(len(files[name]) for name in set(packed_site.asked))
    assert parts < asked / 2
    packed_site.parts, packed_site.sent = False, 0
    packed_site.page.reload()
    packed_site.asked.clear()
    packed_site.search("党员干部", limit=6)
    assert packed_site.sent == asked
    packed_site.search("党员干部的", limit=100)
    known = [name for name in packed_site.asked if "/t" in name]
    assert len(known) <= len(set(known)) + 1


def test_a_total_called_exact_is_the_number_of_all_hits(seeds_site: Site, reference: Reference, seeds_corpus: Corpus):
    asked = list(queries(seeds_corpus, 300, 9))
    answers = seeds_site.call("search", *([query.text, {"loose": query.loose, "limit": 3}] for query in asked))
    totals = [
        (answer["exact"], answer["total"], len(reference.hits(query)))
        for query, answer in zip(asked, answers, strict=True)
    ]
    assert all(total == all_hits if exact else total <= all_hits for exact, total, all_hits in totals)
    assert sum(exact for exact, _, _ in totals) > len(totals) / 2


def test_a_tally_counts_all_hits(seeds_site: Site, reference: Reference, seeds_corpus: Corpus):
    asked = list(queries(seeds_corpus, 200, 10))
    tallies = seeds_site.call("tally", *([query.text, {"loose": query.loose}] for query in asked))
    for query, tally in zip(asked, tallies, strict=True):
        theirs = reference.hits(query)
        assert tally["total"] == len(theirs) == sum(tally["year"].values()), query
        assert tally["speeches"] == {
            speech: sum(hit[0] == speech for hit in theirs) for speech in {hit[0] for hit in theirs}
        }


def test_titles_come_before_heads_and_heads_before_bodies(site_of: Sites):
    corpus = corpus_of(
        "一、党建要强\n我们讲党建。\n二、别的\n说完了。", "关于党建的讲话\n2020年1月1日\n同志们：\n今天开会。"
    )
    answer = site_of(corpus).search("党建")
    assert [hit["text"] for hit in answer["hits"]] == ["关于党建的讲话", "一、党建要强", "我们讲党建。"]


def test_pages_of_hits_make_up_all_hits(seeds_site: Site):
    whole = seeds_site.search("的", limit=ALL)["hits"]
    offsets = range(0, len(whole), 100)
    found = seeds_site.call("search", *(["的", {"offset": offset, "limit": 100}] for offset in offsets))
    pages = [hit for answer in found for hit in answer["hits"]]
    assert pages == whole


@pytest.mark.parametrize(
    ("query", "expected"), [("2020年", ["2020年"]), ("20", ["20", "20"]), ("020", []), ("cov", ["COV"])]
)
def test_digits_and_latin_match_whole_or_by_their_beginning(site_of: Sites, query: str, expected: list[str]):
    assert shown(site_of(corpus_of("从2020年COVID-19以来，到2021年。")).search(query)) == [
        *(["2020年"] if query == "2020年" else expected)
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("甲乙 NEAR/3 丙丁", ["甲乙一二三丙丁"]),
        ("丙丁 NEAR/3 甲乙", ["甲乙一二三丙丁"]),
        ("甲乙 NEAR/2 丙丁", []),
        ("甲乙 NEAR/99 戊己", []),
    ],
)
def test_near_counts_the_characters_between_in_one_paragraph(site_of: Sites, query: str, expected: list[str]):
    assert shown(site_of(corpus_of("说甲乙一二三丙丁。\n再说戊己。")).search(query)) == expected


def test_a_star_stops_at_the_end_of_a_sentence(site_of: Sites):
    assert shown(site_of(corpus_of("坚持推动发展。坚持。发展。坚持一二三四五六七八九发展")).search("坚持*发展")) == [
        "坚持推动发展"
    ]


def test_loose_forgives_punctuation_and_exact_does_not(site_of: Sites):
    site = site_of(corpus_of("要不忘初心、牢记使命，党、政、军、民、学。"))
    assert shown(site.search("不忘初心牢记使命")) == []
    assert shown(site.search("不忘初心牢记使命", loose=True)) == ["不忘初心、牢记使命"]
    assert shown(site.search("“党政”军民学", loose=True)) == ["党、政、军、民、学"]


@pytest.mark.parametrize(
    "pasted", ["坚持以人民为心的发展思想", "坚持以人名为中心的发展思想", "坚持以人民为中心地发展理思想"]
)
def test_fuzzy_locates_a_quotation_with_one_or_two_wrong_characters(site_of: Sites, pasted: str):
    answer = site_of(corpus_of("我们坚持以人民为中心的发展思想。", "别的话。")).search(pasted, fuzzy=True)
    assert [hit["text"] for hit in answer["hits"]] == ["我们坚持以人民为中心的发展思想。"]


def test_fuzzy_does_not_find_what_is_too_different(site_of: Sites):
    assert (
        site_of(corpus_of("我们坚持以人民为中心的发展思想。")).search("坚持以市场为导向的改革思路", fuzzy=True)["hits"]
        == []
    )


def test_a_phrase_that_does_not_occur_gets_near_misses_that_do(site_of: Sites):
    site = site_of(corpus_of("我们坚持以人民为中心的发展思想。"))
    assert site.call("nearMisses", ["以人民为重心的"])[0] == ["以人民为中心的"]


SPEECHES = (
    "关于党建的讲话\n李林\n2019年3月1日\n同志们：\n我们抓落实。",
    "关于生态的讲话\n王平\n2021年3月1日\n同志们：\n我们抓落实。",
)


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("抓落实", ["2021", "2019"]),
        ("抓落实 year:2019", ["2019"]),
        ("抓落实 year:2020..2022", ["2021"]),
        ("抓落实 year:2022..", []),
        ("speaker:李林 抓落实", ["2019"]),
        ("抓落实 讲话人：王平", ["2021"]),
        ("title:生态 抓落实", ["2021"]),
        ('抓落实 title:"关于党建"', ["2019"]),
        ("抓落实 title:落实", []),
    ],
)
def test_fields_choose_speeches(site_of: Sites, query: str, years: list[str]):
    answer = site_of(corpus_of(*SPEECHES)).search(query)
    assert [hit["date"][:4] for hit in answer["hits"]] == years


def test_an_order_by_date_puts_the_newest_speech_first_whatever_the_place(site_of: Sites):
    corpus = corpus_of(SPEECHES[0].replace("党建", "落实"), SPEECHES[1])
    site = site_of(corpus)
    assert [hit["date"][:4] for hit in site.search("落实")["hits"]] == ["2019", "2021", "2019"]
    assert [hit["date"][:4] for hit in site.search("落实", order="date")["hits"]] == ["2021", "2019", "2019"]


def test_an_order_by_context_goes_by_what_follows(site_of: Sites):
    answer = site_of(corpus_of("抓住乙。", "抓住丙。", "抓住甲。")).search("抓住", order="right")
    assert [hit["text"] for hit in answer["hits"]] == ["抓住丙。", "抓住甲。", "抓住乙。"]


def test_fields_alone_give_the_titles_of_their_speeches(site_of: Sites):
    site = site_of(corpus_of(*SPEECHES))
    assert [hit["text"] for hit in site.search("speaker:李林")["hits"]] == ["关于党建的讲话"]
    assert site.search("", filters={"year": "2021"})["total"] == 1
    assert site.search("year:1999")["hits"] == []


def slogans_of(corpus: Corpus, **forms: tuple[int, ...]) -> tuple[Slogan, ...]:
    """Slogans, each in the speeches with these numbers."""
    return tuple(
        Slogan(
            form,
            SloganKind.DOCTRINE,
            10,
            (Evidence.LEXICON,),
            (form,),
            tuple(Occurrence(Span(corpus.speeches[n].id, 0, 0, 1), form, quoted=False) for n in speeches),
            f"id{number}",
        )
        for number, (form, speeches) in enumerate(forms.items())
    )


def test_a_slogan_chooses_the_speeches_that_carry_it(site_of: Sites):
    corpus = corpus_of(*SPEECHES)
    site = site_of(corpus, slogans_of(corpus, 两个维护=(0,), 四个意识=(0, 1)))
    years = [
        [hit["date"][:4] for hit in site.search(f"抓落实 slogan:{form}")["hits"]]
        for form in ("两个维护", "四个意识", "兩個維護", "三严三实")
    ]
    assert years == [["2019"], ["2021", "2019"], ["2019"], []]


def test_hits_are_counted_by_the_slogans_that_their_speeches_carry(site_of: Sites):
    corpus = corpus_of(*SPEECHES, "别的话。")
    site = site_of(corpus, slogans_of(corpus, 两个维护=(0,), 四个意识=(0, 1), 三严三实=(2,)))
    (tally,) = site.call("tally", ["抓落实"])
    assert list(tally["slogan"].items()) == [("四个意识", 2), ("两个维护", 1)]


def test_a_proposed_slogan_brings_its_permanent_id(site_of: Sites):
    corpus = corpus_of(*SPEECHES)
    (proposed,) = site_of(corpus, slogans_of(corpus, 两个维护=(0,))).call("suggestions", ["两个"])
    assert proposed == [["slogan", "两个维护", "liang ge wei hu", 1, "id0"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"，抓"', ["，抓"]),
        ('"抓，"', ["抓，"]),
        ('"“抓落实”，"', ["“抓落实”，"]),
        ('"，。"', []),
    ],
)
def test_a_phrase_may_begin_and_end_with_punctuation(site_of: Sites, query: str, expected: list[str]):
    assert shown(site_of(corpus_of("要抓，抓好。他说“好。”要“抓落实”，不抓。")).search(query)) == expected


@pytest.mark.parametrize("query", ["", "  ", "，", '"。"', "-甲", "*", '"', "year:2020", "NEAR/3", "甲 NEAR/3"])
def test_an_odd_query_is_no_error(site_of: Sites, query: str):
    assert "error" not in site_of(corpus_of("说甲乙。")).search(query)


@pytest.mark.parametrize("typed", ["zzht", "zhuzhua", "主抓", "抓后天"])
def test_heads_are_proposed_by_characters_pinyin_and_initials(site_of: Sites, typed: str):
    site = site_of(corpus_of("一、主抓后天\n说。\n二、别的事\n说。"))
    assert [form for _, form, *_ in site.call("suggestions", [typed])[0]] == ["主抓后天"]


HTML = b"<!doctype html><title>404</title>"
FAULTS = {
    "a page instead": lambda _: HTML,
    "truncated": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "a flipped bit": lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
    "no answer": None,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_text_file_makes_hits_partial_and_the_next_query_works(site_of: Sites, fault: str):
    site = site_of(corpus_of("我们抓落实。"))
    site.faults["/t0.js"] = FAULTS[fault]
    answer = site.search("抓落实")
    assert answer["partial"]
    assert answer["hits"] == []
    site.faults.clear()
    assert shown(site.search("抓落实")) == ["抓落实"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_gram_file_is_a_typed_error_and_the_next_query_works(site_of: Sites, fault: str):
    site = site_of(corpus_of("我们抓落实。"))
    site.faults["/g0.js"] = FAULTS[fault]
    assert site.search("抓落实")["error"] == ("unreachable" if fault == "no answer" else "damaged")
    site.faults.clear()
    assert shown(site.search("抓落实")) == ["抓落实"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_file_of_parts_is_told_and_the_next_query_works(packed_site: Site, fault: str):
    whole = packed_site.search("党员干部", limit=ALL)["total"]
    packed_site.page.reload()
    packed_site.faults["/t1.js"] = FAULTS[fault]
    answer = packed_site.search("党员干部", limit=ALL)
    assert answer["partial"]
    assert 0 < len(answer["hits"]) < whole
    packed_site.faults.clear()
    assert len(packed_site.search("党员干部", limit=ALL)["hits"]) == whole


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_later_file_of_grams_changes_no_hit(packed_site: Site, fault: str):
    for phrase in ("坚持和加强党的全面领导", "习近平新时代中国特色社会主义思想", "全面从严治党，关键在党"):
        packed_site.faults.clear()
        packed_site.page.reload()
        packed_site.asked.clear()
        right = packed_site.search(f'"{phrase}"', limit=ALL)
        grams = list(dict.fromkeys(name for name in packed_site.asked if "/g" in name))
        for name in grams[1:]:
            packed_site.page.reload()
            packed_site.faults[name] = FAULTS[fault]
            assert packed_site.search(f'"{phrase}"', limit=ALL)["hits"] == right["hits"]


@pytest.mark.parametrize("fault", ["truncated", "no answer"])
def test_a_frequent_word_of_which_a_file_is_bad_has_its_first_hits_marked_as_partial(site_of: Sites, fault: str):
    speeches = ["".join(f"甲{chr(0x4E00 + 100 * speech + n)}" for n in range(100)) for speech in range(30)]
    site = site_of(corpus_of(*speeches))
    whole = site.search("甲", limit=2500)
    names = list(dict.fromkeys(name for name in site.asked if "/g" in name))
    assert len(names) > 1
    site.page.reload()
    site.faults[names[1]] = FAULTS[fault]
    answer = site.search("甲", limit=2500)
    assert answer["partial"]
    assert answer["hits"] == whole["hits"][: len(answer["hits"])] != []
    site.faults.clear()
    assert site.search("甲", limit=2500) == whole


def test_a_server_that_says_nothing_is_given_up_and_the_next_query_works(site_of: Sites):
    site = site_of(corpus_of("我们抓落实。"))
    site.stalled = "/g0.js"
    ask = """async () => {
      const { openIndex } = await import("/engine/engine.mjs");
      const { fetched } = await import("/engine/loaders.mjs");
      globalThis.index = await openIndex(fetched("/index/", { patience: 300 }));
      return index.search("抓落实").catch(({ code, file }) => ({ code, file }));
    }"""
    assert site.page.evaluate(ask)["code"] == "unreachable"
    site.stalled = ""
    assert shown(site.search("抓落实")) == ["抓落实"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_entry_is_a_typed_error(site_of: Sites, fault: str):
    site = site_of(corpus_of("我们抓落实。"))
    site.faults["index.js"] = FAULTS[fault]
    with pytest.raises(Exception, match=r"unreachable|damaged"):
        site.search("抓落实")


def test_a_query_needs_three_dependent_round_trips(site_of: Sites, seeds_corpus: Corpus):
    site = site_of(seeds_corpus)
    site.search("全面从严治党")
    kinds = [name.rpartition("/")[2][0] for name in site.asked]
    assert kinds == sorted(kinds, key="igt".index)


def test_a_phrase_that_ends_in_rare_punctuation_asks_for_few_texts(site_of: Sites):
    filler = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))
    speeches = [filler + "委托代理人，办事。" * 12] * 25
    speeches[12] += "委托代理人（办事）。"
    site = site_of(corpus_of(*speeches))
    for phrase in ("代理人（", "委托代理人（办事"):
        site.asked.clear()
        assert len(site.search(f'"{phrase}"')["hits"]) == 1
        assert sum(name.rpartition("/")[2].startswith("t") for name in site.asked) <= 1


def test_traditional_characters_are_fetched_only_for_what_is_rare_here(site_of: Sites):
    frequent = "".join(map(chr, range(0x4E00, 0x5200)))
    site = site_of(corpus_of(f"要发展，发展。{frequent}" * 3, "一鳞半爪。"))
    assert site.search("發展")["hits"] == site.search("发展")["hits"] != []
    assert not any(name.endswith("folds.js") for name in site.asked)
    assert site.search("一鱗半爪")["hits"] == site.search("一鳞半爪")["hits"] != []
    assert any(name.endswith("folds.js") for name in site.asked)


def test_an_absent_character_fetches_no_more_than_the_table_of_traditional_ones(site_of: Sites):
    site = site_of(corpus_of("我们抓落实。"))
    assert site.search("焱")["total"] == 0
    assert [name.rpartition("/")[2] for name in site.asked] == ["index.js", "folds.js"]


def test_the_end_of_a_paragraph_is_not_taken_for_a_mark(site_of: Sites):
    filler = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))
    heads = "\n".join(f"{numeral}、{filler[:30]}资金的管理" for numeral in "一二三四五六七八九")
    site = site_of(corpus_of(*[f"{heads}\n{filler * 2}"] * 30, "资金的管理、使用。"))
    site.asked.clear()
    assert len(site.search('"资金的管理、"')["hits"]) == 1
    assert sum(name.rpartition("/")[2].startswith("t") for name in site.asked) == 1


def test_hits_are_shown_after_three_round_trips_of_which_one_is_for_texts(packed_site: Site, seeds_corpus: Corpus):
    asked = [query.text for query in queries(seeds_corpus, 200, 3) if len(query.must) == 1 and not query.without]
    trips = sorted(packed_site.trips(asked, limit=6))
    assert trips[len(trips) // 2] == 3
    assert trips[len(trips) * 95 // 100] == 3
    assert trips[-1] <= 6


def test_the_first_query_of_five_speeches_is_small_all_told(site_of: Sites, seeds_corpus: Corpus, root: Path):
    source = root / "site_src/assets/search"
    engine = script({name: (source / f"{name}.mjs").read_text("utf-8") for name in MODULES})
    parts = {path.stem: path.read_text("utf-8") for path in (source / "ui").glob("*.js")}
    box = search_scripts(engine, parts)[next(iter(PARTS))]
    site = site_of(seeds_corpus)
    frequent = ["全面从严治党", "党员干部", "主体责任", "領導幹部", "不忘初心、牢记使命", "同志们：", "的"]
    for text in [*frequent, *(query.text for query in queries(seeds_corpus, 40, 12) if len(query.must) == 1)]:
        site.page.reload()
        site.asked.clear()
        site.call("search", [text, {"limit": 6}])
        site.call("suggestions", [text, 5])
        sent = [box.encode(), *(site.files[name] for name in site.asked)]
        assert sum(len(gzip.compress(data, 6)) for data in sent) <= 40 * 1024, text
