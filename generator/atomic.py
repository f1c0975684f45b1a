"""Files that appear whole or not at all."""

from __future__ import annotations

import filecmp
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO


def put(path: Path, content: bytes, *, synced: bool = False) -> bool:
    """Make the file at `path` hold `content`, and say whether it did not before.

    It is written beside `path` and renamed, so that no reader and no power cut ever sees half of it. `synced` waits for
    the disk: for what cannot be made again. Raises `OSError` where the disk refuses; the old file is then as it was.
    """
    if _size(path) == len(content) and path.read_bytes() == content:
        return False
    with _aside(path) as (part, aside):
        part.write(content)
        if synced:
            part.flush()
            os.fsync(part.fileno())
        part.close()
        aside.replace(path)
    return True


def put_in_pieces(path: Path, pieces: Iterable[bytes]) -> bool:
    """`put` of what need not all be in memory at once (and is by `put` if it is, as a tuple)."""
    if isinstance(pieces, tuple):
        return put(path, b"".join(pieces))
    with _aside(path) as (part, aside):
        part.writelines(pieces)
        part.close()
        if _size(path) is not None and filecmp.cmp(aside, path, shallow=False):
            aside.unlink()
            return False
        aside.replace(path)
    return True


def _size(path: Path) -> int | None:
    """How long the file at `path` is; None where there is no file, or something else."""
    try:
        there = path.lstat()
    except OSError:
        return None
    return there.st_size if stat.S_ISREG(there.st_mode) else None


@contextmanager
def _aside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file beside `path`, and its own path; it goes again if anything goes wrong."""
    try:
        number, name = mkstemp(".part", ".", path.parent)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(".part", ".", path.parent)
    aside = Path(name)
    with os.fdopen(number, "wb") as part:
        try:
            aside.chmod(0o644)
            yield part, aside
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
