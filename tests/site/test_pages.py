"""What the pages tell."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from generator import site
from generator.model import Corpus, Links, Problem, Severity
from generator.permalinks import Ledger
from generator.site import outline_index, paths, slogan_index
from generator.site.lists import by_reach
from generator.site.markdown import WIDE_PAGE
from tests.conftest import texts
from tests.site.conftest import EXTENSIONS, Reader, html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Slogan, Speech

ROOT = Path(__file__).parents[2]
LEFT_OUT = Problem("坏*.txt", 0, "R003", "文件不是 UTF-8 编码。", Severity.ERROR)
NOTED = Problem("a.txt", 7, "S002", "前面说“三点”，后面找到 2 条。", Severity.WARNING)
TABLES = ("lengths", "network", "places", "slogans", "speakers", "years")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.fixture
def pages(corpus: Corpus, links: Links) -> Mapping[str, str]:
    ledger = Ledger(anchors={speech.id: {} for speech in corpus.speeches})
    return texts(site.pages(corpus, links, (LEFT_OUT, NOTED), ledger))


def read(pages: Mapping[str, str], path: str) -> Reader:
    return Reader(html(pages[path].removeprefix(WIDE_PAGE)))


def test_there_is_a_page_for_each_speech_and_slogan_and_four_pages_that_lead_to_them(pages: Mapping[str, str]) -> None:
    assert set(pages) == {
        "index.md",
        "ids.json",
        "help/problems.md",
        "speeches/index.md",
        "speeches/aaaaaaa.md",
        "speeches/bbbbbbb.md",
        "slogans/index.md",
        "slogans/ssssss1.md",
        "slogans/ssssss2.md",
        "outlines/index.md",
        "compare/index.md",
        "assets/data/compare/index.js",
        "assets/data/compare/aaaaaaa.js",
        "assets/data/compare/bbbbbbb.js",
        "assets/data/speeches.js",
        "figures/index.md",
        "figures/network.md",
        *(
            f"assets/data/figures/{name}.csv"
            for name in ("lengths", "network", "places", "slogans", "speakers", "years")
        ),
        "search.md",
    }
    assert all(paths.owned(path) and path.isascii() for path in pages)


def test_an_empty_archive_still_has_a_home_and_indexes() -> None:
    pages = texts(site.pages(Corpus(()), Links((), (), {}, ()), (), Ledger()))
    assert "0 篇讲话" in read(pages, "index.md").text


def test_every_internal_link_leads_to_a_page_and_every_anchor_is_there(pages: Mapping[str, str]) -> None:
    anchors = {path: read(pages, path).by_id for path in pages}
    for path in pages:
        for target, _ in read(pages, path).links:
            address, _, anchor = target.partition("#")
            file = address.partition("?")[0]
            page = (Path("/", path).parent / file).resolve().relative_to("/").as_posix() if file else path
            if file.endswith("/"):  # HTML that is not Markdown, as figures are, leads to pages as they are built
                built = (Path("/", paths.address(path)) / file).resolve().relative_to("/").as_posix()
                page = next(each for each in (f"{built}.md", f"{built}/index.md") if each in pages)
            there = page in (*pages, "about.md", paths.API) or page.startswith((paths.DATA, paths.FEEDS))
            assert there, (path, target)  # what is in the last two the build looks at
            assert not anchor or anchor in anchors[page], (path, target)


def test_headings_never_skip_a_rank_on_any_page(pages: Mapping[str, str]) -> None:
    for path in pages:
        ranks = read(pages, path).ranks
        assert all(after <= before + 1 for before, after in pairwise(ranks)), (path, ranks)


def test_a_speech_tells_only_what_is_known_of_it(pages: Mapping[str, str]) -> None:
    assert "2020年3月26日" in read(pages, "speeches/aaaaaaa.md").text
    assert "地点" not in read(pages, "speeches/aaaaaaa.md").text
    assert "演讲人" not in read(pages, "speeches/bbbbbbb.md").text


def test_a_speech_tells_its_artefacts_and_problems(pages: Mapping[str, str]) -> None:
    text = read(pages, "speeches/aaaaaaa.md").text
    assert "[bookmark:U+0020a]" in text
    assert "从原稿中去掉的痕迹（1 处）" in text
    assert NOTED.message in text
    assert NOTED.message not in read(pages, "speeches/bbbbbbb.md").text


def test_a_speech_tells_why_another_is_related(pages: Mapping[str, str]) -> None:
    assert "都讲到：不忘初心" in read(pages, "speeches/bbbbbbb.md").text


def test_a_speech_leads_to_the_one_before_and_the_one_after(pages: Mapping[str, str]) -> None:
    assert "下一篇" in pages["speeches/aaaaaaa.md"]
    assert "上一篇" not in pages["speeches/aaaaaaa.md"]
    assert "上一篇" in pages["speeches/bbbbbbb.md"]


def test_a_file_that_is_left_out_stands_in_the_index_of_speeches_only(pages: Mapping[str, str]) -> None:
    assert [path for path in pages if LEFT_OUT.message in read(pages, path).text] == ["speeches/index.md"]
    assert LEFT_OUT.path in read(pages, "speeches/index.md").text


def test_undated_speeches_stand_apart(pages: Mapping[str, str]) -> None:
    for path in ("speeches/index.md", "slogans/ssssss1.md"):
        text = read(pages, path).text
        assert text.index("2020年") < text.index("日期不详") < text.index("b <b>.txt")


def test_a_slogan_shows_every_occurrence_with_a_link_to_its_paragraph(pages: Mapping[str, str], slogan: Slogan) -> None:
    page = read(pages, "slogans/ssssss1.md")
    uses = [target for target, _ in page.links if "#" in target]
    assert len(uses) == len(slogan.occurrences)
    assert "../speeches/aaaaaaa.md#h-first1" in uses
    assert "讲话中加了引号" in page.text
    assert "同在 3 节" in page.text


def test_slogans_are_ordered_by_reach(slogan: Slogan, longer: Slogan) -> None:
    assert by_reach([longer, slogan]) == [slogan, longer]


def test_slogans_are_listed_under_the_letter_of_their_pinyin(links: Links, corpus: Corpus) -> None:
    ((_, blocks),) = slogan_index.pages(links, corpus, ())
    assert "### B { #pinyin-b }" in list(blocks)


def test_a_list_in_the_preamble_stands_apart_in_the_outline(speech: Speech) -> None:
    ((_, blocks),) = outline_index.pages(Corpus((speech,)))
    content = "\n".join(blocks)
    assert "- 开头部分\n    - [一是有作为](" in content


def test_the_site_reads_markdown_as_these_tests_do() -> None:
    text = re.sub(r"!ENV \[.*?, (.*?)\]", r"\1", (ROOT / "mkdocs.yml").read_text("utf-8"))
    config = yaml.safe_load(text)
    assert [
        next(iter(each)) if isinstance(each, dict) else each for each in config["markdown_extensions"]
    ] == EXTENSIONS


def test_all_chinese_of_the_interface_is_in_labels() -> None:
    for module in (ROOT / "generator" / "site").glob("*.py"):
        tree = ast.parse(module.read_text("utf-8"))
        documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
        docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
        strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)} - docstrings
        chinese = [string for string in strings if isinstance(string, str) and CHINESE.search(string)]
        assert not chinese
