"""Where a passage begins and ends: at the edge of a word, and without the first words of another sentence."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.parallels.alignment import Stretch
    from generator.analysis.parallels.streams import Stream


#: A piece of a sentence with fewer equal characters than this, at the far side of a sentence end, is cut off.
_PIECE = 8
#: How many equal characters from either end are looked at.
_SEEN = 2 * _PIECE
#: Words that lean on what stands before them, and on what follows: no passage begins or ends with one.
_LEANING_BACK, _LEANING_ON = frozenset("的了们"), frozenset("的和与及或")


def trimmed(one: Stream, other: Stream, equal: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of equal characters that remain, the first and the last cut where need be."""
    firsts = (zip(range(s.a, s.a_end), range(s.b, s.b_end), strict=True) for s in equal)
    lasts = (zip(range(s.a_end, s.a, -1), range(s.b_end, s.b, -1), strict=True) for s in reversed(equal))
    front = _surplus(one, other, list(islice(chain.from_iterable(firsts), _SEEN)), 0)
    return list(_less(equal, front, _surplus(one, other, list(islice(chain.from_iterable(lasts), _SEEN)), 1)))


def _surplus(one: Stream, other: Stream, cuts: Sequence[tuple[int, int]], inside: int) -> int:
    """How many characters to take off an end.

    `cuts`: where both texts may be cut, leading inwards from it; the character inside a cut stands `inside` before it.
    """
    edge = next((n for n, (a, b) in enumerate(cuts) if _is_end(one, a, inside) or _is_end(other, b, inside)), 0)
    a, b = cuts[edge]
    if one.is_new_sentence(a) and other.is_new_sentence(b):
        return edge
    piece = [(one.sentence[a - inside], other.sentence[b - inside]) for a, b in cuts[edge : edge + _PIECE]]
    return edge + (piece.index(piece[-1]))


def _is_end(stream: Stream, position: int, inside: int) -> bool:
    """Whether a passage may end at `position`: at the edge of a word, and of none that leans out of the passage."""
    if not stream.is_edge(position):
        return False
    word = position - inside
    leans = stream.text[word : word + 1] in (_LEANING_ON if inside else _LEANING_BACK)
    return not (leans and stream.is_edge(word) and stream.is_edge(word + 1))


def _less(equal: Sequence[Stretch], front: int, back: int) -> Iterator[Stretch]:
    """`equal` less so many characters in front and at the back."""
    back = sum(each.a_end - each.a for each in equal) - back
    done = 0
    for each in equal:
        size = each.a_end - each.a
        start, end = max(front - done, 0), min(back - done, size)
        done += size
        if start < end:
            yield each._replace(a=each.a + start, a_end=each.a + end, b=each.b + start, b_end=each.b + end)
