"""The same speech as the most different hands have set it has the same outline, and every character its place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator import structure
from generator.model import ArtefactKind, Line, LineKind, Role, Source
from generator.readers import text
from tests.conftest import speech_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Speech

TEXT = "这一段是正文，要求各级各部门认真研究，结合实际抓好落实，确保取得实效。"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
LABEL = re.compile(r"^(\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、]))", re.MULTILINE)
ARABIC = re.compile(r"^(\s*)(\d{1,2})[.．、]", re.MULTILINE)


def wrapped(seed: str) -> str:
    return "\n".join("\n".join(line[at : at + 35] for at in range(0, len(line), 35)) for line in seed.split("\n"))


def indented(seed: str) -> str:
    return re.sub(r"^(?=\S)", "　　", seed, flags=re.MULTILINE)


DAMAGES: dict[str, Callable[[str], str]] = {
    "indents": indented,
    "half-width punctuation": lambda seed: seed.translate(str.maketrans("，：；！？（）", ",:;!?()")),
    "full-width numbers": lambda seed: ARABIC.sub(lambda m: f"{m[1]}{m[2].translate(WIDE)}．", seed),
    "other stops": lambda seed: ARABIC.sub(r"\1\2、", seed),
    "a comma after 一是": lambda seed: re.sub(r"([一二三四五六七八九十]是)(?![否，])", r"\1，", seed),
    "blank lines": lambda seed: seed.replace("\n", "\n\n"),
    "hard wraps": wrapped,
    "hard wraps, indented": lambda seed: wrapped(indented(seed)),
    "all on one line": lambda seed: "　　".join(line.strip() for line in seed.split("\n") if line.strip()),
    "full-width blanks": lambda seed: LABEL.sub(r"\1　", seed),
}


def outline(speech: Speech) -> Counter[tuple[int, str, str]]:
    """Levels, numerals and the first words of titles, however they are punctuated."""
    return Counter(
        (head.level, re.sub(r"\W|_", "", head.label).translate(NARROW), re.sub(r"\W", "", head.title)[:8])
        for head in speech.divisions
    )


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_outline_survives_the_way_a_speech_is_set(damage: str, seeds: Path) -> None:
    hit = found = wanted = 0
    for path in sorted(seeds.glob("*.txt")):
        seed = path.read_text("utf-8")
        before, after = outline(speech_of(seed)), outline(speech_of(DAMAGES[damage](seed)))
        hit, found, wanted = hit + (before & after).total(), found + after.total(), wanted + before.total()
    assert 2 * hit / (found + wanted) >= 0.97


@pytest.mark.parametrize("damage", ["hard wraps", "hard wraps, indented", "all on one line"])
def test_every_character_of_a_joined_or_parted_paragraph_keeps_its_place(damage: str, seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        source = text.read(DAMAGES[damage](path.read_text("utf-8")).encode(), path.name)
        assert isinstance(source, Source)
        speech = structure.parse(source)
        for paragraph in speech.paragraphs:
            at = [paragraph.source_offset(i) for i in range(len(paragraph.text))]
            assert at == sorted(at)
            assert paragraph.text == "".join(source.text[offset] for offset in at).replace("\n", " ")
        assert {each.code for each in speech.problems} & {"S008", "S009"}


def test_a_speech_that_is_set_line_by_line_on_purpose_is_left_alone() -> None:
    verse = "在颁奖会上的致辞\n同志们：\n" + "我们一起走过春夏秋冬。\n我们一起走过风雨兼程。\n" * 12
    assert len(speech_of(verse).paragraphs) == 26


def test_two_blanks_inside_a_sentence_part_nothing() -> None:
    speech = speech_of("在大会上的讲话\n李　　明\n同志们：\n会议地点：　　区委会议室。时间：　　下午两点。\n")
    assert speech.paragraphs[-1].text == "会议地点：　　区委会议室。时间：　　下午两点。"
    assert speech.header.speaker == "李明"


def test_english_words_on_two_lines_stay_two_words() -> None:
    line = "we build a community with a shared future together"
    speech = speech_of("Speech\n" + "\n".join([line] * 12) + "\n")
    assert "together we build" in speech.paragraphs[1].text


LICENCE = "\n\n本作品是中华人民共和国的\n法律\n，国家机关的决议、决定，不适用于著作权法。\nPublic domain\nfalse\n"
BAR = "首页 > 要闻 > 讲话\n打印 | 关闭窗口\n字号：【大 中 小】\n来源：新华社\n"


def test_bars_and_licences_around_a_speech_are_listed_and_not_shown() -> None:
    said = "在大会上的讲话\n李明\n同志们：\n今天开会，总结工作。\n谢谢大家！\n"
    speech = speech_of(BAR + said + "责任编辑：张三\n【打印本页】" + LICENCE)
    assert [p.text for p in speech.paragraphs] == said.split()
    assert (speech.header.closing, speech.header.speaker) == ("谢谢大家！", "李明")
    outside = [a.text for a in speech.artefacts if a.kind is ArtefactKind.CHROME]
    assert outside == [line for line in (BAR + "责任编辑：张三\n【打印本页】" + LICENCE).split("\n") if line.strip()]


def test_the_same_words_inside_a_speech_are_of_the_speech() -> None:
    middle = "相关报道\n版权所有\n打印\n"
    long = "今天开会，总结工作，部署任务，明确要求，大家要认真学习，抓好贯彻落实。" * 9
    speech = speech_of(f"在大会上的讲话\n同志们：\n{long}\n{middle}{long}\n")
    assert [p.text for p in speech.paragraphs][3:6] == middle.split()


def test_an_appendix_that_names_its_organisers_is_of_the_speech() -> None:
    appendix = (
        "附件\n惠民实事\n一、稳定就业\n主办单位：省财政厅\n二、关爱老人\n主办：省民政厅\n三、交通惠民\n主办：省交通厅\n"
    )
    speech = speech_of("在大会上的讲话\n同志们：\n今天开会，总结工作。\n" + appendix)
    assert [p.text for p in speech.paragraphs][3:] == appendix.split()


def test_page_numbers_between_paragraphs_are_listed_and_not_shown() -> None:
    speech = speech_of("在大会上的讲话\n同志们：\n今天开会。\n— 1 —\n总结工作。\n第 2 页 共 9 页\n部署任务。\n")
    assert [p.text for p in speech.paragraphs][2:] == ["今天开会。", "总结工作。", "部署任务。"]
    assert "S010" in {each.code for each in speech.problems}


def test_radicals_of_printed_fonts_become_the_characters_they_look_like() -> None:
    speech = speech_of("在⼤会上的讲话\n同志们：\n⻓期坚持以⼈⺠为中⼼。\n")
    assert speech.header.title == "在大会上的讲话"
    assert speech.paragraphs[-1].text == "长期坚持以人民为中心。"
    assert [a.text for a in speech.artefacts if a.kind is ArtefactKind.RADICAL] == ["⼤", "⻓", "⼈⺠", "⼼"]


def test_unseen_characters_go_and_are_told_but_joiners_that_mean_something_stay() -> None:
    speech = speech_of("在大\u200b会上\u202e的讲话\n同志们：\n今\u2060天\u200d开会，👩\u200d🏫来了。\n")
    assert [p.text for p in speech.paragraphs] == ["在大会上的讲话", "同志们：", "今天开会，👩\u200d🏫来了。"]
    assert "S011" in {each.code for each in speech.problems}


def test_heading_styles_make_heads_of_lines_that_nothing_else_shows() -> None:
    said = [
        ("讲话", 0),
        ("同志们：", 0),
        ("第一点内容", 1),
        (TEXT, 0),
        ("细节", 2),
        (TEXT, 0),
        ("又一点内容", 1),
    ]
    lines = tuple(Line(n, 100 * n, words, level=level) for n, (words, level) in enumerate(said, 1))
    speech = structure.parse(Source("a.docx", lines))
    assert [(d.level, d.title) for d in speech.divisions] == [(1, "第一点内容"), (2, "细节"), (1, "又一点内容")]


def test_a_text_that_is_all_set_as_heading_has_no_heads() -> None:
    lines = tuple(Line(n, 100 * n, f"这是正文的第{n}句话。", level=1) for n in range(1, 9))
    assert not structure.parse(Source("a.docx", lines)).divisions


def test_rows_notes_and_contents_are_shown_but_open_no_section() -> None:
    kinds = [(LineKind.CONTENTS, "一、总结 1"), (LineKind.ROW, "一、\t10"), (LineKind.NOTE, "二、注")]
    said = [(LineKind.TEXT, "讲话"), (LineKind.TEXT, "同志们："), *kinds, (LineKind.TEXT, "一、总结工作")]
    lines = tuple(Line(n, 100 * n, words, kind) for n, (kind, words) in enumerate(said, 1))
    speech = structure.parse(Source("a.docx", lines))
    assert [d.title for d in speech.divisions] == ["总结工作"]
    assert [p.role for p in speech.paragraphs[2:5]] == [Role.CONTENTS, Role.ROW, Role.NOTE]


def test_notes_after_a_speech_hide_neither_its_closing_nor_its_signature() -> None:
    said = [(LineKind.TEXT, each) for each in ("讲话", "同志们：", TEXT, "谢谢大家！", "李明", "2020年3月26日")]
    lines = tuple(Line(n, 100 * n, words, kind) for n, (kind, words) in enumerate([*said, (LineKind.NOTE, "[1]注")], 1))
    speech = structure.parse(Source("a.docx", lines))
    assert (speech.header.closing, speech.header.speaker, speech.header.date) == ("谢谢大家！", "李明", "2020-03-26")
    assert speech.paragraphs[-1].role is Role.NOTE
