"""The command that tells what was understood of the files, as data: inspect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import permalinks, readers, report, structure
from generator.cli import arguments, read, terminal
from generator.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--seeds", type=arguments.folder, help="读整个文件夹，连同它的永久编号")
def inspect(paths: Sequence[Path], seeds: Path | None) -> None:
    """把识别结果写成 JSON，每篇一个对象。"""
    if seeds:
        corpus, problems = (made := read.archive(seeds, Options())).corpus, made.problems
    else:
        sources, unread = readers.read_files(paths)
        corpus, _ = permalinks.assign(
            [structure.parse(source) for source in sources], permalinks.Ledger(), read.today()
        )
        problems = (*unread, *(each for speech in corpus.speeches for each in speech.problems))
    terminal.write_json(
        [report.inspected(speech) for speech in sorted(corpus.speeches, key=lambda speech: speech.path)]
    )
    terminal.tell(problems)
