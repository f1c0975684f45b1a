"""The text itself, in files of a few thousand characters: what a found place is verified against and shown from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.layout import shown
from generator.search.normal import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Speech
    from generator.search.files import Json
    from generator.search.layout import Block, Layout, Unit


def chunks(layout: Layout) -> tuple[list[Json], ...]:
    """Each chunk as `[folds, block, …]`; `folds` are its traditional characters, each before its simplified one."""
    return tuple(
        [_folds(layout, chunk), *(_block(layout.speeches[block.speech], block) for block in chunk)]
        for chunk in layout.chunks
    )


def _folds(layout: Layout, chunk: Sequence[Block]) -> str:
    """The traditional characters of the chunk with their simplified ones."""
    used: set[str] = set()
    for block in chunk:
        paragraphs = layout.speeches[block.speech].paragraphs
        used.update(*(paragraphs[unit.paragraph].text for unit in block.units))
    return "".join(one + simplified()[one] for one in sorted(used & simplified().keys()))


def _block(speech: Speech, block: Block) -> Json:
    """A block as `[cells, speech, name, speaker, date, unit, …]`."""
    told = speech.header
    units = [_unit(speech, unit) for unit in block.units]
    return [block.cells, speech.id, speech.name, told.speaker, told.date, *units]


def _unit(speech: Speech, unit: Unit) -> Json:
    """A paragraph as `[length, id, text, section, offset, section, …]`: from each offset on another section."""
    paragraph = speech.paragraphs[unit.paragraph]
    sections: list[Json] = [_id(speech, paragraph.division)]
    for index in speech.heads_of.get(unit.paragraph, ()):
        sections += [speech.divisions[index].start, speech.divisions[index].id]
    return [unit.length, paragraph.id, shown(paragraph), *sections]


def _id(speech: Speech, division: int | None) -> str:
    """The division's permanent id, nothing outside all divisions."""
    return "" if division is None else speech.divisions[division].id
