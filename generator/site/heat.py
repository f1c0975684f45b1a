"""Which slogans are said where: a map of the most shared ones by speech, or by time where the speeches are many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.figures import Anchor, bar, inset, linked, named, picture, words
from generator.site.lists import by_reach, slogan_link, speech_link
from generator.site.markdown import escape, folded, heading, table
from generator.site.tables import csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Corpus, Links, Slogan, Speech

_ROWS, _COLUMNS = 30, 30
#: Pixels a row and a cell; the room for names and the widest column in per cent.
_ROW, _CELL, _NAMES, _WIDEST = 22, 18, 38, 6
#: A name below a column takes so much of a narrow picture, in per cent.
_TICK = 11
_COUNTS, _SHARES = (1, 2, 4, 10), (0.0, 0.25, 0.5, 0.75)
_LEGEND = 25
_TABLE = f"{paths.TABLES}slogans.csv"


@dataclass(frozen=True, slots=True)
class Heat:
    """Counts of `slogans` by column, a row each: occurrences in `speeches`, or speeches with it in each of `periods`.

    A period has its ISO date and its number of speeches; one of the two is empty. `earlier` periods are left out.
    """

    slogans: Sequence[Slogan]
    counts: Sequence[Sequence[int]]
    speeches: Sequence[Speech] = ()
    periods: Sequence[tuple[str, int]] = ()
    months: int = 0
    earlier: int = 0

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.speeches or self.periods)


def heat(corpus: Corpus, links: Links, extent: Extent) -> Heat:
    """The map of the most shared slogans."""
    slogans = by_reach(links.slogans)[:_ROWS]
    if len(corpus.speeches) <= _COLUMNS:
        said = [Counter(each.span.speech for each in slogan.occurrences) for slogan in slogans]
        counts = [[there[speech.id] for speech in corpus.speeches] for there in said]
        return Heat(slogans, counts, speeches=corpus.speeches)
    every = [number for number, count in enumerate(extent.speeches_in) if count]
    numbers = every[-_COLUMNS:]
    reach = [Counter(extent.period_of.get(speech) for speech in slogan.speeches) for slogan in slogans]
    return Heat(
        slogans,
        [[there[number] for number in numbers] for there in reach],
        periods=[(extent.periods[number], extent.speeches_in[number]) for number in numbers],
        months=extent.months,
        earlier=len(every) - len(numbers),
    )


def section(shown: Heat) -> Iterator[str]:
    """The map under its heading, its data folded below; nothing where there is nothing to map."""
    if not shown.slogans or not shown.columns:
        return
    yield heading(2, labels.HEAT, "heat")
    by_speech = bool(shown.speeches)
    columns = (labels.HEAT_SPEECHES if by_speech else labels.HEAT_PERIODS).format(count=shown.columns)
    told = labels.HEAT_SUMMARY.format(rows=len(shown.slogans), columns=columns)
    title = labels.HEAT_SPEECHES_TITLE if by_speech else labels.HEAT_PERIODS_TITLE
    height = _ROW * (len(shown.slogans) + 2)
    caption = labels.HEAT_SPEECHES_CAPTION if by_speech else labels.HEAT_PERIODS_CAPTION
    caption += labels.HEAT_TOP.format(count=_ROWS) if len(shown.slogans) == _ROWS else ""
    caption += labels.HEAT_RECENT.format(count=_COLUMNS) if shown.earlier else ""
    drawn = picture("heat", title, told, height, _shapes(shown), linked=True)
    yield f"<figure>{drawn}<figcaption>{escape(caption)}</figcaption></figure>"
    where = labels.HEAT_WHERE_SPEECHES if by_speech else labels.HEAT_WHERE_PERIODS
    rows = ((slogan_link(slogan), _where(shown, counts)) for slogan, counts in _lines(shown))
    blocks = [table((labels.SLOGAN, where), *rows)]
    if by_speech:
        blocks += [labels.HEAT_COLUMNS, "\n".join(f"{n}. {speech_link(s)}" for n, s in enumerate(shown.speeches, 1))]
    yield folded(labels.FIGURE_DATA, *blocks, f"[{labels.DOWNLOAD}]({paths.ROOT}{_TABLE})", mark="wrapped")


def files(shown: Heat) -> Mapping[str, str]:
    """The data of the map as CSV, a slogan a line."""
    names = [each.name for each in shown.speeches] or [_period(shown, number) for number in range(len(shown.periods))]
    rows: list[tuple[str | int, ...]] = [(slogan.form, *counts) for slogan, counts in _lines(shown)]
    every: list[tuple[str | int, ...]] = (
        [(labels.PERIOD_SPEECHES, *(count for _, count in shown.periods))] if shown.periods else []
    )
    return {_TABLE: csv((labels.SLOGAN, *names), [*every, *rows])}


def _lines(shown: Heat) -> Iterator[tuple[Slogan, Sequence[int]]]:
    """Each slogan with its counts."""
    return zip(shown.slogans, shown.counts, strict=True)


def _period(shown: Heat, number: int) -> str:
    """The name of a column that is a period."""
    return labels.period(shown.periods[number][0], shown.months)


def _where(shown: Heat, counts: Sequence[int]) -> str:
    """A row in words."""
    there = [(number, count) for number, count in enumerate(counts) if count]
    if shown.speeches:
        told = (labels.HEAT_CELL.format(number=number + 1, count=count) for number, count in there)
    else:
        told = (
            labels.HEAT_SHARE.format(period=_period(shown, number), reach=count, speeches=shown.periods[number][1])
            for number, count in there
        )
    return labels.LIST_COMMA.join(told)


def step(shown: Heat, column: int, count: int) -> int:
    """How dark a cell is, 1 to 4; 0 for none."""
    value = count / shown.periods[column][1] if shown.periods else count
    return sum(value >= least for least in (_SHARES if shown.periods else _COUNTS)) if count else 0


def _shapes(shown: Heat) -> Iterator[str]:
    """The names, the cells of each darkness in one path, a link over each column, its date below, the key."""
    width = min((100 - _NAMES - 1) / shown.columns, _WIDEST)
    foot = _ROW * len(shown.slogans)
    for number, slogan in enumerate(shown.slogans):
        name = named("name", (_NAMES, number * _ROW + 15), slogan.form, Anchor.END)
        yield linked(f"{paths.ROOT}{paths.address(paths.slogan(slogan.id))}", slogan.form, name)
    yield inset((_NAMES + 1, 0), (width * shown.columns, foot), 10 * shown.columns, _cells(shown))
    for number in range(shown.columns):
        target, told = _column(shown, number)
        yield linked(target, told, bar("over", (_NAMES + 1 + number * width, 0), width, foot))
    free = 0.0
    for number in range(shown.columns):
        name, across = _tick(shown, number), _NAMES + 1 + number * width
        if name and across >= free and across + _TICK <= 100 + _TICK / 2:
            yield words("tick", (across, foot + 14), name)
            free = across + _TICK
    for number, name in enumerate(labels.HEAT_SHARES if shown.periods else labels.HEAT_COUNTS):
        yield bar(f"heat-{number + 1}", (number * _LEGEND, foot + _ROW + 4), 3, 12)
        yield words("tick", (number * _LEGEND + 4, foot + _ROW + 14), name)


def _cells(shown: Heat) -> Iterator[str]:
    """The cells, in a grid 10 wide a column; what is said nowhere has a faint one."""
    drawn: dict[int, str] = {}
    for row, counts in enumerate(shown.counts):
        for column, count in enumerate(counts):
            kind = step(shown, column, count)
            drawn[kind] = drawn.get(kind, "") + f"M{column * 10} {row * _ROW + 2}h9v{_CELL}h-9z"
    for kind, shape in sorted(drawn.items()):
        yield f'<path class="heat-{kind}" d="{shape}"/>'


def _column(shown: Heat, number: int) -> tuple[str, str]:
    """Where a column leads, and what it is."""
    if shown.speeches:
        speech = shown.speeches[number]
        return f"{paths.ROOT}{paths.address(paths.speech(speech.id))}", speech.name
    there = paths.address(paths.SPEECHES)
    return f"{paths.ROOT}{there}?year={shown.periods[number][0][:4]}", _period(shown, number)


def _tick(shown: Heat, number: int) -> str:
    """What stands below a column: the year, where it begins."""
    dates = [each.header.date for each in shown.speeches] or [date for date, _ in shown.periods]
    year = dates[number][:4]
    return year if year and (not number or dates[number - 1][:4] != year) else ""
