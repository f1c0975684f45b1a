"""Speeches that are one speech: issued twice, or one template with the names of places and people changed.

Candidates share hashes in small sketches of their grams (bottom-k sketches, Broder 1997), so that no speech is compared
with all others; the whole texts of candidates are then compared.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel

from generator.analysis.matching import Matcher
from generator.analysis.parallels.alignment import alignment
from generator.analysis.parallels.streams import stream
from generator.model import Doublet, Sameness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Corpus

#: Shorter speeches (in characters, punctuation left out) are a few courtesies and often alike.
_LEAST = 100
#: The size of a gram, how many hashes make a sketch, and how many of them candidates share.
_GRAM, _SKETCH, _SHARED = 6, 64, 8
#: With how many speeches that have the same hash each one is paired, so that a phrase that all have costs little.
_NEAR = 4
#: What share of the characters must be equal, in order (the Dice coefficient of the longest common subsequence).
_ALIKE = 0.8
#: How often the same change must be made for two speeches to be of one template.
_SWAPS = 3
#: Numbers of articles that move on by one say nothing of a template.
_NUMERALS = frozenset("〇零一二三四五六七八九十百千两第0123456789")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def doublets(corpus: Corpus) -> tuple[Doublet, ...]:
    """The groups of speeches that are wholly or nearly the same, each in the corpus's order, the first ones first."""
    nobody = Matcher(())
    texts = {speech.id: stream(speech, nobody).text for speech in corpus.speeches}
    order = {identifier: number for number, identifier in enumerate(texts)}
    likeness: dict[tuple[str, str], float] = {}
    for one, other in sorted(_candidates(texts)):
        if alike := Indel.normalized_similarity(texts[one], texts[other], score_cutoff=_ALIKE):
            likeness[one, other] = alike
    groups = [sorted(group, key=order.__getitem__) for group in _joined(likeness)]
    return tuple(_doublet(group, texts, likeness) for group in sorted(groups, key=lambda group: order[group[0]]))


def _doublet(group: Sequence[str], texts: Mapping[str, str], likeness: Mapping[tuple[str, str], float]) -> Doublet:
    """The speeches of `group`: how alike the least alike of those compared are, and in what way."""
    least = min(alike for (one, _), alike in likeness.items() if one in group)
    first, *others = group
    template = any(_is_swapped(texts[first], texts[other]) for other in others)
    return Doublet(tuple(group), round(least, 3), Sameness.TEMPLATE if template else Sameness.VERSION)


def _is_swapped(a: str, b: str) -> bool:
    """Whether some words were changed into the same other words again and again."""
    changes = ((a[s.a : s.a_end], b[s.b : s.b_end]) for s in alignment(a, b) if not s.equal)
    swaps = Counter((ours, theirs) for ours, theirs in changes if ours and theirs and set(ours + theirs) - _NUMERALS)
    return any(count >= _SWAPS for count in swaps.values())


def _candidates(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of speeches whose sketches have much in common."""
    long = sorted((each for each in texts if len(texts[each]) >= _LEAST), key=lambda each: (texts[each], each))
    sketches = [sketch(texts[each]) for each in long]
    if not sketches:
        return set()
    hashes = np.concatenate(sketches)
    order = np.argsort(hashes, kind="stable")
    hashes, holder = hashes[order], np.repeat(np.arange(len(long)), [*map(len, sketches)])[order]
    steps = [(holder[:-step], holder[step:], hashes[:-step] == hashes[step:]) for step in range(1, _NEAR + 1)]
    met = np.concatenate([one[same] * len(long) + other[same] for one, other, same in steps])
    pairs, shared = np.unique(met, return_counts=True)
    near = (divmod(pair, len(long)) for pair in pairs[shared >= _SHARED].tolist())
    return {(min(long[one], long[other]), max(long[one], long[other])) for one, other in near}


def sketch(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The smallest hashes of the grams of `text`, of shape (at most `_SKETCH`,): like texts have many in common.

    >>> one, other = sketch("把停车难问题纳入老旧小区改造清单"), sketch("把停车难问题纳入新建小区改造清单")
    >>> len(one), len(np.intersect1d(one, other))
    (11, 4)
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4")).astype(np.uint64)
    count = max(len(codes) - _GRAM + 1, 0)
    gram = np.zeros(count, np.uint64)
    for step in range(_GRAM):
        gram = (gram ^ codes[step : step + count]) * _FACTOR
        gram ^= gram >> np.uint64(29)
    gram.sort()
    return np.array(gram[np.diff(gram, prepend=~gram[:1]) != 0][:_SKETCH])


def _joined(pairs: Mapping[tuple[str, str], float]) -> Iterator[set[str]]:
    """The groups that `pairs` connect."""
    group_of: dict[str, set[str]] = {}
    for one, other in pairs:
        group = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of.update(dict.fromkeys(group, group))
    yield from {id(group): group for group in group_of.values()}.values()
