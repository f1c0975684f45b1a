"""Files that appear whole or not at all."""

from __future__ import annotations

import filecmp
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO


def put(path: Path, content: bytes, *, synced: bool = False) -> bool:
    """Make the file at `path` hold `content`, and say whether it did not before.

    It is written beside `path` and renamed, so that no reader and no power cut ever sees half of it. `synced` waits for
    the disk: for what cannot be made again. Raises `OSError` where the disk refuses; the old file is then as it was.
    """
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    with _aside(path) as part:
        part.write(content)
        if synced:
            part.flush()
            os.fsync(part.fileno())
        part.close()
        Path(part.name).replace(path)
    return True


def put_in_pieces(path: Path, pieces: Iterable[bytes]) -> bool:
    """`put` of what need not all be in memory at once (and is by `put` if it is, as a tuple)."""
    if isinstance(pieces, tuple):
        return put(path, b"".join(pieces))
    with _aside(path) as part:
        part.writelines(pieces)
        part.close()
        aside = Path(part.name)
        if path.is_file() and not path.is_symlink() and filecmp.cmp(aside, path, shallow=False):
            aside.unlink()
            return False
        aside.replace(path)
    return True


@contextmanager
def _aside(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside `path`, which goes again if anything goes wrong."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
        aside = Path(part.name)
        try:
            aside.chmod(0o644)
            yield part
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
