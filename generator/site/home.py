"""The home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.lists import by_reach, by_year, slogan_table, speech_line
from generator.site.markdown import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Corpus, Links

_MOST_SHARED = 20


def page(corpus: Corpus, links: Links) -> Iterator[str]:
    """What the archive is, all its speeches, the slogans most shared, how to search and to cite."""
    yield heading(1, labels.HOME, "title")
    yield labels.HOME_LEAD.format(speeches=len(corpus.speeches), slogans=len(links.slogans))
    yield heading(2, labels.HOME_SPEECHES, "speeches")
    for year, group in by_year(corpus.speeches):
        yield heading(3, year, f"date-{group[0].header.date[:4] or 'unknown'}")
        yield "\n".join(speech_line(speech, "") for speech in group)
    if links.slogans:
        yield heading(2, labels.HOME_SLOGANS, "slogans")
        yield slogan_table(by_reach(links.slogans)[:_MOST_SHARED], "")
        yield f"[{labels.HOME_ALL_SLOGANS}]({paths.SLOGANS})"
    yield heading(2, labels.HOME_SEARCH, "search")
    yield labels.HOME_SEARCH_TEXT
    yield heading(2, labels.HOME_LINKS, "cite")
    yield labels.HOME_LINKS_TEXT
    yield f"[{labels.HOME_ABOUT}]({paths.ABOUT})"
