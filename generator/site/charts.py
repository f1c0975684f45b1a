"""The figures of a slogan's page: its use in the course of time, and where in a speech it stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.figures import Anchor, bar, line, picture, strokes, words
from generator.site.markdown import escape, folded, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis import Extent, Period

_HEIGHT, _TOP, _BASE, _UNDER = 112, 20, 88, 106
_WIDEST_BAR, _SHARE_OF_SLOT = 1.6, 0.7
#: Half of what a character takes of a narrow picture, in per cent.
_HALF_CHARACTER = 1.2
_TICKS = 5
_EVERY, _EVERY_MONTHS = (1, 2, 5, 10, 20), (1, 2, 3, 6, 12)
_PLACES = 24


def rate(extent: Extent, period: Period) -> float:
    """Occurrences in ten thousand characters of the period."""
    return extent.rate(period.count, period.characters)


def timeline(form: str, periods: Sequence[Period], extent: Extent, undated: int) -> Iterator[str]:
    """The figure of `periods` with its caption, and its data folded below; `undated` speeches are not in it."""
    most = max(periods, key=lambda period: rate(extent, period))
    told = labels.TIMELINE_SUMMARY.format(
        first=labels.period(periods[0].date, extent.months),
        last=labels.period(periods[-1].date, extent.months),
        most=labels.period(most.date, extent.months),
        rate=f"{rate(extent, most):.2f}",
    )
    drawn = picture("timeline", labels.TIMELINE_TITLE.format(form=form), told, _HEIGHT, _columns(periods, extent))
    caption = labels.TIMELINE_CAPTION
    caption += labels.TIMELINE_GAPS if any(not period.speeches for period in periods) else ""
    caption += labels.TIMELINE_UNDATED.format(count=undated) if undated else ""
    yield f"<figure>{drawn}<figcaption>{escape(caption)}</figcaption></figure>"
    head = (labels.PERIOD, labels.PERIOD_SPEECHES, labels.REACH, labels.COUNT, labels.FACT_RATE)
    rows = (
        (
            labels.period(period.date, extent.months),
            *(str(number) for number in (period.speeches, period.reach, period.count)),
            f"{rate(extent, period):.2f}",
        )
        for period in periods
        if period.speeches
    )
    yield folded(labels.FIGURE_DATA, table(head, *rows))


def _columns(periods: Sequence[Period], extent: Extent) -> Iterator[str]:
    """A column for each period that has the slogan, a ground line under all that have speeches, some dates."""
    slot = 100 / len(periods)
    rates = [rate(extent, period) for period in periods]
    width = min(slot * _SHARE_OF_SLOT, _WIDEST_BAR)
    for has, group in groupby(range(len(periods)), key=lambda number: bool(periods[number].speeches)):
        if has:
            first, *rest = group
            yield line("axis", (first * slot, _BASE), ((rest or [first])[-1] * slot + slot, _BASE))
    for number, value in enumerate(rates):
        if value:
            height = (_BASE - _TOP) * value / max(rates)
            yield bar("count", ((number + 0.5) * slot - width / 2, _BASE - height), width, height)
    top = rates.index(max(rates))
    yield _label("value", (top + 0.5) * slot, _TOP - 6, f"{rates[top]:.2f}")
    for number in _ticks(periods[0].date, len(periods), extent.months):
        yield _label("tick", (number + 0.5) * slot, _UNDER, labels.period(periods[number].date, extent.months))


def _label(kind: str, across: float, down: float, text: str) -> str:
    """`text` with its middle at a place, but clear of the picture's edges."""
    half = len(text) * _HALF_CHARACTER
    if across < half:
        return words(kind, (0, down), text, Anchor.START)
    if across > 100 - half:
        return words(kind, (100, down), text, Anchor.END)
    return words(kind, (across, down), text, Anchor.MIDDLE)


def _ticks(first: str, count: int, months: int) -> list[int]:
    """Which of `count` periods, from the one that begins at `first`, are named below: round ones, not too many.

    >>> _ticks("1978", 46, 12), _ticks("2017", 8, 12), _ticks("2019-11", 6, 1)
    ([2, 12, 22, 32, 42], [1, 3, 5, 7], [0, 2, 4])
    """
    year, _, month = first.partition("-")
    number = (int(year) * 12 + int(month or 1) - 1) // months
    step = next(step for step in (_EVERY_MONTHS if months == 1 else _EVERY) if count / step <= _TICKS)
    return [each - number for each in range(number, number + count) if each % step == 0]


def strip(name: str, speech: str, places: Sequence[float], heads: Sequence[float]) -> str:
    """A speech as a line with a stroke at each of `places`, lighter ones at its `heads` (0 to 1 all)."""
    shapes = ('<path class="axis" d="M0 9H1000"/>', strokes("head", heads, 5, 13), strokes("place", places, 1, 17))
    told = labels.STRIP_SUMMARY.format(places=shares(places))
    return picture(name, labels.STRIP_TITLE.format(speech=speech), told, 18, shapes, stretched=True)


def shares(places: Sequence[float]) -> str:
    """`places` as per cents, each once, the first of them where there are many.

    >>> shares([0.101, 0.104, 0.52])
    '10%、52%'
    """
    percents = list(dict.fromkeys(round(place * 100) for place in places))
    told = labels.LIST_COMMA.join(labels.PERCENT.format(share=share) for share in percents[:_PLACES])
    return told + (labels.ELLIPSIS if len(percents) > _PLACES else "")
