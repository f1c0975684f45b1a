"""What readers take away: plain text, EPUB, PDF."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile, is_zipfile

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator import cli, copies, permalinks
from generator.copies import book, markup, paper
from generator.copies.edition import Edition
from generator.model import Copy, Links
from generator.site import copying, pages, paths, whole
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.model import Corpus, Speech

HOSTILE = (
    "<script>alert(1)</script>&amp;]]>**XX区** `$title` ${told} {{ 1 }} \\ "
    "“引号”‘单’《书〈名〉》·—……％℃①Ⅲ１２Ａ 3 a-b 𠮷，；：？！"
)
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def hostile() -> Corpus:
    return corpus_of(f"一、要{HOSTILE}。\n（一）{HOSTILE}\n第一，要抓。第二，要管。\n二、完。", "没有分条。")


def made(corpus: Corpus, *kinds: Copy) -> Mapping[str, bytes]:
    ledger = permalinks.assign(corpus.speeches, permalinks.Ledger(), "2026-01-01")[1]
    return {path: whole(content) for path, content in copies.files(corpus, ledger, kinds).items()}


def printed(speech: Speech) -> str:
    """All that is printed of a speech, blanks and line ends left out."""
    return squeezed("".join(paragraph.text for paragraph in speech.paragraphs))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def chapter(content: bytes, speech: Speech) -> ET.Element:
    with ZipFile(io.BytesIO(content)) as opened:
        return ET.fromstring(opened.read(f"book/{speech.id}.xhtml"))  # noqa: S314 - made by us


def body(content: bytes, speech: Speech) -> ET.Element:
    found = chapter(content, speech).find(f"{XHTML}body")
    assert found is not None
    return found


def squeezed_body(content: bytes, speech: Speech) -> str:
    return squeezed("".join("".join(each.itertext()) for each in body(content, speech)[:-1]))


def test_a_book_shows_the_characters_of_the_speech(seeds_corpus: Corpus, hostile: Corpus):
    for corpus in (seeds_corpus, hostile):
        files = made(corpus, Copy.EPUB)
        for speech in corpus.speeches:
            content = files[paths.copy(speech.id, "epub")]
            assert squeezed_body(content, speech) == printed(speech)
            assert f"speeches/{speech.id}/" in "".join(body(content, speech)[-1].itertext())


@given(st.text(max_size=60))
def test_no_text_is_markup(text: str):
    shown = ET.fromstring(f"<p>{markup.shown(text)}</p>").text or ""  # noqa: S314
    lost = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd"))
    assert shown == text.translate(lost).replace("\r\n", "\n").replace("\r", "\n")


def test_epubcheck_finds_nothing(seeds_corpus: Corpus, hostile: Corpus, tmp_path: Path):
    signed = next(speech for speech in seeds_corpus.speeches if speech.header.speaker and speech.header.date)
    program = shutil.which("epubcheck")
    assert program, "run tests/ensure.sh"
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", program] if is_zipfile(program) else [program]
    path = tmp_path / "book.epub"
    for content in (book.speech(Edition(signed, "2026-01-01")), made(hostile, Copy.EPUB)["copies/all.epub"]):
        path.write_bytes(content)
        told = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        assert "0 fatals / 0 errors / 0 warnings" in told.stdout, told.stdout + told.stderr


def test_a_book_begins_as_readers_of_epub_expect_and_leads_to_every_head(seeds_corpus: Corpus):
    content = made(seeds_corpus, Copy.EPUB)["copies/all.epub"]
    with ZipFile(io.BytesIO(content)) as opened:
        first = opened.infolist()[0]
        contents = opened.read("book/nav.xhtml").decode()
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    for speech in seeds_corpus.speeches:
        for division in speech.divisions:
            assert f'"{speech.id}.xhtml#{division.id}"' in contents


def test_a_pdf_gives_back_the_characters_of_the_speech(seeds_corpus: Corpus, hostile: Corpus):
    for speech in (seeds_corpus.speeches[0], *hostile.speeches):
        sheets = PdfReader(io.BytesIO(paper.speech(Edition(speech, "2026-01-01")))).pages
        lines = [squeezed(sheet.extract_text()) for sheet in sheets]
        numbered = [line.replace(f"—{number}—", "", 1) for number, line in enumerate(lines, 1)]
        assert all(len(line) - len(left) > 2 for line, left in zip(lines, numbered, strict=True))
        text, imprint = "".join(numbered), squeezed(Edition(speech, "2026-01-01").imprint)
        assert text == printed(speech) + imprint


def test_a_volume_on_paper_has_every_speech_and_its_outline(hostile: Corpus):
    files = made(hostile, Copy.PDF)
    volume = PdfReader(io.BytesIO(files["copies/all.pdf"]))
    single = [PdfReader(io.BytesIO(files[paths.copy(speech.id, "pdf")])) for speech in hostile.speeches]
    assert len(volume.pages) == sum(len(each.pages) for each in single)
    titles = [each.title for each in volume.outline if not isinstance(each, list)]
    assert titles == [speech.name for speech in hostile.speeches]


def test_the_same_speeches_give_the_same_bytes(hostile: Corpus):
    assert made(hostile, *Copy) == made(hostile, *Copy)


def test_what_was_printed_is_not_printed_again(hostile: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    edition = Edition(hostile.speeches[0], "2026-01-01")
    first = paper.speech(edition, tmp_path)
    monkeypatch.setattr(paper, "_printed", lambda _: pytest.fail("printed again"))
    assert paper.speech(edition, tmp_path) == first


def test_a_large_archive_comes_in_volumes(hostile: Corpus, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(copying, "_VOLUME", 10)
    files = made(hostile, Copy.EPUB)
    assert {"copies/all.epub", "copies/all-2.epub"} <= files.keys()
    assert squeezed_body(files["copies/all-2.epub"], hostile.speeches[1]) == printed(hostile.speeches[1])


def test_a_book_of_a_speech_names_its_speaker_and_date():
    corpus = corpus_of("在会上的讲话\n（2020年3月26日）\n张三\n同志们：\n好。")
    with ZipFile(io.BytesIO(book.speech(Edition(corpus.speeches[0], "")))) as opened:
        package = opened.read("book/package.opf").decode()
    assert "<dc:creator>张三</dc:creator>" in package
    assert "<dc:date>2020-03-26</dc:date>" in package


@pytest.mark.parametrize("kinds", [(), (Copy.EPUB,), tuple(Copy)])
def test_pages_lead_to_the_copies_that_are_made_and_to_no_others(hostile: Corpus, kinds: Collection[Copy]):
    ledger = permalinks.assign(hostile.speeches, permalinks.Ledger(), "2026-01-01")[1]
    site = pages(hostile, Links((), {}, {}, ()), (), ledger, copies=kinds)
    found = {path for page in site.values() for path in re.findall(r"\(\.\./(copies/[^)]+)\)", whole(page).decode())}
    assert found == copies.files(hostile, ledger, kinds).keys()


def test_who_asks_for_pdfs_without_weasyprint_is_told_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.cli.building.can_print", lambda: False)
    told = CliRunner().invoke(cli.main, ["generate", "--seeds", str(tmp_path), "--copies", "full"])
    assert told.exit_code == 2
    assert "make pdf" in told.output
