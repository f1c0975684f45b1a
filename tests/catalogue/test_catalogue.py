"""The archivist's word over what was detected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import catalogue, permalinks
from generator.catalogue import _parsed
from generator.cli import main
from generator.options import Options
from generator.pipeline import archive
from tests.conftest import speech_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Speech

SPEECH = "在大会上的讲话\n区委书记　李　明\n（2020年3月26日）\n同志们：\n今天开会。\n"


def corrected(told: str, *speeches: Speech) -> tuple[tuple[Speech, ...], list[str]]:
    """The speeches as a catalogue has them, and the codes of what is wrong with it."""
    found, wrong = _parsed(told.encode(), "catalogue.yml")
    shown, idle = catalogue.applied(found, speeches or (speech_of(SPEECH, "甲.txt"),))
    return shown, [each.code for each in (*wrong, *idle)]


def test_a_correction_stands_in_the_header_and_the_text_stays() -> None:
    before = speech_of(SPEECH, "甲.txt")
    (after,), wrong = corrected(
        "- 文件: 甲.txt\n  题目: 开幕讲话\n  日期: 二〇二〇年四月\n  标签: 党建，作风\n", before
    )
    assert (after.header.title, after.header.date, after.header.tags) == ("开幕讲话", "2020-04", ("党建", "作风"))
    assert after.header.speaker == "李明"
    assert after.corrected == ("title", "date", "tags")
    assert after.paragraphs == before.paragraphs
    assert not wrong


def test_the_office_before_a_name_is_detected() -> None:
    assert speech_of(SPEECH).header.role == "区委书记"
    assert speech_of(SPEECH.replace("区委书记　李　明", "区委书记\n李　明")).header.role == "区委书记"
    assert not speech_of(SPEECH.replace("区委书记　", "")).header.role


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020", "2020"),
        ("2020年", "2020"),
        ("2020-04", "2020-04"),
        ("2020.4", "2020-04"),
        ("2020年4月6日", "2020-04-06"),
        ("2020/4/6", "2020-04-06"),
    ],
)
def test_a_date_keeps_its_precision_and_its_problem_goes(written: str, date: str) -> None:
    undated = speech_of("在大会上的讲话\n同志们：\n今天开会。\n", "甲.txt")
    assert [each.code for each in undated.problems] == ["S005"]
    (after,), _ = corrected(f"- 文件: 甲.txt\n  日期: {written}\n", undated)
    assert after.header.date == date
    assert not after.problems


def test_what_was_wrongly_detected_can_be_taken_away() -> None:
    (after,), _ = corrected("- 文件: 甲.txt\n  演讲人: 不详\n  日期: 不详\n")
    assert (after.header.speaker, after.header.date, after.corrected) == ("", "", ("speaker", "date"))


def test_a_wrong_value_is_left_out_and_the_rest_holds() -> None:
    (after,), wrong = corrected("- 文件: 甲.txt\n  题目: 开幕讲话\n  日期: 去年\n  级别: 市级\n")
    assert wrong == ["K004"]
    assert (after.header.title, after.header.date, after.header.level) == ("开幕讲话", "2020-03-26", "市级")


def test_whoever_writes_anything_under_hidden_hides_until_it_is_clear() -> None:
    (after,), wrong = corrected("- 文件: 甲.txt\n  不公开: 先别发\n")
    assert wrong == ["K004"]
    assert after.hidden
    (after,), wrong = corrected("- 文件: 甲.txt\n  不公开: 否\n")
    assert not after.hidden


def test_a_catalogue_as_drafted_is_no_reason_for_a_note_but_a_lone_repetition_is() -> None:
    speech = speech_of(SPEECH, "甲.txt")
    drafted = catalogue.drafted(None, "catalogue.yml", [speech])
    assert isinstance(drafted, tuple)
    content, new = drafted
    assert content
    assert new == 1
    assert corrected(content.decode(), speech) == ((speech,), [])
    assert corrected("- 文件: 甲.txt\n  演讲人: 李明\n", speech)[1] == ["K007"]


@pytest.mark.parametrize("suffix", ["yml", "csv", "xlsx"])
def test_the_command_adds_new_speeches_and_never_touches_what_is_written(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "甲.txt").write_text(SPEECH, "utf-8")
    path = tmp_path / f"catalogue.{suffix}"
    command = ["catalogue", "--seeds", str(tmp_path)]
    first = CliRunner().invoke(main, [*command, "--format", suffix])
    assert (first.exit_code, "添了 1 篇" in first.stderr) == (0, True)
    if suffix != "xlsx":
        written = path.read_text("utf-8-sig").replace("李明", "李小明")
        path.write_text(written, "utf-8")
    (tmp_path / "乙.txt").write_text(SPEECH.replace("今天", "明天"), "utf-8")
    second = CliRunner().invoke(main, command)
    assert "添了 1 篇" in second.stderr
    if suffix != "xlsx":
        assert path.read_text("utf-8-sig").startswith(written)
    before = path.read_bytes()
    assert "没有改动" in CliRunner().invoke(main, command).stderr
    assert path.read_bytes() == before


def test_a_catalogue_that_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "catalogue.yml").write_text("- 文件: [", "utf-8")
    result = CliRunner().invoke(main, ["catalogue", "--seeds", str(tmp_path)])
    assert (result.exit_code, "K001" in result.stderr) == (1, True)
    assert (tmp_path / "catalogue.yml").read_text("utf-8") == "- 文件: ["


def seeds(folder: Path, told: str) -> Path:
    (folder / "甲.txt").write_text(SPEECH, "utf-8")
    (folder / "乙.txt").write_text("在别处的讲话\n同志们：\n另一件事，也要抓紧办好，不能拖延。\n", "utf-8")
    (folder / "catalogue.yml").write_text(told, "utf-8")
    return folder


def test_no_correction_moves_an_id(tmp_path: Path) -> None:
    plain = archive(seeds(tmp_path, ""), "2026-01-01", Options())
    told = "- 文件: 甲.txt\n  题目: 新题\n  日期: 不详\n- 文件: 乙.txt\n  日期: 2019\n  演讲人: 王强\n"
    after = archive(seeds(tmp_path, told), "2026-01-01", Options())
    assert plain.corpus.by_id.keys() == after.corpus.by_id.keys()
    for key, speech in plain.corpus.by_id.items():
        assert speech.paragraphs == after.corpus.by_id[key].paragraphs
    assert [speech.path for speech in after.corpus.speeches] == ["乙.txt", "甲.txt"]


def test_speeches_of_one_day_stand_in_the_catalogue_s_order(tmp_path: Path) -> None:
    for first, second in (("甲", "乙"), ("乙", "甲")):
        told = f"- 文件: {first}.txt\n  日期: 2020-03\n  次序: 1\n- 文件: {second}.txt\n  日期: 2020-03\n  次序: 2\n"
        made = archive(seeds(tmp_path, told), "2026-01-01", Options())
        assert [speech.path for speech in made.corpus.speeches] == [f"{first}.txt", f"{second}.txt"]


def test_a_hidden_speech_keeps_its_ids_and_comes_back_under_them(tmp_path: Path) -> None:
    folder = seeds(tmp_path, "")
    before = archive(folder, "2026-01-01", Options())
    assert before.ledger
    permalinks.write(before.ledger, folder / "ids.json")
    hidden = archive(seeds(tmp_path, "- 文件: 甲.txt\n  不公开: 是\n"), "2026-01-02", Options())
    assert [speech.path for speech in hidden.corpus.speeches] == ["乙.txt"]
    assert hidden.ledger == before.ledger


@pytest.mark.parametrize("told", ["- 文件: [", "- 文件: 丙.txt\n  不公开: 是\n"])
def test_nothing_is_published_while_a_hidden_speech_could_come_out(tmp_path: Path, told: str) -> None:
    assert archive(seeds(tmp_path, told), "2026-01-01", Options()).ledger is None
