"""Copies of the speeches to read elsewhere: EPUB and PDF, of each speech and of the whole archive.

They are files of the site's source like all others, and the pages link those kinds that are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.copies import book, paper
from generator.copies.edition import Edition
from generator.copies.paper import can_print
from generator.model import Copy
from generator.permalinks import editions
from generator.site import labels, paths, volumes
from generator.site.content import kept
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.model import Corpus
    from generator.permalinks import Ledger
    from generator.site.content import Content
    from generator.work import Work

__all__ = ["can_print", "files"]


def files(
    corpus: Corpus, ledger: Ledger, kinds: Collection[Copy], work: Work = ALONE, memory: Path | None = None
) -> Mapping[str, Content]:
    """The copies of those `kinds`, by their paths in the site's source.

    `work` says who prints; the folder `memory` keeps what took work to print. Books are made when they are written.
    """
    dates = editions(ledger)
    held = [[Edition(speech, dates.get(speech.id, "")) for speech in volume] for volume in volumes(corpus)]
    found: dict[str, Content] = {}
    for number, volume in enumerate(held):
        title = labels.volume(number, len(held))
        if Copy.EPUB in kinds:
            found |= _books(number, title, volume)
        if Copy.PDF in kinds:
            found |= _papers(number, title, paper.printed(volume, work, memory))
    return found


def _books(number: int, title: str, volume: Sequence[Edition]) -> Iterator[tuple[str, Content]]:
    """The EPUBs of volume `number` and of the speeches in it."""
    for each in volume:
        yield paths.copy(each.speech.id, Copy.EPUB), kept(book.speech, (each,), each.fingerprint)
    yield (
        paths.copies(number, Copy.EPUB),
        kept(book.volume, (title, volume), title, [each.fingerprint for each in volume]),
    )


def _papers(number: int, title: str, volume: Sequence[tuple[Edition, bytes]]) -> Iterator[tuple[str, Content]]:
    """The PDFs of volume `number` and of the speeches in it, as they were printed."""
    yield from ((paths.copy(each.speech.id, Copy.PDF), copy) for each, copy in volume)
    yield paths.copies(number, Copy.PDF), paper.volume(title, volume)
