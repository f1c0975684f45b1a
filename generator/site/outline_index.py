"""The pages that show the outlines of all speeches, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.lists import speech_link
from generator.site.markdown import enclosed, heading
from generator.site.outline import outline
from generator.site.paging import sheets, ways
from generator.site.search import invitation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Corpus, Speech


def pages(corpus: Corpus) -> Iterator[tuple[str, Iterator[str]]]:
    """Every page, by its path, as blocks."""
    held = sheets(reversed(corpus.speeches), rows=lambda speech: 1 + len(speech.divisions)) or [[]]
    names = ["index.md", *(f"page-{number}.md" for number in range(2, len(held) + 1))]
    years = _years(held)
    for number, speeches in enumerate(held):
        asking = () if number else (invitation(paths.ROOT, labels.OUTLINES_ASK),)
        several = (ways(number, names), _ways(years, names)) if len(held) > 1 else ()
        yield paths.OUTLINES.replace("index.md", names[number]), _page(speeches, asking, several)


def _page(speeches: Sequence[Speech], asking: Sequence[str], several: Sequence[str]) -> Iterator[str]:
    """One page; `asking` leads to the search, `several` to the other pages."""
    yield heading(1, labels.OUTLINES, "title")
    yield labels.OUTLINES_LEAD
    yield from asking
    yield from several
    for speech in speeches:
        yield heading(2, speech_link(speech), f"of-{speech.id}")
        yield outline(speech, paths.ROOT + paths.speech(speech.id)) or labels.NO_OUTLINE
    yield from several[:1]


def _years(held: Sequence[Sequence[Speech]]) -> dict[str, int]:
    """On which page each year begins, newest first; the empty year is that of undated speeches."""
    found: dict[str, int] = {}
    for number, speeches in enumerate(held):
        for speech in speeches:
            found.setdefault(speech.header.date[:4], number)
    return found


def _ways(years: dict[str, int], names: Sequence[str]) -> str:
    """Links to the pages on which the years begin."""
    dated = [f"[{labels.YEAR.format(year=year)}]({names[number]})" for year, number in years.items() if year]
    undated = [f"[{labels.UNDATED}]({names[years['']]})"] if "" in years else []
    return enclosed("div", 'class="pages"', " ".join((*dated, *undated)))
