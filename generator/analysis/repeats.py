"""Wordings that come again in many speeches, whatever they are: closed repeats, found by sorting n-grams.

An n-gram is known by the number of its beginning and its last character, so that nothing is hashed and nothing guessed;
places whose n-gram stands alone are dropped before the next length. Twenty million characters take seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Integers: TypeAlias = NDArray[np.int64]

_SHORTEST, _LONGEST = 4, 12
_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF
#: Bits that a Han character takes.
_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Repeat:
    """A wording: in how many speeches it stands, how often, how often alone between marks, and where first.

    The place is the numbers of speech and paragraph.
    """

    form: str
    speeches: int
    count: int
    alone: int
    speech: int
    paragraph: int


@dataclass(frozen=True)
class _Grams:
    """The n-grams of one length: at `places` stands the one numbered in `ids`; the rest has one entry a number."""

    places: Integers
    ids: Integers
    firsts: Integers
    counts: Integers
    reach: Integers


def repeats(speeches: Sequence[Sequence[str]], least: int) -> Iterator[Repeat]:
    """The closed repeats of 4 to 12 Han characters in at least `least` of the normalised `speeches`, short ones first.

    Closed: every longer wording that holds it comes less often. A repeat comes at least twice.

    >>> [each.form for each in repeats([["建设服务型政府。"], ["要建设服务型政府，"]], 2)]
    ['建设服务型政府']
    """
    lines = [(s, p, text) for s, speech in enumerate(speeches) for p, text in enumerate(speech)]
    whole = "".join(f"{text}\n" for *_, text in lines)
    lengths = np.array([len(text) + 1 for *_, text in lines], np.int64)
    ends = np.cumsum(lengths)
    owner = np.repeat(np.array([s for s, *_ in lines], np.int32), lengths)
    printed = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    codes = np.where(printed > _LAST_HAN, 0, printed).astype(np.uint16)
    stop = codes < _FIRST_HAN
    for length, grams, closed in _levels(codes, owner):
        between = stop[grams.places - 1] & stop[grams.places + length]
        alone = np.bincount(grams.ids, between)
        found = np.flatnonzero(closed & (grams.reach >= least))
        firsts = grams.firsts[found]
        columns = (
            firsts,
            np.searchsorted(ends, firsts, "right"),
            grams.reach[found],
            grams.counts[found],
            alone[found],
        )
        for first, line, reach, count, parted in zip(*(each.tolist() for each in columns), strict=True):
            speech, paragraph, _ = lines[line]
            yield Repeat(whole[first : first + length], reach, count, int(parted), speech, paragraph)


def _levels(codes: NDArray[np.uint16], owner: NDArray[np.int32]) -> Iterator[tuple[int, _Grams, NDArray[np.bool_]]]:
    """For each length its n-grams, and which of them no longer one has at as many places."""
    run = _runs(codes >= _FIRST_HAN)
    places = np.flatnonzero(run >= _SHORTEST)
    keys = np.zeros(len(places), np.int64)
    for offset in range(_SHORTEST):
        keys = keys << _WIDTH | codes[places + offset]
    grams = _grams(places, keys, owner)
    for length in range(_SHORTEST, _LONGEST + 1):
        again = (grams.counts[grams.ids] > 1) & (run[grams.places] > length)
        places = grams.places[again]
        longer = _grams(places, grams.ids[again] << _WIDTH | codes[places + length], owner)
        grown = np.zeros(len(codes) + 1, np.int64)
        grown[places] = longer.counts[longer.ids]
        swallowing = np.maximum(grown[grams.firsts], grown[grams.firsts - 1])
        yield length, grams, (grams.counts > 1) & (grams.counts > swallowing)
        grams = longer


def _grams(places: Integers, keys: Integers, owner: NDArray[np.int32]) -> _Grams:
    """The n-grams that `keys` tell apart, with their first place, count, and how many owners they have."""
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    new = np.ones(len(ranked), np.bool_)
    new[1:] = ranked[1:] != ranked[:-1]
    starts = np.flatnonzero(new)
    ids = np.empty(len(ranked), np.int64)
    ids[order] = np.cumsum(new) - 1
    owners = owner[places[order]]
    new[1:] |= owners[1:] != owners[:-1]
    reach = np.add.reduceat(new, starts, dtype=np.int64) if len(starts) else starts
    return _Grams(places, ids, places[order[starts]], np.diff(np.append(starts, len(ranked))), reach)


def _runs(han: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """For every place how many Han characters stand from there on without a break, as far as it matters."""
    runs = np.zeros(len(han) + _LONGEST + 1, np.uint8)
    for _ in range(_LONGEST + 1):
        runs[: len(han)] = np.where(han, runs[1 : len(han) + 1] + 1, 0)
    return runs[: len(han)]
