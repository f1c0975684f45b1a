"""What the figures show is what the archive holds, in pictures, tables and files."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator import pipeline
from generator.analysis import extent
from generator.model import Corpus, Header, Links, Occurrence, Slogan, SloganKind, Span
from generator.options import Options
from generator.site import anatomy, glance, heat, home, network, speech_index
from generator.site.mentions import mentions
from generator.site.paging import ROWS
from generator.site.sharing import sharing
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.model import Speech


@pytest.fixture(scope="module")
def seeds_archive(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> tuple[Corpus, Links]:
    """The seeds, without their ledger, analysed."""
    folder = tmp_path_factory.mktemp("figures")
    for path in (*seeds.glob("*.txt"), seeds / "lexicon.tsv"):
        (folder / path.name).write_bytes(path.read_bytes())
    made = pipeline.mined(pipeline.archive(folder, "2026-01-01", Options()))
    return made.corpus, pipeline.linked(made)


def table(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))


def shown(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks)


def rows_of(page: str) -> list[tuple[str, ...]]:
    """The rows of all tables on a page of Markdown, heads left out, links as their words."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", page)
    lines = [tuple(line.strip("| ").split(" | ")) for line in plain.splitlines() if line.startswith("| ")]
    heads = {number for number, cells in enumerate(lines) if set(cells) == {"---"}}
    return [cells for number, cells in enumerate(lines) if number not in heads and number + 1 not in heads]


def many(speech: Speech, count: int) -> tuple[Corpus, Links]:
    """So many speeches of sixty years by forty speakers, some undated, and forty slogans said here and there."""
    made = [
        replace(
            speech,
            id=f"sp{n:05}",
            header=Header(
                title=f"讲话{n}",
                date=f"{1960 + n % 60}-03-05" if n % 7 else "",
                speaker=f"张{n % 40}" if n % 5 else "",
                place=f"会场{n % 3}",
            ),
        )
        for n in range(count)
    ]
    slogans = [
        Slogan(
            form := f"提法{s}",
            SloganKind.FORMULA,
            4,
            (),
            (form,),
            tuple(
                Occurrence(Span(each.id, 6, 1 + at, 2 + at), form, quoted=False)
                for n, each in enumerate(made)
                if (n * 7 + s) % (s + 2) == 0
                for at in range(1 + n % 5)
            ),
            f"s{s:06}",
        )
        for s in range(40)
    ]
    ordered = sorted(made, key=lambda each: (not each.header.date, each.header.date, each.id))
    return Corpus(tuple(ordered)), Links(tuple(slogans), (), {}, ())


def test_the_numbers_at_a_glance_are_those_of_the_speeches(speech: Speech) -> None:
    corpus, _ = many(speech, 600)
    measured = extent(corpus)
    rows = rows_of(shown(glance.page(corpus, measured)))
    years = Counter(each.header.date[:4] for each in corpus.speeches)
    assert {(f"{year}年" if year else "日期不详", str(count)) for year, count in years.items()} <= set(rows)
    speakers = Counter(each.header.speaker for each in corpus.speeches if each.header.speaker)
    assert sum((name, str(count)) in rows for name, count in speakers.items()) == 20
    files = glance.files(corpus, measured)
    assert dict(table(files["assets/data/figures/speakers.csv"])[1:]) == {k: str(v) for k, v in speakers.items()}
    assert len(table(files["assets/data/figures/lengths.csv"])) == 601
    lengths = glance.lengths(measured)
    assert sum(count for _, count in lengths) == 600


def test_every_length_falls_into_the_class_that_names_it(speech: Speech) -> None:
    paragraph = speech.paragraphs[4]
    sizes = (499, 500, 1000, 19_999, 20_000)
    corpus = Corpus(
        tuple(
            replace(speech, id=f"sp{n:05}", paragraphs=(replace(paragraph, text="字" * size),), divisions=())
            for n, size in enumerate(sizes)
        )
    )
    found = dict(glance.lengths(extent(corpus)))
    names = ["不到 500 字", "500 字起", "1000 字起", "2000 字起", "5000 字起", "10000 字起", "20000 字起"]
    assert found == dict(zip(names, (1, 1, 1, 0, 0, 1, 1), strict=True))


def test_the_map_by_speech_counts_what_stands_in_the_speeches(seeds_archive: tuple[Corpus, Links]) -> None:
    corpus, links = seeds_archive
    mapped = heat.heat(corpus, links, extent(corpus))
    (path,) = heat.files(mapped)
    told = table(heat.files(mapped)[path])
    assert told[0][1:] == [each.name for each in corpus.speeches]
    forms = {slogan.form: slogan for slogan in links.slogans}
    for form, *counts in told[1:]:
        said = Counter(each.span.speech for each in forms[form].occurrences)
        assert [int(count) for count in counts] == [said[each.id] for each in corpus.speeches]
        where = "、".join(f"第{n}篇 {count} 次" for n, count in enumerate(counts, 1) if count != "0")
        assert (form, where) in rows_of(shown(heat.section(mapped)))
    picture = shown(heat.section(mapped))
    drawn = sum(len(re.findall("M", path)) for path in re.findall(r'class="heat-[1-4]" d="([^"]+)"', picture))
    assert drawn == sum(count != "0" for row in told[1:] for count in row[1:])


def test_the_map_of_many_speeches_goes_by_time_and_stays_small(speech: Speech) -> None:
    corpus, links = many(speech, 600)
    mapped = heat.heat(corpus, links, extent(corpus))
    assert len(mapped.slogans) == len(mapped.periods) == 30
    assert mapped.earlier == 30
    for slogan, counts in zip(mapped.slogans, mapped.counts, strict=True):
        dates = Counter(corpus.by_id[each].header.date[:4] for each in slogan.speeches)
        assert list(counts) == [dates[date] for date, _ in mapped.periods]
    assert len(shown(heat.section(mapped))) < 90_000


def test_ties_of_the_network_are_the_slogans_places_in_the_speeches(seeds_archive: tuple[Corpus, Links]) -> None:
    corpus, links = seeds_archive
    woven = network.network(corpus, links)
    ((_, content),) = network.files(woven).items()
    forms = {slogan.form: slogan for slogan in links.slogans}
    for form, _, _, identifier, count in table(content)[1:]:
        assert int(count) == sum(each.span.speech == identifier for each in forms[form].occurrences)
    assert len(table(content)) == 1 + len(woven.ties)
    page = shown(network.page(woven))
    assert page.count('class="tie ') == len(woven.ties)
    assert {cells[0] for cells in rows_of(page)} == {slogan.form for slogan in woven.slogans}


def test_the_network_of_many_speeches_shows_thirty_of_each_side_the_same_every_time(speech: Speech) -> None:
    corpus, links = many(speech, 600)
    woven = network.network(corpus, links)
    assert len(woven.slogans) == 30
    assert 0 < len(woven.speeches) <= 30
    assert len(shown(network.page(woven))) < 120_000
    assert network.network(corpus, links) == woven
    ends = Counter(speech for _, speech in woven.ties)
    assert max(ends.values()) > 1, "speeches that say many slogans are shown, so that it is a network"
    assert set(ends) == set(range(len(woven.speeches)))
    assert {slogan for slogan, _ in woven.ties} == set(range(len(woven.slogans)))


def test_an_order_is_found_in_which_fewer_ties_cross() -> None:
    straight = np.eye(12, dtype=np.int64)
    mixed = straight[np.random.default_rng(1).permutation(12)]
    rows, columns = network.untangled(mixed)
    assert network.crossings(mixed) > 0
    assert network.crossings(mixed[np.ix_(rows, columns)]) == 0


def test_the_parts_of_a_speech_have_its_length_and_hold_all_that_stands_in_them(
    seeds_archive: tuple[Corpus, Links],
) -> None:
    corpus, links = seeds_archive
    there, shared, measured = mentions(links.slogans), sharing(corpus, links), extent(corpus)
    for each in corpus.speeches:
        found = anatomy.anatomy(each, there.get(each.id, ()), shared.get(each.id, ()), measured)
        rows = list(anatomy.rows(found))
        assert sum(int(row[1]) for row in rows) == sum(len(paragraph.text) for paragraph in each.paragraphs)
        assert sum(int(row[2]) for row in rows) == len(there[each.id])
        assert sum(int(row[3]) for row in rows) == len(shared.get(each.id, ()))
        heads = [division.id for division in each.divisions if division.level == 1 and division.parent is None]
        assert re.findall(r"\(#(h-\w+)\)", " ".join(row[0] for row in rows)) == heads


def test_a_speech_with_nothing_to_place_has_no_strip(undated: Speech) -> None:
    measured = extent(Corpus((undated,)))
    assert list(anatomy.figure(anatomy.anatomy(undated, (), (), measured))) == []


def test_a_row_of_nothing_takes_no_room_on_the_strip() -> None:
    heights = []
    for slogans, shared in (([], []), ([5], []), ([5], [(2, 4)])):
        page = shown(anatomy.figure(anatomy.Anatomy(10, [], [], slogans, shared)))
        heights.append(int(re.findall(r'height="(\d+)"', page)[0]) if page else 0)
        assert page.count('class="name"') == bool(slogans) + bool(shared)
    assert heights == [0, 24, 48]


def test_titles_and_names_in_figures_are_never_markup(speech: Speech) -> None:
    evil = "<script>\"&'\\"
    corpus, links = many(replace(speech, paragraphs=speech.paragraphs), 3)
    corpus = Corpus(
        tuple(replace(e, header=replace(e.header, title=evil, speaker=evil, place=evil)) for e in corpus.speeches)
    )
    measured = extent(corpus)
    pages = (
        shown(network.page(network.network(corpus, links))),
        shown(heat.section(heat.heat(corpus, links, measured))),
        shown(glance.page(corpus, measured)),
        shown(home.page(corpus, links, measured)),
    )
    for page in pages:
        assert "<script>" not in html(page)
    assert evil[:9] in Reader(html(pages[0])).text


@pytest.mark.parametrize("count", [0, 1, 600])
def test_the_start_page_shows_a_few_of_everything_and_no_more(speech: Speech, count: int) -> None:
    corpus, links = many(speech, count)
    page = shown(home.page(corpus, links, extent(corpus)))
    assert page.count("](speeches/sp") == min(count, 5)
    assert page.count("](slogans/s0") == 10
    assert f"{count} 篇讲话" in page
    assert len(page) < 16_000
    assert 'action="search/"' in page


def test_the_newest_speeches_come_first_and_undated_ones_only_after_them(corpus: Corpus, links: Links) -> None:
    page = shown(home.page(corpus, links, extent(corpus)))
    assert page.index("2020年3月26日") < page.index("日期不详") < page.index("全部讲话")


def listed(page: str) -> list[str]:
    return re.findall(r"- \[[^\]]*\]\(\.\./speeches/(\w+)\.md\)", page)


def test_every_speech_is_listed_once_on_pages_of_five_hundred_and_told_to_the_script(speech: Speech) -> None:
    corpus, _ = many(speech, 1203)
    pages = {path: shown(blocks) for path, blocks in speech_index.pages(corpus, ())}
    assert list(pages) == ["speeches/index.md", "speeches/page-2.md", "speeches/page-3.md"]
    every = [each for page in pages.values() for each in listed(page)]
    assert sorted(every) == sorted(each.id for each in corpus.speeches)
    assert all(len(listed(page)) <= ROWS for page in pages.values())
    told = speech_index.catalogue(corpus)
    assert re.findall(r'\["(sp\d{5})"', told) == every


def test_the_script_is_told_the_series_and_the_list_shows_it(speech: Speech) -> None:
    corpus = Corpus((replace(speech, header=replace(speech.header, series="两会 讲话")),))
    assert speech_index.catalogue(corpus).endswith('"2020","李林","","两会讲话"]]};\n')
    ((_, blocks),) = speech_index.pages(corpus, ())
    assert "两会&#32;讲话" in shown(blocks)


def test_a_year_leads_to_the_page_on_which_it_begins(speech: Speech) -> None:
    corpus, _ = many(speech, 1203)
    pages = {path: shown(blocks) for path, blocks in speech_index.pages(corpus, ())}
    ways = re.findall(r"\[(\d{4})年\]\(([^#)]+)#(date-\d{4})\)", pages["speeches/index.md"])
    assert len(ways) == 60
    for year, name, anchor in ways:
        page = pages[f"speeches/{name}"]
        assert f"## {year}年 {{ #{anchor} }}" in page
        before: Sequence[str] = [path for path in pages if path < f"speeches/{name}" and path != f"speeches/{name}"]
        assert not any(f"#{anchor} }}" in pages[path] for path in before if name != "index.md")
