"""The company that slogans keep: those that stand in the same divisions of the speeches."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.model import Collocate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Corpus, Slogan

_COMPANY = 12
#: In fewer divisions two may have met by chance.
_LEAST_TOGETHER = 3
#: The value of chi-square with one degree of freedom that chance exceeds once in a hundred times.
_SIGNIFICANT = 6.63


def collocates(corpus: Corpus, slogans: Sequence[Slogan]) -> Mapping[str, tuple[Collocate, ...]]:
    """For each slogan, by id, those that stand in the same divisions more than chance would have it, closest first.

    Closeness is logDice (Rychlý 2008, A lexicographer-friendly association score), which does not grow with the
    archive; whether it is more than chance is told by the log-likelihood ratio (Dunning 1993).
    """
    sections = _sections(corpus, slogans)
    every = sum(len(speech.divisions) + 1 for speech in corpus.speeches)
    alone: Counter[str] = Counter()
    together: dict[str, Counter[str]] = {slogan.id: Counter() for slogan in slogans}
    for there in sections:
        alone.update(there)
        for one in there:
            together[one].update(there - {one})

    def company(one: str) -> tuple[Collocate, ...]:
        close = (
            Collocate(other, both, round(log_dice(both, alone[one], alone[other]), 2))
            for other, both in together[one].items()
            if both >= _LEAST_TOGETHER and likelihood(both, alone[one], alone[other], every) >= _SIGNIFICANT
        )
        return tuple(sorted(close, key=lambda each: (-each.log_dice, -each.sections, each.slogan))[:_COMPANY])

    return {slogan.id: company(slogan.id) for slogan in slogans}


def _sections(corpus: Corpus, slogans: Sequence[Slogan]) -> list[set[str]]:
    """The slogans of every division that holds any, a division being the innermost."""
    found: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for slogan in slogans:
        for span in (occurrence.span for occurrence in slogan.occurrences):
            found[span.speech, corpus.by_id[span.speech].division_at(span.paragraph, span.start)].add(slogan.id)
    return list(found.values())


def log_dice(both: int, one: int, other: int) -> float:
    """14 where two stand in the same divisions always, one less for each halving.

    >>> log_dice(8, 8, 8), log_dice(4, 8, 8)
    (14.0, 13.0)
    """
    return 14 + math.log2(2 * both / (one + other))


def likelihood(both: int, one: int, other: int, every: int) -> float:
    """Dunning's G² of two that stand in `one` and `other` of `every` division, in `both` together.

    0 where they meet no more often than by chance.

    >>> round(likelihood(10, 10, 10, 100), 1), likelihood(1, 10, 10, 100), likelihood(0, 10, 10, 100)
    (65.0, 0.0, 0.0)
    """
    if both * every <= one * other:
        return 0.0
    cells = ((both, one, other), (one - both, one, every - other))
    rest = ((other - both, every - one, other), (every - one - other + both, every - one, every - other))
    return 2 * sum(seen * math.log(seen * every / (row * column)) for seen, row, column in (*cells, *rest) if seen > 0)
