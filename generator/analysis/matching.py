"""Every place where any of many forms stands, in one pass (Aho–Corasick). The only door to pyahocorasick."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import ahocorasick
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray


class Matcher:
    """Finds a fixed set of forms; places are half-open stretches of the text given."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms: Sequence[str] = sorted(set(forms))
        self._automaton = ahocorasick.Automaton()
        for number, form in enumerate(self.forms):
            self._automaton.add_word(form, number)
        self._automaton.make_automaton()

    def all(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every place, those inside longer ones too, by their ends.

        >>> list(Matcher(["主体责任", "责任"]).all("主体责任"))
        [(0, 4, '主体责任'), (2, 4, '责任')]
        """
        if self.forms:
            for last, number in self._automaton.iter(text):
                form = self.forms[number]
                yield last + 1 - len(form), last + 1, form

    def places(self, text: str) -> NDArray[np.int64]:
        """The same in numbers, of shape (3, n): the form's place among the `forms`, from where, to where.

        >>> Matcher(["责任", "主体责任"]).places("主体责任").tolist()
        [[0, 1], [0, 2], [4, 4]]
        """
        found = self._automaton.iter(text) if self.forms else ()
        last, form = np.fromiter(chain.from_iterable(found), np.int64).reshape(-1, 2).T
        lengths = np.array([*map(len, self.forms)], np.int64)
        return np.stack((form, last + 1 - lengths[form], last + 1))

    def longest(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Places that do not overlap: leftmost first, of those the longest.

        >>> list(Matcher(["主体责任", "责任", "责任制"]).longest("主体责任制"))
        [(0, 4, '主体责任')]
        """
        end = 0
        for start, stop, form in sorted(self.all(text), key=lambda place: (place[0], -place[1])):
            if start >= end:
                end = stop
                yield start, stop, form
