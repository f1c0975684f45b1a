"""The pages of single speeches and slogans, each made when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.site import passages, paths, slogan, speech, uses
from generator.site.content import fingerprint, kept, made
from generator.site.markdown import file
from generator.site.sharing import doublet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Copy, Corpus, Doublet, Links, Speech
    from generator.site.content import Content
    from generator.site.sharing import Shared
    from generator.site.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Told:
    """What all these pages tell of: `shared` by speech id, their `editions` as ISO dates too, the kinds of `copies`."""

    corpus: Corpus
    links: Links
    measured: Extent
    shared: Mapping[str, Sequence[Shared]]
    editions: Mapping[str, str]
    copies: Collection[Copy]


def files(told: Told, around: Iterable[tuple[Speech, Surroundings]]) -> dict[str, Content]:
    """Every such page by its path; `around` are the speeches with what surrounds them."""
    doublet = doublet_of(told.links)
    found: dict[str, Content] = {}
    for one, near in around:
        shared = fingerprint(passages.seen(near.shared, told.corpus))
        found[paths.speech(one.id)] = _speech(told, one, near, shared)
        if near.shared or one.id in doublet:
            found |= _passages(told, one, shared, doublet.get(one.id))
    for each in told.links.slogans:
        # Its rates change with the length of any speech, so that it does not pay to know whether it changes.
        found[paths.slogan(each.id)] = made(_page, partial(slogan.page, each, told.corpus, told.links, told.measured))
        found |= uses.files(each, told.corpus)
    return found


def _speech(told: Told, one: Speech, around: Surroundings, shared: str) -> Content:
    """The page of one speech; `shared` is a hash of what it shares with others."""
    edition, copies = told.editions.get(one.id, ""), tuple(told.copies)
    blocks = partial(speech.page, one, around, told.corpus, told.measured, edition, copies=copies)
    return kept(_page, (blocks,), speech.seen(one, around, shared, told.corpus), edition, copies)


def _passages(told: Told, one: Speech, shared: str, doublet: Doublet | None) -> Iterator[tuple[str, Content]]:
    """The pages of what one speech shares, of which `shared` is a hash."""
    others = doublet.speeches if doublet else ()
    seen = one.fingerprint, shared, doublet, [told.corpus.by_id[each].fingerprint for each in others]
    for path, blocks in passages.pages(one, told.shared.get(one.id, ()), doublet, told.corpus):
        yield path, kept(_page, (blocks,), seen)


def _page(blocks: Callable[[], Iterable[str]]) -> str:
    """The page of those blocks."""
    return file(blocks())
