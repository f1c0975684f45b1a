"""Which speeches are near one another, by the slogans they have in common."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from generator.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from generator.model import Corpus, Slogan

    Vector = Mapping[str, float]
    #: The numbers of the speeches that have a slogan, and its weight in each.
    Postings = Mapping[str, tuple[NDArray[np.int64], NDArray[np.float64]]]

_REASONS = 3
_RELATED = 8
#: Weights are told in so many digits; what is alike then counts as equally near.
_DIGITS = 4
#: What more speeches say than this brings no two of them together; else the work would grow with their square.
_COMMON = 1000


def relations(corpus: Corpus, slogans: Sequence[Slogan]) -> tuple[Relation, ...]:
    """For each speech its nearest others, nearest first: the cosine of their slogans weighted by tf·idf.

    The weight of a slogan in a speech is log(1 + occurrences there) · log(1 + speeches / dispersion), after Salton
    and Buckley (1988). The reasons are the slogans that add most to the product. Pairs that share none are left out;
    slogans of more than `_COMMON` speeches do not count.
    """
    slogans = [slogan for slogan in slogans if len(slogan.speeches) <= _COMMON]
    vectors = _vectors(corpus, slogans)
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    postings = {
        slogan.id: (
            np.array([order[speech] for speech in slogan.speeches], np.int64),
            np.array([vectors[speech][slogan.id] for speech in slogan.speeches]),
        )
        for slogan in slogans
    }
    norms = np.array([math.hypot(*vectors[speech.id].values()) for speech in corpus.speeches])
    return tuple(
        Relation(one.id, other, weight, _reasons(vectors[one.id], vectors[other]))
        for number, one in enumerate(corpus.speeches)
        for weight, other in _nearest(number, corpus, vectors[one.id], postings, norms)
    )


def _nearest(
    number: int, corpus: Corpus, vector: Vector, postings: Postings, norms: NDArray[np.float64]
) -> Iterator[tuple[float, str]]:
    """The nearest of speech `number`, which has the slogans of `vector`: how near, and the id."""
    products = np.zeros(len(norms))
    for slogan, weight in vector.items():
        holders, weights = postings[slogan]
        products[holders] += weight * weights
    products[number] = 0
    others = np.flatnonzero(products)
    near = products[others] / (norms[number] * norms[others])
    if len(near) > _RELATED:
        least = np.partition(near, -_RELATED)[-_RELATED] - 10**-_DIGITS
        others, near = others[near >= least], near[near >= least]
    told = zip((round(each, _DIGITS) for each in near.tolist()), others.tolist(), strict=True)
    for weight, other in sorted(told, key=lambda each: (-each[0], each[1]))[:_RELATED]:
        yield weight, corpus.speeches[other].id


def _reasons(one: Vector, other: Vector) -> tuple[str, ...]:
    """The slogans that two speeches share and that bring them nearest."""
    products = [(-one[slogan] * other[slogan], slogan) for slogan in one.keys() & other.keys()]
    return tuple(slogan for _, slogan in sorted(products)[:_REASONS])


def _vectors(corpus: Corpus, slogans: Sequence[Slogan]) -> dict[str, dict[str, float]]:
    """Each speech's weighted slogans, by ids."""
    vectors: dict[str, dict[str, float]] = {speech.id: {} for speech in corpus.speeches}
    for slogan in slogans:
        rarity = math.log1p(len(corpus.speeches) / len(slogan.speeches))
        for speech, count in Counter(occurrence.span.speech for occurrence in slogan.occurrences).items():
            vectors[speech][slogan.id] = math.log1p(count) * rarity
    return vectors
