"""The lists of speeches and slogans that several pages show. `root` leads from the page to the site's root."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.markdown import escape, item, link, span, table
from generator.site.pinyin import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Slogan, Speech


def speech_link(speech: Speech, root: str = paths.ROOT) -> str:
    """A speech by its title."""
    return link(speech.name, root + paths.speech(speech.id))


def slogan_link(slogan: Slogan, root: str = paths.ROOT) -> str:
    """A slogan by its canonical form."""
    return link(slogan.form, root + paths.slogan(slogan.id))


def speech_line(speech: Speech, root: str = paths.ROOT, *notes: str) -> str:
    """A point of a list: title, date, speaker, `notes`."""
    header = speech.header
    date = labels.date(header.date)
    if not date and speech.bound:
        date = labels.not_before(speech.bound.month)
    told = (date, escape(header.speaker), *notes)
    return item("".join((speech_link(speech, root), *(span(note, "note") for note in told if note))))


def known_as(speech: Speech, facet: str) -> str:
    """The `year`, `speaker`, `place` or `series` of a speech, by which it is listed; empty where none is known."""
    header = speech.header
    if facet == "year":
        return header.date[:4]
    known = {"speaker": header.speaker, "place": header.place, "series": header.series}
    return "".join(known[facet].split())


def dated(speeches: Iterable[Speech]) -> tuple[tuple[Speech, ...], tuple[Speech, ...]]:
    """`speeches` in their order, those with a date and those without."""
    every = tuple(speeches)
    return tuple(s for s in every if s.header.date), tuple(s for s in every if not s.header.date)


def by_year(speeches: Iterable[Speech]) -> Iterator[tuple[str, tuple[Speech, ...]]]:
    """`speeches` under the years of their dates, the newest first; undated ones last."""
    known, unknown = dated(speeches)
    for year, group in groupby(reversed(known), key=lambda speech: speech.header.date[:4]):
        yield labels.YEAR.format(year=year), tuple(group)
    if unknown:
        yield labels.UNDATED, unknown


def by_reach(slogans: Iterable[Slogan]) -> list[Slogan]:
    """`slogans`, those in most speeches first, then those used most, then by pinyin."""
    return sorted(slogans, key=lambda s: (-len(s.speeches), -len(s.occurrences), spelled(s.form), s.form))


def slogan_table(slogans: Iterable[Slogan], root: str = paths.ROOT) -> str:
    """`slogans` with kind, number of speeches and number of occurrences."""
    rows = (
        (slogan_link(slogan, root), labels.KINDS[slogan.kind], str(len(slogan.speeches)), str(len(slogan.occurrences)))
        for slogan in slogans
    )
    return table((labels.SLOGAN, labels.KIND, labels.REACH, labels.COUNT), *rows)
