"""Passages that two speeches share, word for word or nearly: text reuse.

After the way of passim and TextPAIR (grams looked up, chained where they stand in the same order, then aligned), made
for Chinese: grams of characters, punctuation left out, words told apart by how much they tell, slogans by themselves
left out. Pure, and the same whatever the order of the speeches: texts are compared in the order of their characters.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

from generator.analysis.lexicon import base
from generator.analysis.matching import Matcher
from generator.analysis.parallels.alignment import Stretch, alignment
from generator.analysis.parallels.chains import Run
from generator.analysis.parallels.doublets import doublets
from generator.analysis.parallels.passages import passages
from generator.analysis.parallels.reach import reach
from generator.analysis.parallels.seeds import runs
from generator.analysis.parallels.streams import said, stream
from generator.model import Parallel, Reuse
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.parallels.reach import Side
    from generator.analysis.parallels.seeds import Runs
    from generator.analysis.parallels.streams import Stream
    from generator.model import Corpus, Slogan
    from generator.work import Work

__all__ = ["MANY", "Stretch", "alignment", "doublets", "parallels"]

#: A passage in so many speeches is a formula; in fewer it was borrowed.
MANY = 5


def parallels(corpus: Corpus, slogans: Iterable[Slogan], work: Work = ALONE) -> tuple[Parallel, ...]:
    """The passages that pairs of speeches share, in the corpus's order.

    What is wholly a slogan (of `slogans` or of the base lexicon) is no passage; nor are titles, bylines, salutations.
    """
    known = _known(slogans)
    streams = sorted(
        (stream(speech, known) for speech in corpus.speeches), key=lambda each: (each.text, each.speech.id)
    )
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    places = [order[each.speech.id] for each in streams]
    found = [(*_ordered(one, other, places), similarity) for one, other, similarity in _found(streams, work)]
    found.sort(key=lambda each: (places[each[0][0]], places[each[1][0]], each))
    told = reach((a, b) for a, b, _ in found)
    return tuple(_parallel(streams, a, b, similarity, told) for a, b, similarity in found)


def _known(slogans: Iterable[Slogan]) -> Matcher:
    """Finds what is known as a slogan."""
    forms = {said(form) for slogan in slogans for form in slogan.variants} | set(map(said, base().canonical))
    return Matcher(form for form in forms if len(form) > 1)


def _found(streams: Sequence[Stream], work: Work) -> Iterator[tuple[Side, Side, float]]:
    """Every passage: its place in either stream, and how alike they are."""
    for block in runs([each.text for each in streams]):
        new = (np.diff(block.one, prepend=-1) != 0) | (np.diff(block.other, prepend=-1) != 0)
        cuts = [*np.flatnonzero(new).tolist(), len(block.one)]
        yield from chain.from_iterable(work.here(partial(_shared, streams, block), list(pairwise(cuts))))


def _shared(streams: Sequence[Stream], block: Runs, pair: tuple[int, int]) -> list[tuple[Side, Side, float]]:
    """The passages of one pair of streams, whose runs are those from one number to another in `block`."""
    rows = slice(*pair)
    one, other = int(block.one[pair[0]]), int(block.other[pair[0]])
    columns = (block.a[rows].tolist(), block.b[rows].tolist(), block.length[rows].tolist())
    return [
        ((one, each.a, each.a_end), (other, each.b, each.b_end), each.similarity)
        for each in passages(streams[one], streams[other], [Run(*run) for run in zip(*columns, strict=True)])
    ]


def _ordered(one: Side, other: Side, places: Sequence[int]) -> tuple[Side, Side]:
    """The sides, that of the speech which comes first in the corpus first."""
    return (one, other) if places[one[0]] < places[other[0]] else (other, one)


def _parallel(
    streams: Sequence[Stream], a: Side, b: Side, similarity: float, told: Mapping[Side, frozenset[int]]
) -> Parallel:
    """A passage as the other stages know it."""
    speeches = len(told[a] | told[b])
    return Parallel(
        streams[a[0]].spans(*a[1:]),
        streams[b[0]].spans(*b[1:]),
        round(similarity, 3),
        speeches,
        Reuse.FORMULA if speeches >= MANY else Reuse.BORROWING,
    )
