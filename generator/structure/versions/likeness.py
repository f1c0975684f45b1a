"""How much of one text stands in another, by their character n-grams (Broder 1997), found without comparing all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.hanzi import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Grams = NDArray[np.uint64]

GRAM: Final = 8
"""Long enough that two speeches on the same subject share few, short enough to fit between two corrections."""

ENOUGH: Final = 100
"""Different n-grams that a text needs before likeness says anything of it."""

_SAMPLED: Final = 16
_WHOLE: Final = 1000
_COMMON: Final = 12
_PROMISING: Final = 0.25
_COMMON_LAST: Final = "\uffff"
_NO_WORD: Final = re.compile(r"[\W_]+")
_BASE, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)


def words(text: str) -> str:
    """The letters and digits of `text`, traditional characters as simplified ones.

    >>> words("發展　是“第一”要務。")
    '发展是第一要务'
    """
    return _NO_WORD.sub("", folded(text))


def folded(text: str) -> str:
    """`text` with traditional characters as simplified ones, character for character."""
    return _doubtful().sub(lambda found: simplified().get(found[0], found[0]), text)


@lru_cache(maxsize=1)
def _doubtful() -> re.Pattern[str]:
    """Any traditional character (and all rare ones, which would make the pattern slow): most texts have few of them."""
    return re.compile(f"[{''.join(each for each in simplified() if each <= _COMMON_LAST)}{_COMMON_LAST}-\U0010ffff]")


@lru_cache(maxsize=256)
def grams(said: str) -> Grams:
    """The hashes of the n-grams of `said`, sorted, each once; of a shorter text none."""
    codes = np.frombuffer(said.encode("utf-32-le"), np.uint32).astype(np.uint64)
    if len(codes) < GRAM:
        return np.empty(0, np.uint64)
    hashes = np.zeros(len(codes) - GRAM + 1, np.uint64)
    for place in range(GRAM):
        hashes = hashes * _BASE + codes[place : place + len(hashes)]
    hashes ^= hashes >> np.uint64(32)
    return np.unique(hashes * _MIX)


def containment(a: str, b: str) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1.

    >>> containment("不忘初心牢记使命" * 2, "我们要不忘初心牢记使命不忘初心牢记使命啊")
    1.0
    """
    smaller, larger = sorted((grams(a), grams(b)), key=len)
    return len(np.intersect1d(smaller, larger, assume_unique=True)) / len(smaller) if len(smaller) else 0.0


def promising(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of numbers of `texts` that may have much in common.

    A sample of the n-grams (those whose hash 16 divides, the same in every text) is sorted once, so the time grows with
    the texts. What many texts share tells nothing and is left out, which bounds the pairs.
    """
    samples = [_sample(grams(text)) for text in texts]
    sizes = np.array([len(sample) for sample in samples], np.int64)
    if not sizes.sum():
        return
    hashes, holders = np.concatenate(samples), np.repeat(np.arange(len(texts)), sizes)
    order = np.argsort(hashes, kind="stable")
    hashes, holders = hashes[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(starts, len(hashes)))
    telling = np.bincount(holders[np.repeat(lengths <= _COMMON, lengths)], minlength=len(texts))
    shared = [
        holders[starts[lengths == length][:, None] + np.array([one, other])]
        for length in range(2, _COMMON + 1)
        for one in range(length)
        for other in range(one + 1, length)
    ]
    pairs, counts = np.unique(np.concatenate(shared), axis=0, return_counts=True)
    likely = counts >= _PROMISING * np.minimum(telling[pairs[:, 0]], telling[pairs[:, 1]])
    yield from ((int(a), int(b)) for a, b in pairs[likely])


def _sample(every: Grams) -> Grams:
    """A share of the n-grams; all of a short text."""
    return every if len(every) < _WHOLE else every[every % np.uint64(_SAMPLED) == 0]
