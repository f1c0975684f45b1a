"""Which speeches are near one another, by the slogans they have in common."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from generator.model import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Corpus, Slogan

_REASONS = 3
_RELATED = 8


def relations(corpus: Corpus, slogans: Sequence[Slogan]) -> tuple[Relation, ...]:
    """For each speech its nearest others, nearest first: the cosine of their slogans weighted by tf·idf.

    The weight of a slogan in a speech is log(1 + occurrences there) · log(1 + speeches / dispersion), after Salton
    and Buckley (1988). The reasons are the slogans that add most to the product. Pairs that share none are left out.
    """
    vectors = _vectors(corpus, slogans)
    norms = {speech: math.hypot(*vector.values()) for speech, vector in vectors.items()}
    shares: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    for slogan in slogans:
        for pair in combinations(sorted(slogan.speeches, key=order.__getitem__), 2):
            shares[pair].append((vectors[pair[0]][slogan.id] * vectors[pair[1]][slogan.id], slogan.id))
    nearest: dict[str, list[Relation]] = defaultdict(list)
    for (a, b), products in shares.items():
        weight = sum(product for product, _ in products) / (norms[a] * norms[b])
        reasons = tuple(slogan for _, slogan in sorted(products, key=lambda each: (-each[0], each[1]))[:_REASONS])
        nearest[a].append(Relation(a, b, round(weight, 4), reasons))
        nearest[b].append(Relation(b, a, round(weight, 4), reasons))
    return tuple(
        relation
        for speech in corpus.speeches
        for relation in sorted(nearest[speech.id], key=lambda each: (-each.weight, order[each.b]))[:_RELATED]
    )


def _vectors(corpus: Corpus, slogans: Sequence[Slogan]) -> dict[str, dict[str, float]]:
    """Each speech's weighted slogans, by ids."""
    vectors: dict[str, dict[str, float]] = {speech.id: {} for speech in corpus.speeches}
    for slogan in slogans:
        rarity = math.log1p(len(corpus.speeches) / len(slogan.speeches))
        for speech, count in Counter(occurrence.span.speech for occurrence in slogan.occurrences).items():
            vectors[speech][slogan.id] = math.log1p(count) * rarity
    return vectors
