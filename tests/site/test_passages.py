"""What the pages tell of passages that speeches share, and the files for comparing two of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import analysis, site
from generator.model import Corpus, Links, Span
from generator.permalinks import Ledger
from generator.site import passages
from generator.site.sharing import Shared
from tests.conftest import corpus_of, texts
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID = "把群众反映强烈的停车难问题纳入老旧小区改造清单，由街道牵头逐院摸排，年底前新增泊位三千二百个"
REWORDED = SAID.replace("街道牵头", "社区带头").replace("三千二百", "五千四百")
FORMULA = "抓紧修订河湖巡查办法，对非法采砂露头就打，一月一报"
OPENINGS = ("先说停车。", "再说老城。", "又说泊位。", "还说街道。", "末说院落。")


def linked(corpus: Corpus) -> Links:
    return Links((), (), {}, (), parallels=analysis.parallels(corpus, ()), doublets=analysis.doublets(corpus))


def pages(corpus: Corpus) -> Mapping[str, str]:
    ledger = Ledger(anchors={speech.id: {} for speech in corpus.speeches})
    return texts(site.pages(corpus, linked(corpus), (), ledger))


def read(page: str) -> Reader:
    return Reader(html(page))


def speech(corpus: Corpus, path: str) -> str:
    return next(each.id for each in corpus.speeches if each.path == path)


@pytest.fixture
def two() -> Corpus:
    return corpus_of(f"今天下雨。\n第一，**停车**。{SAID}。", f"{REWORDED}。")


def test_a_paragraph_with_a_shared_passage_has_a_mark_without_text_that_leads_to_it(two: Corpus) -> None:
    made = pages(two)
    page = read(made[f"speeches/{speech(two, '1.txt')}.md"])
    (there,) = (target for target, _ in page.links if "/passages/" in target)
    file, _, anchor = there.partition("#")
    path = (Path("/speeches") / file).resolve().relative_to("/").as_posix()
    assert 'id="' + anchor in html(made[path])
    assert '{ .shared aria-label="本段有 1 处与别的讲话相同或相近" }' in made[f"speeches/{speech(two, '1.txt')}.md"]
    assert "".join(each.text for each in two.by_id[speech(two, "1.txt")].paragraphs) == "".join(page.tei.split("\n"))


def test_the_two_wordings_stand_side_by_side_with_what_differs_marked(two: Corpus) -> None:
    page = pages(two)[f"passages/{speech(two, '1.txt')}.md"]
    assert "<del>街道牵</del>头" in page
    assert "<ins>社区带</ins>头" in page
    there = two.by_id[speech(two, "2.txt")]
    body = next(each for each in there.paragraphs if "五千四百" in each.text)
    assert f"../speeches/{there.id}.md#{body.id}" in page
    assert f"../compare/index.md?a={speech(two, '1.txt')}&b={there.id}" in page
    assert "借用" in page
    assert "见于 2 篇讲话" in page


def test_a_speech_that_shares_nothing_has_neither_mark_nor_page() -> None:
    corpus = corpus_of(f"{SAID}。", f"{SAID}。", "今天下雨，大家带伞。")
    made = pages(corpus)
    alone = speech(corpus, "3.txt")
    assert f"passages/{alone}.md" not in made
    assert "/passages/" not in made[f"speeches/{alone}.md"]


def test_what_many_say_is_a_formula_and_each_of_them_is_named_once() -> None:
    corpus = corpus_of(*(f"{opening}{SAID}。" for opening in OPENINGS))
    first = corpus.speeches[0]
    page = read(pages(corpus)[f"passages/{first.id}.md"])
    assert "套语" in page.text
    assert "见于 5 篇讲话" in page.text
    assert "借用" not in page.text
    named = [target.partition("#")[0] for target, _ in page.links if first.id not in target]
    assert all(named.count(f"../speeches/{each.id}.md") == 1 for each in corpus.speeches[1:])


def many(speeches: int) -> tuple[Corpus, list[Shared]]:
    """A speech of 200 paragraphs, each of which is said by all others too, in every third one by many."""
    said = [f"{number}年{SAID}。" for number in range(1000, 1200)]
    corpus = corpus_of("\n".join(said), *(f"{n}天{REWORDED}" for n in range(speeches)))
    one, *others = sorted(corpus.speeches, key=lambda each: each.path != "1.txt")
    shared = []
    for number, each in enumerate(one.paragraphs):
        if SAID in each.text:
            few = others if number % 3 else others[:2]
            shared += [
                Shared((Span(one.id, number, start, 40),), tuple(((Span(o.id, 2, 0, 40),), 0.8) for o in few))
                for start in (0, 12)
            ]
    return corpus, shared


def paged(speeches: int) -> tuple[dict[str, str], Mapping[int, str]]:
    corpus, shared = many(speeches)
    one = next(each for each in corpus.speeches if each.path == "1.txt")
    made = {path: "\n\n".join(blocks()) for path, blocks in passages.pages(one, shared, None, corpus)}
    return made, passages.marks(one, shared)


def test_many_passages_go_on_to_further_pages_that_do_not_grow_with_the_archive() -> None:
    few, _ = paged(8)
    many_, _ = paged(80)
    assert len(few) == len(many_) > 3
    assert sum(page.count('class="label"') for page in many_.values()) == 400
    for (path, page), larger in zip(few.items(), many_.values(), strict=True):
        assert page.count('class="label"') <= 240, path
        assert len(larger) < 1.02 * len(page), path
        assert len(page) < 100_000, path
    first, *_, last = few.values()
    assert f"[下一页]({list(few)[1].removeprefix('passages/')})" in first
    assert f"第 {len(few)} 页，共 {len(few)} 页" in last


def test_the_mark_of_a_paragraph_leads_to_the_page_on_which_it_is_told() -> None:
    made, marks = paged(8)
    assert len(marks) == 200
    for number, mark in marks.items():
        path, anchor = mark.partition("](../")[2].partition(")")[0].split("#")
        assert f"{{ #{anchor} }}" in made[path], number
        assert "本段有 2 处" in mark


def test_a_paragraph_tells_what_few_say_before_what_many_say() -> None:
    corpus = corpus_of(
        f"{SAID}，{FORMULA}", *(f"{opening}{FORMULA}。" for opening in OPENINGS), f"{FORMULA}，{REWORDED}。"
    )
    page = pages(corpus)[f"passages/{speech(corpus, '1.txt')}.md"]
    assert 0 < page.index("借用") < page.index("套语")
    assert page.count("等 6 处") == 1
    assert "../search.md?q=" in page


def test_of_versions_of_one_speech_only_the_differences_are_shown(seeds_corpus: Corpus) -> None:
    text = "\n".join(each.text for each in seeds_corpus.speeches[0].paragraphs[4:])
    corpus = corpus_of(text, text.replace("全区", "全县").replace("衷心", "由衷", 1))
    one = speech(corpus, "2.txt")
    made = pages(corpus)
    page = made[f"passages/{one}.md"]
    assert "同一底稿，换了名称" in page
    assert "| 区 | 县 |" in page
    assert len(read(page).text) < len(text) / 4
    assert "本段有" not in made[f"speeches/{one}.md"]
    assert f"../passages/{one}.md#doublet" in made[f"speeches/{one}.md"]


def data(made: Mapping[str, str], identifier: str) -> dict[str, object]:
    script = made[f"assets/data/compare/{identifier}.js"]
    assert script.startswith("comparand(")
    assert script.endswith(");\n")
    found: dict[str, object] = json.loads(script[len("comparand(") : -len(");\n")])
    return found


def test_the_files_of_two_speeches_tell_their_passages_in_the_same_order() -> None:
    other = f"抓紧修订河湖巡查办法，对非法采砂露头就打，一月一报。\n{REWORDED}。"
    corpus = corpus_of(f"{SAID}。\n抓紧修订河湖巡查办法，对非法采砂露头就打，一月一报。", other)
    made = pages(corpus)
    ours, theirs = (data(made, speech(corpus, name)) for name in ("1.txt", "2.txt"))
    told = [
        (ours["places"][a][1], theirs["places"][b][1])  # type: ignore[index]
        for (a, *_), (b, *_) in zip(ours["with"][theirs["id"]], theirs["with"][ours["id"]], strict=True)  # type: ignore[index]
    ]
    assert set(told) == {
        (SAID, REWORDED),
        ("抓紧修订河湖巡查办法，对非法采砂露头就打，一月一报", "抓紧修订河湖巡查办法，对非法采砂露头就打，一月一报"),
    }


def test_text_of_a_speech_cannot_end_the_script_that_holds_it() -> None:
    corpus = corpus_of("一、</script><b>\u2028\n要干。\n二、再干\n好。".replace("\\u2028", "\u2028"), "好的。")
    found = data(pages(corpus), speech(corpus, "1.txt"))
    assert any("</script>" in words for _, _, words in found["outline"])  # type: ignore[attr-defined]
