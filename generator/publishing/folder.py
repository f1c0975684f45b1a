"""The folder that a site stands in, and how another one takes its place in a single step."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from generator.publishing.record import Record, Stored

#: From the headers of Linux (renameat2) and macOS (renamex_np).
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE = _RENAME_SWAP = 2
#: While a server or a virus scanner on Windows has a file of it open, a folder cannot be renamed: wait so long, in s.
_PAUSES: Final = (0.1, 0.3, 1.0, 3.0)


def swap(new: Path, site: Path, old: Path) -> None:
    """Put the folder `new` at `site`, and what was there at `old`; if that fails, all is as before.

    Where the system can exchange two names, at every moment either the old site or the new one is there, also for
    whoever kills this process or pulls the plug. Elsewhere there is an instant with neither.
    """
    if hasattr(os, "sync"):
        os.sync()  # or after a power cut names could be there without what they name
    if not site.exists():
        _renamed(new, site)
    elif _exchanged(new, site):
        _renamed(new, old)
    else:
        _renamed(site, old)
        try:
            _renamed(new, site)
        except OSError:
            old.rename(site)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Have the two folders exchange their names; False where system or file system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(system.renamex_np(first, second, _RENAME_SWAP) == 0)
        return bool(system.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _renamed(one: Path, other: Path) -> None:
    """Rename a folder; where someone has a file of it open (Windows), try again for some seconds."""
    for pause in _PAUSES:
        try:
            one.rename(other)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    one.rename(other)


def as_recorded(site: Path, record: Record) -> bool:
    """Whether the folder `site` holds the recorded files, unchanged by size and time, and no others."""
    found = 0
    for place, _, names in os.walk(site):
        inside = place[len(str(site)) + 1 :]
        for name in names:
            stored: Stored | None = record.files.get(f"{inside}/{name}" if inside else name)
            if stored is None or not stored.intact(f"{place}/{name}"):
                return False
            found += 1
    return 0 < found == len(record.files)
