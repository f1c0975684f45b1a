"""The commands. All that touches the terminal is here; messages are for archivists, in Chinese."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from generator import analysis, evaluation, permalinks, pipeline, readers, report, serve, site, structure
from generator.cli import terminal
from generator.options import Options
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Problem

SEEDS, INTO, SITE, CONFIG, REVIEW = (
    Path("seeds"),
    Path("site_src"),
    Path("site"),
    Path("mkdocs.yml"),
    Path("build/review.tsv"),
)

_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_seeds = click.option("--seeds", type=_folder, default=SEEDS, show_default=True, help="放讲话的文件夹")
_into = click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), default=INTO, show_default=True, help="网页源文件夹"
)
_strict = click.option("--strict", is_flag=True, help="有任何问题就以 1 退出")
_locked = click.option("--locked", is_flag=True, help="永久编号簿若会变动，就以 1 退出，什么也不写")
_workers = click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="同时工作的进程数")
_min_df = click.option("--min-df", type=click.IntRange(1), help="提法至少见于几篇讲话（默认随篇数而定）")
_no_lexicon = click.option("--no-lexicon", is_flag=True, help="不用自带的全国提法表")

_status = Console(stderr=True, highlight=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """把讲话文件做成可以检索、引用的静态网站。"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@main.command()
@_seeds
@_into
@_strict
@_locked
@_workers
def generate(seeds: Path, into: Path, *, strict: bool, locked: bool, workers: int) -> None:
    """读讲话，写出 Markdown 和数据文件。"""
    made = _archive(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into)
    _finish(made.problems, strict=strict)


@main.command()
@_seeds
@_into
@click.option(
    "--site",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    default=SITE,
    show_default=True,
    help="网站输出的文件夹",
)
@_strict
@_locked
@_workers
def build(seeds: Path, into: Path, target: Path, *, strict: bool, locked: bool, workers: int) -> None:
    """生成整个网站；全部成功才替换旧站。"""
    made = _archive(seeds, Options(workers=workers))
    _guard(made, locked=locked)
    _write(made, seeds, into)
    with _status.status("正在生成网页……"):
        broken = site.publish(CONFIG, into, target)
    if broken:
        terminal.tell(broken)
        terminal.say("网站没有更新，旧的网站原样保留。")
        raise SystemExit(1)
    terminal.say(f"网站已生成：{target}")
    _finish(made.problems, strict=strict)


@main.command()
@_seeds
@_strict
def check(seeds: Path, *, strict: bool) -> None:
    """列出讲话文件的问题，每行一个。"""
    made = _archive(seeds, Options())
    for each in made.problems:
        click.echo(terminal.line(each))
    if strict and any(map(pipeline.is_fatal, made.problems)):
        raise SystemExit(1)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--seeds", type=_folder, help="读整个文件夹，连同它的永久编号")
def inspect(paths: Sequence[Path], seeds: Path | None) -> None:
    """把识别结果写成 JSON，每篇一个对象。"""
    if seeds:
        corpus, problems = (made := _archive(seeds, Options())).corpus, made.problems
    else:
        sources, unread = readers.read_files(paths)
        corpus, _ = permalinks.assign([structure.parse(source) for source in sources], permalinks.Ledger(), _today())
        problems = (*unread, *(each for speech in corpus.speeches for each in speech.problems))
    terminal.write_json(
        [report.inspected(speech) for speech in sorted(corpus.speeches, key=lambda speech: speech.path)]
    )
    terminal.tell(problems)


@main.command()
@_seeds
@_min_df
@_no_lexicon
def slogans(seeds: Path, min_df: int | None, *, no_lexicon: bool) -> None:
    """把找到的提法写成 JSON。"""
    made = _archive(seeds, Options(min_df=min_df, lexicon=not no_lexicon))
    terminal.write_json(report.slogans(made.corpus, made.links))


@main.command()
@_seeds
def passages(seeds: Path) -> None:
    """把几篇讲话共有的段落写成 JSON。"""
    made = _archive(seeds, Options())
    terminal.write_json(report.passages(made.corpus, made.links))


@main.command()
@click.argument("folders", metavar="[FOLDER]…", nargs=-1, type=_folder)
@_seeds
@click.option("--gold", type=_folder, help="人工答案所在的文件夹：用它给 --seeds 里的讲话打分")
@_min_df
@_no_lexicon
def evaluate(folders: Sequence[Path], seeds: Path, gold: Path | None, min_df: int | None, *, no_lexicon: bool) -> None:
    """对照人工答案给出准确率、召回率和 F1；给出每个文件夹里 60 条提法的抽样表，供人评判。"""
    if gold is None and not folders:
        raise click.UsageError("请用 --gold 指明人工答案，或给出要抽样的文件夹。")
    if gold and (lacking := evaluation.lacking(gold)):
        raise click.UsageError(f"{gold} 里没有 {'、'.join(lacking)}。")
    options = Options(min_df=min_df, lexicon=not no_lexicon)
    if gold:
        made = _archive(seeds, options)
        for score in evaluation.scores(made.corpus, made.links, evaluation.read(gold)):
            told = f"{score.right} 对，{score.wrong} 错，{score.missed} 漏"
            click.echo(f"{score.name:<18} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  {told}")
    for folder in folders:
        made = _archive(folder, options)
        click.echo(f"\n## {folder}：{len(made.corpus.speeches)} 篇，{len(made.links.slogans)} 条提法\n")
        for line in evaluation.sample(made.corpus, made.links):
            click.echo(line)


@main.command()
@click.argument("form")
@_seeds
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.option("--csv", "as_csv", is_flag=True, help="输出 CSV")
def concordance(form: str, seeds: Path, *, as_json: bool, as_csv: bool) -> None:
    """列出一个词语的每一处，连同上下文。"""
    if as_json and as_csv:
        raise click.UsageError("--json 和 --csv 只能选一个。")
    corpus = _archive(seeds, Options()).corpus
    lines = report.kwic(corpus, analysis.concordance(corpus, form))
    if as_json:
        terminal.write_json(lines)
    elif as_csv:
        table = io.StringIO()
        writer = csv.DictWriter(table, ["file", "speech", "paragraph", "start", "end", "left", "node", "right"])
        writer.writeheader()
        writer.writerows(lines)
        terminal.write_bytes(table.getvalue())
    else:
        for line in lines:
            left = f"{line['left']}".rjust(analysis.CONTEXT, "　")
            click.echo(f"{left}【{line['node']}】{line['right']}  {line['file']}#{line['paragraph']}")


@main.command()
@_seeds
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


@main.command()
@click.argument("citation")
@_seeds
def resolve(citation: str, seeds: Path) -> None:
    """找到链接或引文所指的段落，即使它已经移动、合并或删除。"""
    made = _archive(seeds, Options())
    place = site.resolve(citation, made.corpus, made.ledger or made.known)
    if place is None:
        terminal.say("没有找到：这里面没有本库发布过的链接。")
        raise SystemExit(1)
    if place.gone:
        terminal.say(f"这一处已于 {place.gone} 删除，原文如下。")
    if place.changed:
        terminal.say("引用之后，这一处的文字有改动，现在的文字如下。")
    where = f"{place.path}:{place.line}: " if place.path else ""
    click.echo(f"{where}{place.address} {place.words}")


@main.command("serve")
@_seeds
@_into
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve_command(seeds: Path, into: Path, port: int) -> None:
    """在本机预览网站；讲话、提法表或程序一改，页面就更新。"""
    serve.serve(CONFIG, seeds, into, port)


def _archive(seeds: Path, options: Options) -> pipeline.Archive:
    """The archive in `seeds`, with a sign of life in the terminal."""
    with _status.status("正在读讲话、找提法……"):
        return pipeline.archive(seeds, _today(), options)


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
    written = site.write(site.pages(made.corpus, made.links, made.problems, made.ledger), into)
    permalinks.write(made.ledger, seeds / pipeline.LEDGER)
    site.write_file(REVIEW, report.candidates(made.links))
    speeches, found = len(made.corpus.speeches), len(made.links.slogans)
    terminal.say(f"{speeches} 篇讲话，{found} 条提法。")
    terminal.say(f"写入 {written.written} 个文件，{written.unchanged} 个没有变化，删去 {written.deleted} 个。")


def _finish(problems: Iterable[Problem], *, strict: bool) -> None:
    """Tell the problems; exit 1 if `strict` and one of them counts."""
    problems = tuple(problems)
    terminal.tell(problems)
    if strict and any(map(pipeline.is_fatal, problems)):
        raise SystemExit(1)


def _today() -> str:
    """The build's date (UTC), as SOURCE_DATE_EPOCH has it where that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return now.date().isoformat()
