"""Lists on pages of a bounded size, each leading to the next, so that no page grows with the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.site import labels
from generator.site.markdown import enclosed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: A page that lists things has no more rows than this.
ROWS = 500
Item = TypeVar("Item")


def sheets(items: Iterable[Item], rows: Callable[[Item], int], most: int = ROWS) -> list[list[Item]]:
    """`items` in their order on as few pages as hold `most` rows each; one that is larger alone has a page to itself.

    >>> sheets([1, 2, 3, 9, 1], rows=lambda item: item, most=5)
    [[1, 2], [3], [9], [1]]
    """
    found: list[list[Item]] = []
    room = 0
    for item in items:
        room -= rows(item)
        if room < 0 or not found:
            found.append([])
            room = most - rows(item)
        found[-1].append(item)
    return found


def ways(number: int, names: Sequence[str]) -> str:
    """Links from page `number` (from 0) of several, given by the `names` of their files, to its neighbours and ends."""
    last = len(names) - 1
    links = (
        (labels.FIRST_PAGE, 0, number > 1),
        (labels.PREVIOUS_PAGE, number - 1, number > 0),
        (labels.NEXT_PAGE, number + 1, number < last),
        (labels.LAST_PAGE, last, number < last - 1),
    )
    told = [labels.PAGE_OF.format(number=number + 1, count=len(names))]
    told += [f"[{label}]({names[to]})" for label, to, there in links if there]
    return enclosed("div", 'class="pages"', " ".join(told))
