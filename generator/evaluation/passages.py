"""Shared passages against the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evaluation.score import Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.evaluation.gold import PassageGold, Place
    from generator.model import Corpus, Parallel, Span

#: What share of their union two stretches must have in common, on both sides, to be the same passage.
_SAME = 0.5


def passage_score(corpus: Corpus, found: Iterable[Parallel], gold: Sequence[PassageGold]) -> Score:
    """Passages, each counted for the answer that it is most like (a wanted one before one that only may be found)."""
    hit: set[int] = set()
    wrong = 0
    for parallel in found:
        like = [(_likeness(corpus, parallel, each), each.wanted, number) for number, each in enumerate(gold)]
        likeness, _, best = max(like, default=(0.0, False, -1), key=lambda each: each[:2])
        if likeness < _SAME:
            wrong += 1
        else:
            hit.add(best)
    wanted = {number for number, each in enumerate(gold) if each.wanted}
    return Score("passage", len(hit & wanted), wrong, len(wanted - hit))


def _likeness(corpus: Corpus, found: Parallel, gold: PassageGold) -> float:
    """How well both sides agree (0 to 1), whichever is which."""
    return max(
        min(_overlap(corpus, found.a, one), _overlap(corpus, found.b, other))
        for one, other in ((gold.a, gold.b), (gold.b, gold.a))
    )


def _overlap(corpus: Corpus, side: Sequence[Span], place: Place) -> float:
    """What share of their union `side` and the best stretch of `place` have in common (Jaccard index)."""
    speech = corpus.by_id[side[0].speech]
    if speech.path != place.file:
        return 0.0
    start = speech.paragraphs[side[0].paragraph].source_offset(side[0].start)
    end = speech.paragraphs[side[-1].paragraph].source_offset(side[-1].end - 1) + 1
    shares = []
    for first, last in place.stretches:
        common = max(0, min(end, last) - max(start, first))
        shares.append(common / (end - start + last - first - common))
    return max(shares)
