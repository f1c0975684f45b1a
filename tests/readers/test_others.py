"""Web pages, PDF, Markdown and old office files: the speech out of them, and a word on what cannot be sure."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from generator import readers, structure
from generator.model import LineKind, Source
from generator.readers import markdown, pdf, web
from generator.readers.refusal import RefusedError
from tests.readers.documents import docx, p

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OFFICE = shutil.which("soffice")
SAID = [
    "同志们：",
    "今天我们召开大会，总结去年的工作，部署今年的任务。去年大家辛苦了，成绩来之不易，要倍加珍惜。",
    "一、提高认识",
    "要深入学习，领会精神，切实增强责任感和紧迫感，把思想统一到上级的部署上来，统一到今天的要求上来。",
    "二、抓好落实",
    "要明确责任，细化措施，一级抓一级，层层抓落实，确保各项任务不折不扣地完成，向群众交出满意答卷。",
    "谢谢大家！",
]
TITLE = "在全区大会上的讲话"
PAGE = (
    f"<!DOCTYPE html><html><head><meta charset='gb2312'><title>{TITLE}_某区政府网</title>"
    "<script>var hidden='脚本里的字';</script></head><body>"
    "<div id='nav'><a href='/'>首页</a> <a href='/x'>要闻</a></div>"
    f"<h1>{TITLE}</h1><div>发布时间：2020-03-26 来源：区委办</div><div id='content'>"
    + "".join(f"<p>　　{words}</p>\n" for words in SAID)
    + "</div><div><h3>相关报道</h3><ul><li><a href='y'>另一条新闻</a></li></ul></div>"
    "<div id='footer'>版权所有 某区政府 京ICP备1号</div></body></html>"
)


def speech(source: object) -> list[str]:
    assert isinstance(source, Source)
    return [paragraph.text for paragraph in structure.parse(source).paragraphs]


def test_a_web_page_gives_the_speech_with_its_title_and_says_how_much_it_left_out() -> None:
    source = web.read(PAGE.encode("gb18030"), "页.html")
    assert speech(source) == [TITLE, *SAID]
    assert [problem.code for problem in source.problems] == ["W008"]  # type: ignore[union-attr]


def test_words_own_html_gives_the_speech() -> None:
    lines = "".join(
        f"<p class=MsoNormal><span lang=EN-US>&nbsp;&nbsp;</span><span>{words[:5]}</span><span>{words[5:]}</span>"
        "<o:p></o:p></p>\r\n"
        for words in (TITLE, *SAID)
    )
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head>"
        "<meta name=Generator content='Microsoft Word 15'>"
        "<!--[if gte mso 9]><xml><o:Author>李某</o:Author></xml><![endif]--></head>"
        f"<body><div class=WordSection1>{lines}</div></body></html>"
    )
    assert speech(web.read(page.encode("utf-16"), "页.htm")) == [TITLE, *SAID]


def test_a_web_archive_gives_its_page() -> None:
    head = b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\n"
    archive = head + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + PAGE.encode("gb18030")
    assert speech(web.read(archive, "页.mht")) == [TITLE, *SAID]


def test_a_page_without_a_text_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        web.read(b"<html><body><img src=a.png></body></html>", "空.html")
    assert refused.value.code == "R025"


def test_headings_lists_and_tables_of_markdown_are_read_as_they_print() -> None:
    text = (
        "---\ntitle: x\n---\n# 在大会上的讲话\n李明\n同志们：\n\n    今天**开会**，见[附件](a.md)。\n\n"
        "## 总结\n\n3. 第三\n- 一点\n\n|甲|乙|\n|-|-|\n|1|2|\n\n命名**班子，*号和<b>照旧。\n"
    )
    source = markdown.read(text.encode(), "讲.md")
    assert isinstance(source, Source)
    assert [(line.text, line.level) for line in source.lines] == [
        ("在大会上的讲话", 1), ("李明", 0), ("同志们：", 0), ("今天开会，见附件。", 0), ("总结", 2), ("3.第三", 0),
        ("• 一点", 0), ("甲\t乙", 0), ("1\t2", 0), ("命名**班子，*号和<b>照旧。", 0),
    ]  # fmt: skip
    assert [line.kind for line in source.lines[7:9]] == [LineKind.ROW] * 2
    assert [problem.code for problem in source.problems] == ["W009"]
    assert structure.parse(source).header.speaker == "李明"


def test_a_pdf_gives_paragraphs_and_asks_to_be_checked(browser: Browser) -> None:
    page = browser.new_page()
    said = [words * 5 if words.endswith("。") else words for words in SAID]
    body = "".join(f"<p style='text-indent:2em'>{words}</p>" for words in said)
    page.set_content(f"<html lang=zh><h1>{TITLE}</h1><div style='width:25em'>{body}</div></html>")
    content = page.pdf()
    page.close()
    source = pdf.read(content, "讲.pdf")
    assert isinstance(source, Source)
    assert [problem.code for problem in source.problems] == ["R028"]
    read = structure.parse(source)
    assert read.header.title == TITLE
    assert [part.text for part in read.paragraphs[1:]] == said
    assert [(head.label, head.title) for head in read.divisions] == [("一、", "提高认识"), ("二、", "抓好落实")]


def test_pdf_files_without_words_without_han_or_with_a_password_are_refused(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p>" + "no Chinese here " * 9)
    english = page.pdf()
    page.set_content("<canvas id=c></canvas><script>c.getContext('2d').fillRect(0,0,90,90)</script>")
    scanned = page.pdf()
    page.close()
    locked, stream = PdfWriter(), io.BytesIO()
    locked.add_blank_page(100, 100)
    locked.encrypt("x", algorithm="RC4-128")
    locked.write(stream)
    for content, code in ((english, "R027"), (scanned, "R026"), (stream.getvalue(), "R017")):
        with pytest.raises(RefusedError) as refused:
            pdf.read(content, "a.pdf")
        assert refused.value.code == code


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("suffix", "named"), [("doc", "wps"), ("rtf", "doc")])
def test_old_office_files_are_read_through_libreoffice(suffix: str, named: str, tmp_path: Path) -> None:
    (tmp_path / "given.docx").write_bytes(docx("".join(map(p, [TITLE, *SAID]))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "given.docx")], capture_output=True, timeout=120, check=True)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / f"given.{suffix}").rename(seeds / f"讲话.{named}")
    sources, problems = readers.read(seeds)
    assert not problems
    assert speech(sources[0]) == [TITLE, *SAID]
