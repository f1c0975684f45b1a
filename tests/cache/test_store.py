"""What is kept between builds is never stale, never half written, and runs nothing."""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import random
import signal
import sqlite3
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator import analysis, structure
from generator.cache import Store
from generator.cache.rules import digest, rules
from generator.cache.store import _Reader
from generator.model import Header, Role
from generator.readers import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model import Source, Speech

SPEECH = "在大会上的讲话\n李　明\n（2020年3月26日）\n\n同志们：\n{}增强“四个意识”，做到有令必行、有禁必止。\n"


def source(number: int) -> Source:
    found = text.read(SPEECH.format(f"第{number}次会议。").encode(), f"{number}.txt")
    assert not hasattr(found, "code")
    return found


def parsed(path: Path | None, sources: Sequence[Source]) -> tuple[list[Speech], int]:
    """The speeches, and how many of them had to be worked out."""
    asked: list[Source] = []

    def run(rest: Sequence[Source]) -> list[Speech]:
        asked.extend(rest)
        return list(map(structure.parse, rest))

    with Store(path) as kept:
        return kept.recalled("parse", sources, repr, run), len(asked)


def test_what_is_known_is_not_worked_out_again_and_is_the_same(tmp_path: Path) -> None:
    sources, path = [source(1), source(2)], tmp_path / "kept" / "a.sqlite"
    first, second = parsed(path, sources), parsed(path, sources)
    assert (first[1], second[1]) == (2, 0)
    assert first[0] == second[0] == parsed(None, sources)[0]


def test_what_speeches_show_is_kept_beside_what_they_are(tmp_path: Path) -> None:
    path, sources = tmp_path / "a", [source(1), source(2)]
    speeches, _ = parsed(path, sources)
    for missing in (2, 0):
        asked: list[Speech] = []

        def run(rest: Sequence[Speech], asked: list[Speech] = asked) -> list[analysis.Sight]:
            asked.extend(rest)
            return list(map(analysis.seen, rest))

        with Store(path) as kept:
            found = kept.recalled("seen", speeches, repr, run)
        assert len(asked) == missing
        assert found == list(map(analysis.seen, speeches))
    assert parsed(path, sources)[1] == 0


def test_a_changed_speech_path_or_rule_is_worked_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    parsed(path, [source(1), source(2)])
    assert parsed(path, [source(1), source(3)])[1] == 1
    assert parsed(path, [source(1), replace(source(3), path="another")])[1] == 1
    monkeypatch.setattr("generator.cache.store.rules", lambda: b"others")
    assert parsed(path, [source(1), source(3)])[1] == 2


def test_what_no_speech_needs_any_more_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a"
    parsed(path, [source(1), source(2)])
    parsed(path, [source(1)])
    assert parsed(path, [source(1), source(2)])[1] == 1


def test_only_what_is_to_be_kept_is_kept(tmp_path: Path) -> None:
    given: list[int] = [1, 2]
    asked: list[int] = []

    def run(rest: Sequence[int]) -> list[int | str]:
        asked.extend(rest)
        return [each if each == 1 else "two" for each in rest]

    for _ in range(2):
        with Store(tmp_path / "a") as kept:
            assert kept.recalled("numbers", given, str, run, kept=int) == [1, "two"]
    assert asked == [1, 2, 2]


def test_nothing_is_kept_of_a_build_that_failed(tmp_path: Path) -> None:
    def fail() -> None:
        with Store(tmp_path / "a") as kept:
            kept.recalled("parse", [source(1)], repr, lambda rest: list(map(structure.parse, rest)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert parsed(tmp_path / "a", [source(1)])[1] == 1


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "a", tmp_path):
        assert parsed(path, [source(1)]) == (parsed(None, [source(1)])[0], 1)


@pytest.mark.parametrize("where", [0, 20, 3000])
def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path, where: int) -> None:
    path, sources = tmp_path / "a", [source(number) for number in range(9)]
    whole, _ = parsed(path, sources)
    content = bytearray(path.read_bytes())
    content[where : where + 40] = b"damage! " * 5
    path.write_bytes(content)
    assert parsed(path, sources)[0] == whole
    assert parsed(path, sources) == (whole, 0)


class Planted:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch planted",)


def test_a_planted_value_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    whole, _ = parsed(tmp_path / "a", [source(1)])
    evil = pickle.dumps(Planted())
    with sqlite3.connect(tmp_path / "a") as base:
        ((key,),) = base.execute("select key from made").fetchall()
        base.execute("update made set hash = ?, value = ?", (digest((key, evil)), evil))
    base.close()
    assert parsed(tmp_path / "a", [source(1)]) == (whole, 1)
    assert not (tmp_path / "planted").exists()


def written_by_name(kind: object, name: str) -> bytes:
    """As Python 3.11.2 writes a member of an enumeration: as an attribute."""

    class ByName:
        def __reduce__(self) -> tuple[object, tuple[object, str]]:
            return getattr, (kind, name)

    return pickle.dumps(ByName())


def test_members_of_enumerations_are_read_however_python_writes_them() -> None:
    assert _Reader(io.BytesIO(written_by_name(Role, "BODY"))).load() is Role.BODY
    for kind, name in ((Role, "mro"), (Header, "__init__")):
        with pytest.raises(pickle.UnpicklingError):
            _Reader(io.BytesIO(written_by_name(kind, name))).load()


def test_twenty_builds_killed_at_any_moment_leave_no_wrong_value(tmp_path: Path) -> None:
    path, chance = tmp_path / "a", random.Random(7)
    context = multiprocessing.get_context("fork")
    for number in range(20):
        sources = [source(chance.randrange(60)) for _ in range(30)]
        child = context.Process(target=parsed, args=(path, sources))
        child.start()
        time.sleep(chance.random() / 20)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        if number % 5 == 4:
            assert parsed(path, sources)[0] == parsed(None, sources)[0]


def test_the_rules_change_with_every_file_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    files = [tmp_path / "a.py", tmp_path / "tables" / "b.tsv"]
    for path in files:
        path.write_text("1")
    found = {rules(tmp_path)}
    for path in files:
        path.write_text("2")
        rules.cache_clear()
        found.add(rules(tmp_path))
    files[0].rename(tmp_path / "c.py")
    rules.cache_clear()
    found.add(rules(tmp_path))
    assert len(found) == 4
