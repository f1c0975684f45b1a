"""What each stage of the generator costs, and how that grows with the archive.

    python -m benchmarks.stages FOLDER… [--sizes 100,1000,10000] [--workers 1]
    python -m benchmarks.stages FOLDER… --edited [--sizes 2000]

Archives of so many speeches (`benchmarks.speeches`) are made of the documents in the FOLDERs, in memory where the
system has a place for that, and generated each in a process of its own, into an empty folder. Printed as a table in
Markdown: the processor's seconds of a stage without the stages inside it, the most memory that the process had during
it, and the exponent between the last two sizes (1 is a straight line).

With `--edited` each archive is generated with a cache, then again after a sentence was put into one speech: the
processor's seconds of both, and their ratio.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections import defaultdict
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks import speeches
from generator import analysis, copies, export, permalinks, pipeline, readers, search, site
from generator.cli import arguments, generating
from generator.options import Options
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

#: Where a stage's function is looked up by its callers, and under which name.
STAGES: Sequence[tuple[Any, str, str]] = (
    (readers, "read", "read"),
    (pipeline, "parsed", "parse"),
    (permalinks, "read", "read the ledger"),
    (permalinks, "assign", "permanent ids"),
    (pipeline, "analysed", "what each speech shows"),
    (analysis, "slogans", "mine slogans"),
    (analysis, "relations", "relations"),
    (analysis, "collocates", "collocates"),
    (analysis, "families", "families"),
    (analysis, "chains", "chains"),
    (analysis, "parallels", "passages"),
    (analysis, "doublets", "doublets"),
    (permalinks, "slogan_ids", "slogans' ids"),
    (analysis, "unmatched", "unmatched"),
    (site, "pages", "pages"),
    (export, "files", "data to take away"),
    (copies, "files", "copies to take away"),
    (search, "files", "search index"),
    (site, "write", "write"),
    (permalinks, "write", "write the ledger"),
)
CLEAR_PEAK = Path("/proc/self/clear_refs")


class Clock:
    """Seconds and peak memory by stage; what an inner stage takes is not the outer one's."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.memory: dict[str, int] = defaultdict(int)
        self._running: list[str] = []
        self._since = spent()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done within for the stage `name`."""
        self._turn()
        self._running.append(name)
        yield
        self._turn()
        self._running.pop()

    def _turn(self) -> None:
        """Note what was spent since the last turn for the innermost stage."""
        now = spent()
        if self._running:
            name = self._running[-1]
            self.seconds[name] += now - self._since
            self.memory[name] = max(self.memory[name], peak())
        self._since = spent()

    def timed(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        """`function`, counted."""

        @wraps(function)
        def counted(*args: Any, **named: Any) -> Any:  # noqa: ANN401
            with self.stage(name):
                return function(*args, **named)

        return counted


def spent() -> float:
    """The processor's seconds of this process and of those that it has waited for."""
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def peak() -> int:
    """The most memory that this process has had since this was last asked, in bytes; where not known, ever."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text()
        CLEAR_PEAK.write_text("5")
        return int(status.partition("VmHWM:")[2].split()[0]) << 10
    return getrusage(RUSAGE_SELF).ru_maxrss << 10


def measure(seeds: Path, workers: int, *, cached: bool) -> Mapping[str, tuple[float, int]]:
    """Seconds and bytes by stage of generating `seeds`, the last one what is left over."""
    clock = Clock()
    for module, attribute, name in STAGES:
        setattr(module, attribute, clock.timed(getattr(module, attribute), name))
    work, into, cache = Work(workers), seeds.with_name("site_src"), seeds.with_name("speeches.sqlite")
    with clock.stage("the rest"):
        made = pipeline.mined(
            pipeline.archive(seeds, "2026-01-01", Options(work=work, cache=cache if cached else None))
        )
        wanted = generating.Wanted(seeds, into, work, arguments.COPIES["light"], locked=False)
        generating._write(made, wanted)  # noqa: SLF001 - the command without its greeting
    return {name: (seconds, clock.memory[name]) for name, seconds in clock.seconds.items()}


def table(found: Mapping[int, Mapping[str, tuple[float, int]]]) -> Iterator[str]:
    """The lines of the table."""
    sizes = sorted(found)
    yield "| stage | " + " | ".join(f"{size:,}: s | MB" for size in sizes) + " | exponent |"
    yield "|---|" + "---:|" * (2 * len(sizes) + 1)
    for name in found[sizes[-1]]:
        yield row(name, [found[size].get(name, (0, 0)) for size in sizes], sizes)
    whole = [(sum(s for s, _ in found[n].values()), max(m for _, m in found[n].values())) for n in sizes]
    yield row("**all**", whole, sizes)


def row(name: str, cells: Sequence[tuple[float, int]], sizes: Sequence[int]) -> str:
    """One stage; no exponent where there is too little to measure."""
    told = " | ".join(f"{seconds:.2f} | {memory / 1e6:.0f}" for seconds, memory in cells)
    small, large = (seconds for seconds, _ in cells[-2:]) if len(cells) > 1 else (0.0, 0.0)
    exponent = f"{math.log(large / small, sizes[-1] / sizes[-2]):.2f}" if small >= 0.02 else ""  # noqa: PLR2004
    return f"| {name} | {told} | {exponent} |"


def renewed(found: Mapping[int, Sequence[Mapping[str, tuple[float, int]]]]) -> Iterator[str]:
    """The lines of the table of archives of so many speeches, each generated twice."""
    yield "| stage | " + " | ".join(f"{size:,}: s | edited: s | ratio" for size in found) + " |"
    yield "|---|" + "---:|" * (3 * len(found))
    for name in next(iter(found.values()))[0]:
        yield twice(name, [[run.get(name, (0, 0))[0] for run in runs] for runs in found.values()])
    yield twice("**all**", [[sum(s for s, _ in run.values()) for run in runs] for runs in found.values()])


def twice(name: str, cells: Sequence[Sequence[float]]) -> str:
    """One stage of both runs."""
    told = (f"{first:.2f} | {second:.2f} | {f'{second / first:.2f}' if first else ''}" for first, second in cells)
    return f"| {name} | {' | '.join(told)} |"


def edit(seeds: Path) -> None:
    """Put a sentence into the speech in the middle."""
    paths = sorted(seeds.glob("*.txt"))
    path = paths[len(paths) // 2]
    lines = path.read_text("utf-8").split("\n")
    lines[len(lines) // 2] += "这一条是后来补记的，各县区要在月底以前逐项核对。"
    path.write_text("\n".join(lines), "utf-8")


def apart(seeds: Path, options: Sequence[str]) -> Mapping[str, tuple[float, int]]:
    """What is measured, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.stages", *options, "--seeds", str(seeds)]
    made = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return {name: (seconds, memory) for name, (seconds, memory) in json.loads(made.stdout.splitlines()[-1]).items()}


def main() -> None:
    """Print the table; with `--seeds`, one archive's numbers as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--edited", action="store_true")
    parser.add_argument("--seeds", type=Path)
    told = parser.parse_args()
    if told.seeds:
        json.dump(measure(told.seeds, told.workers, cached=told.edited), sys.stdout)
        return
    shared = Path("/dev/shm")  # noqa: S108
    found, again = {}, {}
    with TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        for size in map(int, told.sizes.split(",")):
            seeds = Path(folder, str(size), "seeds")
            speeches.write(seeds, size, told.folders)
            options = ["--workers", str(told.workers), *(["--edited"] if told.edited else [])]
            found[size] = apart(seeds, options)
            if told.edited:
                edit(seeds)
                again[size] = [found[size], apart(seeds, options)]
    print("\n".join(renewed(again) if told.edited else table(found)))


if __name__ == "__main__":
    main()
