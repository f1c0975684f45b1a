"""Reading in a process of its own, within limits, so that no file can stop or slow down the reading of the others."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
from typing import TYPE_CHECKING, Self

from generator.problems import problem
from generator.readers.refusal import RefusedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from generator.model import Problem, Source

#: What one file may take: seconds of the processor, bytes, and seconds of the clock on a machine that is idle besides.
_PROCESSOR, _BYTES, _SECONDS = 15, 500 << 20, 20.0
#: On a busy machine a file has up to so many times as much of the clock.
_BUSY = 3.0


class Reading:
    """A process that reads one file after another; one that fails or takes too long is ended and its file refused."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._ours: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, module: str, content: bytes, path: str) -> Source | Problem:
        """What `read` of that module of this package makes of `content`."""
        ours = self._connection()
        try:
            ours.send((module, content, path))
            if ours.poll(_patience()):
                found: Source | Problem = ours.recv()
                return found
        except (EOFError, OSError):
            pass
        self._end()
        return problem("R022", path)

    def _connection(self) -> Connection:
        """The way to the process, which is begun with the first file that needs it."""
        if self._ours is None:
            fresh = multiprocessing.get_context("spawn")
            self._ours, theirs = fresh.Pipe()
            self._process = fresh.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._ours

    def _end(self) -> None:
        if self._process is not None and self._ours is not None:
            self._ours.close()
            self._process.kill()
            self._process.join()
        self._process = self._ours = None


def _patience() -> float:
    """How many seconds of the clock a file may take now: more where others wait for the processors too."""
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    return _SECONDS * min(max(waiting, 1.0), _BUSY)


def _serve(connection: Connection) -> None:
    """Answer until the other side is closed."""
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            asked = connection.recv()
            _limit()
            connection.send(_read(*asked))


def _read(module: str, content: bytes, path: str) -> Source | Problem:
    """One file; what the libraries raise beyond this ends the process, which is told as a refusal."""
    try:
        found: Source | Problem = importlib.import_module(f"generator.readers.{module}").read(content, path)
    except RefusedError as refused:
        return refused.told(path)
    except (MemoryError, RecursionError):
        return problem("R022", path)
    return found


def _limit() -> None:
    """Hold this process to its share for the next file, where the system can (not on Windows)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + _PROCESSOR
        for what, most in ((resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CPU, until), (resource.RLIMIT_CORE, 0)):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))
