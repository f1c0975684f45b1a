"""The start page: what the archive holds, on one screen that does not grow with it, and a field to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import glance, labels, paths
from generator.site.lists import by_reach, dated, slogan_link, speech_line
from generator.site.markdown import WIDE_PAGE, enclosed, heading, item, link, span
from generator.site.search import invitation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis import Extent
    from generator.model import Corpus, Links

_SPEECHES, _SLOGANS = 5, 10
_PARTS = ("newest", "shared", "years")
_TEN_THOUSAND = 10_000
#: A picture of fewer periods than these would say nothing.
_SEVERAL = 2
_WAYS = (
    (labels.WAY_YEARS, paths.SPEECHES),
    (labels.WAY_SPEAKERS, f"{paths.FIGURES}#speakers"),
    (labels.WAY_PLACES, f"{paths.FIGURES}#places"),
    (labels.SLOGANS, paths.SLOGANS),
    (labels.OUTLINES, paths.OUTLINES),
    (labels.COMPARE, paths.COMPARE),
    (labels.NETWORK, paths.NETWORK),
    (labels.FIGURES, paths.FIGURES),
)


def page(corpus: Corpus, links: Links, extent: Extent) -> Iterator[str]:
    """The page's blocks."""
    yield WIDE_PAGE
    yield heading(1, labels.HOME, "title")
    yield _counts(corpus, links, extent)
    yield invitation("", labels.HOME_ASK)
    ways = " ".join(f"[{label}]({path})" for label, path in _WAYS)
    yield enclosed("nav", f'class="ways" aria-label="{labels.HOME_WAYS}"', ways)
    parts = (_speeches(corpus), _slogans(links), _years(corpus, extent))
    shown = (enclosed("div", f'class="{name}"', *part) for name, part in zip(_PARTS, parts, strict=True) if part)
    yield enclosed("div", 'class="home"', *shown)
    yield f"{labels.HOME_LEAD}[{labels.HOME_ABOUT}]({paths.ABOUT})"


def _counts(corpus: Corpus, links: Links, extent: Extent) -> str:
    """The archive in numbers."""
    many = extent.total >= _TEN_THOUSAND
    characters = labels.COUNT_MANY_CHARACTERS if many else labels.COUNT_CHARACTERS
    total = f"{extent.total / _TEN_THOUSAND:.1f}" if many else str(extent.total)
    told = [
        labels.COUNT_SPEECHES.format(count=len(corpus.speeches)),
        labels.COUNT_SLOGANS.format(count=len(links.slogans)),
        characters.format(count=total),
    ]
    if known := dated(corpus.speeches)[0]:
        first, last = (labels.YEAR.format(year=each.header.date[:4]) for each in (known[0], known[-1]))
        told.append(first if first == last else labels.COUNT_SPAN.format(first=first, last=last))
    return enclosed("div", 'class="counts"', " ".join(span(each, "number") for each in told))


def _speeches(corpus: Corpus) -> Sequence[str]:
    """The newest speeches, then those without a date."""
    known, unknown = dated(corpus.speeches)
    some = (*reversed(known[-_SPEECHES:]), *unknown)[:_SPEECHES]
    if not some:
        return ()
    title = labels.HOME_NEWEST if known else labels.HOME_SOME
    lines = "\n".join(speech_line(each, "", "" if each.header.date or each.bound else labels.UNDATED) for each in some)
    return heading(2, title, "speeches"), lines, f"[{labels.HOME_ALL_SPEECHES}]({paths.SPEECHES})"


def _slogans(links: Links) -> Sequence[str]:
    """The slogans that most speeches share."""
    if not links.slogans:
        return ()
    lines = "\n".join(
        item(slogan_link(each, "") + span(labels.IN_SPEECHES.format(count=len(each.speeches)), "note"))
        for each in by_reach(links.slogans)[:_SLOGANS]
    )
    return heading(2, labels.HOME_SLOGANS, "slogans"), lines, f"[{labels.HOME_ALL_SLOGANS}]({paths.SLOGANS})"


def _years(corpus: Corpus, extent: Extent) -> Sequence[str]:
    """How many speeches there are of each time, if of several; the data stand on the page of figures."""
    if len(extent.periods) < _SEVERAL:
        return ()
    table = link(labels.SEE_TABLE, f"{paths.FIGURES}#years")
    return heading(2, labels.GLANCE_YEARS, "years"), glance.years_figure(corpus, extent), table
