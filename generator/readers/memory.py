"""What was read before, so that a file that has not changed is not read again: one file of JSON a source.

Kept under the hash of the content, the name and the rules, which are this package and the libraries that read for it.
Refusals are not kept: what was too slow or lacked a program may be read another time. Nothing here is worth saving.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator import atomic
from generator.model import Line, LineKind, Problem, Severity, Source

if TYPE_CHECKING:
    from collections.abc import Callable

_LIBRARIES: Final = ("markdown-it-py", "pypdf", "trafilatura")
_RULES: Final = ("readers/**/*", "model/*.py", "problems.py")


class Memory:
    """Sources kept in a folder; in None, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def source(self, content: bytes, name: str, read: Callable[[], Source | Problem]) -> Source | Problem:
        """What the file `name` with that content gives: remembered, or else as `read` says."""
        if self._folder is None:
            return read()
        path = self._folder / f"{_key(content, name)}.json"
        known = _kept(path)
        if known:
            return known
        found = read()
        if isinstance(found, Source):
            with contextlib.suppress(OSError):  # a folder that cannot be written to costs only time
                atomic.put(path, json.dumps(asdict(found)).encode())
        return found


def _key(content: bytes, name: str) -> str:
    """The name of a memory."""
    parts = (rules().encode(), name.encode("utf-8", "surrogateescape"), content)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def rules() -> str:
    """What all reading depends on besides the file: other rules, another version."""
    home = Path(__file__).parent.parent
    files = sorted(path for kind in _RULES for path in home.glob(kind) if path.is_file() and path.suffix != ".pyc")
    version = hashlib.sha256(" ".join(metadata.version(library) for library in _LIBRARIES).encode())
    for path in files:
        version.update(hashlib.sha256(path.read_bytes()).digest())
    return version.hexdigest()


def _kept(path: Path) -> Source | None:
    """The source in a file, if there is a whole one."""
    try:
        record = json.loads(path.read_bytes())
        lines = tuple(Line(**{**line, "kind": LineKind(line["kind"])}) for line in record["lines"])
        problems = tuple(Problem(**{**each, "severity": Severity(each["severity"])}) for each in record["problems"])
        return Source(record["path"], lines, problems)
    except (OSError, ValueError, TypeError, KeyError):
        return None
