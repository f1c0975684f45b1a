"""What a run works out, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import permalinks, pipeline
from generator.cli import main
from generator.options import Options

if TYPE_CHECKING:
    from pathlib import Path

SPEECH = "在第{n}次会议上的讲话\n（2020年3月2{n}日）\n同志们：\n{body}\n"
READING = (("check",), ("concordance", "党旗"), ("inspect",), ("resolve", "/speeches/aaaaaaa/"), ("links",))
MINING = (("slogans",), ("review",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n, body in enumerate(
        ("要让党旗高高飘扬。", "让党旗在一线高高飘扬，党旗高高飘扬，", "再让党旗在基层高高飘扬。")
    ):
        (tmp_path / f"{n}.txt").write_text(SPEECH.format(n=n, body=body), "utf-8")
    return tmp_path


def built(folder: Path, lexicon: str, build: str) -> pipeline.Archive:
    (folder / pipeline.LEXICON).write_text(lexicon, "utf-8")
    made = pipeline.mined(pipeline.archive(folder, build, Options(lexicon=False)))
    assert made.ledger
    permalinks.write(made.ledger, folder / pipeline.LEDGER)
    return made


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_commands_that_need_no_slogans_look_for_none(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.analysis.slogans", None)
    monkeypatch.setattr("generator.analysis.parallels", None)
    result = CliRunner().invoke(main, [*command, "--seeds", str(folder)])
    assert not isinstance(result.exception, TypeError)
    with pytest.raises(TypeError):
        CliRunner().invoke(main, ["slogans", "--seeds", str(folder)], catch_exceptions=False)


@pytest.mark.parametrize("command", MINING, ids=lambda command: command[0])
def test_commands_about_slogans_compare_no_speeches(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.analysis.parallels", None)
    assert CliRunner().invoke(main, [*command, "--seeds", str(folder)]).exit_code == 0
    with pytest.raises(TypeError):
        CliRunner().invoke(main, ["passages", "--seeds", str(folder)], catch_exceptions=False)


def test_the_id_of_a_slogan_that_is_now_only_said_within_others_leads_to_the_one_that_took_it_in(folder: Path) -> None:
    (folder / "1.txt").write_text(SPEECH.format(n=1, body="让党旗在一线高高飘扬。"), "utf-8")
    (folder / "2.txt").write_text(SPEECH.format(n=2, body="再让党旗高高飘扬。"), "utf-8")
    both = "收入\t党旗高高飘扬\n收入\t让党旗在一线高高飘扬\n"
    before = {slogan.form: slogan.id for slogan in built(folder, both, "2026-01-01").slogans}
    made = built(folder, "收入\t让党旗…高高飘扬\n", "2026-01-02")
    (slogan,) = made.slogans
    assert made.ledger
    assert before.keys() == {"党旗高高飘扬"}
    assert slogan.id == before["党旗高高飘扬"]


def test_the_id_of_a_slogan_that_another_of_old_now_takes_in_leads_there(folder: Path) -> None:
    (folder / "1.txt").write_text(SPEECH.format(n=1, body="让党旗在一线高高飘扬。"), "utf-8")
    (folder / "3.txt").write_text(SPEECH.format(n=3, body="再让党旗高高飘扬。也让党旗在一线高高飘扬。"), "utf-8")
    both = "收入\t党旗高高飘扬\n收入\t让党旗在一线高高飘扬\n"
    before = {slogan.form: slogan.id for slogan in built(folder, both, "2026-01-01").slogans}
    assert len(before) == 2
    made = built(folder, "收入\t让党旗在一线高高飘扬\n别名\t让党旗高高飘扬\t让党旗在一线高高飘扬\n", "2026-01-02")
    (slogan,) = made.slogans
    assert made.ledger
    assert slogan.id == before["让党旗在一线高高飘扬"]
    assert permalinks.slogan_forwards(made.ledger) == {before["党旗高高飘扬"]: slogan.id}
