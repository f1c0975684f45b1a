"""What the analysis found, as the pages of a site: Markdown and data files.

`pages` is pure; `write` is the only module that touches the site's source folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis import extent
from generator.model import Severity
from generator.permalinks import dump, editions, withheld
from generator.site import (
    codes,
    comparing,
    glance,
    heat,
    home,
    network,
    outline_index,
    past,
    paths,
    search,
    single,
    slogan_index,
    speech_index,
)
from generator.site.bundle import bundles
from generator.site.content import whole
from generator.site.copying import volumes
from generator.site.markdown import file
from generator.site.resolving import Place, resolve
from generator.site.search_script import search_scripts
from generator.site.sharing import sharing
from generator.site.surroundings import surroundings
from generator.site.write import Written, write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.model import Copy, Corpus, Links, Problem, Speech
    from generator.permalinks import Ledger
    from generator.site.content import Content

__all__ = ["Place", "Written", "bundles", "pages", "resolve", "search_scripts", "volumes", "whole", "write"]


def pages(  # noqa: PLR0913 - all that is known, and what of it is told
    corpus: Corpus,
    links: Links,
    problems: Sequence[Problem],
    ledger: Ledger,
    *,
    hidden: Iterable[Speech] = (),
    copies: Collection[Copy] = (),
) -> Mapping[str, Content]:
    """Every generated file of the site's source: its path, relative and with `/`, and its content.

    `problems` are all that the archivist should know of; a speech's page shows those of its own seed, the index of
    speeches those of files that are left out. `ledger` knows what became of ids that were published before, and
    when each speech last changed, which citations name. Of a `hidden` speech only its page remains, which says
    that there is nothing to see. The pages link `copies` of those kinds.
    """
    measured = extent(corpus)
    secret = {each.id: each.path for each in hidden}
    ledger = withheld(ledger, secret)
    problems = [each for each in problems if each.path not in secret.values()]
    shared = sharing(corpus, links)
    mapped = heat.heat(corpus, links, measured)
    woven = network.network(corpus, links)
    told = single.Told(corpus, links, measured, shared, editions(ledger), copies)
    return {
        paths.HOME: file(home.page(corpus, links, measured)),
        paths.FIGURES: file(glance.page(corpus, measured)),
        paths.NETWORK: file(network.page(woven)),
        **glance.files(corpus, measured),
        **heat.files(mapped),
        **network.files(woven),
        **{path: file(blocks) for path, blocks in speech_index.pages(corpus, _left_out(corpus, problems), copies)},
        paths.CATALOGUE: speech_index.catalogue(corpus),
        **{path: file(blocks) for path, blocks in slogan_index.pages(links, corpus, list(heat.section(mapped)))},
        **{path: file(blocks) for path, blocks in outline_index.pages(corpus)},
        paths.SEARCH: file(search.page()),
        paths.LEDGER: dump(ledger),
        paths.PROBLEMS: file(codes.page()),
        **{paths.speech(each): file(past.hidden_page()) for each in secret},
        **single.files(told, surroundings(corpus, links, problems, ledger, shared)),
        **comparing.files(corpus, links),
        **_former(corpus, links, ledger),
    }


def _former(corpus: Corpus, links: Links, ledger: Ledger) -> dict[str, str]:
    """The pages of speeches and slogans that are no more: they say so, or lead on."""
    speeches = (each for each in ledger.speeches if each not in corpus.by_id)
    slogans = (each for each in ledger.slogans if each not in links.by_id)
    return {paths.speech(each): file(past.speech_page(each, ledger, corpus)) for each in speeches} | {
        paths.slogan(each): file(past.slogan_page(each, ledger, links)) for each in slogans
    }


def _left_out(corpus: Corpus, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of files that are not published."""
    published = {each.path for each in corpus.speeches}
    return sorted({p for p in problems if p.severity is Severity.ERROR and p.path not in published})
