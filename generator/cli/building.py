"""The commands that make pages: generate, build, serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import atomic, cache, permalinks, pipeline, publishing, report, search, site
from generator import serve as serving
from generator.cli import arguments, read, terminal, writing
from generator.model import Severity
from generator.options import Options
from generator.problems import problem
from generator.search.script import script
from generator.site import Written, paths
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.model import Corpus, Links, Problem, Speech


@click.command()
@arguments.seeds
@arguments.into
@arguments.strict
@arguments.locked
@arguments.workers
@arguments.cluster
def generate(seeds: Path, into: Path, *, strict: bool, locked: bool, workers: int, cluster: str) -> None:
    """读讲话，写出 Markdown 和数据文件。"""
    with writing.alone(into):
        problems, _ = _generated(seeds, into, Work(workers, cluster), locked=locked)
    read.finish(problems, strict=strict)


@click.command()
@arguments.seeds
@arguments.into
@click.option(
    "--site", "target", type=arguments.output, default=arguments.SITE, show_default=True, help="网站输出的文件夹"
)
@arguments.strict
@arguments.locked
@arguments.workers
@arguments.cluster
@click.option("--plain", is_flag=True, help="网页全由 MkDocs 生成（结果相同，慢得多）")
def build(
    seeds: Path, into: Path, target: Path, *, strict: bool, locked: bool, workers: int, cluster: str, plain: bool
) -> None:
    """生成整个网站；全部成功才替换旧站。"""
    with writing.alone(into):
        problems, speeches = _generated(seeds, into, Work(workers, cluster), locked=locked)
        with read.status.status("正在生成网页……"):
            published = publishing.publish(
                arguments.CONFIG, into, target, arguments.RECORD, speeches, fast=not plain, workers=workers
            )
    terminal.tell((*published.told, *published.wrong))
    if published.wrong:
        terminal.say("网站没有更新，旧的网站原样保留。")
        raise SystemExit(1)
    terminal.say(f"网站已生成：{target}（{published.changed} 个文件有变化，删去 {published.gone} 个）")
    read.finish(problems, strict=strict)


@click.command()
@arguments.seeds
@arguments.into
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve(seeds: Path, into: Path, port: int) -> None:
    """在本机预览网站；讲话、提法表或程序一改，页面就更新。"""
    serving.serve(arguments.CONFIG, seeds, into, port)


def _generated(
    seeds: Path, into: Path, work: Work, *, locked: bool
) -> tuple[Sequence[Problem], Callable[[], Sequence[Speech]]]:
    """Generate, unless the last build would only be repeated; the problems, and how to get at the speeches."""
    last, given, ledger = cache.done(arguments.STAMP), _given(seeds, into), seeds / pipeline.LEDGER
    if last and (last.given, last.left) == (given, _left(into, ledger)):
        _say(last.speeches, last.slogans, Written(0, last.files, 0))
        return last.problems, lambda: read.archive(seeds, Options(work=work)).corpus.speeches
    with read.reachable():
        made = read.mined(seeds, Options(work=work))
        _guard(made, locked=locked)
        written = _write(made, seeds, into)
    failed = any(each.severity is Severity.ERROR for each in made.problems)
    if pipeline.is_settled(made) and not failed and _given(seeds, into) == given:
        counts = len(made.corpus.speeches), len(made.slogans), written.written + written.unchanged
        cache.remember(arguments.STAMP, cache.Done(given, _left(into, ledger), *counts, made.problems))
    return made.problems, lambda: made.corpus.speeches


def _given(seeds: Path, into: Path) -> str:
    """What a build reads and does not write, in one hash."""
    return cache.contents([seeds, into / paths.SEARCH_PARTS], but=seeds / pipeline.LEDGER)


def _left(into: Path, ledger: Path) -> str:
    """What a build leaves, in one hash."""
    return cache.places([into], [arguments.REVIEW, ledger])


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


def _write(made: pipeline.Archive, seeds: Path, into: Path) -> Written:
    """Write the pages, the ledger and the review file; say what changed."""
    if made.ledger is None:
        return Written(0, 0, 0)
    links = read.linked(made)
    pages = site.pages(made.corpus, links, made.problems, made.ledger, made.hidden)
    written = site.write({**pages, **_search(made.corpus, links, into / paths.SEARCH_PARTS)}, into)
    permalinks.write(made.ledger, seeds / pipeline.LEDGER)
    atomic.put(arguments.REVIEW, report.candidates(links).encode())
    _say(len(made.corpus.speeches), len(made.slogans), written)
    return written


def _say(speeches: int, slogans: int, written: Written) -> None:
    """Say what there is, and what changed of it."""
    terminal.say(f"{speeches} 篇讲话，{slogans} 条提法。")
    terminal.say(f"写入 {written.written} 个文件，{written.unchanged} 个没有变化，删去 {written.deleted} 个。")


def _search(corpus: Corpus, links: Links, parts: Path) -> Mapping[str, str | bytes]:
    """The search's index, and its scripts, made of the `parts` in that folder if they are there."""
    index = {f"{paths.SEARCH_INDEX}{name}": data for name, data in search.files(corpus, links).items()}
    if not parts.is_dir():
        return index
    engine, shown = ({path.stem: path.read_text("utf-8") for path in parts.glob(kind)} for kind in ("*.mjs", "ui/*.js"))
    return {**site.search_scripts(script(engine), shown), **index}
