"""Automatic numbers are read as LibreOffice prints them (golden files), and where it does not, as the standard says."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.model import Source
from generator.readers import word
from tests.readers.documents import docx, level, lists, p
from tests.readers.numbered import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OFFICE = shutil.which("soffice")


def lines(content: bytes) -> list[str]:
    source = word.read(content, "a.docx")
    assert isinstance(source, Source)
    return [line.text for line in source.lines]


def printed(text: str) -> str:
    """Paragraphs and cells, one a line, blanks apart."""
    parts = text.lstrip("\ufeff").replace("\t", "\n").splitlines()
    return "".join(f"{''.join(part.split())}\n" for part in parts if part.strip())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_numbers_are_those_that_libreoffice_prints(name: str, root: Path) -> None:
    expected = (root / "tests" / "golden" / f"numbers_{name}.txt").read_text("utf-8")
    assert printed("\n".join(lines(DOCUMENTS[name]()))) == expected


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed; its prints are kept as golden files")
def test_the_golden_files_are_what_libreoffice_prints(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    for name, made in DOCUMENTS.items():
        (tmp_path / f"{name}.docx").write_bytes(made())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], capture_output=True, timeout=120, check=True)
    for name in DOCUMENTS:
        golden(f"numbers_{name}.txt", printed((tmp_path / f"{name}.txt").read_text("utf-8")))


def test_a_level_that_never_restarts_counts_on_under_the_next_head() -> None:
    plan = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    body = "".join(p("条", number=(1, depth)) for depth in (0, 1, 1, 0, 1))
    assert lines(docx(body, numbering=lists(plan))) == ["一、条", "1.条", "2.条", "二、条", "3.条"]


def test_legal_numbering_writes_all_levels_in_figures() -> None:
    plan = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = "".join(p("条", number=(1, depth)) for depth in (0, 1, 0, 1))
    assert lines(docx(body, numbering=lists(plan))) == ["第一章条", "1.1条", "第二章条", "2.1条"]


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("decimalFullWidth", 9, ["９、条", "１０、条"]),
        ("decimalEnclosedCircle", 20, ["⑳、条", "21、条"]),
        ("ideographEnclosedCircle", 1, ["㊀、条", "㊁、条"]),
        ("chineseCounting", 99, ["九十九、条", "一○○、条"]),
        ("chineseCountingThousand", 109, ["一百零九、条", "一百一十、条"]),
        ("ideographZodiacTraditional", 1, ["甲子、条", "乙丑、条"]),
        ("none", 1, ["、条", "、条"]),
    ],
)
def test_numbers_are_written_as_the_standard_says(form: str, start: int, expected: list[str]) -> None:
    body = p("条", number=(1, 0)) * 2
    assert lines(docx(body, numbering=lists(level(0, form, "%1、", start=start)))) == expected


def test_a_format_that_is_unknown_is_printed_in_figures_and_told() -> None:
    source = word.read(docx(p("条", number=(1, 0)), numbering=lists(level(0, "hindiVowels", "%1、"))), "a.docx")
    assert isinstance(source, Source)
    assert [line.text for line in source.lines] == ["1、条"]
    assert [problem.code for problem in source.problems] == ["W007"]


def test_points_of_symbol_fonts_become_points_of_text() -> None:
    body = p("条", number=(1, 0))
    assert lines(docx(body, numbering=lists(level(0, "bullet", "\uf0b7")))) == ["•条"]
