"""References as foreign programs read them."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING

import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.latexenc import latex_to_unicode

from generator.export import bibliography
from generator.site import citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.export import Publication
    from generator.export.bibliography import Reference

DATED = "在大会上的讲话\n——在全区工作会议上\n李林\n（2020年3月6日）\n\n同志们：\n今天开会。\n"


def references(publication: Publication) -> list[Reference]:
    return [bibliography.reference(each, publication) for each in publication.corpus.speeches]


def bibtex(text: str) -> list[dict[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyparsing's names of old, which the parser uses
        entries: list[dict[str, str]] = BibTexParser(ignore_nonstandard_types=False).parse(text).entries
    return entries


def bare(text: str) -> str:
    names = {r"\textbackslash": "\\", r"\textbraceleft": "\1", r"\textbraceright": "\2", r"\textasciitilde": "~"}
    names |= {r"\textasciicircum": "^", r"\textquotedbl": '"'} | {f"\\{sign}": sign for sign in "$&#_%"}
    for name, sign in names.items():
        text = text.replace(f"{{{name}}}", sign).replace(name, sign) if name.startswith(r"\text") else text
    for name, sign in names.items():
        text = text.replace(name, sign)
    return text.replace("{", "").replace("}", "").replace("\1", "{").replace("\2", "}")


def test_ris_gives_every_speech_back(both: list[Publication]) -> None:
    for publication in both:
        known = references(publication)
        read = rispy.loads("".join(map(bibliography.ris, known)))
        assert len(read) == len(known)
        for entry, each in zip(read, known, strict=True):
            assert entry["title"].strip() == each.title.strip()
            assert entry.get("authors", []) == each.speakers
            assert entry["urls"] == [each.url]
            assert entry["id"] == each.id
            assert entry.get("year", "") == each.date[:4]


def test_bibtex_gives_every_speech_back(both: list[Publication]) -> None:
    for publication in both:
        known = references(publication)
        read = bibtex("".join(map(bibliography.bibtex, known)))
        assert [entry["ID"] for entry in read] == [f"speech-{each.id}" for each in known]
        for entry, each in zip(read, known, strict=True):
            assert bare(entry["title"]) == each.title
            assert [bare(name) for name in entry.get("author", "").split(" and ") if name] == each.speakers
            assert entry["url"] == each.url
            assert entry.get("date", "") == each.date


@pytest.mark.parametrize("sign", list('\\{}~^"$&#_%@,='))
def test_no_sign_of_latex_s_unbalances_an_entry_or_gets_lost(sign: str, make: Callable[..., Publication]) -> None:
    publication = make(f"在大会{sign}上的讲话\n同志们：\n今天开会。\n", DATED)
    known = references(publication)
    read = bibtex("".join(map(bibliography.bibtex, known)))
    assert len(read) == len(known)
    assert {bare(entry["title"]) for entry in read} == {each.title for each in known}
    assert latex_to_unicode("") == ""


def test_csl_says_who_what_when_and_where(make: Callable[..., Publication]) -> None:
    publication = make(DATED)
    (item,) = json.loads(b"".join(bibliography.all_csl(references(publication))))
    (speech,) = publication.corpus.speeches
    assert item["title"] == citation.whole_title(speech)
    assert item["author"] == [{"literal": "李林"}]
    assert item["issued"] == {"date-parts": [[2020, 3, 6]]}
    assert item["URL"] == f"https://archive.example/a/speeches/{speech.id}/"


def test_without_a_site_no_address_is_invented(make: Callable[..., Publication]) -> None:
    (known,) = references(make(DATED, site=""))
    assert "url" not in bibliography.bibtex(known)
    assert "UR  -" not in bibliography.ris(known)
    assert "URL" not in bibliography.csl(known)


def test_an_empty_archive_has_an_empty_list() -> None:
    assert json.loads(b"".join(bibliography.all_csl([]))) == []
