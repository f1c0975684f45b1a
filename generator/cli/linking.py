"""The commands about permanent links: links, resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import permalinks, pipeline, site
from generator.cli import arguments, read, terminal
from generator.options import Options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@arguments.seeds
@click.option("--review", is_flag=True, help="只列可能改写过、需要人看的段落")
def links(seeds: Path, *, review: bool) -> None:
    """列出已不在原处的永久链接，以及它们的去向。"""
    ledger = permalinks.read(seeds / pipeline.LEDGER)
    if not isinstance(ledger, permalinks.Ledger):
        terminal.tell([ledger])
        raise SystemExit(1)
    if review:
        for doubt in permalinks.review(ledger):
            click.echo(f"{doubt.key}\t{doubt.text}\n{doubt.near}\t{doubt.near_text}\n")
        return
    for key, entry in ledger.entries():
        if not entry.live:
            click.echo(f"{key}\t{entry.state}\t{entry.at}\t{entry.gone}\t{entry.text}")


@click.command()
@click.argument("citation")
@arguments.seeds
def resolve(citation: str, seeds: Path) -> None:
    """找到链接或引文所指的段落，即使它已经移动、合并或删除。"""
    made = read.archive(seeds, Options())
    ledger = permalinks.withheld(made.ledger or made.known, {speech.id for speech in made.hidden})
    place = site.resolve(citation, made.corpus, ledger)
    if place is None:
        terminal.say("没有找到：这里面没有本库发布过的链接。")
        raise SystemExit(1)
    if place.gone:
        terminal.say(f"这一处已于 {place.gone} 删除，原文如下。")
    if place.changed:
        terminal.say("引用之后，这一处的文字有改动，现在的文字如下。")
    where = f"{place.path}:{place.line}: " if place.path else ""
    click.echo(f"{where}{place.address} {place.words}")
