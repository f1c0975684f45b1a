"""How evenly a slogan is spread over the speeches, and over the years."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.analysis.extent import Extent
    from generator.model import Slogan

#: Fewer speeches, or fewer occurrences, do not tell an even spread from chance.
_LEAST_SPEECHES, _LEAST_COUNT = 5, 5
#: So many dated speeches with the slogan, in so many periods, make a development that can be looked at.
_LEAST_DATED, _LEAST_PERIODS = 3, 2


@dataclass(frozen=True, slots=True)
class Dispersion:
    """`deviation`: Gries' DP, 0 for a slogan spread as the text is, near 1 for one that keeps to a small part of it.

    `by_chance`: what DP is on average for as many occurrences strewn over the text at random.
    """

    deviation: float
    by_chance: float


def dispersion(slogan: Slogan, extent: Extent) -> Dispersion | None:
    """How evenly `slogan` is spread over all speeches; None where there is too little to say.

    DP is half the sum of the differences between each speech's share of the occurrences and its share of the text
    (Gries 2008, Dispersions and adjusted frequencies in corpora). It is large for any rare form in many speeches,
    so it is told beside its mean by chance.
    """
    count = len(slogan.occurrences)
    if len(extent.starts) < _LEAST_SPEECHES or count < _LEAST_COUNT:
        return None
    said = Counter(occurrence.span.speech for occurrence in slogan.occurrences)
    shares = {speech: extent.characters(speech) / extent.total for speech in said}
    elsewhere = 1 - sum(shares.values())
    deviation = (sum(abs(said[speech] / count - share) for speech, share in shares.items()) + elsewhere) / 2
    return Dispersion(deviation, deviation_by_chance(count, extent.lengths))


def deviation_by_chance(count: int, lengths: Mapping[int, int]) -> float:
    """The mean of DP for `count` occurrences strewn at random over parts of which `lengths` has so many of each length.

    The mean deviation of a binomial is de Moivre's (1730): 2 v C(n,v) p^v (1-p)^(n-v+1) with v = [np] + 1.

    >>> round(deviation_by_chance(1, {50: 2}), 3), round(deviation_by_chance(100, {50: 2}), 3)
    (0.5, 0.04)
    """
    whole = sum(length * times for length, times in lengths.items())
    shares = ((times, length / whole) for length, times in lengths.items() if length)
    return sum(times * _mean_deviation(count, share) for times, share in shares) / count / 2


def _mean_deviation(n: int, p: float) -> float:
    """How far a binomial of `n` draws of chance `p` is from its mean, on average."""
    v = math.floor(n * p) + 1
    if v > n:
        return 0.0
    ways = math.lgamma(n + 1) - math.lgamma(v + 1) - math.lgamma(n - v + 1)
    return 2 * v * math.exp(ways + v * math.log(p) + (n - v + 1) * math.log1p(-p))


@dataclass(frozen=True, slots=True)
class Period:
    """A year (or month, or more) by its ISO date, and a slogan's use in it.

    `speeches` and `characters` are the archive's; the slogan stands in `reach` of these speeches, `count` times.
    """

    date: str
    speeches: int
    characters: int
    reach: int
    count: int


def timeline(slogan: Slogan, extent: Extent) -> tuple[Period, ...]:
    """The use of `slogan` in every period of the archive, those without a speech too; none if too little is dated."""
    reach = _by_period(slogan.speeches, extent)
    count = _by_period((occurrence.span.speech for occurrence in slogan.occurrences), extent)
    if reach.total() < _LEAST_DATED or sum(map(bool, extent.speeches_in)) < _LEAST_PERIODS:
        return ()
    held = zip(extent.periods, extent.speeches_in, extent.characters_in, strict=True)
    return tuple(Period(*of, reach[number], count[number]) for number, of in enumerate(held))


def _by_period(speeches: Iterable[str], extent: Extent) -> Counter[int]:
    """How many of `speeches` are of each period; undated ones of none."""
    return Counter(extent.period_of[speech] for speech in speeches if speech in extent.period_of)
