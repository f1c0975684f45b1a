"""A build that is cut off, refused by the disk or not alone leaves what was published, and the next one succeeds."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import served
from tests.commands import run
from tests.conftest import ROOT
from tests.test_build import SPEECH, project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WORDINGS = ("坚定信心，迎难而上。", "坚定信心、迎难而上，不获全胜决不收兵。")
POLLED = 20


def write(folder: Path, number: int) -> None:
    """The speeches in one of two wordings."""
    for name in ("甲", "乙", "丙"):
        words = SPEECH.replace("大会", f"{name}大会").replace("增强", f"{WORDINGS[number]}{name}要增强")
        (folder / "seeds" / f"{name}.txt").write_text(words, "utf-8")


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@dataclass
class Reader:
    """Someone who asks for the same pages over and over, and notes what is missing or belongs to neither site."""

    address: str
    known: tuple[Mapping[str, str], ...]
    wrong: list[str] = field(default_factory=list)
    asked: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        pages = sorted(path for path in set(self.known[0]) & set(self.known[1]) if path.endswith("index.html"))
        pages = random.Random(1).sample(pages, min(POLLED, len(pages)))
        while not self.over.is_set():
            for page in pages:
                self.asked += 1
                try:
                    with urllib.request.urlopen(self.address + page) as answer:  # noqa: S310 - our own server
                        found = hashlib.sha256(answer.read()).hexdigest()
                except OSError as missed:
                    self.wrong.append(f"{page}: {missed}")
                else:
                    if found not in {site[page] for site in self.known}:
                        self.wrong.append(page)


def cut_off(folder: Path, rounds: int, seed: int) -> Reader:
    """Kill that many builds at random moments under a reader's eyes; the site must always be one of the two."""
    sites = []
    for number in (0, 1, 0):  # the second time, no id is new any more
        write(folder, number)
        started = time.monotonic()
        assert run(folder, "build").returncode == 0
        took = time.monotonic() - started
        sites.append(digests(folder / "site"))
    known, chance = (sites[2], sites[1]), random.Random(seed)
    with served(folder / "site") as address:
        reader = Reader(address, known)
        thread = threading.Thread(target=reader.read)
        thread.start()
        for number in range(rounds):
            write(folder, 1 - number % 2)
            build = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "generator", "build"],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1800000000"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(chance.uniform(0, took))
            os.killpg(build.pid, signal.SIGKILL)
            build.wait()
            assert digests(folder / "site") in known
        reader.over.set()
        thread.join()
    write(folder, 1)
    assert run(folder, "build").returncode == 0
    assert digests(folder / "site") == known[1]
    return reader


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("once"))
    write(folder, 0)
    assert run(folder, "build").returncode == 0
    return folder


@pytest.fixture
def published(once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(once, tmp_path / "published")


def test_a_build_killed_at_any_moment_is_never_seen_by_a_reader(published: Path) -> None:
    reader = cut_off(published, rounds=2, seed=random.randrange(1 << 30))
    assert reader.wrong == []
    assert reader.asked > POLLED


def kept(folder: Path) -> tuple[dict[str, str], bytes]:
    return digests(folder / "site"), (folder / "seeds" / "ids.json").read_bytes()


def test_of_two_builds_at_once_one_says_that_it_did_not_begin(published: Path) -> None:
    write(published, 1)
    command = [sys.executable, "-W", "ignore", "-m", "generator", "build"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    builds = [
        subprocess.Popen(command, cwd=published, env=environment, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    told = [build.communicate()[1] for build in builds]
    assert sorted(build.returncode for build in builds) == [0, 1]
    assert sum("P011" in each for each in told) == 1


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="mounting a small disk takes root")
def test_a_full_disk_is_told_and_changes_nothing_that_was_published(published: Path) -> None:
    """The whole project on a disk that has no room for a second site."""
    disk = published.parent / f"{published.name}-disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        folder = shutil.copytree(published, disk / "project")
        before = kept(folder)
        write(folder, 1)
        free = shutil.disk_usage(disk).free
        with (folder / "filling").open("wb") as filling:
            filling.write(b"\1" * (free - 40_000))
        told = run(folder, "build")
        assert told.returncode == 1
        assert "磁盘满了" in told.stderr
        assert "Traceback" not in told.stderr
        assert kept(folder)[0] == before[0]
        (folder / "filling").unlink()
        assert run(folder, "build").returncode == 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_may_not_be_written_is_told(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a read-only disk answers; root, who runs these tests in containers, may write everywhere else."""
    from click.testing import CliRunner  # noqa: PLC0415

    from generator.cli import main  # noqa: PLC0415

    write(published, 1)
    before = kept(published)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", "site_src/index.md")

    monkeypatch.chdir(published)
    monkeypatch.setattr("generator.cli.generating._write", refuse)
    told = CliRunner().invoke(main, ["build"])
    assert told.exit_code == 1
    assert "site_src/index.md:0: P013" in told.stderr
    assert kept(published) == before
