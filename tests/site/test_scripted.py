"""What pages hand to the scripts."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Evidence, Header, Occurrence, Slogan, SloganKind, Span, Speech
from generator.site.scripted import cards, element
from tests.conftest import corpus_of
from tests.site.conftest import html

if TYPE_CHECKING:
    from generator.model import Corpus

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


class _Data(HTMLParser):
    """Reads what the page hands to the scripts."""

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.data = json.loads(dict(attrs)["data-speech"] or "")


@given(ANY, ANY)
def test_any_title_and_any_slogan_reach_the_scripts_as_they_are(title: str, form: str) -> None:
    parser = _Data()
    parser.feed(html(element(Speech("a.txt", Header(title=title), (), ()), "2026-11-21", {"abc": [form]})))
    assert parser.data["standard"] == [f"{title}[EB/OL]. [", "]. "]
    assert parser.data["slogans"] == {"abc": [form]}


def test_a_card_dates_a_slogan_only_by_speeches_that_have_a_date() -> None:
    dated = "在会上的讲话\n（2020年3月26日）\n同志们：\n抓落实。"
    corpus = corpus_of(dated, "抓落实。")
    spans = [Span(each.id, len(each.paragraphs) - 1, 0, 3) for each in corpus.speeches]
    places = tuple(Occurrence(span, "抓落实", quoted=False) for span in spans)
    both, one = (
        Slogan("抓落实", SloganKind.FORMULA, 3, (Evidence.QUOTED,), ("抓落实",), found, name)
        for name, found in (("aaaaaaa", places), ("bbbbbbb", tuple(p for p in places if not _dated(corpus, p))))
    )
    assert cards(corpus, [both, one]) == {
        "aaaaaaa": ("抓落实", 2, 2, "2020年3月26日"),
        "bbbbbbb": ("抓落实", 1, 1),
    }


def _dated(corpus: Corpus, place: Occurrence) -> bool:
    return bool(corpus.by_id[place.span.speech].header.date)
