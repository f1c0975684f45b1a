"""The command that writes the catalogue for the archivist to correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import atomic, readers, structure
from generator import catalogue as cataloguing
from generator.cli import arguments, terminal
from generator.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model import Speech


@click.command()
@arguments.seeds
@click.option(
    "--format", "suffix", type=click.Choice(("yml", "csv", "xlsx")), help="编目表的格式（已有的照旧，新写的用 yml）"
)
def catalogue(seeds: Path, suffix: str | None) -> None:
    """把识别的题目、演讲人、日期等写进编目表，供更正；已写的不动，只添新的。"""
    sources, unread = readers.read(seeds)
    terminal.tell(unread)
    if not _completed(seeds, [structure.parse(source) for source in sources], suffix):
        raise SystemExit(1)


def _completed(seeds: Path, speeches: Iterable[Speech], suffix: str | None) -> bool:
    """Whether the catalogue in `seeds` now has an entry for each of `speeches`; the sentence that says so is told.

    `suffix` is the format of a new one, or has to be that of the one that is there.
    """
    there = cataloguing.existing(seeds)
    path = there[0] if there else seeds / f"catalogue.{suffix or 'yml'}"
    if suffix and path.suffix != f".{suffix}":
        terminal.say(f"已有编目表 {path}。编目表只能有一份；要换格式，请先把它移开。")
        return False
    made = cataloguing.drafted(path.read_bytes() if there else None, path.name, speeches)
    if isinstance(made, Problem):
        terminal.tell([made])
        return False
    content, new = made
    if content and new:
        atomic.put(path, content)
    terminal.say(f"{path}：添了 {new} 篇，原来写好的没有动。" if new else f"{path}：每篇都在，没有改动。")
    return True
