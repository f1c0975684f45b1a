"""The archive at a glance: speeches by time, length, speaker and place, and the files of the data."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from generator.site import charts, labels, paths
from generator.site.figures import picture
from generator.site.lists import known_as
from generator.site.markdown import escape, folded, heading, link, table
from generator.site.tables import csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Corpus

    Rows = Sequence[tuple[str, int]]

_BOUNDS = (500, 1000, 2000, 5000, 10_000, 20_000)
_MOST = 20
_LISTS = (
    ("speaker", "speakers", labels.GLANCE_SPEAKERS, labels.GLANCE_SPEAKERS_TITLE),
    ("place", "places", labels.GLANCE_PLACES, labels.GLANCE_PLACES_TITLE),
)


def page(corpus: Corpus, extent: Extent) -> Iterator[str]:
    """The page's blocks."""
    yield heading(1, labels.FIGURES, "title")
    yield labels.FIGURES_LEAD
    yield f"[{labels.NETWORK}](network.md)"
    if extent.periods:
        yield heading(2, labels.GLANCE_YEARS, "years")
        yield years_figure(corpus, extent)
        head = (labels.PERIOD, labels.REACH)
        yield folded(labels.FIGURE_DATA, table(head, *_years_told(corpus, extent)), _download("years"))
    if corpus.speeches:
        yield heading(2, labels.GLANCE_LENGTHS, "lengths")
        yield from _lengths_figure(extent)
    for facet, name, label, title in _LISTS:
        yield heading(2, label, name)
        yield from _most(corpus, facet, name, title)


def files(corpus: Corpus, extent: Extent) -> Mapping[str, str]:
    """The data of the page as CSV; every speech with its length, every speaker and place."""
    speeches = (
        (each.id, each.name, each.header.date, each.header.speaker, each.header.place, extent.characters(each.id))
        for each in corpus.speeches
    )
    head = ("id", labels.SPEECHES, labels.FACT_DATE, labels.FACT_SPEAKER, labels.FACT_PLACE, labels.CHARACTERS)
    return {
        f"{paths.TABLES}years.csv": csv((labels.PERIOD, labels.REACH), years(corpus, extent)),
        f"{paths.TABLES}lengths.csv": csv(head, speeches),
        **{
            f"{paths.TABLES}{name}.csv": csv((label, labels.REACH), ranked(corpus, facet))
            for facet, name, label, _ in _LISTS
        },
    }


def years(corpus: Corpus, extent: Extent) -> list[tuple[str, int]]:
    """How many speeches each period has that has any; then how many are undated, if any are."""
    undated = len(corpus.speeches) - len(extent.period_of)
    counts = zip(extent.periods, extent.speeches_in, strict=True)
    found = [(labels.period(date, extent.months), count) for date, count in counts if count]
    return found + ([(labels.UNDATED, undated)] if undated else [])


def years_figure(corpus: Corpus, extent: Extent) -> str:
    """The speeches by time; those without a date are told below."""
    counts, periods = extent.speeches_in, extent.periods
    names = [labels.period(date, extent.months) for date in periods]
    told = labels.GLANCE_YEARS_SUMMARY.format(
        first=names[0], last=names[-1], most=names[counts.index(max(counts))], count=max(counts)
    )
    ticks = charts.dates(periods, extent.months)
    shapes = charts.columns(counts, [count > 0 for count in counts], ticks, str(max(counts)))
    drawn = picture("glance-years", labels.GLANCE_YEARS_TITLE, told, charts.HEIGHT, shapes)
    undated = len(corpus.speeches) - len(extent.period_of)
    caption = labels.GLANCE_YEARS_CAPTION + (labels.TIMELINE_GAPS if 0 in counts else "")
    caption += labels.TIMELINE_UNDATED.format(count=undated) if undated else ""
    return f"<figure>{drawn}<figcaption>{escape(caption)}</figcaption></figure>"


def lengths(extent: Extent) -> list[tuple[str, int]]:
    """How many speeches are of each length, from the shortest to the longest that there are."""
    sizes = [extent.characters(speech) for speech in extent.starts]
    edges = (0, *_BOUNDS, max((*sizes, _BOUNDS[-1])) + 1)
    counts = [(low, high, sum(low <= size < high for size in sizes)) for low, high in pairwise(edges)]
    there = [number for number, (_, _, count) in enumerate(counts) if count]
    return [(_length(low, high), count) for low, high, count in counts[there[0] : there[-1] + 1]]


def ranked(corpus: Corpus, facet: str) -> list[tuple[str, int]]:
    """What is printed as the speeches' `facet`, the most frequent first; nothing for those that do not print it."""
    counts = Counter(known_as(each, facet) for each in corpus.speeches)
    return sorted(((name, count) for name, count in counts.items() if name), key=lambda row: (-row[1], row[0]))


def _length(low: int, high: int) -> str:
    """What a class of lengths is called."""
    if not low:
        return labels.LENGTH_UPTO.format(most=high)
    return labels.LENGTH_FROM.format(least=low)


def _years_told(corpus: Corpus, extent: Extent) -> Iterator[tuple[str, str]]:
    """The table of years; where the periods are years, they lead to their speeches."""
    for name, count in years(corpus, extent):
        year = name.removesuffix(labels.YEAR.format(year=""))
        single = year.isdigit() and f"{paths.ROOT}{paths.those_of('year', year)}"
        yield (link(name, single) if single else name), str(count)


def _lengths_figure(extent: Extent) -> Iterator[str]:
    """The speeches by length, and the data."""
    sizes = sorted(extent.characters(speech) for speech in extent.starts)
    told = labels.GLANCE_LENGTHS_SUMMARY.format(least=sizes[0], most=sizes[-1], middle=median_low(sizes))
    rows = lengths(extent)
    drawn = charts.bars("glance-lengths", labels.GLANCE_LENGTHS_TITLE, told, rows)
    yield f"<figure>{drawn}<figcaption>{escape(told + labels.GLANCE_LENGTHS_CAPTION)}</figcaption></figure>"
    told_rows = ((name, str(count)) for name, count in rows)
    yield folded(labels.FIGURE_DATA, table((labels.CHARACTERS, labels.REACH), *told_rows), _download("lengths"))


def _most(corpus: Corpus, facet: str, name: str, title: str) -> Iterator[str]:
    """The speeches by speaker or by place, those with most first, and the data."""
    every = ranked(corpus, facet)
    if not every:
        yield labels.GLANCE_ALL_UNKNOWN
        return
    first = every[:_MOST]
    told = labels.GLANCE_MOST_SUMMARY.format(most=first[0][0], count=first[0][1])
    unknown = len(corpus.speeches) - sum(count for _, count in every)
    caption = labels.GLANCE_FIRST.format(shown=_MOST, count=len(every)) if len(every) > _MOST else ""
    caption += labels.GLANCE_UNKNOWN.format(count=unknown) if unknown else ""
    drawn = charts.bars(f"glance-{name}", title, told, first)
    yield f"<figure>{drawn}<figcaption>{escape(caption)}</figcaption></figure>"
    label = next(label for each, _, label, _ in _LISTS if each == facet)
    rows = ((link(each, f"{paths.ROOT}{paths.those_of(facet, each)}"), str(count)) for each, count in first)
    yield folded(labels.FIGURE_DATA, table((label, labels.REACH), *rows), _download(name))


def _download(name: str) -> str:
    """The way to the data of a figure."""
    return f"[{labels.DOWNLOAD}]({paths.ROOT}{paths.TABLES}{name}.csv)"
