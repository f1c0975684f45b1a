"""Whether a build would only find what is there: all that went in, and all that came out."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from generator import atomic
from generator.cache.rules import content, digest, rules
from generator.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """What a build told; `given` is the hash of what it read, `left` of what it wrote."""

    given: str
    left: str
    speeches: int
    slogans: int
    files: int
    problems: tuple[Problem, ...]


def contents(folders: Sequence[Path], but: Path) -> str:
    """All that stands in `folders` (except the file `but`), and the rules, in one hash."""
    found = ((folder, sorted(path for path in folder.rglob("*") if path != but)) for folder in folders)
    return digest([rules(), *(digest(content(*each)) for each in found)]).hex()


def places(folders: Iterable[Path], files: Sequence[Path] = ()) -> str:
    """The names, sizes and times of all that stands in `folders` and of `files`, in one hash.

    Enough for what only this programme writes, and much quicker than to read it all.
    """
    found = sorted(
        (*(place for folder in folders for place in _below(str(folder))), *(_place(str(file)) for file in files))
    )
    return digest(f"{name}\n{size}\n{time}".encode("utf-8", "surrogateescape") for name, size, time in found).hex()


def _below(folder: str) -> Iterator[tuple[str, int, int]]:
    """Every file below `folder` by name, size and time of its last change."""
    for inside, _, names in os.walk(folder):
        for name in names:
            yield _place(os.path.join(inside, name))  # noqa: PTH118 - a hundred thousand times


def _place(path: str) -> tuple[str, int, int]:
    """A file by name, size and time; one that is not there has neither."""
    try:
        found = os.lstat(path)
    except OSError:
        return path, -1, -1
    return path, found.st_size, found.st_mtime_ns


def done(path: Path) -> Done | None:
    """What the last build left at `path`, if that can be read."""
    try:
        told = json.loads(path.read_bytes())
        problems = (Problem(**{**each, "severity": Severity(each["severity"])}) for each in told.pop("problems"))
        return Done(problems=tuple(problems), **told)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def remember(path: Path, told: Done) -> None:
    """Note what a build told, in one piece."""
    atomic.put(path, json.dumps(asdict(told), ensure_ascii=False).encode())
