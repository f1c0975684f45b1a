"""The commands that make pages: generate, build, serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import atomic, export, permalinks, pipeline, publishing, report, search, site
from generator import serve as serving
from generator.cli import arguments, configuration, read, terminal
from generator.options import Options
from generator.problems import problem
from generator.search.script import script
from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.model import Corpus, Links


@click.command()
@arguments.seeds
@arguments.into
@arguments.strict
@arguments.locked
@arguments.workers
def generate(seeds: Path, into: Path, *, strict: bool, locked: bool, workers: int) -> None:
    """读讲话，写出 Markdown 和数据文件。"""
    made = read.mined(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into)
    read.finish(made.problems, strict=strict)


@click.command()
@arguments.seeds
@arguments.into
@click.option(
    "--site", "target", type=arguments.output, default=arguments.SITE, show_default=True, help="网站输出的文件夹"
)
@arguments.strict
@arguments.locked
@arguments.workers
@click.option("--plain", is_flag=True, help="网页全由 MkDocs 生成（结果相同，慢得多）")
def build(seeds: Path, into: Path, target: Path, *, strict: bool, locked: bool, workers: int, plain: bool) -> None:
    """生成整个网站；全部成功才替换旧站。"""
    made = read.mined(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into)
    with read.status.status("正在生成网页……"):
        published = publishing.publish(
            arguments.CONFIG, into, target, arguments.RECORD, fast=not plain, workers=workers
        )
    terminal.tell((*published.told, *published.wrong))
    if published.wrong:
        terminal.say("网站没有更新，旧的网站原样保留。")
        raise SystemExit(1)
    terminal.say(f"网站已生成：{target}（{published.changed} 个文件有变化，删去 {published.gone} 个）")
    read.finish(made.problems, strict=strict)


@click.command()
@arguments.seeds
@arguments.into
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve(seeds: Path, into: Path, port: int) -> None:
    """在本机预览网站；讲话、提法表或程序一改，页面就更新。"""
    serving.serve(arguments.CONFIG, seeds, into, port)


def _guard(made: pipeline.Archive, *, locked: bool) -> None:
    """Stop before anything is written if a published id would get lost, or if `locked` and the ledger would change."""
    if made.ledger is None:
        terminal.tell(made.problems)
        raise SystemExit(1)
    lost = permalinks.dropped(made.known, made.ledger)
    if lost:
        raise AssertionError(f"published ids without a state: {lost}")
    if locked and permalinks.changed(made.known, made.ledger):
        before = dict(made.known.entries())
        what = next(key for key, entry in made.ledger.entries() if before.get(key) != entry)
        terminal.tell([problem("I002", pipeline.LEDGER, what=what)])
        raise SystemExit(1)


def _write(made: pipeline.Archive, seeds: Path, into: Path) -> None:
    """Write the pages, the ledger and the review file; say what changed."""
    if made.ledger is None:
        return
    links = read.linked(made)
    pages = site.pages(made.corpus, links, made.problems, made.ledger, made.hidden)
    data = export.files(export.Publication(made.corpus, links, made.ledger, configuration.site_url(arguments.CONFIG)))
    written = site.write({**pages, **data, **_search(made.corpus, links, into / paths.SEARCH_PARTS)}, into)
    permalinks.write(made.ledger, seeds / pipeline.LEDGER)
    atomic.put(arguments.REVIEW, report.candidates(links).encode())
    speeches, found = len(made.corpus.speeches), len(made.slogans)
    terminal.say(f"{speeches} 篇讲话，{found} 条提法。")
    terminal.say(f"写入 {written.written} 个文件，{written.unchanged} 个没有变化，删去 {written.deleted} 个。")


def _search(corpus: Corpus, links: Links, parts: Path) -> Mapping[str, str | bytes]:
    """The search's index, and its scripts, made of the `parts` in that folder if they are there."""
    index = {f"{paths.SEARCH_INDEX}{name}": data for name, data in search.files(corpus, links).items()}
    if not parts.is_dir():
        return index
    engine, shown = ({path.stem: path.read_text("utf-8") for path in parts.glob(kind)} for kind in ("*.mjs", "ui/*.js"))
    return {**site.search_scripts(script(engine), shown), **index}
