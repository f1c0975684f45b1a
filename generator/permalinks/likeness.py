"""How much texts have in common, found through what they share, so that the time grows with what is compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Features = AbstractSet[str]

COMMON = 50
"""A feature of more new texts than this tells none of them apart and is left out; it bounds the work."""


WHOLE = 5040
"""What a feature weighs that stands in one text only. Weights are whole numbers, whose sums no order changes."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Text number `old` and text number `new` share features of weight `shared`, of all that they have."""

    old: int
    new: int
    shared: int
    old_size: int
    new_size: int

    @property
    def containment(self) -> float:
        """How much of the smaller lies in the larger, 0 to 1 (Broder 1997)."""
        return self.shared / min(self.old_size, self.new_size)

    @property
    def dice(self) -> float:
        """How much the two are the same, 0 to 1: of all texts that contain one, the version is that of like size."""
        return 2 * self.shared / (self.old_size + self.new_size)


def likenesses(
    old: Sequence[Features], new: Sequence[Features], weights: Mapping[str, int] = MappingProxyType({})
) -> Iterator[Likeness]:
    """Every pair that shares a feature.

    >>> [likeness.containment for likeness in likenesses([{"甲", "乙"}, {"丁"}], [{"甲", "乙", "丙"}])]
    [1.0]
    """
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, features in enumerate(new if old else ()):
        for feature in features:
            index[feature].append(number)
    common = {feature for feature, numbers in index.items() if len(numbers) > COMMON}
    new_sizes = [weight(features - common, weights) for features in new] if index else []
    for number, features in enumerate(old if index else ()):
        telling = features - common
        shared: Counter[int] = Counter()
        for feature in telling:
            for other in index.get(feature, ()):
                shared[other] += weights.get(feature, WHOLE)
        size = weight(telling, weights)
        for other in sorted(shared):
            yield Likeness(number, other, shared[other], size, new_sizes[other])


def weight(features: Iterable[str], weights: Mapping[str, int]) -> int:
    """What `features` weigh together."""
    return sum(weights.get(feature, WHOLE) for feature in features)


def rarity(texts: Iterable[Features]) -> dict[str, int]:
    """What each feature proves: one that stands in three of `texts` a third of one that stands in one."""
    return {feature: max(WHOLE // n, 1) for feature, n in Counter(chain.from_iterable(texts)).items()}


def one_to_one(found: Iterable[Likeness]) -> Iterator[Likeness]:
    """Of `found`, the best of all, then the best of those that are left, so that each text has one partner at most."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for likeness in sorted(found, key=lambda likeness: (-likeness.dice, likeness.old, likeness.new)):
        if likeness.old not in taken_old and likeness.new not in taken_new:
            taken_old.add(likeness.old)
            taken_new.add(likeness.new)
            yield likeness
