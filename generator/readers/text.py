"""Plain text, in whichever encoding Chinese text is kept; any line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Line, Problem, Source
from generator.problems import problem
from generator.readers.encoding import NAMES, Undecodable, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.readers.encoding import Decoded

_LINE_END = re.compile(r"\r\n|\r|\n")
_LOST = "\ufffd"


def read(content: bytes, path: str) -> Source | Problem:
    r"""The lines of `content`, or why there are none.

    >>> [line.text for line in read("题目\r\n同志们：".encode("gbk"), "a.txt").lines]
    ['题目', '同志们：']
    >>> read(b"\xd6\xd0\n\xff", "a.txt").code
    'R003'
    """
    if not content:
        return problem("R001", path)
    found = decoded(content)
    if isinstance(found, Undecodable):
        return problem("R003", path, found.line, byte=found.byte)
    if not found.text.strip():
        return problem("R002", path)
    return Source(path, lines(found.text), tuple(_doubts(found, path)))


def _doubts(found: Decoded, path: str) -> Iterator[Problem]:
    """What may be wrong with the characters."""
    if not found.sure:
        yield problem("R009", path, encoding=NAMES[found.encoding])
    if found.others:
        numbers = "、".join(map(str, found.others))
        yield problem("R010", path, found.others[0], encoding=NAMES[found.encoding], lines=numbers)
    if _LOST in found.text:
        line = len(_LINE_END.findall(found.text[: found.text.index(_LOST)])) + 1
        yield problem("R011", path, line, count=found.text.count(_LOST))


def lines(decoded: str) -> tuple[Line, ...]:
    r"""`decoded` cut at its line ends, each counted as one character.

    >>> [(line.number, line.start, line.text) for line in lines("甲\r\n乙")]
    [(1, 0, '甲'), (2, 2, '乙')]
    """
    cut: list[Line] = []
    start = 0
    for number, text in enumerate(_LINE_END.split(decoded), start=1):
        cut.append(Line(number, start, text))
        start += len(text) + 1
    return tuple(cut)
