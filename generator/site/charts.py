"""The figures of a slogan's page: its use in the course of time, and where in a speech it stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.figures import Anchor, bar, line, picture, words
from generator.site.markdown import escape, folded, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis import Extent, Period

_HEIGHT, _TOP, _BASE, _UNDER = 112, 20, 88, 106
_WIDEST_BAR, _SHARE_OF_SLOT = 4.0, 0.7
_TICKS = 5
#: Places nearer than this share of the text cannot be told apart.
_STEP = 0.0025
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
    yield _label("value", top, len(periods), _TOP - 6, f"{rates[top]:.2f}")
    for number in _ticks(len(periods)):
        yield _label("tick", number, len(periods), _UNDER, labels.period(periods[number].date, extent.months))


def _label(kind: str, number: int, of: int, down: float, text: str) -> str:
    """`text` at period `number` of `of`, clear of the picture's edges."""
    middle = (number + 0.5) / of * 100
    if number == 0:
        return words(kind, (0, down), text, Anchor.START)
    if number == of - 1:
        return words(kind, (100, down), text, Anchor.END)
    return words(kind, (middle, down), text, Anchor.MIDDLE)


def _ticks(count: int) -> list[int]:
    """The numbers of the periods that are named below: the first, the last, and some evenly between.

    >>> _ticks(3), _ticks(46)
    ([0, 1, 2], [0, 11, 22, 34, 45])
    """
    many = min(count, _TICKS)
    return [round(step * (count - 1) / (many - 1)) for step in range(many)] if many > 1 else [0]


def strip(name: str, speech: str, places: Sequence[float], heads: Sequence[float]) -> str:
    """A speech as a line with a stroke at each of `places`, lighter ones at its `heads` (0 to 1 all)."""
    shapes = (
        line("axis", (0, 9), (100, 9)),
        *(line("head", (head * 100, 5), (head * 100, 13)) for head in heads),
        *(line("place", (place * 100, 1), (place * 100, 17)) for place in _apart(places)),
    )
    told = labels.STRIP_SUMMARY.format(places=shares(places))
    return picture(name, labels.STRIP_TITLE.format(speech=speech), told, 18, shapes)


def _apart(places: Sequence[float]) -> list[float]:
    """`places` rounded to what a screen can show, each once, so that a figure does not grow with them."""
    return sorted({round(place / _STEP) * _STEP for place in places})


def shares(places: Sequence[float]) -> str:
    """`places` as per cents, each once, the first of them where there are many.

    >>> shares([0.101, 0.104, 0.52])
    '10%、52%'
    """
    percents = list(dict.fromkeys(round(place * 100) for place in places))
    told = labels.LIST_COMMA.join(labels.PERCENT.format(share=share) for share in percents[:_PLACES])
    return told + (labels.ELLIPSIS if len(percents) > _PLACES else "")
