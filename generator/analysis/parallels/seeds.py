"""Where two streams say the same: an inverted index of rare grams, and the unbroken runs that its entries make up.

After passim (Smith, Cordell and Mullen 2015) and TextPAIR: grams are looked up, texts are not compared pair by pair.
All places are counted in the streams' texts put end to end, until the very last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.analysis.parallels.nearness import is_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint16]
    Places = NDArray[np.int64]

#: The gram that is looked up, and the longer one that stands in for it where it is too frequent to tell anything.
_GRAM, _LONG_GRAM = 4, 8
#: A gram in more places than this is left out: who says it may have it from anyone.
_COMMON = 50
#: That bound falls until no more pairs of places than these remain, so that a large archive is done in minutes.
_LINKS = 4_000_000
#: Pairs of places held in memory at once, some hundred bytes each.
_BLOCK = 4_000_000


class Runs(NamedTuple):
    """Unbroken runs of equal characters, as arrays of shape (n,), sorted by `one`, `other`, `a` and `b`.

    Run k is `length[k]` characters from `a[k]` of text number `one[k]` and from `b[k]` of `other[k]`, one < other.
    """

    one: Places
    other: Places
    a: Places
    b: Places
    length: Places


@dataclass(frozen=True)
class _Index:
    """All texts end to end, and where each gram stands.

    Of shape (n,), one a character: `numbers`, `owner` (its text), `rank` (its gram's index in `order`), `partners` (how
    many later places its gram has), `width` (its gram's length). `order` has the places of a gram side by side.
    """

    numbers: Numbers
    owner: NDArray[np.int32]
    order: Places
    rank: Places
    partners: Places
    width: NDArray[np.uint8]


def runs(texts: Sequence[str]) -> Iterator[Runs]:
    """The runs of every pair of `texts` that may make up a passage; all runs of a pair are in one block.

    >>> (block,) = runs(["甲新增停车泊位三千二百个", "新增停车泊位三千二百个"])
    >>> [int(*column) for column in block]
    [0, 1, 1, 0, 11]
    >>> [len(block.a) for block in runs(["新增停车泊位", "改造老旧小区"])]
    [0]
    """
    lengths = np.array([len(text) for text in texts], np.int64)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    if not ends.size or not ends[-1]:
        return
    index = _index(_numbered("".join(texts)), np.repeat(np.arange(len(texts), dtype=np.int32), lengths))
    links = np.concatenate([[0], np.cumsum(index.partners)])
    first = 0
    while first < len(texts):
        last = max(int(np.searchsorted(links[ends], links[starts[first]] + _BLOCK, "right")), first + 1)
        a, b, length = _unbroken(index, np.arange(starts[first], ends[last - 1]))
        near = is_near(index.numbers, index.owner, a, b, length)
        a, b, length = a[near], b[near], length[near]
        one, other = index.owner[a].astype(np.int64), index.owner[b].astype(np.int64)
        order = np.lexsort((b, a, other, one))
        found = Runs(one, other, a - starts[one], b - starts[other], length)
        yield Runs(*(each[order] for each in found))
        first = last


def _numbered(text: str) -> Numbers:
    """`text` as numbers, one for each character that occurs (were there over 2**16, some would share one)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))
    return np.unique(codes, return_inverse=True)[1].astype(np.uint16)


def _index(numbers: Numbers, owner: NDArray[np.int32]) -> _Index:
    """The index of the texts; grams that reach into the next text are left out."""
    short, is_short = _grams(numbers, _GRAM, owner)
    counts, common = _counts(short)
    frequent = is_short & (counts > common)
    gram, usable = _grams(numbers, _LONG_GRAM, owner)
    usable = np.where(frequent, usable, is_short)
    gram = np.where(usable, np.where(frequent, gram, short), np.iinfo(np.uint64).max)
    order = np.argsort(gram, kind="stable")
    ordered = gram[order]
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    first, end = np.searchsorted(ordered, ordered), np.searchsorted(ordered, ordered, "right")
    later = np.where(end - first <= common, end - np.arange(len(order)) - 1, 0)
    partners = np.where(usable, later[rank], 0)
    return _Index(numbers, owner, order, rank, partners, np.where(frequent, _LONG_GRAM, _GRAM).astype(np.uint8))


def _grams(numbers: Numbers, size: int, owner: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """For each place the gram that begins there, as a number (long ones hashed), and whether one text has it whole."""
    gram = np.zeros(len(numbers), np.uint64)
    for step in range(size):
        gram = gram * np.uint64((1 << 16) + (size > _GRAM)) + np.roll(numbers, -step)
    whole = owner == np.roll(owner, 1 - size)
    whole[max(len(whole) - size + 1, 0) :] = False
    return gram, whole


def _counts(gram: NDArray[np.uint64]) -> tuple[Places, int]:
    """For each place how often its gram occurs, and above what count grams are too frequent."""
    _, which, counts = np.unique(gram, return_inverse=True, return_counts=True)
    sizes = np.bincount(counts[counts <= _COMMON], minlength=_COMMON + 1)
    links = np.cumsum(sizes * np.arange(len(sizes)) * np.arange(-1, len(sizes) - 1) // 2)
    return counts[which], max(int(np.searchsorted(links, _LINKS, "right")) - 1, 2)


def _unbroken(index: _Index, places: Places) -> tuple[Places, Places, Places]:
    """The runs that begin at `places`: their place, that of their partner in a later text, their length."""
    count = index.partners[places]
    a = np.repeat(places, count)
    nth = np.arange(len(a)) - np.repeat(np.cumsum(count) - count, count)
    b = index.order[index.rank[a] + 1 + nth]
    apart = index.owner[a] != index.owner[b]
    a, b = a[apart], b[apart]
    total = len(index.owner) + _LONG_GRAM
    key = np.sort((b - a) * total + a)
    reach = np.maximum.accumulate(key + index.width[key % total])
    is_first = np.ones(len(key), np.bool_)
    is_first[1:] = key[1:] >= reach[:-1]
    is_last = np.roll(is_first, -1)
    start = key[is_first]
    return start % total, start % total + start // total, reach[is_last] - start
