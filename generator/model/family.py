"""How wordings belong together: the tree of a slogan's wordings, and slogans said one after another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.speech import Span


class Bond(StrEnum):
    """How a wording comes of the one above it; `site.labels` names them in Chinese."""

    FULLEST = "fullest"
    PART = "part"
    ABBREVIATION = "abbreviation"
    REORDERED = "reordered"
    REWORDED = "reworded"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Wording:
    """A `form` in a family's tree; `slogan` is the id of another slogan where the form is that one's."""

    form: str
    slogan: str
    bond: Bond
    children: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """The tree of a slogan's wordings, and the ids of the slogans that directly contain it."""

    tree: Wording
    wider: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Slogans said one after another: `members` are their ids; `places` the whole stretches, in the corpus's order."""

    members: tuple[str, ...]
    places: tuple[Span, ...]

    @property
    def speeches(self) -> tuple[str, ...]:
        """The ids of the speeches it stands in, in the corpus's order."""
        return tuple(dict.fromkeys(place.speech for place in self.places))


@dataclass(frozen=True, slots=True)
class Change:
    """What one chain has other than another: members `lost` and `gained`, pairs `replaced`, members `moved`."""

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    replaced: tuple[tuple[str, str], ...]
    moved: tuple[str, ...]
