"""The archive's characters, the most frequent first, and its text written with one, two or four ASCII letters for each.

A server's gzip makes about a fifth less of that than of UTF-8: what is frequent takes one byte, and what a byte means
depends on fewer bytes before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.hanzi import simplified
from generator.search.normal import CODE_POINTS, END, code_points
from generator.search.numbers import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from generator.search.numbers import Codes

    Integers = NDArray[np.int64]

LETTERS: Final = "".join(map(chr, (32, 33, *range(35, 92), *range(93, 127))))
"""What needs no escape in JSON."""

SINGLES: Final = 40
_MOST = 4
"""Letters of a character."""
PAIRS: Final = (len(LETTERS) - SINGLES - 1) * len(LETTERS)
_ORDER = 8
_USUAL = 1000
"""Most of what is typed in traditional characters needs no further table then, and the entry grows by 2 KB only."""


@dataclass(frozen=True)
class Alphabet:
    """All characters (code points) that are printed or searched, by classes of falling frequency.

    `silent` says which are only printed: blanks, traditional characters, capitals.
    """

    characters: Integers
    silent: NDArray[np.bool_]

    @property
    def searched(self) -> Integers:
        """Those that grams are made of, in order; the first has number 1."""
        return self.characters[~self.silent]

    @property
    def codes(self) -> Iterator[Codes]:
        """The characters as steps between code points, then the silent ones as steps between their places."""
        for number, (start, end) in enumerate(_classes(len(self.characters))):
            yield codes(np.diff(self.characters[start:end], prepend=-1) - 1, max(_ORDER - number, 0))
        yield codes(np.diff(np.flatnonzero(self.silent), prepend=-1) - 1, _ORDER // 2)

    @property
    def folds(self) -> str:
        """The traditional characters, and those of what is frequent here, each before its simplified one."""
        printed = set(map(chr, self.characters))
        usual = set(map(chr, self.characters[:_USUAL]))
        return "".join(f"{one}{other}" for one, other in simplified().items() if one in printed or other in usual)

    def written(self, texts: Iterable[str]) -> list[str]:
        """Each of `texts`, which have no `END` in them, in letters."""
        codes = code_points("".join(f"{text}{END}" for text in texts))
        letters = self._letters[codes].astype("<u4", copy=False).view(np.uint8).reshape(-1, _MOST)
        return letters[letters > 0].tobytes().decode("ascii").split(END)[:-1]

    @cached_property
    def widths(self) -> NDArray[np.uint8]:
        """How many letters each code point takes; 0 for what is not in the archive."""
        found = np.zeros(CODE_POINTS, np.uint8)
        found[self.characters] = 4
        found[self.characters[: SINGLES + PAIRS]] = 2
        found[self.characters[:SINGLES]] = 1
        return found

    @cached_property
    def _letters(self) -> NDArray[np.uint32]:
        """The letters of each code point, as the bytes of one number; what is missing to as many is 0."""
        found = np.zeros(CODE_POINTS, np.uint32)
        every = "".join(letters(number).ljust(_MOST, "\0") for number in range(len(self.characters)))
        found[self.characters] = np.frombuffer(every.encode("ascii"), "<u4")
        found[ord(END)] = ord(END)
        return found


def alphabet(printed: Integers, searched: Integers) -> Alphabet:
    """The alphabet of an archive in which each code point is printed, and searched, so many times."""
    known = np.flatnonzero((searched > 0) | (printed > 0))
    ranked = known[np.argsort(-printed[known], kind="stable")]
    characters = np.concatenate([ranked[:0], *(np.sort(ranked[start:end]) for start, end in _classes(len(ranked)))])
    return Alphabet(characters, searched[characters] == 0)


def letters(number: int) -> str:
    """The letters of the character that has this number.

    >>> letters(0), letters(40), letters(40 + 52 * 93)
    (' ', 'I ', '~   ')
    """
    base = len(LETTERS)
    if number < SINGLES:
        return LETTERS[number]
    number -= SINGLES
    if number < PAIRS:
        return LETTERS[SINGLES + number // base] + LETTERS[number % base]
    number -= PAIRS
    return LETTERS[-1] + "".join(LETTERS[number // base**n % base] for n in (2, 1, 0))


def _classes(size: int) -> Iterator[tuple[int, int]]:
    """The classes of frequency among so many characters, as half-open ranges; in each, characters stand by code point.

    >>> list(_classes(200))
    [(0, 40), (40, 133), (133, 200)]
    """
    start, end, next_size = 0, SINGLES, len(LETTERS)
    while start < size:
        yield start, min(end, size)
        start, end, next_size = end, end + next_size, 2 * next_size
