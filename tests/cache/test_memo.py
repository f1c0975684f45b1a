"""Answers are found again only under the same rules, whole, and as they were."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from generator.cache import Memo
from generator.cache.memo import KEY
from generator.cache.rules import digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def squares(path: Path | None, numbers: Sequence[int]) -> tuple[list[bytes], list[int]]:
    """The squares, and those numbers whose square had to be worked out."""
    asked: list[int] = []

    def run(rest: Sequence[int]) -> list[bytes]:
        asked.extend(rest)
        return [str(number**2).encode() if number else b"" for number in rest]

    with Memo(path) as memo:
        return memo.recalled([number.to_bytes(KEY, "big") for number in numbers], numbers, run), asked


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "a"
    assert squares(path, [0, 3, 12]) == ([b"", b"9", b"144"], [0, 3, 12])
    assert squares(path, [12, 5, 0, 12]) == ([b"144", b"25", b"", b"144"], [5])
    assert squares(None, [12]) == ([b"144"], [12])


def test_what_is_not_asked_any_more_is_forgotten(tmp_path: Path) -> None:
    squares(tmp_path / "a", [1, 2])
    squares(tmp_path / "a", [2])
    assert squares(tmp_path / "a", [1, 2])[1] == [1]


def test_other_rules_have_other_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    squares(tmp_path / "a", [1])
    monkeypatch.setattr("generator.cache.memo.rules", lambda: b"others")
    assert squares(tmp_path / "a", [1])[1] == [1]


def test_a_build_that_failed_leaves_what_was_there(tmp_path: Path) -> None:
    squares(tmp_path / "a", [1])
    before = (tmp_path / "a").read_bytes()
    with pytest.raises(ZeroDivisionError), Memo(tmp_path / "a") as memo:
        memo.recalled([digest([])[:KEY]], [0], lambda _: [str(1 // 0).encode()])
    assert (tmp_path / "a").read_bytes() == before


def test_a_file_that_is_not_as_it_was_written_costs_only_time(tmp_path: Path) -> None:
    path, numbers = tmp_path / "a", list(range(50))
    right, _ = squares(path, numbers)
    whole, chance = path.read_bytes(), random.Random(3)
    for _ in range(200):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged[: chance.choice((len(whole), chance.randrange(len(whole))))])
        assert squares(path, numbers) == (right, numbers)
        assert squares(path, numbers) == (right, [])


def test_a_file_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "a", tmp_path):
        assert squares(path, [4]) == ([b"16"], [4])
