"""Where two streams say the same: an inverted index of rare grams, and the unbroken runs that its entries make up.

After passim (Smith, Cordell and Mullen 2015) and TextPAIR: grams are looked up, texts are not compared pair by pair.
All places are counted in the streams' texts put end to end, until the very last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.analysis.parallels.chains import WITHIN
from generator.analysis.parallels.nearness import is_near, may_pay

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

    >>> (block,) = runs(["甲新增停车泊位三千二百余个", "新增停车泊位三千二百余个"])
    >>> [int(*column) for column in block]
    [0, 1, 1, 0, 12]
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
        one, other, a, b, length = (each[order] for each in (one, other, a, b, length))
        kept = ~_alone(one, other, a, length)
        kept[~kept] = may_pay(index.numbers, a[~kept], b[~kept], length[~kept])
        found = Runs(one, other, a - starts[one], b - starts[other], length)
        yield Runs(*(each[kept] for each in found))
        first = last


def _alone(one: Places, other: Places, a: Places, length: Places) -> NDArray[np.bool_]:
    """For each of the sorted runs whether no other of its pair of texts is so near that they can make up one chain."""
    is_first = np.ones(len(a) + 1, np.bool_)
    is_first[1:-1] = (one[1:] != one[:-1]) | (other[1:] != other[:-1])
    pair = np.cumsum(is_first[:-1])
    start = pair * 2 * (int(a.max(initial=0)) + int(length.max(initial=0)) + WITHIN) + a
    is_first[1:-1] |= start[1:] - np.maximum.accumulate(start + length)[:-1] > WITHIN
    return is_first[:-1] & is_first[1:]


def _numbered(text: str) -> Numbers:
    """`text` as numbers, one for each character that occurs (were there over 2**16, some would share one)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))
    occurs = np.zeros(0x110000, np.bool_)
    occurs[codes] = True
    return np.cumsum(occurs).astype(np.uint16)[codes]


def _index(numbers: Numbers, owner: NDArray[np.int32]) -> _Index:
    """The index of the texts; grams that reach into the next text are left out."""
    gram, whole = _grams(numbers, _GRAM, owner)
    order = np.argsort(gram, kind="stable")
    size, _ = _company(gram, order)
    common = _common(size)
    often = np.sort(order[(size > common) & whole[order]])
    order = order[(size <= common) & whole[order]]
    _, later = _company(gram, order)
    gram, whole = _grams(numbers, _LONG_GRAM, owner)
    often = often[whole[often]]
    often = often[np.argsort(gram[often], kind="stable")]
    size, longer = _company(gram, often)
    width = np.full(len(numbers), _GRAM, np.uint8)
    width[often] = _LONG_GRAM
    rank, partners = np.zeros((2, len(numbers)), np.int64)
    order = np.concatenate([order, often])
    rank[order] = np.arange(len(order))
    partners[order] = np.concatenate([later, np.where(size <= common, longer, 0)])
    return _Index(numbers, owner, order, rank, partners, width)


def _company(gram: NDArray[np.uint64], order: Places) -> tuple[Places, Places]:
    """For each place in `order`, where equal grams stand side by side: how many have its gram, and how many later."""
    ranked = gram[order]
    starts = np.flatnonzero(np.append(np.ones(min(len(ranked), 1), np.bool_), ranked[1:] != ranked[:-1]))
    counts = np.diff(np.append(starts, len(ranked)))
    return np.repeat(counts, counts), np.repeat(starts + counts, counts) - np.arange(len(ranked)) - 1


def _common(size: Places) -> int:
    """Above what count grams are too frequent; `size` has that count for every place."""
    places = np.bincount(size[size <= _COMMON], minlength=_COMMON + 1)
    links = np.cumsum(places * np.arange(-1, len(places) - 1) // 2)
    return max(int(np.searchsorted(links, _LINKS, "right")) - 1, 2)


def _grams(numbers: Numbers, size: int, owner: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """For each place the gram that begins there, as a number (long ones hashed), and whether one text has it whole."""
    gram = np.zeros(len(numbers), np.uint64)
    for step in range(size):
        gram = gram * np.uint64((1 << 16) + (size > _GRAM)) + np.roll(numbers, -step)
    whole = owner == np.roll(owner, 1 - size)
    whole[max(len(whole) - size + 1, 0) :] = False
    return gram, whole


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
