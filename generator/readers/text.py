"""Plain text: UTF-8, with or without a byte order mark, any line ends."""

from __future__ import annotations

import re

from generator.model import Line, Problem, Source
from generator.problems import problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


def read(content: bytes, path: str) -> Source | Problem:
    r"""The lines of `content`, or why there are none.

    >>> [line.text for line in read("题目\r\n同志们：".encode(), "a.txt").lines]
    ['题目', '同志们：']
    >>> read(b"\xd6\xd0", "gbk.txt").code
    'R003'
    """
    if not content:
        return problem("R001", path)
    try:
        decoded = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        return problem("R003", path, before.count(b"\n") + 1, byte=error.start + 1)
    if not decoded.strip():
        return problem("R002", path)
    return Source(path, lines(decoded))


def lines(decoded: str) -> tuple[Line, ...]:
    r"""`decoded` cut at its line ends, each counted as one character.

    >>> lines("甲\r\n乙")
    (Line(number=1, start=0, text='甲'), Line(number=2, start=2, text='乙'))
    """
    cut: list[Line] = []
    start = 0
    for number, text in enumerate(_LINE_END.split(decoded), start=1):
        cut.append(Line(number, start, text))
        start += len(text) + 1
    return tuple(cut)
