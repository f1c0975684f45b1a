"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def put(path: Path, content: bytes, *, synced: bool = False) -> bool:
    """Make the file at `path` hold `content`, and say whether it did not before.

    It is written beside `path` and renamed, so that no reader and no power cut ever sees half of it. `synced` waits for
    the disk: for what cannot be made again. Raises `OSError` where the disk refuses; the old file is then as it was.
    """
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
        aside = Path(part.name)
        try:
            part.write(content)
            if synced:
                part.flush()
                os.fsync(part.fileno())
            part.close()
            aside.chmod(0o644)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
    return True
