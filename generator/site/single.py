"""The pages of single speeches and slogans, which can be worked out side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.site import passages, paths, slogan, speech, uses
from generator.site.markdown import file
from generator.site.sharing import doublet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Copy, Corpus, Doublet, Links, Slogan, Speech
    from generator.site.sharing import Shared
    from generator.site.surroundings import Surroundings
    from generator.work import Work

    #: Some paths, each with its content.
    Files = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What all these pages tell of: `shared` by speech id, their `editions` as ISO dates too, the kinds of `copies`."""

    corpus: Corpus
    links: Links
    measured: Extent
    shared: Mapping[str, Sequence[Shared]]
    editions: Mapping[str, str]
    copies: Collection[Copy]


def files(told: Told, around: Iterable[tuple[Speech, Surroundings]], work: Work) -> dict[str, str]:
    """Every such page by its path; `around` are the speeches with what surrounds them."""
    doublet = doublet_of(told.links)
    pages = [
        *(partial(_speech, told, each, near) for each, near in around),
        *(partial(_slogan, told, each) for each in told.links.slogans),
        *(
            partial(_passages, told, each, doublet.get(each.id))
            for each in told.corpus.speeches
            if each.id in told.shared or each.id in doublet
        ),
    ]
    return dict(chain.from_iterable(work.here(_made, pages)))


def _made(pages: Callable[[], Files]) -> Files:
    """What `pages` gives, at once."""
    return tuple(pages())


def _speech(told: Told, one: Speech, around: Surroundings) -> Iterator[tuple[str, str]]:
    """The page of one speech."""
    blocks = speech.page(one, around, told.corpus, told.measured, told.editions.get(one.id, ""), copies=told.copies)
    yield paths.speech(one.id), file(blocks)


def _slogan(told: Told, one: Slogan) -> Iterator[tuple[str, str]]:
    """The page of one slogan, and the file of its uses."""
    yield paths.slogan(one.id), file(slogan.page(one, told.corpus, told.links, told.measured))
    yield from uses.files([one], told.corpus).items()


def _passages(told: Told, one: Speech, doublet: Doublet | None) -> Iterator[tuple[str, str]]:
    """The pages of what one speech shares."""
    for path, blocks in passages.pages(one, told.shared.get(one.id, ()), doublet, told.corpus):
        yield path, file(blocks)
