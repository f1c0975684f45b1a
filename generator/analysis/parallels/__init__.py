"""Passages that two speeches share, word for word or nearly: text reuse.

After the way of passim and TextPAIR (grams looked up, chained where they stand in the same order, then aligned), made
for Chinese: grams of characters, punctuation left out, words told apart by how much they tell, slogans by themselves
left out. Pure, and the same whatever the order of the speeches: texts are compared in the order of their characters.
"""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from itertools import pairwise
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.analysis.lexicon import base
from generator.analysis.matching import Matcher
from generator.analysis.parallels.alignment import Stretch, alignment
from generator.analysis.parallels.chains import Run
from generator.analysis.parallels.doublets import doublets
from generator.analysis.parallels.passages import Passage, passages
from generator.analysis.parallels.reach import reach
from generator.analysis.parallels.seeds import runs
from generator.analysis.parallels.streams import said, stream
from generator.cache import Memo
from generator.cache.memo import KEY
from generator.model import Parallel, Reuse
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from generator.analysis.parallels.reach import Side
    from generator.analysis.parallels.seeds import Runs
    from generator.analysis.parallels.streams import Stream
    from generator.model import Corpus, Slogan, Span
    from generator.work import Work

__all__ = ["MANY", "Stretch", "alignment", "doublets", "parallels"]

#: A passage in so many speeches is a formula; in fewer it was borrowed.
MANY = 5
#: A passage as the memo keeps it.
_KEPT = Struct("5i")


def parallels(
    corpus: Corpus, slogans: Iterable[Slogan], work: Work = ALONE, memo: Memo | None = None
) -> tuple[Parallel, ...]:
    """The passages that pairs of speeches share, in the corpus's order.

    What is wholly a slogan (of `slogans` or of the base lexicon) is no passage; nor are titles, bylines, salutations.
    Pairs that `memo` knows are not compared again.
    """
    known = _known(slogans)
    streams = sorted(
        (stream(speech, known) for speech in corpus.speeches), key=lambda each: (each.text, each.speech.id)
    )
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    places = [order[each.speech.id] for each in streams]
    memo = memo or Memo()
    ordered = ((*_ordered(one, other, places), similarity) for one, other, similarity in _found(streams, work, memo))
    found = sorted((places[a[0]], places[b[0]], a, b, similarity) for a, b, similarity in ordered)
    told = reach((a, b) for _, _, a, b, _ in found)
    spans = {side: streams[side[0]].spans(*side[1:]) for side in told}
    return tuple(
        _parallel(spans[a], spans[b], similarity, (told[a] | told[b]).bit_count()) for _, _, a, b, similarity in found
    )


def _known(slogans: Iterable[Slogan]) -> Matcher:
    """Finds what is known as a slogan."""
    forms = {said(form) for slogan in slogans for form in slogan.variants} | set(map(said, base().canonical))
    return Matcher(form for form in forms if len(form) > 1)


def _found(streams: Sequence[Stream], work: Work, memo: Memo) -> Iterator[tuple[Side, Side, float]]:
    """Every passage: its place in either stream, and how alike they are."""
    prints = [each.fingerprint for each in streams]
    for pairs in map(_pairs, runs([each.text for each in streams])):
        keys = [_key(prints[pair.one], prints[pair.other], pair.runs) for pair in pairs]
        shared = memo.recalled(keys, pairs, partial(work.here, partial(_shared, streams)))
        for pair, kept in zip(pairs, shared, strict=True):
            for each in map(Passage._make, _KEPT.iter_unpack(kept)):
                yield (pair.one, each.a, each.a_end), (pair.other, each.b, each.b_end), each.similarity


class _Pair(NamedTuple):
    """The numbers of two streams, and the `runs` that they share: rows (n, 3) of both beginnings and the length."""

    one: int
    other: int
    runs: NDArray[np.int32]


def _pairs(block: Runs) -> list[_Pair]:
    """The pairs of streams in a block of runs."""
    new = (np.diff(block.one, prepend=-1) != 0) | (np.diff(block.other, prepend=-1) != 0)
    firsts = np.flatnonzero(new)
    rows = np.column_stack((block.a, block.b, block.length)).astype(np.int32)
    shared = (rows[first:last] for first, last in pairwise([*firsts.tolist(), len(rows)]))
    return list(map(_Pair, block.one[firsts].tolist(), block.other[firsts].tolist(), shared))


def _key(one: bytes, other: bytes, shared: NDArray[np.int32]) -> bytes:
    """All that the passages of a pair depend on: what the two streams are, and what they share."""
    return blake2b(one + other + shared.tobytes(), digest_size=KEY).digest()


def _shared(streams: Sequence[Stream], pair: _Pair) -> bytes:
    """The passages of a pair, as the memo keeps them."""
    found = passages(streams[pair.one], streams[pair.other], [Run(*run) for run in pair.runs.tolist()])
    return b"".join(_KEPT.pack(*each) for each in found)


def _ordered(one: Side, other: Side, places: Sequence[int]) -> tuple[Side, Side]:
    """The sides, that of the speech which comes first in the corpus first."""
    return (one, other) if places[one[0]] < places[other[0]] else (other, one)


def _parallel(a: tuple[Span, ...], b: tuple[Span, ...], similarity: float, speeches: int) -> Parallel:
    """A passage as the other stages know it."""
    return Parallel(a, b, round(similarity, 3), speeches, Reuse.FORMULA if speeches >= MANY else Reuse.BORROWING)
