from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import readers
from generator.model import Source
from generator.readers import text

if TYPE_CHECKING:
    from pathlib import Path

SPEECH = "在大会上的讲话\n同志们：\n今天开会。\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(end: str, mark: str) -> None:
    assert text.read((mark + SPEECH.replace("\n", end)).encode(), "a") == text.read(SPEECH.encode(), "a")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_every_character_keeps_its_place_in_the_decoded_text(written: str) -> None:
    source = text.read(written.encode("utf-8-sig"), "a")
    assert isinstance(source, Source)
    decoded = written.replace("\r\n", "\n").replace("\r", "\n")
    assert source.text == decoded
    assert all(decoded[line.start : line.start + len(line.text)] == line.text for line in source.lines)


def test_an_undecodable_byte_is_told_with_its_line() -> None:
    problem = text.read("题目\n同志们：\n".encode() + b"\xff\n", "坏.txt")
    assert (problem.code, problem.line) == ("R003", 3)


def test_the_other_speeches_are_read_when_one_file_is_bad(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "坏.txt").write_bytes("题目".encode() + b"\xff")
    (tmp_path / "空.txt").touch()
    os.mkfifo(tmp_path / "管道.txt")
    (tmp_path / "链接.txt").symlink_to("/etc/hostname")
    sources, problems = readers.read(tmp_path)
    assert [source.path for source in sources] == ["好.txt"]
    assert {problem.path: problem.code for problem in problems} == {
        "坏.txt": "R003", "空.txt": "R001", "管道.txt": "R005", "链接.txt": "R004",
    }  # fmt: skip


def test_a_link_to_a_folder_outside_is_never_followed(tmp_path: Path) -> None:
    outside, seeds = tmp_path / "outside", tmp_path / "seeds"
    outside.mkdir()
    seeds.mkdir()
    (outside / "密.txt").write_text(SPEECH, "utf-8")
    (seeds / "夹").symlink_to(outside, target_is_directory=True)
    sources, problems = readers.read(seeds)
    assert not sources
    assert [problem.code for problem in problems] == ["R004"]


def test_folders_inside_are_read_and_hidden_and_own_files_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2020").mkdir()
    for name in ("2020/甲.txt", ".隐藏.txt", "~$甲.txt", "lexicon.tsv", "ids.json", "README.md"):
        (tmp_path / name).write_text(SPEECH, "utf-8")
    sources, problems = readers.read(tmp_path)
    assert [source.path for source in sources] == ["2020/甲.txt"]
    assert not problems
