"""Files that are broken, mislabelled or meant to do harm: each is refused or read, soon and in little memory."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import readers
from generator.readers import apart, office
from tests.conftest import ROOT
from tests.readers.documents import docx, p

if TYPE_CHECKING:
    from collections.abc import Callable

SPEECH = "在大会上的讲话\n（2020年3月26日）\n同志们：\n今天开会，总结工作。\n"
BODY = "".join(map(p, SPEECH.splitlines()))
ENTITIES = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "haha">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
#: Starts a command, and tells what it used. A child of these tests would count their own memory as its peak.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def rezipped(content: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return stream.getvalue()


def with_doctype(doctype: str) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        return doctype.encode() + part.replace("今天".encode(), b"&i;") if name == "word/document.xml" else part

    return rezipped(docx(BODY), change)


def damaged(content: bytes) -> bytes:
    at = content.index(b"word/document.xml") + 40
    return content[:at] + bytes(30) + content[at + 30 :]


def kept(_name: str, part: bytes) -> bytes:
    return part


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "炸弹.docx": ("R013", lambda: rezipped(docx(BODY), kept, {"word/media/a.bin": bytes(150_000_000)})),
    "条目.docx": ("R013", lambda: rezipped(docx(BODY), kept, {f"x/{n}": b"" for n in range(4000)})),
    "实体.docx": ("R014", lambda: with_doctype(LAUGHS)),
    "外部.docx": ("R014", lambda: with_doctype(OUTSIDE)),
    "嵌套.docx": ("R015", lambda: docx("<w:tbl><w:tr><w:tc>" * 3000 + p("深") + "</w:tc></w:tr></w:tbl>" * 3000)),
    "半截.docx": ("R016", lambda: docx(BODY)[:900]),
    "坏块.docx": ("R016", lambda: damaged(docx(BODY))),
    "乱码.docx": ("R016", lambda: rezipped(docx(BODY), lambda n, part: part[:-9] if "document.xml" in n else part)),
    "密码.docx": ("R017", lambda: OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le")),
    "密码.doc": ("R017", lambda: OLE + bytes(504) + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500)),
    "表格.docx": ("R018", lambda: rezipped(docx(BODY), kept).replace(b"word/document", b"xlsx/document")),
    "压缩.txt": ("R018", lambda: rezipped(docx(BODY), kept).replace(b"word/", b"else/")),
    "图片.txt": ("R019", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "图片.jpg": ("R019", lambda: b"\xff\xd8\xff"),
    "版式.ofd": ("R020", lambda: b"PK"),
    "零.docx": ("R001", lambda: b""),
    "二进制.docx": ("R016", lambda: bytes(5000)),
    "残.pdf": ("R016", lambda: b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"),
    "深.html": ("", lambda: b"<html><body>" + b"<div>" * 100_000 + SPEECH.encode() + b"</body></html>"),
    "大.txt": ("R012", lambda: ("同志们，今天开会。\n" * 3_900_000).encode()[:105_000_000] * 2),
}


@dataclass(frozen=True)
class Told:
    """What `check` told of a folder: the codes by file, the seconds and the kilobytes it took."""

    codes: dict[str, set[str]]
    seconds: float
    kilobytes: int


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The folder with all of them, and two good files."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (_, made) in HOSTILE.items():
        (folder / name).write_bytes(made())
    (folder / "好.txt").write_text(SPEECH, "utf-8")
    (folder / "最后.docx").write_bytes(docx(BODY + p("另一篇。")))
    output = tmp_path_factory.mktemp("told") / "check.txt"
    command = [sys.executable, "-W", "ignore", "-m", "generator", "check", "--seeds", str(folder)]
    with output.open("wb") as written:
        used = subprocess.run(
            [sys.executable, "-c", MEASURED, *command], stdout=written, stderr=subprocess.PIPE, cwd=ROOT, check=True
        )
    seconds, kilobytes = used.stderr.splitlines()[-1].split()
    codes: dict[str, set[str]] = {name: set() for name in (*HOSTILE, "好.txt", "最后.docx")}
    for line in output.read_text("utf-8").splitlines():
        where, code = line.split(": ", 1)[0].split(":")[0], line.split(": ", 1)[1][:4]
        codes[where].add(code)
    return Told(codes, float(seconds), int(kilobytes))


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_refused_with_its_own_problem(name: str, told: Told) -> None:
    code, _ = HOSTILE[name]
    refused = {each for each in told.codes[name] if each.startswith("R")}
    assert refused == {code} if code else refused <= {"R022", "R025"}


def test_the_good_files_beside_them_are_read(told: Told) -> None:
    assert told.codes["好.txt"] == told.codes["最后.docx"] == set()


def test_all_together_take_less_time_and_memory_than_one_may(told: Told) -> None:
    assert told.seconds < 20
    assert told.kilobytes < 500 * 1024


def test_names_that_say_something_else_than_the_content_are_told(tmp_path: Path) -> None:
    (tmp_path / "文字.docx").write_text(SPEECH, "utf-8")
    (tmp_path / "文档.txt").write_bytes(docx(BODY))
    sources, problems = readers.read(tmp_path)
    assert not problems
    assert [[problem.code for problem in source.problems] for source in sources] == [["R021"], ["R021"]]
    assert all("今天开会，总结工作。" in source.text for source in sources)


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.readers.apart._SECONDS", 0.0)
    (tmp_path / "慢.docx").write_bytes(docx(BODY))
    (tmp_path / "文字.txt").write_text(SPEECH, "utf-8")
    sources, problems = readers.read(tmp_path)
    assert [source.path for source in sources] == ["文字.txt"]
    assert [(problem.path, problem.code) for problem in problems] == [("慢.docx", "R022")]


def test_a_reader_that_spins_is_ended_by_the_processor_time_that_it_takes() -> None:
    spinning = "from generator.readers import apart; apart._PROCESSOR = 1; apart._limit()\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-W", "ignore", "-c", spinning], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -signal.SIGXCPU
    assert apart._PROCESSOR < apart._SECONDS <= 20  # noqa: SLF001 - what is promised of an idle machine


@pytest.mark.parametrize(("load", "seconds"), [(0.0, 20.0), (1.0, 20.0), (2.0, 40.0), (50.0, 60.0)])
def test_a_busy_machine_is_given_more_of_the_clock_but_not_without_end(
    load: float, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (load * 4, 0.0, 0.0))
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert apart._patience() == seconds  # noqa: SLF001


def soffice(place: Path, script: str) -> None:
    """Put a LibreOffice that does as `script` says among the machine's programs."""
    program = place / "bin" / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def told_of_old(place: Path) -> tuple[str, str]:
    """The code and the sentence about an old document that cannot be read."""
    (place / "seeds" / "旧.wps").write_bytes(OLE + bytes(600))
    (place / "seeds" / "文字.txt").write_text(SPEECH, "utf-8")
    sources, (problem,) = readers.read(place / "seeds")
    assert [source.path for source in sources] == ["文字.txt"]
    assert problem.path == "旧.wps"
    return problem.code, problem.message


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for seeds on a machine that has few programs, LibreOffice not among them."""
    for name in ("bin", "seeds"):
        (tmp_path / name).mkdir()
    for name in ("sh", "sleep", "cp", "mkdir"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(office, "_PROGRAMS", ("soffice", "libreoffice"))
    return tmp_path


def test_without_libreoffice_an_old_document_is_told_how_to_save(place: Path) -> None:
    code, message = told_of_old(place)
    assert code == "R023"
    assert "没有安装" in message
    assert "另存为 .docx" in message


@pytest.mark.parametrize("script", ["exit 0", "exit 77", "kill -9 $$"])
def test_what_libreoffice_makes_nothing_of_is_refused_with_the_reason(place: Path, script: str) -> None:
    soffice(place, script)
    code, message = told_of_old(place)
    assert code == "R024"
    assert "格式不对或文件损坏" in message
    assert "另存为 .docx" in message


def test_libreoffice_is_ended_with_all_that_it_has_started_when_its_time_is_over(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_SECONDS", 1)
    children = place / "children"
    soffice(place, f"sleep 600 &\necho $! $$ > '{children}'\nexec sleep 600")
    code, message = told_of_old(place)
    assert code == "R024"
    assert "超过 1 秒" in message
    ended = time.monotonic() + 60  # a killed process is there until the machine has come round to it
    while any(running(int(pid)) for pid in children.read_text().split()):
        assert time.monotonic() < ended
        time.sleep(0.05)


def running(pid: int) -> bool:
    """Whether that process still works (one that has ended may wait to be asked for its result)."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_what_libreoffice_makes_is_read(place: Path) -> None:
    made = place / "made.docx"
    made.write_bytes(docx(BODY))
    soffice(place, f'while [ "$1" != --outdir ]; do shift; done\nmkdir -p "$2"\ncp "{made}" "$2/given.docx"')
    (place / "seeds" / "旧.doc").write_bytes(OLE + bytes(600))
    (source,), problems = readers.read(place / "seeds")
    assert not problems
    assert "今天开会，总结工作。" in source.text
