"""The commands about words: slogans, passages, concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import analysis, report
from generator.cli import arguments, read, terminal
from generator.options import Options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@arguments.seeds
@click.option("--min-df", type=click.IntRange(1), help="提法至少见于几篇讲话（默认随篇数而定）")
@click.option("--no-lexicon", is_flag=True, help="不用自带的全国提法表")
def slogans(seeds: Path, min_df: int | None, *, no_lexicon: bool) -> None:
    """把找到的提法写成 JSON。"""
    made = read.mined(seeds, Options(min_df=min_df, lexicon=not no_lexicon))
    terminal.write_json(report.slogans(made.corpus, made.slogans))


@click.command()
@arguments.seeds
def passages(seeds: Path) -> None:
    """把几篇讲话共有的段落写成 JSON。"""
    made = read.mined(seeds, Options())
    terminal.write_json(report.passages(made.corpus, analysis.parallels(made.corpus, made.slogans)))


@click.command()
@click.argument("form")
@arguments.seeds
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.option("--csv", "as_csv", is_flag=True, help="输出 CSV")
@click.option(
    "--sort",
    "order",
    type=click.Choice(tuple(analysis.ORDERS)),
    default="date",
    show_default=True,
    help="按左边、右边的词语，按讲话题目，或按日期排列",
)
def concordance(form: str, seeds: Path, order: str, *, as_json: bool, as_csv: bool) -> None:
    """列出一个词语的每一处，连同上下文。"""
    if as_json and as_csv:
        raise click.UsageError("--json 和 --csv 只能选一个。")
    corpus = read.archive(seeds, Options()).corpus
    lines = report.kwic(corpus, analysis.in_order(corpus, analysis.concordance(corpus, form), order))
    if as_json:
        terminal.write_json(lines)
    elif as_csv:
        terminal.write_bytes(report.kwic_table(lines))
    else:
        for line in lines:
            left = f"{line['left']}".rjust(analysis.CONTEXT, "　")
            click.echo(f"{left}【{line['node']}】{line['right']}  {line['file']}#{line['paragraph']}")
