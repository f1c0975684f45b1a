"""The folder that a site stands in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from generator.publishing.record import Record, Stored


def swap(new: Path, site: Path, old: Path) -> None:
    """Put the folder `new` at `site`, and what was there at `old`; if that fails, all is as before."""
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise


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
