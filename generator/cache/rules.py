"""By which rules this programme works, in one hash."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).parent.parent


@cache
def rules(package: Path = _PACKAGE) -> bytes:
    """A hash of every file of `package` (programmes and tables), of Python, and of the packages installed."""
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    return digest(
        [sys.version.encode(), "\n".join(installed).encode(), *content(package, _files(package))],
    )


def digest(parts: Iterable[bytes]) -> bytes:
    """A hash of `parts` that tells where each ends.

    >>> digest([b"a", b"bc"]) == digest([b"ab", b"c"])
    False
    """
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def content(folder: Path, paths: Iterable[Path]) -> Iterable[bytes]:
    """Each path relative to `folder`, and what stands there; of what is no file or cannot be read, that it is so."""
    for path in paths:
        yield path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
        try:
            yield path.read_bytes() if path.is_file() and not path.is_symlink() else b"no file"
        except OSError:
            yield b"no reading"


def _files(package: Path) -> list[Path]:
    """The files of the package, but not what Python makes of them."""
    return sorted(path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
