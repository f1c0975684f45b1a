"""A small archive built by hand, and what a reader sees of a page of Markdown."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import markdown
import pytest

from generator.model import (
    Artefact,
    ArtefactKind,
    Collocate,
    Corpus,
    Division,
    Evidence,
    Header,
    HeadKind,
    Links,
    Occurrence,
    Paragraph,
    Relation,
    Role,
    Slogan,
    SloganKind,
    Span,
    Speech,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

#: As in mkdocs.yml; a test compares.
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def html(source: str) -> str:
    return markdown.markdown(source, extensions=EXTENSIONS)


class Reader(HTMLParser):
    """Reads a page: all its text, the text of the speech, the text and class by id, the headings' ranks, the links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[bool, str]] = []
        self.text, self.tei = "", ""
        self.by_id: dict[str, str] = {}
        self.ranks: list[int] = []
        self.links: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in VOID:
            return
        self.open.append(("tei" in (told.get("class") or "").split(), told.get("id") or ""))
        self.by_id.setdefault(told.get("id") or "", "")
        if tag[0] == "h" and tag[1:].isdigit():
            self.ranks.append(int(tag[1:]))
        if tag == "a":
            self.links.append((told.get("href") or "", told.get("title") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if any(tei for tei, _ in self.open):
            self.tei += data
            for _, identifier in self.open:
                self.by_id[identifier] = self.by_id.get(identifier, "") + data


def part(role: Role, text: str, identifier: str, division: int | None = None) -> Paragraph:
    return Paragraph(role, text, 1, ((0, 0),), division, identifier)


def division(  # noqa: PLR0913, PLR0917 - a table of them reads best in one column
    paragraphs: Sequence[Paragraph],
    number: int,
    words: str,
    kind: HeadKind,
    level: int,
    parent: int | None,
    identifier: str,
) -> Division:
    start = paragraphs[number].text.index(words)
    return Division(level, kind, words[:2], 1, words[2:], number, start, start + len(words), parent, identifier)


@pytest.fixture
def speech() -> Speech:
    """A speech with every sort of paragraph: heads on their own lines, run in, inside; a list in the preamble."""
    paragraphs = (
        part(Role.TITLE, "在全区**会议", "p-title1"),
        part(Role.TITLE, "上的讲话", "p-title2"),
        part(Role.BYLINE, "李  林", "p-byline"),
        part(Role.SALUTATION, "同志们：", "p-salute"),
        part(Role.BODY, "不忘初心。一是有作为。甲。二是有担当。乙。", "p-preamb"),
        part(Role.HEAD, "一、不忘初心", "h-first1", 2),
        part(Role.BODY, "要不忘初心，再说不忘初心、牢记使命。", "p-bodyaa", 2),
        part(Role.BODY, "（一）抓学习。一要真学。学<b>。二要真用。用。", "p-runina", 3),
        part(Role.CLOSING, "谢谢大家！", "p-closin"),
    )
    inline, run_in, block = HeadKind.INLINE, HeadKind.RUN_IN, HeadKind.BLOCK
    divisions = (
        division(paragraphs, 4, "一是有作为", inline, 2, None, "h-preone"),
        division(paragraphs, 4, "二是有担当", inline, 2, None, "h-pretwo"),
        division(paragraphs, 5, "一、不忘初心", block, 1, None, "h-first1"),
        division(paragraphs, 7, "（一）抓学习。", run_in, 2, 2, "h-second"),
        division(paragraphs, 7, "一要真学。", inline, 3, 3, "h-thirda"),
        division(paragraphs, 7, "二要真用。", inline, 3, 3, "h-thirdb"),
    )
    header = Header(
        title="在全区**会议上的讲话", speaker="李林", date="2020-03-26", time="14:00", salutation="同志们："
    )
    artefacts = (Artefact(0, 1, ArtefactKind.BOOKMARK, "[bookmark: a]"), Artefact(9, 1, ArtefactKind.MASK, "**"))
    return Speech("a.txt", header, paragraphs, divisions, artefacts, (), "aaaaaaa")


@pytest.fixture
def undated() -> Speech:
    """A speech without date, speaker or title."""
    return Speech("b <b>.txt", Header(), (part(Role.BODY, "要不忘初心。", "p-bbbbbb"),), (), id="bbbbbbb")


def occurrence(speech: str, paragraph: int, start: int, form: str) -> Occurrence:
    return Occurrence(Span(speech, paragraph, start, start + len(form)), form, quoted=False)


@pytest.fixture
def slogan() -> Slogan:
    places = (("aaaaaaa", 4, 0), ("aaaaaaa", 5, 2), ("aaaaaaa", 6, 1), ("aaaaaaa", 6, 8), ("bbbbbbb", 0, 1))
    return Slogan(
        "不忘初心",
        SloganKind.METAPHOR,
        4,
        (Evidence.QUOTED,),
        ("不忘初心",),
        tuple(occurrence(*place, "不忘初心") for place in places),
        "ssssss1",
    )


@pytest.fixture
def longer() -> Slogan:
    return Slogan(
        "不忘初心、牢记使命",
        SloganKind.PARALLEL,
        10,
        (Evidence.LEXICON, Evidence.SERIES),
        ("不忘初心、牢记使命", "使命初心"),
        (occurrence("aaaaaaa", 6, 8, "不忘初心、牢记使命"),),
        "ssssss2",
    )


@pytest.fixture
def corpus(speech: Speech, undated: Speech) -> Corpus:
    return Corpus((speech, undated))


@pytest.fixture
def links(slogan: Slogan, longer: Slogan) -> Links:
    relations = (
        Relation("aaaaaaa", "bbbbbbb", 0.5, ("ssssss1",)),
        Relation("bbbbbbb", "aaaaaaa", 0.5, ("ssssss1",)),
    )
    return Links((slogan, longer), relations, {"ssssss1": (Collocate("ssssss2", 3, 11.5),)}, ())
