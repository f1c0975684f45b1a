"""Copies of the speeches to read elsewhere: EPUB and PDF, of each speech and of the whole archive.

They are files of the site's source like all others, and the pages link those kinds that are made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.copies import book, paper
from generator.copies.edition import Edition
from generator.copies.paper import can_print
from generator.model import Copy
from generator.permalinks import editions
from generator.site import labels, paths, volumes
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from generator.model import Corpus
    from generator.permalinks import Ledger
    from generator.work import Work

    One = Callable[[Edition], bytes]
    #: A volume by its title, what is in it, and the copies of each.
    Bound = Callable[[str, Sequence[Edition], Sequence[bytes]], bytes]

__all__ = ["can_print", "files"]


def files(
    corpus: Corpus, ledger: Ledger, kinds: Collection[Copy], work: Work = ALONE, memory: Path | None = None
) -> Mapping[str, bytes]:
    """The copies of those `kinds`, by their paths in the site's source.

    `work` says who makes them; the folder `memory` keeps what took work to print.
    """
    makers: Mapping[Copy, tuple[One, Bound]] = {
        Copy.EPUB: (book.speech, book.volume),
        Copy.PDF: (partial(paper.speech, memory=memory), paper.volume),
    }
    dates = editions(ledger)
    held = [[Edition(speech, dates.get(speech.id, "")) for speech in volume] for volume in volumes(corpus)]
    found: dict[str, bytes] = {}
    for kind in kinds:
        one, bound = makers[kind]
        for number, volume in enumerate(held):
            made = work.here(one, volume)
            found |= {paths.copy(each.speech.id, kind): copy for each, copy in zip(volume, made, strict=True)}
            found[paths.copies(number, kind)] = bound(labels.volume(number, len(held)), volume, made)
    return found
