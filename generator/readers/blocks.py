"""Paragraphs found in a document that is not plain text, and the source that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Line, LineKind, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Problem


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it would be printed, in which a line break starts a new line."""

    text: str
    kind: LineKind = LineKind.TEXT
    level: int = 0


def source(path: str, blocks: Iterable[Block], problems: Iterable[Problem] = ()) -> Source:
    r"""The source whose lines are those of `blocks`, empty ones left out.

    >>> read = source("a", [Block("题目"), Block(" "), Block("甲\n乙")])
    >>> [(line.number, line.start, line.text) for line in read.lines]
    [(1, 0, '题目'), (2, 3, '甲'), (3, 5, '乙')]
    """
    lines: list[Line] = []
    start = 0
    for block in blocks:
        for text in block.text.splitlines():
            if text.strip():
                lines.append(Line(len(lines) + 1, start, text, block.kind, block.level))
                start += len(text) + 1
    return Source(path, tuple(lines), tuple(problems))
