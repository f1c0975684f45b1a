"""Bytes to lines: every file of the seeds folder becomes a `Source` or a `Problem`.

One module a format, each with `read(content, path)`; the table `READERS` says which takes which. Nothing here opens a
file that is not a plain file inside the folder, nor one that is larger than any speech.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Self

from generator.cache import Store
from generator.model import Problem, Source
from generator.problems import problem
from generator.readers import formats, text
from generator.readers.apart import Reading
from generator.readers.formats import READERS, REFUSED
from generator.readers.office import Office
from generator.readers.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["OWN_FILES", "READERS", "read", "read_files"]

#: The archivist's own files beside the speeches; they are not speeches.
OWN_FILES = frozenset(
    {
        "ids.json",
        "lexicon.tsv",
        "catalogue.yml",
        "catalogue.csv",
        "catalogue.xlsx",
        "review.tsv",
        "README.md",
        "README.txt",
    }
)

_AWKWARD = (
    (re.compile(r"\.\."), "“..”"),
    (re.compile(r"\s"), "空格"),
    (re.compile(r"""["'`“”‘’]"""), "引号"),
    (re.compile(r"[\x00-\x1f\x7f<>|?*:;&$#%\\]"), "特殊符号"),
)


def read(folder: Path, kept: Path | None = None) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All speeches' sources below `folder`, by path, and what is wrong with the rest.

    In the cache `kept` stays what took work to read.
    """
    with Store(kept) as store:
        return _all(((path, path.relative_to(folder).as_posix()) for path in _files(folder)), store)


def read_files(paths: Sequence[Path]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The same for the files named; each keeps the path it was named by."""
    return _all(((path, path.as_posix()) for path in paths), Store(None))


def _all(named: Iterable[tuple[Path, str]], store: Store) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """What reading each file under its name gives."""
    with Desk(store) as desk:
        results = [found for path, name in named for found in _read_one(path, name, desk)]
    return (
        tuple(found for found in results if isinstance(found, Source)),
        tuple(found for found in results if isinstance(found, Problem)),
    )


class Desk:
    """What stands ready while files are read: a process for those that may do harm, and LibreOffice for old ones."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open = contextlib.ExitStack()
        self._reading = self._open.enter_context(Reading())
        self._office = self._open.enter_context(Office())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def read(self, content: bytes, name: str, suffix: str) -> Source | Problem:
        """The file by what it holds; a name that says something else is told."""
        try:
            kind = formats.of(content, suffix)
            if len(content) > kind.limit:
                return _too_large(name, len(content), kind.limit)
        except RefusedError as refused:
            return refused.told(name)
        found = self._recalled(content, name, kind) if kind.apart else text.read(content, name)
        if isinstance(found, Problem) or kind is READERS[suffix]:
            return found
        return replace(found, problems=(*found.problems, problem("R021", name, suffix=suffix, kind=kind.name)))

    def _recalled(self, content: bytes, name: str, kind: formats.Format) -> Source | Problem:
        """A file as it was read before; one that was refused may be read another time."""
        told = f"{name}\n{blake2b(content).hexdigest()}"
        (found,) = self._store.recalled("read", [told], str, lambda _: [self._apart(content, name, kind)], kept=Source)
        return found

    def _apart(self, content: bytes, name: str, kind: formats.Format) -> Source | Problem:
        """A file that is read in a process of its own, as .docx if LibreOffice must first make one of it."""
        try:
            made = self._office.docx(content, kind.office) if kind.office else content
        except RefusedError as refused:
            return refused.told(name)
        return self._reading.read(kind.module, made, name)


def _files(folder: Path) -> Iterator[Path]:
    """What lies below `folder`, in the order of names; links are given, never followed, and hidden files left out."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith((".", "~$")) or path.name in OWN_FILES:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _read_one(path: Path, name: str, desk: Desk) -> Iterator[Source | Problem]:
    """What reading the one file gives: its source, and any problem with it or its name."""
    suffix = path.suffix.lower()
    if path.is_symlink():
        yield problem("R004", name)
    elif not path.is_file():
        yield problem("R005", name)
    elif suffix in REFUSED:
        yield problem(REFUSED[suffix], name)
    elif suffix not in READERS:
        yield problem("R007", name, suffix=path.suffix, known="、".join(READERS))
    else:
        awkward = [what for pattern, what in _AWKWARD if pattern.search(path.name)]
        if awkward:
            yield problem("R006", name, what="、".join(awkward))
        content = _content(path, name, READERS[suffix].limit)
        yield content if isinstance(content, Problem) else desk.read(content, name, suffix)


def _content(path: Path, name: str, limit: int) -> bytes | Problem:
    """The bytes of a file that is not larger than `limit`."""
    try:
        size = path.stat().st_size
        return _too_large(name, size, limit) if size > limit else path.read_bytes()
    except OSError as error:
        return problem("R008", name, reason=error.strerror or type(error).__name__)


def _too_large(name: str, size: int, limit: int) -> Problem:
    return problem("R012", name, size=-(-size >> 20), limit=limit >> 20)
