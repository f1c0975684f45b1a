"""Reading the archive for a command, and what is said at its end."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from rich.console import Console

from generator import pipeline
from generator.cli import arguments, terminal
from generator.work import UnlikeError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.model import Links, Problem
    from generator.options import Options

status = Console(stderr=True, highlight=False)


def archive(seeds: Path, options: Options) -> pipeline.Archive:
    """The archive in `seeds` as it was read, with a sign of life in the terminal."""
    with status.status("正在读讲话……"):
        return pipeline.archive(seeds, today(), replace(options, cache=arguments.CACHE))


def mined(seeds: Path, options: Options) -> pipeline.Archive:
    """The archive in `seeds` with its slogans."""
    made = archive(seeds, options)
    with status.status("正在找提法……"):
        return pipeline.mined(made)


def linked(found: pipeline.Archive) -> Links:
    """What the slogans of a mined archive say of its speeches, and what speeches share."""
    with status.status("正在比较各篇讲话……"):
        return pipeline.linked(found)


@contextmanager
def reachable() -> Iterator[None]:
    """Say why and stop where a cluster cannot be worked with."""
    try:
        yield
    except UnreachableError as error:
        raise click.UsageError(f"连不上集群 {error}，请核对 --cluster 的地址。") from None
    except UnlikeError as error:
        raise click.UsageError(f"集群中 {error} 上的程序与这里的不同，请装同一版本。") from None


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
