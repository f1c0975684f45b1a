"""The only module that writes into the site's source folder: what differs, and only where the generator is at home."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import atomic
from generator.site import memory as noted
from generator.site import paths
from generator.site.content import Kept
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.site.content import Content
    from generator.work import Work


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, found as they should be, and deleted."""

    written: int
    unchanged: int
    deleted: int


def write(files: Mapping[str, Content], into: Path, work: Work = ALONE, memory: Path | None = None) -> Written:
    """Make the owned part of the folder `into` hold exactly `files` (path relative, with `/`, to content).

    A file appears whole or not at all; one that is right already is not touched. `work` says who makes what is made
    only now. The file `memory` tells what every `Kept` content was made of when it was written: what would be made of
    the same, and is as it was left, is not made again.
    """
    for path in files:
        if not paths.owned(path):
            raise ValueError(f"not the generator's to write: {path}")
    before = noted.recalled(memory)
    kept = {path: content.told for path, content in files.items() if isinstance(content, Kept)}
    settled = {path for path in kept.keys() & before if before[path] == noted.known(kept[path], into / path)}
    written = sum(work.here(partial(_put, files, into), sorted(files.keys() - settled)))
    found = ((path, before[path] if path in settled else noted.known(kept[path], into / path)) for path in kept)
    noted.remember(memory, {path: known for path, known in found if known})
    stale = sorted(_owned_files(into) - files.keys())
    for path in stale:
        (into / path).unlink()
    _drop_empty_folders(into)
    return Written(written, len(files) - written, len(stale))


def _put(files: Mapping[str, Content], into: Path, path: str) -> bool:
    """Make the file at `path` hold its content; whether it did not before."""
    content = files[path]
    if callable(content):
        return atomic.put_in_pieces(into / path, content())
    return atomic.put(into / path, content.encode() if isinstance(content, str) else content)


def _owned_files(into: Path) -> set[str]:
    """The files that stand where the generator is at home."""
    return {path for own in paths.OWNED for path in _files(into / own, into)}


def _files(path: Path, into: Path) -> Iterator[str]:
    """`path` if it is a file, else all files in it, relative to `into`; symbolic links are not followed."""
    if path.is_file() or path.is_symlink():
        yield path.relative_to(into).as_posix()
    for folder, _, names in os.walk(path):
        inside = Path(folder).relative_to(into).as_posix()
        yield from (f"{inside}/{name}" for name in names)


def _drop_empty_folders(into: Path) -> None:
    """Delete owned folders in which nothing is left."""
    for own in paths.OWNED:
        for folder, _, _ in os.walk(into / own, topdown=False):
            with suppress(OSError):
                Path(folder).rmdir()
