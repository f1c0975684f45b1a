"""What building a search costs: CPU, memory, files, bytes on disk."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model import Corpus


@dataclass(frozen=True)
class Cost:
    """What work took, with what it started: seconds of CPU, and the most memory in GB."""

    cpu: float
    memory: float


def cost(work: Callable[[], None]) -> Cost:
    """Does `work` in a process of its own."""
    if not (child := os.fork()):
        status = 1
        try:
            work()
            status = 0
        finally:  # whatever happens, the child goes no further
            if status:
                traceback.print_exc()
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    if status:
        raise ChildProcessError(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 2**20)


def built(build: Callable[[Corpus, Path], None], corpus: Corpus, site: Path) -> Iterator[tuple[str, str]]:
    """What `build` takes to write its site for the corpus, which counts in its memory, and what it writes."""
    spent = cost(lambda: build(corpus, site))
    files = [path for path in site.rglob("*") if path.is_file()]
    yield "build, s of CPU", f"{spent.cpu:.0f}"
    yield "build, GB", f"{spent.memory:.2f}"
    yield "files", str(len(files))
    yield "on disk, MB", f"{sum(path.stat().st_size for path in files) / 2**20:.0f}"
