"""A build is left out only where it would find everything as it is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import cache, pipeline
from generator.cli import generating
from generator.cli.building import generate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPEECH = "在第{n}次大会上的讲话\n（2020年3月2{n}日）\n\n同志们：\n第{n}次，增强“四个意识”，我讲三点意见。\n一、好\n"

CHANGES: dict[str, Callable[[Path], object]] = {
    "a seed": lambda folder: (folder / "seeds/1.txt").write_text(SPEECH.format(n=3)),
    "a new seed": lambda folder: (folder / "seeds/3.txt").write_text(SPEECH.format(n=3)),
    "a seed less": lambda folder: (folder / "seeds/2.txt").unlink(),
    "a seed's name": lambda folder: (folder / "seeds/2.txt").rename(folder / "seeds/4.txt"),
    "the lexicon": lambda folder: (folder / "seeds/lexicon.tsv").write_text("屏蔽\t四个意识\n"),
    "the ledger": lambda folder: (folder / "seeds/ids.json").unlink(),
    "a page": lambda folder: (folder / "site_src/index.md").write_text("changed"),
    "a page less": lambda folder: (folder / "site_src/search.md").unlink(),
    "a script by hand": lambda folder: (folder / "site_src/assets/search/a.mjs").write_text("export const a = 2;\n"),
    "what is remembered": lambda folder: (folder / ".cache/last.json").write_text("{"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (tmp_path / "seeds").mkdir()
    for n in (1, 2):
        (tmp_path / f"seeds/{n}.txt").write_text(SPEECH.format(n=n))
    return tmp_path


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with every archive that is worked out."""
    calls: list[str] = []
    archive = pipeline.archive
    monkeypatch.setattr(pipeline, "archive", lambda *told: calls.append("archive") or archive(*told))
    return calls


def generated() -> str:
    result = CliRunner().invoke(generate, [])
    assert result.exit_code == 0, result.output
    return result.output


def tree(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_is_built_again_and_the_same_is_told(folder: Path, built: list[str]) -> None:
    generated()
    second, before = generated(), tree(folder / "site_src")
    third = generated()
    assert len(built) == 1
    assert third == second
    assert "S002" in third
    assert tree(folder / "site_src") == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(
    folder: Path, built: list[str], change: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generating, "_search", lambda *_: {})
    (folder / "site_src/assets/search").mkdir(parents=True)
    generated()
    change(folder)
    generated()
    assert len(built) == 2
    found = tree(folder / "site_src")
    shutil.rmtree(folder / ".cache")
    generated()
    assert tree(folder / "site_src") == found


def test_a_change_of_the_rules_is_seen(folder: Path, built: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    generated()
    monkeypatch.setattr("generator.cache.stamp.rules", lambda: b"others")
    generated()
    assert len(built) == 2


def test_a_build_that_lacks_a_file_is_not_remembered(folder: Path, built: list[str]) -> None:
    (folder / "seeds/a.txt").write_bytes(b"")
    for _ in range(3):
        generated()
    assert len(built) == 3
    assert cache.done(folder / ".cache/last.json") is None
