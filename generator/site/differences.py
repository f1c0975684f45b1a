"""Two wordings side by side: what only one of them has is set off by more than colour."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.analysis import alignment
from generator.site import labels
from generator.site.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis import Stretch

#: How many characters that both have are shown on either side of a difference.
_CONTEXT = 10


class Difference(NamedTuple):
    """What stands `before` and `after` in both, and between them `ours` in one and `theirs` in the other."""

    before: str
    ours: str
    theirs: str
    after: str


def marked(ours: str, theirs: str) -> tuple[str, str]:
    """Both texts as Markdown, what only the first has as deleted, what only the other has as inserted.

    >>> marked("打赢攻坚战", "打好攻坚战")
    ('打<del>赢</del>攻坚战', '打<ins>好</ins>攻坚战')
    """
    one = other = ""
    for each in alignment(ours, theirs):
        one += _told(ours[each.a : each.a_end], "" if each.equal else "del")
        other += _told(theirs[each.b : each.b_end], "" if each.equal else "ins")
    return one, other


def differences(ours: str, theirs: str) -> tuple[Difference, ...]:
    """All that differs, in order, each with a little of what is around it."""
    stretches = alignment(ours, theirs)
    return tuple(_difference(ours, theirs, stretches, n) for n, each in enumerate(stretches) if not each.equal)


def swaps(found: Sequence[Difference], least: int = 2) -> tuple[tuple[str, str, int], ...]:
    """Words that were changed into the same others `least` times or more, and how often; the most frequent first."""
    counts = Counter((each.ours, each.theirs) for each in found if each.ours and each.theirs)
    return tuple((ours, theirs, count) for (ours, theirs), count in counts.most_common() if count >= least)


def in_line(difference: Difference) -> str:
    """A difference as one line of Markdown.

    >>> in_line(Difference("坚决", "打赢", "打好", "攻坚战"))
    '坚决<del>打赢</del><ins>打好</ins>攻坚战'
    """
    before, ours, theirs, after = difference
    return escape(before) + _told(ours, "del") + _told(theirs, "ins") + escape(after)


def _difference(ours: str, theirs: str, stretches: Sequence[Stretch], n: int) -> Difference:
    """The difference that stretch number `n` is."""
    each = stretches[n]
    before, after = ours[: each.a], ours[each.a_end :]
    return Difference(
        _cut(before.rpartition("\n")[2], last=True),
        ours[each.a : each.a_end],
        theirs[each.b : each.b_end],
        _cut(after.partition("\n")[0], last=False),
    )


def _cut(text: str, *, last: bool) -> str:
    """The characters of `text` that stand next to a difference."""
    if len(text) <= _CONTEXT:
        return text
    return labels.ELLIPSIS + text[-_CONTEXT:] if last else text[:_CONTEXT] + labels.ELLIPSIS


def _told(text: str, tag: str) -> str:
    """`text`, paragraph by paragraph, in an element if there is a `tag`."""
    return "<br>".join(_element(line, tag) for line in text.split("\n"))


def _element(line: str, tag: str) -> str:
    """`line` in an element, nothing if it is empty."""
    return f"<{tag}>{escape(line)}</{tag}>" if tag and line else escape(line)
