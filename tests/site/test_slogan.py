"""The page of a slogan, and that neither it nor the lists of slogans grow with the archive."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from generator.analysis import extent, families
from generator.model import Chain, Corpus, Header, Links, Occurrence, Slogan, SloganKind, Span, Speech
from generator.site import charts, figures, outline_index, slogan_index, uses, whole
from generator.site import slogan as slogan_page
from generator.site.paging import ROWS
from tests.site.conftest import Reader, html, occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HOSTILE = "<b>“&\"'](x){ #y }|`*_ </title><script>"


def archive(speeches: int, times: int, base: Speech) -> tuple[Corpus, Slogan]:
    """So many speeches of different dates, and a slogan that stands so many times in each."""
    made = [
        replace(base, id=f"sp{n:05}", header=Header(title=f"讲话{n}", date=f"{1950 + n % 70}-03-05"), path=f"{n}.txt")
        for n in range(speeches)
    ]
    places = [Occurrence(Span(each.id, 4, 0, 4), "不忘初心", quoted=False) for each in made for _ in range(times)]
    slogan = Slogan("不忘初心", SloganKind.METAPHOR, 4, (), ("不忘初心",), tuple(places), "ssssss1")
    return Corpus(tuple(made)), slogan


def page_of(corpus: Corpus, slogan: Slogan, links: Links | None = None) -> str:
    links = links or Links((slogan,), (), {}, (), families=families([slogan]))
    return "\n\n".join(slogan_page.page(slogan, corpus, links, extent(corpus)))


def test_the_page_of_a_slogan_does_not_grow_with_the_archive(speech: Speech) -> None:
    small, large = (page_of(*archive(speeches, times, speech)) for speeches, times in ((100, 4), (1500, 12)))
    assert len(large) < 1.1 * len(small)
    assert large.count('data-at="') == 100
    assert "这里列出前 100 处，共 18000 处" in large
    assert "这里只列次数最多的 30 篇，共 1500 篇" in large


def test_what_a_page_does_not_show_is_whole_in_its_data_file(speech: Speech) -> None:
    corpus, slogan = archive(60, 2, speech)
    (content,) = map(whole, uses.files(slogan, corpus).values())
    data = json.loads(content)
    assert len(data["lines"]) == len(slogan.occurrences) == 120
    first = dict(zip(data["columns"], data["lines"][0], strict=True))
    assert (first["node"], first["paragraph"], first["start"], first["end"]) == ("不忘初心", "p-preamb", 0, 4)
    assert data["speeches"][first["speech"]] == ["讲话0", "1950-03-05"]
    assert uses.files(archive(50, 2, speech)[1], corpus) == {}


def test_too_few_speeches_are_said_to_be_too_few(corpus: Corpus, slogan: Slogan) -> None:
    text = Reader(html(page_of(corpus, slogan))).text
    assert text.count("篇数太少，不足以判断") == 3
    assert "随机散布" not in text


def test_chains_tell_what_others_have_than_the_usual_one(corpus: Corpus, slogan: Slogan, longer: Slogan) -> None:
    other = replace(longer, id="ssssss3", form="三严三实")
    usual = Chain(("ssssss1", "ssssss2"), (Span("aaaaaaa", 6, 1, 9), Span("bbbbbbb", 0, 1, 5)))
    changed = Chain(("ssssss2", "ssssss1", "ssssss3"), (Span("aaaaaaa", 6, 1, 9),))
    single = Chain(("ssssss3", "ssssss1"), (Span("aaaaaaa", 6, 1, 9),))
    links = Links((slogan, longer, other), (), {}, (), chains={"ssssss1": (usual, changed, single)})
    text = Reader(html(page_of(corpus, slogan, links))).text
    assert "不忘初心 → 不忘初心、牢记使命2 篇 2 次最常见的说法" in text
    assert re.search("不忘初心、牢记使命 → 不忘初心 → 三严三实1 篇 1 次多“三严三实”，“[^”]+”换了位置", text)
    assert "另有 1 种说法" in text
    assert "三严三实 → 不忘初心" not in text


def test_a_figure_is_well_formed_whatever_its_words_and_has_no_style_or_handler() -> None:
    shapes = (figures.words("tick", (0, 9), HOSTILE), figures.line("axis", (0, 0), (100, 5)))
    drawn = html(figures.picture("a", HOSTILE, HOSTILE, 20, shapes)).removeprefix("<p>").removesuffix("</p>")
    svg = etree.fromstring(drawn)
    assert [svg.findtext(part) for part in ("title", "desc", "text")] == [HOSTILE] * 3
    assert {child.tag for child in svg.iter()} == {"svg", "title", "desc", "text", "line"}
    assert not re.search(r"\sstyle=|\son\w+=", drawn)


def test_places_that_cannot_be_told_apart_are_drawn_once() -> None:
    crowded = charts.strip("a", "讲话", [n / 100_000 for n in range(100_000)], [])
    assert crowded.count("V17") <= 1001
    assert len(crowded) < 12_000


def many(slogan: Slogan, count: int) -> Links:
    kinds = list(SloganKind)
    forms = (f"{'安办查大恩发干海'[n % 8]}{n}" for n in range(count))
    return Links(
        tuple(
            replace(slogan, id=f"s{n:06}", form=form, kind=kinds[n % 2 * n % 6], variants=(form,))
            for n, form in enumerate(forms)
        ),
        (),
        {},
        (),
    )


def rows(blocks: Iterable[str]) -> int:
    return sum(line.lstrip().startswith(("- [", "| [")) for block in blocks for line in block.splitlines())


def reached(pages: Mapping[str, list[str]], kind: str) -> list[str]:
    """The slogans on the pages whose names begin so."""
    content = "\n".join(
        block for path, blocks in pages.items() if path.startswith(f"slogans/{kind}") for block in blocks
    )
    return sorted(re.findall(r"\]\(\.\./slogans/(s\d{6})\.md\)", content))


def test_past_five_hundred_rows_slogans_are_listed_on_several_pages_each_once_by_every_order(
    slogan: Slogan, corpus: Corpus
) -> None:
    links = many(slogan, 1300)
    pages = {path: list(blocks) for path, blocks in slogan_index.pages(links, corpus, ())}
    assert all(rows(blocks) <= ROWS for blocks in pages.values())
    for kind in ("by-reach", "kind-", "first-", "pinyin-"):
        assert reached(pages, kind) == sorted(each.id for each in links.slogans)
    assert "slogans/by-reach-3.md" in pages
    for path, blocks in pages.items():
        for target in re.findall(r"\]\(((?!\.\.)[^)]+)\)", "\n".join(blocks)):
            assert f"slogans/{target}" in pages, (path, target)


def test_a_slogan_is_listed_under_the_year_in_which_it_was_first_said(corpus: Corpus, slogan: Slogan) -> None:
    dates = {each.id: each.header.date for each in corpus.speeches}
    year = min(filter(None, (dates[each] for each in slogan.speeches)), default="")[:4]
    ((_, blocks),) = slogan_index.pages(Links((slogan,), {}, {}, ()), corpus, ())
    content = list(blocks)
    assert f"### {year}年 {{ #first-{year} }}" in content
    undated = replace(corpus, speeches=tuple(replace(s, header=replace(s.header, date="")) for s in corpus.speeches))
    ((_, blocks),) = slogan_index.pages(Links((slogan,), {}, {}, ()), undated, ())
    assert "### 日期不详 { #first-unknown }" in list(blocks)


def test_where_there_are_no_slogans_the_page_says_so(corpus: Corpus) -> None:
    ((_, blocks),) = slogan_index.pages(Links((), {}, {}, ()), corpus, ())
    title, lead, none = blocks
    assert title == "# 提法 { #title }"
    assert lead.startswith("共 0 条提法。")
    assert none == "库中还没有几篇讲话共用的提法。"


def test_few_slogans_stand_on_one_page(slogan: Slogan, corpus: Corpus) -> None:
    ((path, blocks),) = slogan_index.pages(many(slogan, 120), corpus, ())
    assert path == "slogans/index.md"
    assert rows(blocks) <= ROWS


def test_outlines_go_on_to_further_pages_and_a_year_leads_to_its_first(speech: Speech) -> None:
    corpus, _ = archive(400, 1, speech)
    pages = {path: "\n".join(blocks) for path, blocks in outline_index.pages(corpus)}
    assert len(pages) == 6
    assert all(content.count("\n## [") + content.count("- [") <= ROWS for content in pages.values())
    shown = re.findall(r"#of-(\w+)", "\n".join(pages.values()))
    assert shown == [each.id for each in reversed(corpus.speeches)]
    target = re.search(r"\[1950年\]\(([^)]+)\)", pages["outlines/index.md"])
    assert target
    assert "讲话350" in pages[f"outlines/{target[1]}"]


def test_undated_and_dated_speeches_stand_apart_on_the_strips(corpus: Corpus, slogan: Slogan) -> None:
    page = page_of(corpus, replace(slogan, occurrences=(*slogan.occurrences, occurrence("bbbbbbb", 0, 1, "不忘初心"))))
    assert page.index("in-aaaaaaa-title") < page.index("#undated") < page.index("in-bbbbbbb-title")
