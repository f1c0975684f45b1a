"""Bytes to lines: every file of the seeds folder becomes a `Source` or a `Problem`.

One module a format; `READERS` says which takes which. Nothing here opens a file that is not a plain file
inside the folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Problem, Source
from generator.problems import problem
from generator.readers import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

READERS: dict[str, Callable[[bytes, str], Source | Problem]] = {".txt": text.read}

#: The archivist's own files beside the speeches; they are not speeches.
OWN_FILES = frozenset({"ids.json", "lexicon.tsv", "catalogue.yml", "review.tsv", "README.md", "README.txt"})

_AWKWARD = (
    (re.compile(r"\.\."), "“..”"),
    (re.compile(r"\s"), "空格"),
    (re.compile(r"""["'`“”‘’]"""), "引号"),
    (re.compile(r"[\x00-\x1f\x7f<>|?*:;&$#%\\]"), "特殊符号"),
)


def read(folder: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All speeches' sources below `folder`, by path, and what is wrong with the rest."""
    results = [found for path in _files(folder) for found in _read_one(path, path.relative_to(folder).as_posix())]
    return (
        tuple(found for found in results if isinstance(found, Source)),
        tuple(found for found in results if isinstance(found, Problem)),
    )


def read_files(paths: Sequence[Path]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The same for the files named; each keeps the path it was named by."""
    results = [found for path in paths for found in _read_one(path, path.as_posix())]
    return (
        tuple(found for found in results if isinstance(found, Source)),
        tuple(found for found in results if isinstance(found, Problem)),
    )


def _files(folder: Path) -> Iterator[Path]:
    """What lies below `folder`, in the order of names; links are given, never followed, and hidden files left out."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith((".", "~$")) or path.name in OWN_FILES:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _read_one(path: Path, name: str) -> Iterator[Source | Problem]:
    """What reading the one file gives: its source, and any problem with it or its name."""
    if path.is_symlink():
        yield problem("R004", name)
        return
    if not path.is_file():
        yield problem("R005", name)
        return
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield problem("R007", name, suffix=path.suffix, known="、".join(READERS))
        return
    awkward = [what for pattern, what in _AWKWARD if pattern.search(path.name)]
    if awkward:
        yield problem("R006", name, what="、".join(awkward))
    try:
        content = path.read_bytes()
    except OSError as error:
        yield problem("R008", name, reason=error.strerror or type(error).__name__)
        return
    yield reader(content, name)
