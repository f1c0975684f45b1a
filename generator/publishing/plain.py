"""A site built by MkDocs alone: the slow way, which the fast one must equal byte for byte."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from generator.problems import problem

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Problem

#: How MkDocs begins a line about what is wrong. (Under --quiet it would not count warnings, and --strict do nothing.)
_WRONG = ("WARNING", "ERROR", "Error")
_DAY: Final = "SOURCE_DATE_EPOCH"
_PACKAGE: Final = "data/datapackage.json"
#: Spares the archivist Material's farewell to MkDocs; UTF-8 whatever the terminal's encoding.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def built(config: Path, source: Path, into: Path) -> tuple[Problem, ...]:
    """Have MkDocs build the pages in the folder `source` into the folder `into`; what it finds wrong."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        config.name,
        "--site-dir",
        str(into),
    ]
    ran = run(command, config, source)
    if ran.returncode == 0:
        return ()
    told = [line.strip() for line in f"{ran.stdout}\n{ran.stderr}".splitlines() if line.strip()]
    why = [line for line in told if line.startswith(_WRONG)] or told
    return tuple(problem("P002", config.name, why=line) for line in why)


def run(command: list[str], config: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` in the folder of `config`, which learns that the pages are in the folder `source`.

    It finds the modules that this process finds.
    """
    return subprocess.run(  # noqa: S603 - our own interpreter, arguments that are paths
        command,
        cwd=config.absolute().parent,
        env={**os.environ, **_QUIET, **environment(source), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def environment(source: Path) -> dict[str, str]:
    """Through what mkdocs.yml learns where the pages are, and MkDocs what day it is: that of the last change.

    So the same archive gives the same site tomorrow. Whoever sets the day (reproducible-builds.org) has the last word.
    """
    told = {"SITE_SOURCE": str(source.absolute())}
    if not os.environ.get(_DAY) and (changed := _changed(source)):
        told[_DAY] = str(int(changed.timestamp()))
    return told


def _changed(source: Path) -> dt.datetime | None:
    """When the archive last changed, as its data says; None where there is none."""
    try:
        return dt.datetime.fromisoformat(json.loads((source / _PACKAGE).read_bytes())["created"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
