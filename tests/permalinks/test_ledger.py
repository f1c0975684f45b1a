from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import permalinks
from generator.model import Problem
from generator.permalinks import Entry, Ledger, State
from generator.permalinks.ledger import CLOSING, OPENING, load
from generator.permalinks.records import ledger_of
from tests.conftest import ROOT, corpus_of, speech_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Corpus

OVERHEAD = 60


def ledger_with(*lines: str) -> str:
    return "\n".join((OPENING, '"aaaaaaa": {"first": "2026-01-01", "text": "讲话"},', *lines, CLOSING, ""))


def alias(anchor: str, at: str) -> str:
    """The line of an anchor that leads to another."""
    record = {"first": "2026-01-01", "gone": "2026-02-01", "state": "alias", "at": f"aaaaaaa#{at}", "text": ""}
    return f'"aaaaaaa#{anchor}": {json.dumps(record)},'


def read_back(path: Path, content: str) -> Problem:
    path.write_text(content, "utf-8")
    found = permalinks.read(path)
    assert isinstance(found, Problem)
    assert path.read_text("utf-8") == content
    return found


def first_build(corpus: Corpus) -> Ledger:
    return permalinks.assign(corpus.speeches, Ledger(), "2026-01-01")[1]


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, texts, st.sampled_from([State.LIVE, State.DELETED]))
def test_any_text_survives_writing_and_reading(speech: str, paragraph: str, state: State) -> None:
    gone = "" if state is State.LIVE else "2026-02-01"
    entries = {"aaaaaaa": Entry(speech, "2026-01-01"), "aaaaaaa#p-bbbbbb": Entry(paragraph, "2026-01-01", gone, state)}
    assert load(permalinks.dump(ledger_of(entries))) == ledger_of(entries)


def test_the_file_is_json_with_one_id_a_line(seeds_corpus: Corpus) -> None:
    ledger = first_build(seeds_corpus)
    content = permalinks.dump(ledger)
    assert len(json.loads(content)) == len(content.splitlines())
    assert [key for key in json.loads(content) if key not in {"schema", ""}] == [key for key, _ in ledger.entries()]


def test_an_id_costs_sixty_bytes_beside_its_text(seeds_corpus: Corpus) -> None:
    ledger = first_build(seeds_corpus)
    entries = [entry for _, entry in ledger.entries()]
    size = len(permalinks.dump(ledger).encode()) - sum(len(entry.text.encode()) for entry in entries)
    assert size / len(entries) <= OVERHEAD


def test_a_missing_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert permalinks.read(tmp_path / "ids.json") == Ledger()


def test_what_is_written_is_read(tmp_path: Path, seeds_corpus: Corpus) -> None:
    ledger = first_build(seeds_corpus)
    assert permalinks.write(ledger, tmp_path / "ids.json")
    assert permalinks.read(tmp_path / "ids.json") == ledger


def test_an_unchanged_ledger_is_not_written_again(tmp_path: Path, seeds_corpus: Corpus) -> None:
    path = tmp_path / "ids.json"
    permalinks.write(first_build(seeds_corpus), path)
    before = path.stat()
    assert not permalinks.write(first_build(seeds_corpus), path)
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds_corpus: Corpus
) -> None:
    path = tmp_path / "ids.json"
    permalinks.write(Ledger(), path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        permalinks.write(first_build(seeds_corpus), path)
    assert [file.name for file in tmp_path.iterdir()] == ["ids.json"]
    assert permalinks.read(path) == Ledger()


@pytest.mark.parametrize(
    ("content", "line", "why"),
    [
        ("", 1, "第一行应是"),
        ("{}\n", 1, "第一行应是"),
        (ledger_with().replace('"schema": 1', '"schema": 2'), 1, "第一行应是"),
        (ledger_with().replace(CLOSING, ""), 3, "文件不完整"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "te'), 3, "不是一条完整的登记"),
        (ledger_with("[],"), 3, "不是一条完整的登记"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "text": ""}'), 3, "缺少逗号"),
        (ledger_with('"aaaaaaa#p-bbbbbl": {"first": "2026-01-01", "text": ""},'), 3, "写法不对"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01"},'), 3, "栏目不对"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "text": "", "note": ""},'), 3, "栏目不对"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "text": 1},'), 3, "带引号的文字"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "state": "lost", "text": ""},'), 3, "不认识的状态"),
        (ledger_with('"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "state": "merged", "text": ""},'), 3, "矛盾"),
        (ledger_with('"bbbbbbb#p-bbbbbb": {"first": "2026-01-01", "text": ""},'), 3, "没有登记"),
        (ledger_with("<<<<<<< HEAD"), 3, "合并没有完成"),
        (ledger_with(alias("p-bbbbbb", "p-cccccc"), alias("p-cccccc", "p-bbbbbb")), 3, "绕成了圈"),
    ],
)
def test_a_damaged_file_is_a_problem_with_its_line_and_is_left_as_it_is(
    tmp_path: Path, content: str, line: int, why: str
) -> None:
    problem = read_back(tmp_path / "ids.json", content)
    assert (problem.code, problem.path, problem.line, problem.severity) == ("I001", "ids.json", line, "error")
    assert why in problem.message


def test_bytes_that_are_not_utf8_are_a_problem_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "ids.json"
    path.write_bytes(OPENING.encode() + b"\n\xd6\xd0\n")
    problem = permalinks.read(path)
    assert isinstance(problem, Problem)
    assert problem.line == 2


def test_of_an_id_that_stands_twice_the_living_line_counts() -> None:
    dead = '"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "gone": "2026-02-01", "state": "deleted", "text": "甲"},'
    live = '"aaaaaaa#p-bbbbbb": {"first": "2026-01-01", "text": "乙"},'
    either = (load(ledger_with(*lines)).anchors["aaaaaaa"]["p-bbbbbb"] for lines in ((dead, live), (live, dead)))
    assert [entry.text for entry in either] == ["乙", "乙"]


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=档案员", "-c", "user.email=archivist@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def build(folder: Path, day: str, **files: str) -> Ledger:
    """Write the files, build, commit."""
    seeds = folder / "seeds"
    for name, content in files.items():
        (seeds / f"{name}.txt").write_text(content, "utf-8")
    known = permalinks.read(seeds / "ids.json")
    assert isinstance(known, Ledger)
    speeches = [speech_of(path.read_text("utf-8"), path.name) for path in sorted(seeds.glob("*.txt"))]
    _, ledger = permalinks.assign(speeches, known, day)
    permalinks.write(ledger, seeds / "ids.json")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", day)
    return ledger


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A checkout with one speech, on the branch main."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    build(tmp_path, "2026-01-01", first=speech(0))
    return tmp_path


def speech(number: int) -> str:
    """A speech unlike those with other numbers."""
    points = [f"要抓好第{number}号工程的第{n}个环节，确保在{number + n}日之前完成。" for n in range(6)]
    return "\n".join((f"在第{number}次会议上的讲话", "同志们：", *points))


def test_two_branches_that_each_added_speeches_merge_cleanly(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "other")
    theirs = build(repository, "2026-02-01", **{f"b{n}": speech(n) for n in range(20, 32)})
    git(repository, "checkout", "-q", "main")
    ours = build(repository, "2026-02-02", **{f"a{n}": speech(n) for n in range(1, 13)})
    git(repository, "merge", "-q", "--no-edit", "other")
    merged = permalinks.read(repository / "seeds" / "ids.json")
    assert isinstance(merged, Ledger)
    assert dict(merged.entries()) == {**dict(theirs.entries()), **dict(ours.entries())}
    after = build(repository, "2026-02-03", again=speech(40))
    assert permalinks.dropped(merged, after) == ()
    assert all(after.anchors[speech] == merged.anchors[speech] for speech in merged.speeches)


def test_branches_that_changed_neighbouring_paragraphs_keep_every_id(repository: Path) -> None:
    lines = speech(0).split("\n")
    git(repository, "checkout", "-q", "-b", "other")
    theirs = build(repository, "2026-02-01", first="\n".join([*lines[:3], lines[3] + "大家要重视。", *lines[4:]]))
    git(repository, "checkout", "-q", "main")
    ours = build(repository, "2026-02-02", first="\n".join([*lines[:4], *lines[5:]]))
    subprocess.run(["git", "merge", "-q", "other"], cwd=repository, capture_output=True, check=False)
    merged = permalinks.read(repository / "seeds" / "ids.json")
    assert isinstance(merged, Ledger)
    assert permalinks.dropped(theirs, merged) == permalinks.dropped(ours, merged) == ()


def test_two_builds_in_a_row_leave_the_file_alone(tmp_path: Path) -> None:
    corpus = corpus_of("一、切实提高政治站位\n要深入学习领会。", "要抓好落实。")
    once = first_build(corpus)
    permalinks.write(once, tmp_path / "ids.json")
    _, twice = permalinks.assign(corpus.speeches, once, "2027-01-01")
    assert not permalinks.changed(once, twice)
    assert not permalinks.write(twice, tmp_path / "ids.json")
