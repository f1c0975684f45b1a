"""The commands that make pages: generate, build, serve, offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import atomic, permalinks, pipeline, publishing, report, search, site
from generator import serve as serving
from generator.cli import arguments, read, terminal
from generator.copies import can_print, files
from generator.model import Copy
from generator.options import Options
from generator.problems import problem
from generator.publishing import offline as zipped
from generator.search.script import script
from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.model import Corpus, Links


@click.command()
@arguments.seeds
@arguments.into
@arguments.strict
@arguments.locked
@arguments.workers
@arguments.copies
def generate(seeds: Path, into: Path, *, strict: bool, locked: bool, workers: int, copies: str) -> None:
    """读讲话，写出 Markdown 和数据文件。"""
    _able(copies)
    made = read.mined(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into, copies)
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
@arguments.copies
@click.option("--plain", is_flag=True, help="网页全由 MkDocs 生成（结果相同，慢得多）")
def build(
    seeds: Path, into: Path, target: Path, *, strict: bool, locked: bool, workers: int, copies: str, plain: bool
) -> None:
    """生成整个网站；全部成功才替换旧站。"""
    _able(copies)
    made = read.mined(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into, copies)
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


@click.command()
@click.option("--site", "source", type=arguments.folder, default=arguments.SITE, show_default=True, help="生成好的网站")
@click.option("--to", "target", type=arguments.file, default=arguments.ZIP, show_default=True, help="压缩包")
def offline(source: Path, target: Path) -> None:
    """把生成好的网站装进压缩包，解压后双击就能看，检索也能用。"""
    count = zipped.write(source, target)
    terminal.say(f"离线版已生成：{target}（{count} 个文件，{target.stat().st_size / 1e6:.1f} MB）")


def _able(copies: str) -> None:
    """Refuse copies that this machine cannot make."""
    if Copy.PDF in arguments.COPIES[copies] and not can_print():
        raise click.UsageError("做 PDF 要用 WeasyPrint，这里没有安装。请运行 make pdf，或者改用 --copies light。")


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


def _write(made: pipeline.Archive, seeds: Path, into: Path, copies: str) -> None:
    """Write the pages, the copies of that choice, the ledger and the review file; say what changed."""
    if made.ledger is None:
        return
    links = read.linked(made)
    kinds = arguments.COPIES[copies]
    pages = site.pages(made.corpus, links, made.problems, made.ledger, hidden=made.hidden, copies=kinds)
    searched = _search(made.corpus, links, into / paths.SEARCH_PARTS)
    written = site.write({**pages, **searched, **_copies(made, kinds)}, into)
    permalinks.write(made.ledger, seeds / pipeline.LEDGER)
    atomic.put(arguments.REVIEW, report.candidates(links).encode())
    speeches, found = len(made.corpus.speeches), len(made.slogans)
    terminal.say(f"{speeches} 篇讲话，{found} 条提法。")
    terminal.say(f"写入 {written.written} 个文件，{written.unchanged} 个没有变化，删去 {written.deleted} 个。")


def _copies(made: pipeline.Archive, kinds: Collection[Copy]) -> Mapping[str, bytes]:
    """The copies of those kinds for readers to take away."""
    if made.ledger is None or not kinds:
        return {}
    with read.status.status("正在制作供下载的讲话……"):
        return files(made.corpus, made.ledger, kinds, made.options.workers, arguments.PRINTED)


def _search(corpus: Corpus, links: Links, parts: Path) -> Mapping[str, str | bytes]:
    """The search's index, and its scripts, made of the `parts` in that folder if they are there."""
    index = {f"{paths.SEARCH_INDEX}{name}": data for name, data in search.files(corpus, links).items()}
    if not parts.is_dir():
        return index
    engine, shown = ({path.stem: path.read_text("utf-8") for path in parts.glob(kind)} for kind in ("*.mjs", "ui/*.js"))
    return {**site.search_scripts(script(engine), shown), **index}
