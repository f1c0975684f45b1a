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
from typing import TYPE_CHECKING, NamedTuple

from generator.publishing.links import Linked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMAT = 3


class Stored(NamedTuple):
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


class Given(NamedTuple):
    """A file that the site was made from: SHA-256 of its content, and what shows whether it was touched since.

    That is its size in bytes and the times, in nanoseconds, when its content and anything about it last changed.
    """

    digest: str
    size: int
    modified: int
    changed: int


class Source(NamedTuple):
    """What a page was made from, as one digest, and its links and anchors."""

    key: str
    linked: Linked


@dataclass(frozen=True, slots=True)
class Record:
    """The files of a site by path, the sources of those that are pages, and what all of it was made from.

    That is `given`, the files of the site's source, and `inputs`, the digest of those and everything else. `folders`
    are those that the configuration names besides the pages' own.
    """

    inputs: str = ""
    folders: tuple[str, ...] = ()
    files: Mapping[str, Stored] = field(default_factory=dict)
    given: Mapping[str, Given] = field(default_factory=dict)
    pages: Mapping[str, Source] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, *, pages: bool = True) -> Record:
        """The record in the file at `path`, perhaps without its `pages`, which are most of it.

        It is an empty one if there is none, or none that can be read.
        """
        try:
            with path.open("rb") as file:
                form, inputs, folders = json.loads(file.readline())
                if form != _FORMAT:
                    return cls()
                files = {name: Stored(*stored) for name, stored in json.loads(file.readline()).items()}
                given = {name: Given(*found) for name, found in json.loads(file.readline()).items()}
                read = json.loads(file.readline()) if pages else {}
            sources = {name: Source(key, Linked(*linked)) for name, (key, linked) in read.items()}
            return cls(inputs, tuple(folders), files, given, sources)
        except (OSError, ValueError, TypeError, AttributeError):
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
        """Write the record to the file at `path`: four lines, so that not all of it need be read."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            for part in ([_FORMAT, self.inputs, self.folders], self.files, self.given, self.pages):
                file.write(f"{json.dumps(part, ensure_ascii=False, separators=(',', ':'))}\n")

    def manifest(self) -> str:
        """The hashes of all files in the form of `sha256sum`."""
        return "".join(f"{stored.digest}  {name}\n" for name, stored in sorted(self.files.items()))


def digest(content: bytes) -> str:
    """The SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()
