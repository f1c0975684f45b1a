"""The pages that list all speeches, the newest first, and the data by which a script narrows the list.

Without the script the list reads on, page by page; with it the first page has facets, and every choice an address.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.copying import of_archive
from generator.site.lists import by_year, known_as, speech_line
from generator.site.markdown import WIDE_PAGE, enclosed, escape, folded, heading, span
from generator.site.paging import sheets, ways
from generator.site.speech import problem_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.model import Copy, Corpus, Problem, Speech

    Listed = tuple[str, Speech]

#: The facets of a speech, after its id, title and date in the data.
FACETS = ("year", "speaker", "place", "series")


def pages(
    corpus: Corpus, left_out: Sequence[Problem], copies: Collection[Copy] = ()
) -> Iterator[tuple[str, Iterator[str]]]:
    """Every page, by its path, as blocks.

    `left_out` are the problems of seeds that are not among the speeches, `copies` those there are.
    """
    listed = [(year, speech) for year, group in by_year(corpus.speeches) for speech in group]
    held = sheets(listed, rows=lambda _: 1) or [[]]
    names = ["index.md", *(f"page-{number}.md" for number in range(2, len(held) + 1))]
    several = [ways(number, names) if len(held) > 1 else "" for number in range(len(held))]
    begins = _begins(held, names)
    below = (*of_archive(corpus, copies), *_excused(left_out))
    yield paths.SPEECHES, _first(len(listed), held[0], (several[0], begins), below)
    for number, speeches in list(enumerate(held))[1:]:
        yield paths.SPEECHES.replace("index.md", names[number]), _further(speeches, (several[number], begins))


def catalogue(corpus: Corpus) -> str:
    """The script that tells the browser of all speeches, as the constant CATALOGUE: id, title, date, facets."""
    speeches = [speech for _, group in by_year(corpus.speeches) for speech in group]
    rows = [(each.id, each.name, each.header.date, *(known_as(each, facet) for facet in FACETS)) for each in speeches]
    told = json.dumps({"facets": FACETS, "speeches": rows}, ensure_ascii=False, separators=(",", ":"))
    return f"const CATALOGUE = {told};\n"


def _first(count: int, speeches: Sequence[Listed], several: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """The page with the facets; `below` stands under the list."""
    yield WIDE_PAGE
    yield heading(1, labels.SPEECHES, "title")
    yield labels.SPEECHES_LEAD.format(count=count)
    yield from filter(None, several)
    places = (
        '<div class="told" role="status" tabindex="-1"></div>\n<div class="offered"></div>\n<div class="facets"></div>'
    )
    yield enclosed("div", 'class="answer browse"', places, enclosed("div", 'class="hits"', *_list(speeches)))
    yield from filter(None, several[:1])
    yield f"[{labels.COMPARE}]({paths.ROOT}{paths.COMPARE})"
    yield from below
    scripts = (paths.CATALOGUE, "assets/js/browse.js")
    yield "\n".join(f'<script defer src="{paths.ROOT}{path}"></script>' for path in scripts)


def _excused(left_out: Sequence[Problem]) -> Iterator[str]:
    """Why files are not among the speeches."""
    if left_out:
        lines = (f"{problem_line(problem)} {span(escape(problem.path), 'literal')}" for problem in left_out)
        yield folded(labels.LEFT_OUT.format(count=len(left_out)), "\n".join(lines))


def _further(speeches: Sequence[Listed], several: Sequence[str]) -> Iterator[str]:
    """A page that goes on with the list."""
    yield WIDE_PAGE
    yield heading(1, labels.SPEECHES, "title")
    yield f"[{labels.SPEECHES_FILTER}](index.md)"
    yield from filter(None, several)
    yield enclosed("div", 'class="answer browse"', enclosed("div", 'class="hits"', *_list(speeches)))
    yield several[0]


def _list(speeches: Sequence[Listed]) -> Iterator[str]:
    """`speeches` under their years."""
    for year in dict.fromkeys(year for year, _ in speeches):
        group = [speech for each, speech in speeches if each == year]
        yield heading(2, year, f"date-{group[0].header.date[:4] or 'unknown'}")
        yield "\n".join(
            speech_line(speech, paths.ROOT, escape(speech.header.place), escape(speech.header.series))
            for speech in group
        )


def _begins(held: Sequence[Sequence[Listed]], names: Sequence[str]) -> str:
    """Links to where each year begins; nothing where there is but one."""
    found: dict[str, str] = {}
    for speeches, name in zip(held, names, strict=True):
        for year, speech in speeches:
            found.setdefault(year, f"[{year}]({name}#date-{speech.header.date[:4] or 'unknown'})")
    return enclosed("div", 'class="pages begins"', " ".join(found.values())) if len(found) > 1 else ""
