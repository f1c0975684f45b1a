"""Every place where any of many forms stands, in one pass (Aho–Corasick). The only door to pyahocorasick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Matcher:
    """Finds a fixed set of forms; places are half-open stretches of the text given."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form in sorted(set(forms)):
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def all(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every place, those inside longer ones too, by their ends.

        >>> list(Matcher(["主体责任", "责任"]).all("主体责任"))
        [(0, 4, '主体责任'), (2, 4, '责任')]
        """
        if len(self._automaton):
            for last, form in self._automaton.iter(text):
                yield last + 1 - len(form), last + 1, form

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
