"""Two texts side by side: what they have in common, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from generator.analysis.parallels.chains import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Texts whose lengths multiply to more are cut at what both have just once.
_LARGE = 10**8
_ANCHOR = 12


class Stretch(NamedTuple):
    """`a` to `a_end` of one text against `b` to `b_end` of the other: `equal`, or changed (one side may be empty)."""

    equal: bool
    a: int
    a_end: int
    b: int
    b_end: int


def alignment(a: str, b: str) -> tuple[Stretch, ...]:
    """How `b` differs from `a` in the fewest insertions and deletions; equal and changed stretches take turns.

    A single equal character between two larger changes counts as changed: it is chance, and hard to read.

    >>> for stretch in alignment("打赢攻坚战", "打好攻坚战"):
    ...     print(stretch.equal, "打赢攻坚战"[stretch.a : stretch.a_end], "打好攻坚战"[stretch.b : stretch.b_end])
    True 打 打
    False 赢 好
    True 攻坚战 攻坚战
    >>> alignment("甲乙丙", "丁戊")
    (Stretch(equal=False, a=0, a_end=3, b=0, b_end=2),)
    """
    return tuple(joined(_without_chance(list(joined(_pieces(a, b))))))


def aligned(a: str, b: str, at_a: int = 0, at_b: int = 0) -> Iterator[Stretch]:
    """The same for short texts that begin at `at_a` and `at_b`, every equal character told."""
    for op in Indel.opcodes(a, b):
        yield Stretch(
            op.tag == "equal", at_a + op.src_start, at_a + op.src_end, at_b + op.dest_start, at_b + op.dest_end
        )


def matches(a: str, b: str, at_a: int = 0, at_b: int = 0) -> list[Run]:
    """What is equal in short texts that begin at `at_a` and `at_b`, aligned in the same way.

    >>> matches("打赢攻坚战", "打好攻坚战", 10, 20)
    [Run(a=10, b=20, length=1), Run(a=12, b=22, length=3)]
    """
    if not a or not b:
        return []
    found = Indel.editops(a, b).as_matching_blocks()
    return [Run(at_a + each.a, at_b + each.b, each.size) for each in found if each.size]


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours that are both equal, or both changed, as one."""
    for equal, group in groupby(stretches, key=lambda each: each.equal):
        first, *rest = group
        last = rest[-1] if rest else first
        yield Stretch(equal, first.a, last.a_end, first.b, last.b_end)


def _without_chance(stretches: list[Stretch]) -> Iterator[Stretch]:
    """`stretches` with each lone equal character between two changes of at least two characters told as changed."""
    for before, each, after in zip([None, *stretches], stretches, [*stretches[1:], None], strict=False):
        lone = each.equal and each.a_end - each.a == 1 and before is not None and after is not None
        yield each._replace(equal=each.equal and not (lone and _size(before) > 1 and _size(after) > 1))


def _size(stretch: Stretch | None) -> int:
    """How many characters the longer side has."""
    return max(stretch.a_end - stretch.a, stretch.b_end - stretch.b) if stretch else 0


def _pieces(a: str, b: str) -> Iterator[Stretch]:
    """The alignment piece by piece: large texts are cut at their anchors, and where they have none, all is changed."""
    at_a = at_b = 0
    for next_a, next_b in [*(_anchors(a, b) if len(a) * len(b) > _LARGE else ()), (len(a), len(b))]:
        if (next_a - at_a) * (next_b - at_b) > _LARGE:
            yield Stretch(equal=False, a=at_a, a_end=next_a, b=at_b, b_end=next_b)
        else:
            yield from aligned(a[at_a:next_a], b[at_b:next_b], at_a, at_b)
        at_a, at_b = next_a, next_b


def _anchors(a: str, b: str) -> list[tuple[int, int]]:
    """Places of grams that either text has just once, rising in both: the most there can be (patience diff)."""
    ours, theirs = _once(a), _once(b)
    pairs = sorted((place, theirs[gram]) for gram, place in ours.items() if gram in theirs)
    tops: list[int] = []
    piles: list[int] = []
    for _, place in pairs:
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        piles.append(pile)
    rising: list[tuple[int, int]] = []
    wanted = len(tops) - 1
    for pair, pile in zip(reversed(pairs), reversed(piles), strict=True):
        if pile == wanted and (not rising or pair[1] < rising[-1][1]):
            rising.append(pair)
            wanted -= 1
    return rising[::-1]


def _once(text: str) -> dict[str, int]:
    """Where the grams stand that `text` has just once."""
    grams = [text[at : at + _ANCHOR] for at in range(len(text) - _ANCHOR + 1)]
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counts[gram] == 1}
