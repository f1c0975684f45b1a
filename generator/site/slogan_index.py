"""The pages that list all slogans: one while they are few, else one for each kind, year and letter, or several."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.lists import by_reach, slogan_link, slogan_table
from generator.site.markdown import enclosed, heading, item, span
from generator.site.paging import ROWS, sheets, ways
from generator.site.pinyin import initial, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model import Corpus, Links, Slogan

    Page = tuple[str, Iterator[str]]
    Blocks = Sequence[str]

#: How many of the most shared stand on the first page where it does not list them all.
_MOST_SHARED = 100


@dataclass(frozen=True, slots=True)
class _Listing:
    """Some slogans under a `title`, `shown` as a table or as points; `name` is their anchor or their file's name."""

    name: str
    title: str
    slogans: Sequence[Slogan]
    shown: Callable[[Iterable[Slogan]], str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Lists that together hold all slogans, under a `title`; `name` is its anchor."""

    name: str
    title: str
    listings: Sequence[_Listing]


def pages(links: Links, corpus: Corpus, figure: Blocks) -> Iterator[Page]:
    """Every page, by its path, as blocks; `figure` stands on the first."""
    every = by_reach(links.slogans)
    if not every:
        yield (
            paths.SLOGANS,
            iter((heading(1, labels.SLOGANS, "title"), labels.SLOGANS_LEAD.format(count=0), labels.NETWORK_NONE)),
        )
        return
    reach = _Listing("by-reach", labels.BY_REACH, every, slogan_table)
    groups = (
        _Group("by-kind", labels.BY_KIND, list(_by_kind(every))),
        _Group("by-first", labels.BY_FIRST, list(_by_first(every, corpus))),
        _Group("by-pinyin", labels.BY_PINYIN, list(_by_letter(every))),
    )
    if (1 + len(groups)) * len(every) <= ROWS:
        yield paths.SLOGANS, _whole(reach, groups, figure)
        return
    yield paths.SLOGANS, _first(reach, groups, figure)
    for listing in (reach, *(each for group in groups for each in group.listings)):
        yield from _sheets(listing)


def _by_kind(slogans: Sequence[Slogan]) -> Iterator[_Listing]:
    """`slogans` by kind, in the order of the labels."""
    for kind, label in labels.KINDS.items():
        if group := [slogan for slogan in slogans if slogan.kind is kind]:
            yield _Listing(f"kind-{kind}", label, group, _several)


def _by_first(slogans: Sequence[Slogan], corpus: Corpus) -> Iterator[_Listing]:
    """`slogans` by the year of the first dated speech that says them, the newest first; those without one last."""
    dates = {slogan.form: [corpus.by_id[each].header.date for each in slogan.speeches] for slogan in slogans}
    first = {form: min(filter(None, each), default="")[:4] for form, each in dates.items()}
    for year in sorted(set(first.values()), reverse=True):
        title = labels.YEAR.format(year=year) if year else labels.UNDATED
        group = [slogan for slogan in slogans if first[slogan.form] == year]
        yield _Listing(f"first-{year or 'unknown'}", title, group, _several)


def _by_letter(slogans: Iterable[Slogan]) -> Iterator[_Listing]:
    """`slogans` under the first letters of their pinyin, those without one last."""
    keyed = ((initial(slogan.form), slogan) for slogan in slogans)
    ordered = sorted(keyed, key=lambda pair: (not pair[0], pair[0], spelled(pair[1].form), pair[1].form))
    for letter, group in groupby(ordered, key=lambda pair: pair[0]):
        name = f"pinyin-{letter.lower() or 'none'}"
        yield _Listing(name, letter or labels.NO_PINYIN, [slogan for _, slogan in group], _several)


def _several(slogans: Iterable[Slogan]) -> str:
    """A list of `slogans`, each with the number of its speeches."""
    return "\n".join(
        item(slogan_link(slogan) + span(labels.IN_SPEECHES.format(count=len(slogan.speeches)), "note"))
        for slogan in slogans
    )


def _opening(count: int) -> Iterator[str]:
    """What the first page begins with."""
    yield heading(1, labels.SLOGANS, "title")
    yield labels.SLOGANS_LEAD.format(count=count)
    yield f"[{labels.NETWORK}]({paths.ROOT}{paths.NETWORK})"


def _whole(reach: _Listing, groups: Sequence[_Group], figure: Blocks) -> Iterator[str]:
    """Everything on one page."""
    yield from _opening(len(reach.slogans))
    yield from figure
    yield heading(2, reach.title, reach.name)
    yield reach.shown(reach.slogans)
    for group in groups:
        yield heading(2, group.title, group.name)
        for listing in group.listings:
            yield heading(3, listing.title, listing.name)
            yield listing.shown(listing.slogans)


def _first(reach: _Listing, groups: Sequence[_Group], figure: Blocks) -> Iterator[str]:
    """The page that leads to the others, with the slogans most shared."""
    yield from _opening(len(reach.slogans))
    yield from figure
    for group in groups:
        yield heading(2, group.title, group.name)
        yield _ways(group.listings)
    yield heading(2, reach.title, reach.name)
    yield reach.shown(reach.slogans[:_MOST_SHARED])
    yield f"[{labels.HOME_ALL_SLOGANS}]({_file(reach.name, 0)})"


def _ways(listings: Sequence[_Listing]) -> str:
    """Links to `listings`, each with its number of slogans."""
    each = (
        f"[{listing.title}]({_file(listing.name, 0)})" + span(labels.IN_ALL.format(count=len(listing.slogans)), "note")
        for listing in listings
    )
    return enclosed("div", 'class="pages"', " ".join(span(one, "way") for one in each))


def _sheets(listing: _Listing) -> Iterator[Page]:
    """The pages of one list."""
    held = sheets(listing.slogans, rows=lambda _: 1)
    names = [_file(listing.name, number) for number in range(len(held))]
    for number, slogans in enumerate(held):
        yield f"slogans/{names[number]}", _sheet(listing, slogans, ways(number, names) if len(held) > 1 else "")


def _sheet(listing: _Listing, slogans: Sequence[Slogan], neighbours: str) -> Iterator[str]:
    """One page of a list."""
    yield heading(1, labels.SLOGANS_OF.format(title=listing.title), "title")
    yield f"[{labels.HOME_ALL_SLOGANS}](index.md)"
    yield listing.shown(slogans)
    if neighbours:
        yield neighbours


def _file(name: str, number: int) -> str:
    """The file of page `number` of a list; with its hyphen never that of a slogan.

    >>> _file("kind-doctrine", 0), _file("kind-doctrine", 1)
    ('kind-doctrine.md', 'kind-doctrine-2.md')
    """
    return f"{name}-{number + 1}.md" if number else f"{name}.md"
