"""The places of a speech that a link can point to, in printed order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model import Role
from generator.permalinks.likeness import Likeness, likenesses
from generator.permalinks.words import grams, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Speech

    Texts = Mapping[str, Sequence["Unit"]]
    """The units of each speech in printed order, under its path or its id."""

DISTINCTIVE = 12
"""Characters from which a text proves by itself what it is; a shorter one may stand in any long one by chance."""


class Kind(StrEnum):
    """What an anchor names; the letter that its id begins with."""

    PARAGRAPH = "p"
    SECTION = "h"


@dataclass(frozen=True, eq=False)
class Unit:
    """A paragraph, or the head of a section: a whole paragraph, or words that open or stand inside one.

    Two units are never equal, for one speech may say the same thing twice. `speech` is a permanent id for a unit of
    the ledger, the file's path for a unit of a new text; `id` is empty for the latter. `live` is whether the last
    build showed it. `paragraph` and `division` count in the new text's `Speech`.
    """

    speech: str
    kind: Kind
    text: str
    id: str = ""
    live: bool = True
    paragraph: int | None = None
    division: int | None = None

    @cached_property
    def words(self) -> str:
        """What identifies it, whatever its number and punctuation."""
        return words(self.text)

    @cached_property
    def grams(self) -> frozenset[str]:
        """The n-grams of its words."""
        return grams(self.words)

    @property
    def key(self) -> str:
        """Where the ledger has it: `2k5ge8n#p-3f9x2a`."""
        return f"{self.speech}#{self.id}"

    @property
    def distinctive(self) -> bool:
        """Whether its words are enough to know it by."""
        return len(self.words) >= DISTINCTIVE


def units(speech: Speech) -> Iterator[Unit]:
    """Each paragraph of `speech` (as its section's head where it is nothing else), followed by the heads inside it."""
    for number, paragraph in enumerate(speech.paragraphs):
        heads = speech.heads_of.get(number, ())
        if paragraph.role is Role.HEAD and heads:
            yield Unit(speech.path, Kind.SECTION, paragraph.text, paragraph=number, division=heads[0])
            heads = heads[1:]
        else:
            yield Unit(speech.path, Kind.PARAGRAPH, paragraph.text, paragraph=number)
        for index in heads:
            head = speech.divisions[index]
            yield Unit(speech.path, Kind.SECTION, paragraph.text[head.start : head.end], division=index)


def alike(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Likeness, float]]:
    """Units that share an n-gram, and how strongly that speaks for their being the same, 0 to 1.

    That the one lies in the other counts only where both are distinctive; of short texts, how much is the same.
    """
    if not old or not new:
        return
    for likeness in likenesses([unit.grams for unit in old], [unit.grams for unit in new]):
        proof = old[likeness.old].distinctive and new[likeness.new].distinctive
        yield likeness, likeness.containment if proof else likeness.dice
