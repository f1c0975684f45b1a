"""The command that tells an archivist what to look at: lines for tools, groups for people, a page, a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator import atomic, pipeline, serve
from generator.cli import arguments, read, terminal
from generator.model import Severity
from generator.options import Options
from generator.report.files import File, files, known, summary, table
from generator.report.page import page
from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


_file = click.Path(dir_okay=False, path_type=Path)


@click.command()
@arguments.seeds
@click.option("--grouped/--lines", default=None, help="按文件归类，或每行一个问题（在终端里归类，否则每行一个）")
@click.option("--html", type=_file, help="另写一份网页报告，连同识别的题目、演讲人、日期")
@click.option("--csv", type=_file, help="另写一份表格，可用 Excel 打开")
@click.option("--watch", is_flag=True, help="文件一改就重新检查，按 Ctrl+C 停止")
@arguments.strict
def check(seeds: Path, html: Path | None, csv: Path | None, *, grouped: bool | None, watch: bool, strict: bool) -> None:
    """列出讲话文件的问题，每个都写明怎么办。"""
    _refuse_inside(seeds, html, csv)
    for _ in serve.changes(seeds) if watch else (None,):
        made = read.archive(seeds, Options())
        _tell(made, grouped=grouped)
        _write(made, seeds, html, csv)
    if strict and any(map(pipeline.is_fatal, made.problems)):
        raise SystemExit(1)


def _tell(made: pipeline.Archive, *, grouped: bool | None) -> None:
    """Tell the archive's problems on standard output: by file (`grouped`; None: if someone looks on), else in lines."""
    if sys.stdout.isatty() if grouped is None else grouped:
        for line in _groups(_files(made)):
            click.echo(line)
    else:
        for each in made.problems:
            click.echo(terminal.line(each))


def _write(made: pipeline.Archive, seeds: Path, html: Path | None, csv: Path | None) -> None:
    """Write the report into the files that are asked for."""
    found = _files(made)
    if html:
        atomic.put(html, page(found, seeds.name, read.today()).encode())
    if csv:
        atomic.put(csv, table(found).encode())
    for path in filter(None, (html, csv)):
        terminal.say(f"已写入 {path}")


def _refuse_inside(seeds: Path, *paths: Path | None) -> None:
    """Stop if a report would be written among the speeches, where it would be read as one."""
    for path in paths:
        if path and path.resolve().is_relative_to(seeds.resolve()):
            raise click.UsageError(f"报告不能写在讲话文件夹里：{path}。请换一个地方。")


def _files(made: pipeline.Archive) -> Sequence[File]:
    """The archive's files, hidden speeches among them."""
    return files((*made.corpus.speeches, *made.hidden), made.problems)


def _groups(found: Sequence[File]) -> Iterator[str]:
    """The lines for people; files without a problem only count."""
    for file in found:
        if file.problems:
            yield click.style(terminal.visible(file.path), bold=True)
            facts = [terminal.visible(value) for _, _, value in known(file.speech) if value] if file.speech else []
            if facts:
                yield click.style(f"  {'　'.join(facts)}", dim=True)
            for each in file.problems:
                label = click.style(labels.SEVERITIES[each.severity], fg=_COLOURS[each.severity])
                where = labels.LINE.format(line=each.line) + "：" if each.line else ""
                yield f"  {label}　{where}{terminal.visible(each.message)}（{each.code}）"
            yield ""
    yield summary(found)
