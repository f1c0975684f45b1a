"""The places of a speech that a link can point to, in printed order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model import Role
from generator.permalinks.words import grams, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Speech
    from generator.permalinks.records import Ledger

    Texts = Mapping[str, Sequence["Unit"]]
    """The units of each speech in printed order, under its path or its id."""

DISTINCTIVE = 12
"""Characters from which a text proves by itself what it is; a shorter one may stand in any long one by chance."""

MUTE = 24
"""Characters by which a head is known that is only a number."""


class Kind(StrEnum):
    """What an anchor names; the letter that its id begins with."""

    PARAGRAPH = "p"
    SECTION = "h"


@dataclass(frozen=True, eq=False)
class Unit:
    """A paragraph, or the head of a section: a paragraph of its own, or words of the paragraph that is its `host`.

    Two units are never equal, for one speech may say the same thing twice. `speech` is a permanent id for a unit of
    the ledger, the file's path for a unit of a new text, which has no `id` yet. `paragraph` and `division` count in the
    new text's `Speech`.
    """

    speech: str
    kind: Kind
    text: str
    id: str = ""
    host: Unit | None = None
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
            whole = Unit(speech.path, Kind.SECTION, paragraph.text, paragraph=number, division=heads[0])
            heads = heads[1:]
        else:
            whole = Unit(speech.path, Kind.PARAGRAPH, paragraph.text, paragraph=number)
        yield whole
        for index in heads:
            head = speech.divisions[index]
            text = paragraph.text[head.start : head.end]
            said = text if words(text) else paragraph.text[head.start :][:MUTE]
            yield Unit(speech.path, Kind.SECTION, said, host=whole, division=index)


def standing(ledger: Ledger, speech: str) -> Iterator[Unit]:
    """The units that the last build showed of `speech`; of one that is gone, those that it had to the end."""
    end = ledger.speeches[speech].gone
    whole: Unit | None = None
    for anchor, entry in ledger.anchors[speech].items():
        if entry.gone == end:
            kind = Kind(anchor[0])
            host = whole if whole and kind is Kind.SECTION and entry.text in whole.text else None
            unit = Unit(speech, kind, entry.text, anchor, host)
            whole = whole if host else unit
            yield unit
