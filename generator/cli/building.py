"""The commands that make pages: generate, build, serve; and the one that packs them: offline."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from generator import publishing
from generator import serve as serving
from generator.cli import arguments, configuration, read, terminal, writing
from generator.cli.generating import Wanted, generated
from generator.copies import can_print
from generator.model import Copy
from generator.publishing import offline as zipped
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


@click.command()
@arguments.seeds
@arguments.into
@arguments.strict
@arguments.locked
@arguments.workers
@arguments.cluster
@arguments.copies
def generate(seeds: Path, into: Path, *, strict: bool, locked: bool, workers: int, cluster: str, copies: str) -> None:
    """读讲话，写出 Markdown 和数据文件。"""
    wanted = Wanted(seeds, into, Work(workers, cluster), _able(copies), locked)
    with writing.alone(into):
        made = generated(wanted)
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
@arguments.cluster
@arguments.copies
@click.option("--plain", is_flag=True, help="网页全由 MkDocs 生成（结果相同，慢得多）")
def build(
    seeds: Path,
    into: Path,
    target: Path,
    *,
    strict: bool,
    locked: bool,
    workers: int,
    cluster: str,
    copies: str,
    plain: bool,
) -> None:
    """生成整个网站；全部成功才替换旧站。"""
    wanted = Wanted(seeds, into, Work(workers, cluster), _able(copies), locked)
    with writing.alone(into):
        made = generated(wanted)
        with read.status.status("正在生成网页……"):
            published = publishing.publish(
                arguments.CONFIG,
                into,
                target,
                arguments.record(target),
                made.speeches,
                home=configuration.site_url(arguments.CONFIG),
                fast=not plain,
                workers=workers,
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
    site = arguments.PREVIEW.absolute()
    terminal.say(f"预览：http://127.0.0.1:{port}/（按 Ctrl+C 结束）")
    serving.serve(partial(_rebuilt, seeds, into, site), serving.folders(seeds, into), site, port)


@click.command()
@click.option("--site", "source", type=arguments.folder, default=arguments.SITE, show_default=True, help="生成好的网站")
@click.option("--to", "target", type=arguments.file, default=arguments.ZIP, show_default=True, help="压缩包")
def offline(source: Path, target: Path) -> None:
    """把生成好的网站装进压缩包，解压后双击就能看，检索也能用。"""
    count = zipped.write(source, target)
    terminal.say(f"离线版已生成：{target}（{count} 个文件，{target.stat().st_size / 1e6:.1f} MB）")


def _rebuilt(seeds: Path, into: Path, site: Path) -> None:
    """Build the site for the preview; what is wrong is told, and the preview goes on with what it has."""
    with suppress(SystemExit):
        build(["--seeds", str(seeds), "--into", str(into), "--site", str(site)])


def _able(copies: str) -> Collection[Copy]:
    """The kinds of copies of that choice; refused if this machine cannot make them."""
    kinds = arguments.COPIES[copies]
    if Copy.PDF in kinds and not can_print():
        raise click.UsageError("做 PDF 要用 WeasyPrint，这里没有安装。请运行 make pdf，或者改用 --copies light。")
    return kinds
