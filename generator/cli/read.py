"""Reading the archive for a command, and what is said at its end."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console

from generator import pipeline
from generator.cli import arguments, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model import Links, Problem
    from generator.options import Options

status = Console(stderr=True, highlight=False)


def archive(seeds: Path, options: Options) -> pipeline.Archive:
    """The archive in `seeds` as it was read, with a sign of life in the terminal."""
    with status.status("正在读讲话……"):
        return pipeline.archive(seeds, today(), replace(options, memory=arguments.MEMORY))


def mined(seeds: Path, options: Options) -> pipeline.Archive:
    """The archive in `seeds` with its slogans."""
    made = archive(seeds, options)
    with status.status("正在找提法……"):
        return pipeline.mined(made)


def linked(found: pipeline.Archive) -> Links:
    """What the slogans of a mined archive say of its speeches, and what speeches share."""
    with status.status("正在比较各篇讲话……"):
        return pipeline.linked(found)


def finish(problems: Iterable[Problem], *, strict: bool) -> None:
    """Tell the problems; exit 1 if `strict` and one of them counts."""
    problems = tuple(problems)
    terminal.tell(problems)
    if strict and any(map(pipeline.is_fatal, problems)):
        raise SystemExit(1)


def today() -> str:
    """The build's date (UTC), as SOURCE_DATE_EPOCH has it where that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return now.date().isoformat()
