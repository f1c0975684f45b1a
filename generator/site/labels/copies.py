"""Copies to take away, and the zip that works by double click."""

from __future__ import annotations

from typing import Final

from generator.model import Copy
from generator.site.labels.names import HOME

COPIES: Final = {Copy.EPUB: "EPUB", Copy.PDF: "PDF"}
PLAIN_TEXT: Final = "纯文本"
COPIES_OF_SPEECH: Final = "下载"
COPIES_OF_ARCHIVE: Final = "下载全部讲话"
VOLUME: Final = "{archive}（第{number}册，共{count}册）"
CONTENTS: Final = "目录"
IMPRINT: Final = "{cited}永久编号 speeches/{speech}/"

# The zip that works by double click
OFFLINE_DOOR: Final = "打开讲话文库.html"
OFFLINE_NOTE: Final = "说明.txt"
OFFLINE_HELP: Final = (
    "请先把压缩包全部解压到一个文件夹，再双击“打开讲话文库.html”。\r\n"
    "不需要网络，也不用安装什么。检索在浏览器里进行。\r\n"
)


def volume(number: int, count: int) -> str:
    """The name of volume `number` (from 0) of the whole archive.

    >>> volume(0, 1), volume(1, 3)
    ('讲话文库', '讲话文库（第2册，共3册）')
    """
    return HOME if count == 1 else VOLUME.format(archive=HOME, number=number + 1, count=count)
