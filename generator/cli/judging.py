"""The command that tells how well an archive was read: evaluate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import analysis, evaluation
from generator.cli import arguments, read
from generator.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command()
@click.argument("folders", metavar="[FOLDER]…", nargs=-1, type=arguments.folder)
@arguments.seeds
@click.option("--gold", type=arguments.folder, help="人工答案所在的文件夹：用它给 --seeds 里的讲话打分")
@click.option("--min-df", type=click.IntRange(1), help="提法至少见于几篇讲话（默认随篇数而定）")
@click.option("--no-lexicon", is_flag=True, help="不用自带的全国提法表")
def evaluate(folders: Sequence[Path], seeds: Path, gold: Path | None, min_df: int | None, *, no_lexicon: bool) -> None:
    """对照人工答案给出准确率、召回率和 F1；给出每个文件夹里 60 条提法的抽样表，供人评判。"""
    if gold is None and not folders:
        raise click.UsageError("请用 --gold 指明人工答案，或给出要抽样的文件夹。")
    if gold and (lacking := evaluation.lacking(gold)):
        raise click.UsageError(f"{gold} 里没有 {'、'.join(lacking)}。")
    options = Options(min_df=min_df, lexicon=not no_lexicon)
    if gold:
        made = read.mined(seeds, options)
        shared = analysis.parallels(made.corpus, made.slogans)
        for score in evaluation.scores(made.corpus, made.slogans, shared, evaluation.read(gold)):
            told = f"{score.right} 对，{score.wrong} 错，{score.missed} 漏"
            click.echo(f"{score.name:<18} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  {told}")
    for folder in folders:
        made = read.mined(folder, options)
        click.echo(f"\n## {folder}：{len(made.corpus.speeches)} 篇，{len(made.slogans)} 条提法\n")
        for line in evaluation.sample(made.corpus, made.slogans):
            click.echo(line)
