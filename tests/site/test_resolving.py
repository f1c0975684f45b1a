from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator import permalinks, site
from generator.site.address import Address, check
from tests.conftest import speech_of

if TYPE_CHECKING:
    from generator.model import Corpus
    from generator.permalinks import Ledger

FORMS = (
    "https://example.org/archive/{address}",
    "李林：《在大会上的讲话》（2020年3月26日），“一、学习”第2段，讲话文库2026年1月1日版，https://example.org/{address}。",
    "李林. 在大会上的讲话[EB/OL]. （2020-03-26）[2026-11-21]. http://10.0.0.1/{address}.",
)
FIRST = "在大会上的讲话\n同志们：\n要深入学习领会会议精神，统一思想和行动。\n要压实责任链条，建立台账，定期督查。\n"


def built(text: str, ledger: Ledger, day: str) -> tuple[Corpus, Ledger]:
    return permalinks.assign([speech_of(text)], ledger, day)


@pytest.mark.parametrize("form", FORMS)
def test_every_paragraph_s_and_section_s_citation_resolves_to_it(form: str, seeds_corpus: Corpus) -> None:
    known = permalinks.Ledger()
    corpus, ledger = permalinks.assign(
        [replace(speech, id="") for speech in seeds_corpus.speeches], known, "2026-01-01"
    )
    for speech in corpus.speeches:
        for paragraph in speech.paragraphs:
            cited = Address(speech.id, paragraph.id, check(paragraph.text))
            place = site.resolve(form.format(address=cited), corpus, ledger)
            assert place is not None
            assert (place.path, place.line, place.words) == (speech.path, paragraph.line, paragraph.text)
            assert not place.changed
        for division in speech.divisions:
            text = speech.paragraphs[division.paragraph].text[division.start : division.end]
            place = site.resolve(form.format(address=Address(speech.id, division.id)), corpus, ledger)
            assert place is not None
            assert place.words == text


def test_words_of_a_sentence_are_found_where_they_have_moved_to() -> None:
    corpus, ledger = built(FIRST, permalinks.Ledger(), "2026-01-01")
    paragraph = corpus.speeches[0].paragraphs[3]
    cited = Address(corpus.speeches[0].id, paragraph.id, check("压实责任链条"), 1, 7)
    corpus, ledger = built(FIRST.replace("要压实责任", "各级各部门要压实责任"), ledger, "2026-02-01")
    place = site.resolve(str(cited), corpus, ledger)
    assert place is not None
    assert (place.words, place.changed) == ("压实责任链条", False)


def test_a_changed_paragraph_is_said_to_be_changed_and_a_deleted_one_gives_its_last_words() -> None:
    corpus, ledger = built(FIRST, permalinks.Ledger(), "2026-01-01")
    (first, second) = corpus.speeches[0].paragraphs[2:]
    speech = corpus.speeches[0].id
    corpus, ledger = built(FIRST.replace("统一思想和行动", "统一思想"), ledger, "2026-02-01")
    place = site.resolve(str(Address(speech, first.id, check(first.text))), corpus, ledger)
    assert place is not None
    assert place.changed
    corpus, ledger = built("\n".join(FIRST.splitlines()[:3]) + "\n", ledger, "2026-03-01")
    place = site.resolve(str(Address(speech, second.id)), corpus, ledger)
    assert place is not None
    assert (place.gone, place.words, place.path) == ("2026-03-01", second.text, "")


@pytest.mark.parametrize(
    "text", ["", "随便一句话", "https://example.org/speeches/0000000/#p-000000", "slogans/19szat6/"]
)
def test_what_was_never_published_resolves_to_nothing(text: str, seeds_corpus: Corpus) -> None:
    assert site.resolve(text, seeds_corpus, permalinks.Ledger()) is None
