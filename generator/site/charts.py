"""Charts of shapes: columns in the course of time, bars with names, a speech as a line with its places."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.figures import Anchor, bar, line, named, picture, strokes, words
from generator.site.markdown import escape, folded, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis import Extent, Period

#: Of a picture with columns, in pixels.
HEIGHT = 112
_TOP, _BASE, _UNDER = 20, 88, 106
_WIDEST_BAR, _SHARE_OF_SLOT = 1.6, 0.7
#: Half of what a character takes of a narrow picture, in per cent.
_HALF_CHARACTER = 1.2
_TICKS = 5
#: Of a picture with bars: pixels a row, the room for names and the longest bar in per cent.
_ROW, _NAMES, _LONGEST_BAR = 24, 36, 54
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
    drawn = picture("timeline", labels.TIMELINE_TITLE.format(form=form), told, HEIGHT, _columns(periods, extent))
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


def columns(values: Sequence[float], grounded: Sequence[bool], ticks: Mapping[int, str], most: str) -> Iterator[str]:
    """A column for each of `values` that is not 0, a ground line under all that are `grounded`, the names of some.

    `ticks` are the names by the number of their column; `most` is written over the highest.
    """
    slot = 100 / len(values)
    width = min(slot * _SHARE_OF_SLOT, _WIDEST_BAR)
    for has, group in groupby(range(len(values)), key=lambda number: grounded[number]):
        if has:
            first, *rest = group
            yield line("axis", (first * slot, _BASE), ((rest or [first])[-1] * slot + slot, _BASE))
    for number, value in enumerate(values):
        if value:
            height = (_BASE - _TOP) * value / max(values)
            yield bar("count", ((number + 0.5) * slot - width / 2, _BASE - height), width, height)
    yield _label("value", (values.index(max(values)) + 0.5) * slot, _TOP - 6, most)
    for number, name in ticks.items():
        yield _label("tick", (number + 0.5) * slot, _UNDER, name)


def _columns(periods: Sequence[Period], extent: Extent) -> Iterator[str]:
    """The columns of a timeline."""
    rates = [rate(extent, period) for period in periods]
    there = [period.speeches > 0 for period in periods]
    return columns(rates, there, dates([period.date for period in periods], extent.months), f"{max(rates):.2f}")


def dates(periods: Sequence[str], months: int) -> Mapping[int, str]:
    """Which of `periods` of so many `months`, one after another by their ISO dates, are named, and how."""
    return {number: labels.period(periods[number], months) for number in _ticks(periods[0], len(periods), months)}


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


def bars(name: str, title: str, description: str, rows: Sequence[tuple[str, int]]) -> str:
    """A picture of `rows`: what is counted, a bar as long as its count, the count."""
    return picture(name, title, description, len(rows) * _ROW, _rows(rows))


def _rows(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    """The shapes of `bars`."""
    most = max(count for _, count in rows)
    for number, (name, count) in enumerate(rows):
        foot = number * _ROW + _ROW - 6
        width = _LONGEST_BAR * count / most
        yield named("name", (_NAMES, foot), name, Anchor.END)
        yield bar("count", (_NAMES + 1.5, number * _ROW + 5), width, _ROW - 10)
        yield words("value", (_NAMES + 2.5 + width, foot), str(count))


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
