"""Which files of the site's source need not be made again: those that are as they were written, of the same things."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

from generator import atomic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    #: What a file is made of (`Kept.told`), its size in bytes, the time of its last change in ns.
    Known = tuple[str, int, int]


def recalled(memory: Path | None) -> Mapping[str, Known]:
    """What is noted in the file `memory`, by the path of the file that it tells of; nothing where it cannot be read."""
    try:
        told = json.loads(memory.read_bytes()) if memory else {}
        return {path: (str(of), int(size), int(time)) for path, (of, size, time) in told.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(memory: Path | None, known: Mapping[str, Known]) -> None:
    """Note `known` in the file `memory`, in one piece."""
    if memory:
        atomic.put(memory, json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode())


def known(told: str, path: Path) -> Known | None:
    """What is to be noted of the file at `path` that was made of `told`; None where there is no file."""
    try:
        there = path.lstat()
    except OSError:
        return None
    return (told, there.st_size, there.st_mtime_ns) if stat.S_ISREG(there.st_mode) else None
