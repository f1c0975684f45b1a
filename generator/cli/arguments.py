"""Options that several commands have, and where things are by default."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from generator.model import Copy

SEEDS, INTO, SITE, CONFIG, CACHE, STAMP, PRINTED, ZIP, PREVIEW = (
    Path("seeds"),
    Path("site_src"),
    Path("site"),
    Path("mkdocs.yml"),
    Path(".cache/speeches.sqlite"),
    Path(".cache/last.json"),
    Path(".cache/pdf"),
    Path("build/offline.zip"),
    Path("build/preview"),
)
#: The copies for readers that a build makes.
COPIES = {"none": (), "light": (Copy.EPUB,), "full": tuple(Copy)}


def record(site: Path) -> Path:
    """Where it is kept what the site in that folder consists of."""
    return Path("build", f"{site.name}.json")


folder = click.Path(exists=True, file_okay=False, path_type=Path)
file = click.Path(dir_okay=False, path_type=Path)
output = click.Path(file_okay=False, path_type=Path)
seeds = click.option("--seeds", type=folder, default=SEEDS, show_default=True, help="放讲话的文件夹")
into = click.option("--into", type=output, default=INTO, show_default=True, help="网页源文件夹")
strict = click.option("--strict", is_flag=True, help="有任何问题就以 1 退出")
locked = click.option("--locked", is_flag=True, help="永久编号簿若会变动，就以 1 退出，什么也不写")
workers = click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="同时工作的进程数")


def _reachable(_context: click.Context, _option: click.Parameter, address: str) -> str:
    """The address of a cluster, if what is needed to reach one is installed."""
    if address and find_spec("distributed") is None:
        raise click.UsageError("--cluster 需要先安装 requirements/cluster.txt 里的程序包（distributed）。")
    return address


cluster = click.option(
    "--cluster",
    metavar="地址",
    default="",
    callback=_reachable,
    help="单篇讲话的工作交给 Dask 集群，如 tcp://10.0.0.1:8786",
)
copies = click.option(
    "--copies",
    type=click.Choice(tuple(COPIES)),
    default="light",
    show_default=True,
    help="供读者下载的讲话：不做，做纯文本和 EPUB，或者再加 PDF",
)
