"""The only module that writes into the site's source folder: what differs, and only where the generator is at home."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import atomic
from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, found as they should be, and deleted."""

    written: int
    unchanged: int
    deleted: int


#: What a file holds: text, written in UTF-8; bytes; or pieces of them, made only when they are written.
Content = str | bytes | Callable[[], Iterable[bytes]]


def write(files: Mapping[str, Content], into: Path) -> Written:
    """Make the owned part of the folder `into` hold exactly `files` (path relative, with `/`, to content).

    A file appears whole or not at all; one that is right already is not touched.
    """
    for path in files:
        if not paths.owned(path):
            raise ValueError(f"not the generator's to write: {path}")
    written = sum(_put(into / path, files[path]) for path in sorted(files))
    stale = sorted(_owned_files(into) - files.keys())
    for path in stale:
        (into / path).unlink()
    _drop_empty_folders(into)
    return Written(written, len(files) - written, len(stale))


def _put(path: Path, content: Content) -> bool:
    """Make the file at `path` hold `content`; whether it did not before."""
    if callable(content):
        return atomic.put_in_pieces(path, content())
    return atomic.put(path, content.encode() if isinstance(content, str) else content)


def _owned_files(into: Path) -> set[str]:
    """The files that stand where the generator is at home."""
    return {path.relative_to(into).as_posix() for own in paths.OWNED for path in _files(into / own)}


def _files(path: Path) -> Iterator[Path]:
    """`path` if it is a file, else all files in it; symbolic links are not followed."""
    if path.is_file() or path.is_symlink():
        yield path
    for folder, _, names in os.walk(path):
        yield from (Path(folder, name) for name in names)


def _drop_empty_folders(into: Path) -> None:
    """Delete owned folders in which nothing is left."""
    for own in paths.OWNED:
        for folder, _, _ in os.walk(into / own, topdown=False):
            with suppress(OSError):
                Path(folder).rmdir()
