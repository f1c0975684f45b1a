"""What pages say of the data behind them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Header, Speech
from generator.publishing.accelerator.blocks import content
from generator.site.takeaway import of_slogan, of_speech
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from generator.model import Slogan

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def page(speech: Speech) -> str:
    return html("\n\n".join(of_speech(speech)))


def test_a_speech_s_page_leads_to_every_form_of_it(speech: Speech) -> None:
    targets = [target for target, _ in Reader(page(speech)).links]
    assert targets[:5] == [f"../data/speeches/aaaaaaa.{end}" for end in ("json", "xml", "ris", "bib", "csl.json")]
    assert "../feeds/speaker-" in targets[5]
    assert targets[-1] == "../api/index.md"


def test_a_slogan_s_page_leads_to_its_feed(slogan: Slogan) -> None:
    shown = html("\n\n".join(of_slogan(slogan)))
    assert Reader(shown).links[0][0] == "../feeds/slogan-ssssss1.xml"
    assert json.loads(SCRIPT.findall(shown)[0])["name"] == "不忘初心"


def test_search_engines_are_told_what_the_speech_is(speech: Speech) -> None:
    (told,) = SCRIPT.findall(page(speech))
    assert len(told) < 600
    known = json.loads(told)
    assert known["name"] == "在全区**会议上的讲话"
    assert known["author"] == [{"@type": "Person", "name": "李林"}]
    assert known["dateCreated"] == "2020-03-26"


@given(ANY, ANY)
def test_no_title_gets_out_of_the_description(title: str, speaker: str) -> None:
    shown = page(Speech("a.txt", Header(title=title, speaker=speaker), (), (), id="aaaaaaa"))
    (told,) = SCRIPT.findall(shown)
    assert not set("<>&") & set(told)
    assert json.loads(told)["name"] == title
    assert shown.count("<script") == 1


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--", "]]>", "{: .a}", "\u2028", "&lt;"])
def test_the_fast_way_makes_the_same_of_a_description(title: str) -> None:
    source = "\n\n".join(of_speech(Speech("a.txt", Header(title=title), (), (), id="aaaaaaa")))
    assert content(source, str).html == html(source)
