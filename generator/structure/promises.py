"""What a speech promises (我讲三点意见) held against the list that follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import HeadKind
from generator.problems import problem
from generator.structure import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Division, Paragraph, Problem

_PROMISE = re.compile(
    r"[^。！？；：，]*(?:讲|谈|提|强调|说明|做到|抓好|做好|明确|围绕|突出|把握|处理好|有|从|以下|要求)[^。！？；：，]{0,8}?"
    r"([两一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})(?:个方面|方面|点|个问题|条|项|个重点|句话)"
    r"(?:的)?(?:意见|要求|问题|工作|感受|体会|建议|看法|任务|希望|措施|内容|用力|想法|情况)?(?:工作|意见|要求)?[。：:，,]?$"
)


def unkept(path: str, paragraphs: Sequence[Paragraph], divisions: Sequence[Division]) -> Iterator[Problem]:
    """A problem for each promise that the list following it at once does not keep."""
    for index, first in enumerate(divisions):
        if first.number != 1:
            continue
        lead = _lead_in(paragraphs, first)
        match = _PROMISE.search(lead)
        found = sum(1 for _ in _siblings(divisions, index))
        if match and numerals.value(match[1]) not in {found, None}:
            line = paragraphs[first.paragraph - (first.start == 0)].line
            yield problem("S002", path, line, promise=match[0].strip(), found=found)


def _lead_in(paragraphs: Sequence[Paragraph], head: Division) -> str:
    """The sentence before `head`: of its own paragraph, or the last of the paragraph before."""
    if head.kind is HeadKind.INLINE:
        before = paragraphs[head.paragraph].text[: head.start]
    else:
        before = paragraphs[head.paragraph - 1].text if head.paragraph else ""
    cut = max(before.rstrip("。：: ").rfind(end) for end in "。！？；")
    return before[cut + 1 :]


def _siblings(divisions: Sequence[Division], first: int) -> Iterator[Division]:
    """The heads of the list that `first` opens."""
    parent, level, last = divisions[first].parent, divisions[first].level, 0
    for division in divisions[first:]:
        if division.level < level:
            return
        if division.level == level and division.parent == parent:
            if division.number <= last:
                return
            last = division.number
            yield division
