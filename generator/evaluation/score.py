"""How good an answer is: counts of what is right, wrong and missed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of answer: `right` ones, `wrong` ones, and `missed` ones that should have been given."""

    name: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the answers given that are right; 0 where none is given."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of the answers wanted that are given; 0 where none is wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall (van Rijsbergen 1979).

        >>> Score("passages", 3, 1, 1).f1
        0.75
        >>> Score("nothing", 0, 0, 4).f1
        0.0
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
