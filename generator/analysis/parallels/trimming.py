"""Where a passage begins and ends: at the edge of a word, and without the first words of another sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.parallels.chains import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.parallels.streams import Stream


#: A piece of a sentence with fewer equal characters than this, at the far side of a sentence end, is cut off.
_PIECE = 8
#: How many equal characters from either end are looked at.
_SEEN = 2 * _PIECE
#: Words that lean on what stands before them, and on what follows: no passage begins or ends with one.
_LEANING_BACK, _LEANING_ON = frozenset("的了们"), frozenset("的和与及或")


def trimmed(one: Stream, other: Stream, equal: Sequence[Run]) -> list[Run]:
    """The runs of equal characters that remain, the first and the last cut where need be."""
    front = _surplus(one, other, _cuts(equal), 0)
    back = _surplus(one, other, _cuts([Run(a + n, b + n, -n) for a, b, n in reversed(equal)]), 1)
    return list(_less(equal, front, back)) if front or back else list(equal)


def _cuts(runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Where both texts may be cut, leading inwards from an end; runs of negative length are walked backwards."""
    found: list[tuple[int, int]] = []
    for a, b, length in runs:
        most = min(abs(length), _SEEN - len(found))
        step = 1 if length > 0 else -1
        found += zip(range(a, a + most * step, step), range(b, b + most * step, step), strict=True)
    return found


def _surplus(one: Stream, other: Stream, cuts: Sequence[tuple[int, int]], inside: int) -> int:
    """How many characters to take off an end where both texts may be cut at `cuts`.

    The character inside a cut stands `inside` before it.
    """
    edge = next((n for n, (a, b) in enumerate(cuts) if _is_end(one, a, inside) or _is_end(other, b, inside)), 0)
    a, b = cuts[edge]
    if one.is_new_sentence(a) and other.is_new_sentence(b):
        return edge
    piece = [(one.sentence[a - inside], other.sentence[b - inside]) for a, b in cuts[edge : edge + _PIECE]]
    return edge + piece.index(piece[-1])


def _is_end(stream: Stream, position: int, inside: int) -> bool:
    """Whether a passage may end at `position`: at the edge of a word, and of none that leans out of the passage."""
    if not stream.is_edge(position):
        return False
    word = position - inside
    leans = stream.text[word : word + 1] in (_LEANING_ON if inside else _LEANING_BACK)
    return not (leans and stream.is_edge(word) and stream.is_edge(word + 1))


def _less(equal: Sequence[Run], front: int, back: int) -> Iterator[Run]:
    """`equal` less so many characters in front and at the back."""
    back = sum(run.length for run in equal) - back
    done = 0
    for a, b, length in equal:
        start, end = max(front - done, 0), min(back - done, length)
        done += length
        if start < end:
            yield Run(a + start, b + start, end - start)
