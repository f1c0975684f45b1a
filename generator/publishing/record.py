"""What a site consisted of when it was last published: a hash for every file, and what its pages were made from.

From it a build knows what it need not do again. Nothing is believed that can be looked at: a file of the site counts as
unchanged only if its size and time are those recorded, so the record may be lost, or belong to another site, without
harm. For the webmaster the same hashes stand beside the site in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.publishing.links import Linked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the site: SHA-256 of its content, size in bytes, time of its last change in nanoseconds."""

    digest: str
    size: int
    time: int

    @classmethod
    def at(cls, path: Path | str, digest: str) -> Stored:
        """The file at `path`, which holds something with this digest."""
        found = os.stat(path)  # noqa: PTH116 - 10,000 times
        return cls(digest, found.st_size, found.st_mtime_ns)

    def intact(self, path: Path | str) -> bool:
        """Whether the file at `path` is still the one recorded, by size and time."""
        try:
            found = os.lstat(path)
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.time)


@dataclass(frozen=True, slots=True)
class Source:
    """What a page was made from, as one digest, and its links and anchors."""

    key: str
    linked: Linked


@dataclass(frozen=True, slots=True)
class Record:
    """The files of a site by path, the sources of those that are pages, and the digest of all that it was made from.

    `folders` are those that the configuration names besides the pages' own.
    """

    inputs: str = ""
    folders: tuple[str, ...] = ()
    files: Mapping[str, Stored] = field(default_factory=dict)
    pages: Mapping[str, Source] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Record:
        """The record in the file at `path`; an empty one if there is none, or none that can be read."""
        try:
            data = json.loads(path.read_bytes())
            if data["format"] != _FORMAT:
                return cls()
            files = {name: Stored(*stored) for name, stored in data["files"].items()}
            pages = {name: Source(key, Linked(*linked)) for name, (key, *linked) in data["pages"].items()}
            return cls(data["inputs"], tuple(data["folders"]), files, pages)
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    @classmethod
    def of(cls, site: Path) -> Record:
        """The record of the site in the folder `site`, of which it is not known what it was made from."""
        paths = sorted(path for path in site.rglob("*") if path.is_file())
        return cls(
            files={path.relative_to(site).as_posix(): Stored.at(path, digest(path.read_bytes())) for path in paths}
        )

    def compared(self, later: Record) -> tuple[int, int]:
        """How many files of the site are new or other in a `later` record, and how many are gone."""
        changed = (1 for path, stored in later.files.items() if self._digest(path) != stored.digest)
        return sum(changed), len(self.files.keys() - later.files.keys())

    def _digest(self, path: str) -> str:
        """The digest of the file at `path`, nothing if there is none."""
        return self.files[path].digest if path in self.files else ""

    def written(self, path: Path) -> None:
        """Write the record to the file at `path`."""
        data = {
            "format": _FORMAT,
            "inputs": self.inputs,
            "folders": self.folders,
            "files": {name: (stored.digest, stored.size, stored.time) for name, stored in self.files.items()},
            "pages": {
                name: (source.key, source.linked.targets, source.linked.anchors) for name, source in self.pages.items()
            },
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")

    def manifest(self) -> str:
        """The hashes of all files in the form of `sha256sum`."""
        return "".join(f"{stored.digest}  {name}\n" for name, stored in sorted(self.files.items()))


def digest(content: bytes) -> str:
    """The SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()
