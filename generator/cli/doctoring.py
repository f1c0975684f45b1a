"""The command that says what this computer lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from generator.cli import arguments, terminal
from generator.doctor import State, findings

_COLOURS: Final = {State.GOOD: "green", State.NOTE: "yellow", State.BAD: "red"}
_LOCK: Final = Path("requirements/site.txt")


@click.command()
@arguments.seeds
def doctor(seeds: Path) -> None:
    """检查这台电脑：Python、组件、LibreOffice、字体、磁盘、文件夹、永久编号簿。"""
    bad = 0
    for found in findings(seeds, (arguments.INTO, arguments.SITE), _LOCK):
        bad += found.state is State.BAD
        click.echo(f"{click.style(found.state.value, fg=_COLOURS[found.state])}　{terminal.visible(found.what)}")
        if found.remedy:
            click.echo(f"　　　{terminal.visible(found.remedy)}")
    click.echo(f"有 {bad} 项要修。" if bad else "可以生成网站：python -m generator build")
    if bad:
        raise SystemExit(1)
