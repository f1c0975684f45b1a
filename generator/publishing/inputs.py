"""Digests of all that a site is made from: what a build need not do, because nothing has changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.publishing.record import Given, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: The packages that make pages.
MAKERS: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pymdown-extensions", "pyyaml")
_MOMENT = 2_000_000_000  # nanoseconds; as long as the clock of any file system ticks
_VARIABLE = re.compile(r"!ENV\s+\[?\s*([A-Z_]+)")


def environment(config: Path, folders: Iterable[str], variables: Mapping[str, str]) -> str:
    """The digest of everything that pages are made from but their files.

    That is the configuration in the file `config`, the environment's `variables` and the `folders` (of the theme) that
    it names, and the programmes.
    """
    text = config.read_text("utf-8")
    parts = [
        text,
        *(f"{name}={variables.get(name, '')}" for name in sorted(set(_VARIABLE.findall(text)))),
        *(f"{name} {version(name)}" for name in MAKERS),
        sys.version,
        tree([Path(__file__).parent], ".py"),
        tree(map(Path, folders)),
    ]
    return digest("\0".join(parts).encode())


def tree(folders: Iterable[Path], suffix: str = "") -> str:
    """The digest of all files in `folders`, by name and content; of those whose name ends with `suffix`."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in _files(str(folder)):
            if path.endswith(suffix):
                with open(path, "rb") as file:  # noqa: PTH123 - a third of the time of Path.read_bytes, 10,000 times
                    content = file.read()
                whole.update(f"{path}\0{len(content)}\0".encode())
                whole.update(content)
    return whole.hexdigest()


def _files(folder: str) -> Iterator[str]:
    """All files in `folder`, in an order that is always the same."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        yield from (f"{place}/{name}" for name in sorted(names))


def given(folder: Path, known: Mapping[str, Given]) -> dict[str, Given]:
    """All files in `folder` by their path in it. Of those that are `known`, only what was touched since is read.

    A file that was changed a moment ago may be changed again without showing it, where clocks are coarse. So it is put
    down as if it had changed at no time, and is read the next time too.
    """
    settled = time.time_ns() - _MOMENT
    found = {}
    for path in _files(str(folder)):
        name, at = path[len(str(folder)) + 1 :], os.stat(path)  # noqa: PTH116 - 10,000 times
        before = known.get(name)
        if before and before[1:] == (at.st_size, at.st_mtime_ns, at.st_ctime_ns):
            found[name] = before
        else:
            with open(path, "rb") as file:  # noqa: PTH123 - the same
                content = digest(file.read())
            found[name] = Given(content, at.st_size, at.st_mtime_ns, at.st_ctime_ns if at.st_ctime_ns < settled else 0)
    return found


def whole(environment: str, source: Mapping[str, Given], variables: Mapping[str, str]) -> str:
    """The digest of all: the environment, `source` (the files), the date, which the list of all pages tells."""
    date = variables.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.UTC).date().isoformat()
    return digest("\n".join((environment, date, *(f"{name} {each.digest}" for name, each in source.items()))).encode())
