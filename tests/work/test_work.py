"""Whoever does the work, the outcome is the same."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.options import Options
from generator.work import ALONE, Work

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SPEECH = (
    "在第{n}次大会上的讲话\n（2020年3月2{n}日）\n\n同志们：\n增强“四个意识”，坚定“四个自信”，做到有令必行、有禁必止。\n"
    "一、把停车难问题纳入老旧小区改造清单，新增停车泊位三千二百个，惠及居民一万户。\n第{n}，入脑入心，管党治党。\n"
)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    for n in range(1, 9):
        (tmp_path / f"{n}.txt").write_text(SPEECH.format(n=n))
    return tmp_path


@pytest.mark.parametrize("items", [[], [3], list(range(50))], ids=len)
def test_processes_give_what_one_gives_in_its_order(items: Sequence[int]) -> None:
    held = {number: number * number for number in range(50)}
    for work in (ALONE, Work(2), Work(3)):
        assert work.here(lambda item: held[item], items) == [item * item for item in items]
        assert work.each(abs, items) == items
        assert work.summed(sum, add, items) == sum(items)


def test_a_fault_in_a_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        Work(2).here(lambda item: 1 // item, [2, 1, 0])


def test_an_archive_is_the_same_whoever_works(seeds: Path) -> None:
    def linked(work: Work) -> object:
        made = pipeline.mined(pipeline.archive(seeds, "2026-01-01", Options(work=work)))
        return made.corpus, made.slogans, made.ledger, pipeline.linked(made)

    alone = linked(ALONE)
    assert linked(Work(2)) == alone
    assert "四个意识" in repr(alone)
    assert "Parallel(" in repr(alone)
