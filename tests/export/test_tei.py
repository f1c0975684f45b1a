"""TEI P5: valid by TEI's own schema, and the text untouched."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.export import tei
from generator.export.xml import legal
from generator.model import HeadKind
from tests.export.conftest import publication_of

if TYPE_CHECKING:
    from generator.export import Publication
    from generator.model import Speech

N = {"t": "http://www.tei-c.org/ns/1.0"}
PLACE = r"#string-range\(([ph]-\w{6}),(\d+),(\d+)\)"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def loaded() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(files("schemas") / "tei_all.rng")))


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return loaded()


def tree(speech: Speech, publication: Publication) -> etree._Element:
    return etree.fromstring(tei.document(speech, publication))


def paragraphs(root: etree._Element) -> list[str]:
    body = root.xpath("//t:body//*[self::t:head or self::t:byline or self::t:p]", namespaces=N)
    return ["".join(each.itertext()) for each in body]


def test_every_speech_is_valid_by_the_schema_of_tei(schema: etree.RelaxNG, both: list[Publication]) -> None:
    for publication in both:
        for speech in publication.corpus.speeches:
            assert schema.validate(tree(speech, publication)), schema.error_log
    assert not schema.validate(etree.fromstring(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><p/></TEI>"))


def test_the_paragraphs_are_those_of_the_speech_in_its_order(both: list[Publication]) -> None:
    for publication in both:
        for speech in publication.corpus.speeches:
            assert paragraphs(tree(speech, publication)) == [legal(each.text) for each in speech.paragraphs]


def test_every_section_and_paragraph_has_its_permanent_id(both: list[Publication]) -> None:
    for publication in both:
        for speech in publication.corpus.speeches:
            ids = [each.get(ID) for each in tree(speech, publication).iter() if each.get(ID)]
            assert len(ids) == len(set(ids))
            assert set(ids) == {p.id for p in speech.paragraphs} | {d.id for d in speech.divisions}


def test_divisions_lie_in_one_another_as_the_outline_has_them(publication: Publication) -> None:
    seen = 0
    for speech in publication.corpus.speeches:
        root = tree(speech, publication)
        for division in speech.divisions:
            if division.kind is HeadKind.INLINE or division.parent is None:
                continue
            parent = speech.divisions[division.parent]
            if parent.kind is not HeadKind.INLINE:
                (element,) = root.xpath("//t:div[@xml:id=$id]", namespaces=N, id=division.id)
                assert element.getparent().get(ID) == parent.id
                seen += 1
    assert seen > 20


def test_a_slogan_s_span_covers_the_words_that_it_names(publication: Publication) -> None:
    seen = 0
    for speech in publication.corpus.speeches:
        text = {part.id: part.text for part in speech.paragraphs}
        for span in tree(speech, publication).iterfind(".//t:standOff//t:span", N):
            place, start, length = re.fullmatch(PLACE, span.get("target")).groups()
            assert text[place][int(start) : int(start) + int(length)] == span.text
            seen += 1
    assert seen == sum(len(slogan.occurrences) for slogan in publication.links.slogans)


def test_a_speech_of_a_title_alone_is_valid(schema: etree.RelaxNG) -> None:
    publication = publication_of("在大会上的讲话\n李明\n")
    assert schema.validate(tree(publication.corpus.speeches[0], publication)), schema.error_log


LINES = st.sampled_from(
    [
        "一、提高站位",
        "（一）抓学习。要真学。",
        "1.甲",
        "二、抓落实",
        "要做好工作。一是甲。二是乙。",
        "同志们：",
    ]
) | st.text(min_size=1, max_size=20)


@given(st.lists(LINES, min_size=1, max_size=14))
@settings(max_examples=30)
def test_whatever_a_speech_holds_its_document_is_valid_and_says_the_same(lines: list[str]) -> None:
    text = "在大会上的讲话\n同志们：\n" + "\n".join(lines).encode("utf-8", "replace").decode()
    publication = publication_of(text)
    (speech,) = publication.corpus.speeches
    root = tree(speech, publication)
    schema = loaded()
    assert schema.validate(root), schema.error_log
    assert paragraphs(root) == [legal(each.text) for each in speech.paragraphs]
