"""What a computer lacks for making a site, and what to do about it: said in plain Chinese, nothing is changed."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from importlib import metadata
from subprocess import PIPE, run
from typing import TYPE_CHECKING, Final

from generator import permalinks
from generator.model import Problem
from generator.readers import office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_PYTHON: Final = (3, 11)
_MEGABYTE: Final = 1 << 20
#: Below the first a build may fail, below the second it is time to make room.
_SCARCE, _LITTLE = 300 * _MEGABYTE, 2000 * _MEGABYTE
_PINNED: Final = re.compile(r"^([a-zA-Z0-9._-]+)==([^\s\\;]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?$", re.MULTILINE)
_MOST: Final = 5


class State(Enum):
    """How it stands with one thing; the value is what an archivist reads."""

    GOOD = "正常"
    NOTE = "注意"
    BAD = "要修"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and if it is not good what to do."""

    state: State
    what: str
    remedy: str = ""


def findings(seeds: Path, folders: Sequence[Path], lock: Path) -> Iterator[Finding]:
    """All that there is to say of this computer, for the seeds in that folder and a site written to `folders`."""
    yield _python(sys.version_info[:3])
    yield _packages(lock)
    yield _office()
    yield _fonts()
    yield _disk(seeds)
    yield from (_writable(folder) for folder in (seeds, *folders))
    yield _ledger(seeds / "ids.json")


def _python(version: tuple[int, ...]) -> Finding:
    """Whether Python is new enough."""
    told = f"Python {'.'.join(map(str, version))}"
    if version >= _PYTHON:
        return Finding(State.GOOD, told)
    needed = ".".join(map(str, _PYTHON))
    return Finding(State.BAD, told, f"请到 python.org 下载安装 {needed} 以上的版本，再删去 .venv 文件夹，重新运行。")


def _packages(lock: Path) -> Finding:
    """Whether what is installed is what the lock names."""
    if not lock.is_file():
        return Finding(State.BAD, f"没有 {lock}", "程序文件夹不完整，请重新取得全部程序文件。")
    wanted = pinned(lock.read_text("utf-8"))
    wrong = [
        f"{name}（{installed(name) or '没有装'}，应为 {'或'.join(sorted(versions))}）"
        for name, versions in wanted.items()
        if installed(name) not in versions
    ]
    if not wrong:
        return Finding(State.GOOD, f"组件 {len(wanted)} 个，版本都对")
    some = "、".join(wrong[:_MOST]) + ("等" if len(wrong) > _MOST else "")
    return Finding(State.BAD, f"有 {len(wrong)} 个组件不对：{some}", "请删去 .venv 文件夹，在能上网时重新运行。")


def pinned(lock: str) -> Mapping[str, set[str]]:
    r"""The versions that a lock allows, by name; those that only some systems need are left out.

    >>> pinned("click==8.5.1 \\\n    --hash=sha256:a\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n")
    {'click': {'8.5.1'}}
    """
    found: dict[str, set[str]] = {}
    for name, version, marker in _PINNED.findall(lock):
        if not marker or marker.startswith("python_full_version"):
            found.setdefault(name, set()).add(version)
    return found


def installed(name: str) -> str:
    """The version of a package that is installed; empty where it is not."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _office() -> Finding:
    """Whether old Word files can be read."""
    program = office.found()
    if program:
        return Finding(State.GOOD, f"LibreOffice：{program}")
    remedy = "只有 .doc、.wps、.rtf、.odt 文件用得着；有这些文件的，请到 libreoffice.org 下载安装，或另存为 .docx。"
    return Finding(State.NOTE, "没有装 LibreOffice", remedy)


def _fonts() -> Finding:
    """Whether this computer shows Chinese; Windows and macOS always do."""
    if os.name == "nt" or sys.platform == "darwin":
        return Finding(State.GOOD, "中文字体随系统附带")
    tool = shutil.which("fc-list")
    listed = run([tool, ":lang=zh", "family"], stdout=PIPE, check=False).stdout if tool else b""  # noqa: S603
    if listed.strip():
        return Finding(State.GOOD, f"中文字体 {len(listed.splitlines())} 种")
    remedy = "网站用读者电脑上的字体，不受影响；要在这台电脑上看，请安装，例如 apt-get install fonts-noto-cjk。"
    return Finding(State.NOTE, "没有找到中文字体", remedy)


def _disk(folder: Path) -> Finding:
    """Whether there is room on the disk."""
    free = shutil.disk_usage(folder).free
    told = f"磁盘剩余 {free // _MEGABYTE:,} MB"
    if free >= _LITTLE:
        return Finding(State.GOOD, told)
    state = State.BAD if free < _SCARCE else State.NOTE
    return Finding(state, told, "请腾出空间：生成网站时，新旧两份要同时放得下。")


def _writable(folder: Path) -> Finding:
    """Whether files can be written in a folder, or where it will be made."""
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Finding(State.GOOD, f"文件夹 {folder} 可以写")
    return Finding(State.BAD, f"文件夹 {folder} 写不进去", "请检查它的权限、是否只读，或换一个位置。")


def _ledger(path: Path) -> Finding:
    """Whether the ledger can be read."""
    found = permalinks.read(path)
    if isinstance(found, Problem):
        return Finding(State.BAD, f"永久编号簿 {path}", found.message)
    if not path.is_file():
        remedy = "第一次建库时会自动建立；若以前发布过，请先从备份取回，否则旧链接会失效。"
        return Finding(State.NOTE, f"还没有永久编号簿 {path}", remedy)
    return Finding(State.GOOD, f"永久编号簿：{len(found.speeches)} 篇讲话，{len(found.slogans)} 条提法")
