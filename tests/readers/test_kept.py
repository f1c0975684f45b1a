"""A file that has not changed is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import readers
from generator.readers.apart import Reading
from tests.readers.documents import docx, p

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Problem, Source

    Result = tuple[tuple[Source, ...], tuple[Problem, ...]]

SPEECH = "在大会上的讲话\n（2020年3月26日）\n同志们：\n今天开会，总结工作。\n"
DELETED = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    names: list[str] = []
    read = Reading.read

    def noted(self: Reading, module: str, content: bytes, path: str) -> Source | Problem:
        names.append(path)
        return read(self, module, content, path)

    monkeypatch.setattr(Reading, "read", noted)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one with something to tell, a text, and a document that is refused."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    body = "".join(map(p, SPEECH.splitlines()))
    (seeds / "甲.docx").write_bytes(docx(body))
    (seeds / "乙.docx").write_bytes(docx(body + p("完\U00020000", DELETED)))
    (seeds / "丙.txt").write_text(SPEECH, "utf-8")
    (seeds / "半.docx").write_bytes(docx(body)[:900])
    return tmp_path


def read(folder: Path) -> Result:
    return readers.read(folder / "seeds", folder / "kept.sqlite")


def test_what_is_remembered_is_what_was_read(folder: Path, asked: list[str]) -> None:
    plain = readers.read(folder / "seeds")
    first = read(folder)
    assert [each.code for source in first[0] for each in source.problems] == ["W001"]
    asked.clear()
    assert read(folder) == first == plain
    assert asked == ["半.docx"]


def test_what_changed_in_content_or_name_is_read(folder: Path, asked: list[str]) -> None:
    read(folder)
    asked.clear()
    (folder / "seeds" / "甲.docx").write_bytes(docx("".join(map(p, SPEECH.replace("总结", "部署").splitlines()))))
    (folder / "seeds" / "乙.docx").rename(folder / "seeds" / "丁.docx")
    sources, _ = read(folder)
    assert sorted(asked) == ["丁.docx", "半.docx", "甲.docx"]
    assert {source.path: "部署工作" in source.text for source in sources}["甲.docx"]


def test_with_other_rules_everything_is_read(folder: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read(folder)
    asked.clear()
    monkeypatch.setattr("generator.cache.store.rules", lambda: b"others")
    read(folder)
    assert len(asked) == 3
