"""The places where grams may start, and what follows each: characters with punctuation left out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.search.normal import CODE_POINTS, Kind, at_each, punctuation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from generator.search.alphabet import Alphabet
    from generator.search.layout import Layout
    from generator.search.normal import Characters

HINT: Final = 4
"""Bits of each half of a hint."""
DEEPEST: Final = 12
"""Characters of the longest gram."""


@dataclass(frozen=True)
class Places:
    """All places where a gram may start, in order of ranking: first those of `characters`, then those of punctuation.

    `characters` are numbers in the alphabet, 0 at the end of a paragraph, without punctuation; `marks` is the
    punctuation, and `after` which of the characters follows it. Of all places `cells` say where, `runs` count the
    characters (punctuation itself being one) up to the next punctuation or end, and `breaks` say what that is: the
    kind of the punctuation, or 0.
    """

    characters: NDArray[np.uint16]
    marks: NDArray[np.uint16]
    after: NDArray[np.int32]
    cells: NDArray[np.uint32]
    runs: NDArray[np.uint8]
    breaks: NDArray[np.uint8]

    def starts(self, size: int) -> Iterator[NDArray[np.int32]]:
        """All places but the ends of paragraphs, some first characters at a time, in order; of about `size` places."""
        last = max(int(each.max(initial=0)) for each in (self.characters, self.marks))
        counts = np.bincount(self.characters, minlength=last + 1) + np.bincount(self.marks, minlength=last + 1)
        counts[0] = 0
        cuts = np.flatnonzero(np.diff(np.cumsum(counts) // size, append=-1)) + 1
        for first, end in pairwise([1, *cuts.tolist()]):
            here, marks = (
                np.flatnonzero((each >= first) & (each < end)).astype(np.int32)
                for each in (self.characters, self.marks)
            )
            yield np.concatenate((here, marks + np.int32(len(self.characters))))

    def at(self, places: NDArray[np.int32], depth: int) -> NDArray[np.uint16]:
        """Character number `depth`, from 0, of the gram that starts at each of `places`."""
        if depth:
            return self.behind(places, np.int32(depth))
        late = places >= len(self.characters)
        found = np.empty(len(places), np.uint16)
        found[~late] = self.characters[places[~late]]
        found[late] = self.marks[places[late] - len(self.characters)]
        return found

    def behind(self, places: NDArray[np.int32], depths: NDArray[np.int32] | np.int32) -> NDArray[np.uint16]:
        """The same for `depths` above 0, one for all places or one for each; behind the archive's end, an end."""
        where = places.copy()
        late = places >= len(self.characters)
        where[late] = self.after[places[late] - len(self.characters)] - 1
        where += depths
        found: NDArray[np.uint16] = self.characters[np.minimum(where, len(self.characters) - 1, out=where)]
        return found


def places(layout: Layout, text: Characters) -> Places:
    """Where grams start in `text`, which is laid out so."""
    alphabet = layout.alphabet
    number = np.zeros(int(text.max(initial=0)) + 1, np.uint16)
    number[alphabet.searched] = np.arange(1, len(alphabet.searched) + 1)
    mute = at_each(punctuation(), text)
    numbers = at_each(number, text)
    stops = mute | (numbers == 0)
    after = np.cumsum(~mute, dtype=np.int32)[mute]
    return Places(
        numbers[~mute],
        numbers[mute],
        after,
        _parted(layout.cell_of_each(), mute),
        _parted(_runs(stops), mute),
        _parted(_breaks(stops, at_each(_kinds(alphabet), text)), mute),
    )


def _parted(each: NDArray[Kind], mute: NDArray[np.bool_]) -> NDArray[Kind]:
    """First those of characters, then those of punctuation."""
    return np.concatenate((each[~mute], each[mute]))


def _kinds(alphabet: Alphabet) -> NDArray[np.uint8]:
    """For each punctuation mark its kind, from 1: its number among those that are searched, as far as a hint tells."""
    found = np.zeros(CODE_POINTS, np.uint8)
    marks = alphabet.searched[punctuation()[alphabet.searched]]
    found[marks] = np.arange(len(marks)) % (2**HINT - 1) + 1
    return found


def _runs(stops: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """For each character how many it takes from it to the next stop: 1 if that follows at once."""
    following = np.append(stops, True)
    runs = np.full(len(stops), DEEPEST + 1, np.uint8)
    for distance in range(DEEPEST, 0, -1):
        np.copyto(runs[: len(following) - distance], np.uint8(distance), where=following[distance:])
    return runs


def _breaks(stops: NDArray[np.bool_], kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """For each character the kind of the next stop; behind the last, 0."""
    where = np.flatnonzero(stops)
    found = np.repeat(kinds[where], np.diff(where, prepend=0))
    return np.append(found, np.zeros(len(stops) - len(found), np.uint8))
