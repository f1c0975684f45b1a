"""What a page tells of a speech besides its text, and what it does not tell of a hidden one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import permalinks, site
from generator.model import Corpus, Links, Problem, Severity
from generator.permalinks import Entry, Ledger
from generator.permalinks.ledger import load
from generator.site.facts import facts
from tests.conftest import corpus_of, texts
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from generator.model import Speech

EMPTY = Links((), (), {}, ())


def shown(speech: Speech) -> str:
    return Reader(html("\n\n".join(facts(speech)))).text


def test_the_catalogue_s_fields_are_shown_and_the_corrected_ones_marked(speech: Speech) -> None:
    header = replace(
        speech.header,
        speaker="王*强",
        level="市级",
        series="党建",
        source="市档案馆",
        rights="CC BY",
        tags=("一", "二"),
    )
    text = shown(replace(speech, header=header, corrected=("speaker", "level")))
    for words in ("王*强按编目表", "市级", "党建", "市档案馆", "CC BY", "一、二"):
        assert words in text
    assert text.count("按编目表") == 1
    assert "题名" not in text


def test_a_corrected_title_is_told_beside_the_printed_one(speech: Speech) -> None:
    header = replace(speech.header, title="开幕讲话")
    assert "题名\n开幕讲话" in shown(replace(speech, header=header, corrected=("title",)))


def test_a_date_is_shown_as_far_as_it_is_known(speech: Speech) -> None:
    for date, words in (("2020", "2020年"), ("2020-03", "2020年3月"), ("2020-03-06", "2020年3月6日")):
        assert f"日期\n{words}\n" in shown(replace(speech, header=replace(speech.header, date=date))) + "\n"


def published(corpus: Corpus, ledger: Ledger, *secret: str) -> dict[str, str]:
    """The site with those speeches hidden that stand in the files `secret`."""
    hidden = [each for each in corpus.speeches if each.path in secret]
    public = Corpus(tuple(each for each in corpus.speeches if each not in hidden))
    told = [Problem(path, 1, "S002", "请核对。", Severity.ERROR) for path in secret]
    return texts(site.pages(public, EMPTY, told, ledger, hidden=hidden))


def test_of_a_hidden_speech_nothing_comes_out_but_that_it_is_not_public() -> None:
    corpus = corpus_of("会议说了一件机密的事情，谁也不许外传出去。", "这是可以公开的一篇讲话，大家都来听一听。")
    _, ledger = permalinks.assign(corpus.speeches, Ledger(), "2026-01-01")
    (hidden,) = (each for each in corpus.speeches if each.path == "1.txt")
    pages = published(corpus, ledger, "1.txt")
    assert "这篇讲话没有公开" in pages[f"speeches/{hidden.id}.md"]
    everything = "".join(pages.values())
    assert "机密" not in everything
    assert hidden.name not in everything
    assert "1.txt" not in everything
    assert "可以公开" in everything
    assert load(pages["ids.json"]).speeches.keys() == {"".join(each.id for each in corpus.speeches if each != hidden)}


def test_words_that_went_into_a_hidden_speech_are_told_by_nobody() -> None:
    corpus = corpus_of("会议说了一件机密的事情，谁也不许外传出去。", "这是可以公开的一篇讲话，大家都来听一听。")
    _, ledger = permalinks.assign(corpus.speeches, Ledger(), "2026-01-01")
    secret, public = sorted(corpus.speeches, key=lambda each: each.path)
    target = f"{secret.id}#{secret.paragraphs[-1].id}"
    gone = Entry("一件机密的事情", "2026-01-01", "2026-01-02", permalinks.State.MOVED, target)
    former = Entry("旧题", "2026-01-01", "2026-01-02", permalinks.State.MERGED, secret.id)
    anchors = {**ledger.anchors, public.id: {**ledger.anchors[public.id], "p-000000": gone}, "0000000": {}}
    pages = published(corpus, Ledger({**ledger.speeches, "0000000": former}, anchors), "1.txt")
    assert "机密" not in "".join(pages.values())
    assert "已从文库撤下" in pages["speeches/0000000.md"]
    assert load(pages["ids.json"])
