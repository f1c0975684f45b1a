"""What the doctor says of a computer, and what of one that lacks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator import doctor
from generator.cli import main
from generator.doctor import State, findings, pinned
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LOCK = ROOT / "requirements" / "site.txt"


def found(seeds: Path, lock: Path = LOCK) -> dict[State, str]:
    told: dict[State, str] = dict.fromkeys(State, "")
    for each in findings(seeds, (), lock):
        assert bool(each.remedy) is (each.state is not State.GOOD)
        told[each.state] += f"{each.what}\n{each.remedy}\n"
    return told


def test_a_computer_on_which_the_tests_run_can_make_a_site(tmp_path: Path) -> None:
    assert found(tmp_path)[State.BAD] == ""


def test_every_package_of_the_lock_is_looked_at() -> None:
    wanted = pinned(LOCK.read_text("utf-8"))
    assert {"mkdocs", "mkdocs-material", "numpy", "lxml"} <= wanted.keys()
    assert len(wanted) > 40


def test_another_version_and_a_missing_package_are_told_with_what_to_do(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("click==1.0 \\\n    --hash=sha256:a\nno-such-package==2.0 \\\n    --hash=sha256:b\n", "utf-8")
    told = found(tmp_path, lock)[State.BAD]
    assert "click（" in told
    assert "应为 1.0" in told
    assert "no-such-package（没有装" in told
    assert ".venv" in told


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text("{}", "utf-8")
    assert "恢复" in found(tmp_path)[State.BAD]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    assert "写不进去" in found(tmp_path)[State.BAD]


def test_little_room_on_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 1 << 20

    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: Usage)
    assert "腾出空间" in found(tmp_path)[State.BAD]


def test_a_missing_office_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.office, "found", lambda: None)
    told = found(tmp_path)
    assert "LibreOffice" in told[State.NOTE]
    assert told[State.BAD] == ""


def test_an_old_python_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.sys, "version_info", (3, 9, 2))
    assert "python.org" in found(tmp_path)[State.BAD]


def test_the_command_ends_with_1_where_something_must_be_mended(tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text("{}", "utf-8")
    ended = CliRunner().invoke(main, ["doctor", "--seeds", str(tmp_path)])
    assert ended.exit_code == 1
    assert "要修" in ended.output
