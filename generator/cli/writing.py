"""What holds for commands that write: one at a time, and a disk that refuses is told in a sentence."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from generator.cli import terminal
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: What a disk says when it takes no more, by the code of the problem.
_REFUSALS: Final = {
    errno.ENOSPC: "P012",
    errno.EDQUOT: "P012",
    errno.EROFS: "P013",
    errno.EACCES: "P013",
    errno.EPERM: "P013",
}


@contextmanager
def alone(into: Path) -> Iterator[None]:
    """Hold the folder `into` against other builds; the system lets go of it however this one ends.

    Exits 1 with a sentence if another build holds it, or if the disk refuses. What was published is then as it was.
    """
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(into.parent / f".{into.name}.lock", timeout=0):
            yield
    except Timeout:
        terminal.tell([problem("P011", into.name)])
    except OSError as refused:
        code = _REFUSALS.get(refused.errno or 0)
        if code is None:
            raise
        terminal.tell([problem(code, str(refused.filename or into.name))])
    else:
        return
    raise SystemExit(1)
