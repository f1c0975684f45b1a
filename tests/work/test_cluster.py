"""A scheduler and two workers, each a process of its own, give what this process gives, also if one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from distributed import Client

from generator import pipeline
from generator.cli.building import generate
from generator.options import Options
from generator.work import ALONE, UnlikeError, UnreachableError, Work
from tests.work.jobs import square_or_die

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Corpus, Problem, Slogan

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
QUIET = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False", "PYTHONPATH": str(ROOT)}


class Cluster:
    """The scheduler's address, and the workers' processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        place = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(place))
        self.workers: list[subprocess.Popen[bytes]] = []
        with Client(scheduler_file=str(place), timeout=30, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            self.address: str = client.scheduler.address

    def join(self, number: int) -> None:
        """Start so many workers, and wait for them."""
        self.workers += [
            self._start("worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny")
            for _ in range(number)
        ]
        with Client(self.address, timeout=30, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(sum(each.poll() is None for each in self.workers), timeout=60)

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "ignore", "-m", "distributed.cli.dask_" + what, "--no-dashboard", *arguments]
        with (self.folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(command, env=os.environ | QUIET, cwd=self.folder, stdout=log, stderr=log)

    def end(self) -> None:
        for each in (*self.workers, self.scheduler):
            each.kill()
            each.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        found.join(2)
        yield found
    finally:
        found.end()


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The seeds, and each paragraph of theirs in some more speeches, so that there is work for a while."""
    paragraphs = [line for path in SEEDS for line in path.read_text("utf-8").splitlines()[3:] if line]
    (tmp_path / "seeds").mkdir()
    for n in range(200):
        told = "\n".join(paragraphs[n % 50 : n % 50 + 6])
        text = f"在第{n}次会议上的讲话\n（2020年3月{n % 28 + 1}日）\n同志们：\n今天第{n}次开会。\n{told}\n"
        (tmp_path / "seeds" / f"{n}.txt").write_text(text, "utf-8")
    return tmp_path / "seeds"


def test_a_build_on_the_cluster_is_the_same_though_a_worker_is_killed_half_way(cluster: Cluster, seeds: Path) -> None:
    victim = cluster.workers[0]
    killed = threading.Thread(target=_kill_at_work, args=(cluster, victim))
    killed.start()
    there = mined(seeds, Work(cluster=cluster.address))
    killed.join()
    assert victim.poll() is not None
    assert there == mined(seeds, ALONE)
    assert len(there[1]) > 5
    cluster.join(1)


def mined(seeds: Path, work: Work) -> tuple[Corpus, Sequence[Slogan], Sequence[Problem]]:
    made = pipeline.mined(pipeline.archive(seeds, "2026-01-01", Options(work=work)))
    return made.corpus, made.slogans, made.problems


def _kill_at_work(cluster: Cluster, victim: subprocess.Popen[bytes]) -> None:
    """Kill the worker as soon as one has something to do and something done."""
    with Client(cluster.address, timeout=30, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if any(client.processing().values()) and any(client.has_what().values()):
                break
    victim.send_signal(signal.SIGKILL)


def test_what_a_killed_worker_had_to_do_is_done_by_another(cluster: Cluster, tmp_path: Path) -> None:
    work, told = Work(cluster=cluster.address), [(number, str(tmp_path / "grave")) for number in range(200)]
    assert work.each(square_or_die, told) == [number * number for number in range(200)]
    assert (tmp_path / "grave").exists()
    assert sum(each.poll() is None for each in cluster.workers) == 1
    cluster.join(1)


@pytest.mark.parametrize("items", [[], [3], range(1000)], ids=len)
def test_sums_are_those_of_one_process(cluster: Cluster, items: Sequence[int]) -> None:
    assert Work(cluster=cluster.address).summed(sum, add, items) == sum(items)


def test_a_cluster_of_other_rules_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.work.cluster.rules", lambda: b"others")
    with pytest.raises(UnlikeError, match=r"tcp://127\.0\.0\.1"):
        Work(cluster=cluster.address).each(abs, [1])


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.work.cluster._PATIENCE", 0.2)
    with pytest.raises(UnreachableError):
        Work(cluster="tcp://127.0.0.1:9").each(abs, [1])
    (tmp_path / "甲.txt").write_text("在大会上的讲话\n同志们：\n今天开会。\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(generate, ["--seeds", str(tmp_path), "--cluster", "tcp://127.0.0.1:9"])
    assert (told.exit_code, "连不上集群 tcp://127.0.0.1:9" in told.output) == (2, True)
