"""What `check` tells, and to whom."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from generator.cli import main
from generator.report.files import files, table
from generator.report.page import page
from generator.structure.privacy import numbers
from tests.conftest import ROOT, speech_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

BAD = "在<b>大会</b>上的讲话\n李明\n同志们：\n下面我讲三点意见。\n一、甲。\n二、乙。\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "三点.txt").write_text(BAD, "utf-8")
    (folder / "空.txt").touch()
    (folder / "好.txt").write_text("在会上的讲话\n王强\n2020年3月26日\n同志们：\n今天开会，布置工作。\n", "utf-8")
    (folder / "catalogue.yml").write_text("- 文件: 好.txt\n  职务: 区委书记\n", "utf-8")
    return folder


def check(*options: object) -> str:
    result = CliRunner().invoke(main, ["check", *map(str, options)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_without_a_terminal_it_is_one_problem_a_line(seeds: Path) -> None:
    lines = check("--seeds", seeds).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["三点.txt:0", "三点.txt:4", "空.txt:0"]


def test_grouped_it_tells_the_gravest_file_first_and_what_was_understood(seeds: Path) -> None:
    lines = check("--seeds", seeds, "--grouped").splitlines()
    assert lines[0] == "空.txt"
    assert lines[1].startswith("  未收入　文件是空的。请")
    assert "  在<b>大会</b>上的讲话　李明" in "\n".join(lines)
    assert lines[-1] == "3 个文件，未收入 1 处，请核对 1 处，说明 1 处。"
    assert "好.txt" not in lines


def test_the_page_shows_every_speech_and_takes_no_text_for_markup(seeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    check("--seeds", seeds, "--html", target)
    html = target.read_text("utf-8")
    assert "在&lt;b&gt;大会&lt;/b&gt;上的讲话" in html
    assert "<b>大会" not in html
    assert '区委书记<span class="by">按编目表</span>' in html
    assert html.count("<section>") == 3
    assert "http" not in html


def test_the_table_opens_in_excel_and_holds_no_formula(seeds: Path, tmp_path: Path) -> None:
    (seeds / "=1+1.txt").touch()
    target = tmp_path / "问题.csv"
    check("--seeds", seeds, "--csv", target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {row["代码"] for row in rows} >= {"R001", "S002", "S005"}
    assert [row["文件"] for row in rows if "1+1" in row["文件"]] == ["'=1+1.txt"]
    assert all("请" in row["问题和办法"] for row in rows)


def test_a_report_is_not_written_among_the_speeches(seeds: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--seeds", str(seeds), "--html", str(seeds / "报告.html")])
    assert result.exit_code == 2
    assert not (seeds / "报告.html").exists()


def test_nothing_wrong_is_said_too() -> None:
    speech = speech_of("在会上的讲话\n王强\n2020年3月26日\n同志们：\n今天开会，布置工作。\n")
    found = files([speech], [])
    assert table(found).splitlines()[1:] == []
    assert "没有发现问题" in page(found, "seeds", "2026-01-01")


def test_watching_it_checks_again_after_a_change(seeds: Path) -> None:
    command = [sys.executable, "-u", "-W", "ignore", "-m", "generator", "check", "--seeds", str(seeds), "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it, and its children
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        assert process.stdout
        try:
            told = [process.stdout.readline().split(": ")[0] for _ in range(3)]
            assert told == ["三点.txt:0", "三点.txt:4", "空.txt:0"]
            time.sleep(0.3)
            (seeds / "空.txt").unlink()
            assert [process.stdout.readline().split(": ")[0] for _ in range(2)] == told[:2]
        finally:
            process.send_signal(signal.SIGINT)
    assert process.returncode in {0, 1}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_on_any_screen(
    seeds: Path, tmp_path: Path, browser: Browser, width: int, scheme: str
) -> None:
    target = tmp_path / "报告.html"
    check("--seeds", seeds, "--html", target)
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(target.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    results = Axe().run(page)
    context.close()
    assert not wide
    assert results.violations_count == 0, results.generate_report()


IDENTITY = "11010519491231002X"


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_digit_makes_an_identity_number_none(place: int) -> None:
    assert list(numbers(IDENTITY)) == [("D002", IDENTITY)]
    digit = str((int(IDENTITY[place]) + 1) % 10)
    assert list(numbers(IDENTITY[:place] + digit + IDENTITY[place + 1 :])) == []


@pytest.mark.parametrize(
    "text", ["电话13812345678", "+86 138 1234 5678。", "（8613812345678）", "手机１３８１２３４５６７８"]
)
def test_a_mobile_number_is_found_however_it_is_set(text: str) -> None:
    assert list(numbers(text)) == [("D001", "13812345678")]


@pytest.mark.parametrize(
    "text",
    [
        "12812345678",
        "138123456789",
        "13812345678元",
        "13812345678.50",
        "0.13812345678",
        "A13812345678",
        "13812345678万",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(numbers(text)) == []
