"""How a speech ends: the words that turn to the audience once more, and what is printed under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.structure.header import ADDRESS, is_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST_WORDS = re.compile(
    r"^(?:(?:今天)?我(?:今天)?(?:就|先)?(?:讲|说|谈)(?:到这里|这些|这么多|完了)|(?:我的)?(?:讲话|发言|报告|致辞|汇报)(?:完了|到此结束|完毕)|讲完了"
    r"|(?:最后，?)?(?:再次)?(?:谢谢|感谢)(?:大家|各位|同志们)?)[^。]{0,12}[。！!]?$"
)
_WINDOW = 4


def signature(texts: Sequence[str]) -> int:
    """The number of the first line of the name and date printed under a speech; `len(texts)` where there are none."""
    start = len(texts)
    while start > len(texts) - 3 and start > 1 and is_byline(texts[start - 1]):
        start -= 1
    return start


def closing(texts: Sequence[str], first: int, end: int) -> int:
    """The number of the paragraph with which the closing begins, `end` if there is none.

    Only paragraphs from `first` (after the last head's, and never the first of the speech) to `end` are looked at,
    and of those the last four.
    """
    window = range(end - 1, max(first, end - _WINDOW) - 1, -1)
    for number in window:
        if ADDRESS.match(texts[number]):
            return number
    return end - 1 if window and _LAST_WORDS.match(texts[end - 1]) else end
