"""How long the speeches are and when they were given: what counts are set against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Corpus, Span

_MONTH, _YEAR = 1, 12
#: In months; the first is taken of which an archive has no more than `_MOST`.
_LENGTHS = (_MONTH, _YEAR, 5 * _YEAR, 10 * _YEAR, 100 * _YEAR)
_MOST = 60
#: Up to this many months the months themselves are shown.
_MOST_MONTHS = 36


@dataclass(frozen=True)
class Extent:
    """The archive in numbers.

    `starts`: by speech id, how many characters (marks and blanks count too) stand before each paragraph, and last how
    many there are in all. `periods`: the ISO dates of the first of every year (or month, five years, …) from the
    earliest speech to the latest, gaps included. `period_of`: by speech id, the number of its period.
    """

    starts: Mapping[str, tuple[int, ...]]
    periods: tuple[str, ...]
    months: int
    period_of: Mapping[str, int]

    def characters(self, speech: str) -> int:
        """The length of that speech."""
        return self.starts[speech][-1]

    @cached_property
    def total(self) -> int:
        """The length of all speeches together."""
        return sum(starts[-1] for starts in self.starts.values())

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How many speeches have each length."""
        return Counter(map(self.characters, self.starts))

    @cached_property
    def speeches_in(self) -> tuple[int, ...]:
        """How many speeches each period has."""
        every = list(self.period_of.values())
        return tuple(every.count(number) for number in range(len(self.periods)))

    @cached_property
    def characters_in(self) -> tuple[int, ...]:
        """How many characters each period has."""
        found = [0] * len(self.periods)
        for speech, number in self.period_of.items():
            found[number] += self.characters(speech)
        return tuple(found)

    def place(self, span: Span) -> float:
        """How far into its speech `span` begins, from 0 to 1."""
        return (self.starts[span.speech][span.paragraph] + span.start) / max(self.characters(span.speech), 1)

    def rate(self, count: int, characters: int | None = None) -> float:
        """Occurrences in ten thousand `characters` (of the whole archive, if not told)."""
        return 10_000 * count / max(self.total if characters is None else characters, 1)


def extent(corpus: Corpus) -> Extent:
    """The numbers of `corpus`."""
    starts = {
        speech.id: tuple(accumulate((len(paragraph.text) for paragraph in speech.paragraphs), initial=0))
        for speech in corpus.speeches
    }
    dates = {speech.id: speech.header.date for speech in corpus.speeches if speech.header.date}
    if not dates:
        return Extent(starts, (), _YEAR, {})
    length = _length(list(dates.values()))
    period_of = {speech: _months(date) // length for speech, date in dates.items()}
    first, last = min(period_of.values()), max(period_of.values())
    periods = tuple(_date(number * length, length) for number in range(first, last + 1))
    return Extent(starts, periods, length, {speech: number - first for speech, number in period_of.items()})


def _length(dates: Sequence[str]) -> int:
    """Of how many months the periods are to be; months only where every date tells its month."""
    exact = all("-" in date for date in dates)
    months = max(map(_months, dates)) - min(map(_months, dates))
    if exact and months < _MOST_MONTHS:
        return _MONTH
    return next(length for length in _LENGTHS[1:] if months // length < _MOST or length == _LENGTHS[-1])


def _months(date: str) -> int:
    """An ISO date as months since the year 0.

    >>> _months("2020-03-26"), _months("2020")
    (24242, 24240)
    """
    year, month, *_ = (*date.split("-"), "1")
    return int(year) * _YEAR + int(month) - 1


def _date(months: int, length: int) -> str:
    """The month or year that begins `months` after the year 0.

    >>> _date(24242, 1), _date(24240, 12)
    ('2020-03', '2020')
    """
    year, month = divmod(months, _YEAR)
    return f"{year:04}-{month + 1:02}" if length == _MONTH else f"{year:04}"
