"""The new site while it is built aside: each file is either new, or the old site's own (a second name of it)."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.publishing.record import Stored, digest

if TYPE_CHECKING:
    from generator.publishing.record import Record


@dataclass(frozen=True, slots=True)
class Output:
    """The folder `new`, which becomes the site; the folder `old`, which is it; and what is known of that one.

    Paths are strings here: pathlib would take a tenth of the time that a page may take.
    """

    new: str
    old: str
    known: Record
    folders: set[str] = field(default_factory=set)

    def keep(self, path: str, content: str = "") -> Stored | None:
        """Take the file at `path` over from the old site, if it is there as recorded, and has that digest `content`."""
        stored = self.known.files.get(path)
        if stored is None or stored.digest != (content or stored.digest) or not stored.intact(f"{self.old}/{path}"):
            return None
        self._take(path)
        return stored

    def put(self, path: str, content: bytes) -> Stored:
        """Have the new site hold `content` at `path`; the old file, if it holds the same."""
        found = digest(content)
        if stored := self.keep(path, found):
            return stored
        target = self._place(path)
        with open(target, "wb", buffering=0) as file:  # noqa: PTH123 - see above
            file.write(content)
        return Stored.at(target, found)

    def _take(self, path: str) -> None:
        """Give the old file its name in the new site too; where the file system cannot, copy it."""
        target = self._place(path)
        try:
            os.link(f"{self.old}/{path}", target)
        except OSError:
            shutil.copy2(f"{self.old}/{path}", target)

    def _place(self, path: str) -> str:
        """The place of `path` in the new site, its folder made."""
        folder = path.rpartition("/")[0]
        if folder not in self.folders:
            os.makedirs(f"{self.new}/{folder}", exist_ok=True)  # noqa: PTH103 - see above
            self.folders.add(folder)
        return f"{self.new}/{path}"
