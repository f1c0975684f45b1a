"""The command that holds a built site against what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import verification
from generator.cli import arguments, configuration, read, terminal
from generator.options import Options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("site", type=arguments.folder, default=arguments.SITE)
@arguments.seeds
@click.option("--no-seeds", is_flag=True, help="手边没有讲话文件：只查网站本身")
def verify(site: Path, seeds: Path, *, no_seeds: bool) -> None:
    """检查生成好的网站：链接、永久编号、文字、数目、安全。"""
    speeches = () if no_seeds else read.archive(seeds, Options()).corpus.speeches
    wrong = verification.problems(site, speeches, home=configuration.site_url(arguments.CONFIG))
    terminal.tell(wrong)
    if wrong:
        raise SystemExit(1)
    terminal.say(f"{site} 没有问题。")
