"""The text itself, in parts of a few thousand characters: what a found place is verified against and shown from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.search.layout import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Speech
    from generator.search.alphabet import Alphabet
    from generator.search.cells import Cell
    from generator.search.files import Json
    from generator.search.layout import Layout


def texts(layout: Layout) -> Iterator[Json]:
    """Each part as its stretches, a stretch being neighbouring cells of one speech."""
    for part in layout.parts:
        groups = groupby(part, key=lambda cell: cell.speech)
        yield [_stretch(layout.speeches[number], cells, layout.alphabet) for number, cells in groups]


def _stretch(speech: Speech, cells: Iterable[Cell], alphabet: Alphabet) -> Json:
    """Cells of one speech as `[id, name, speaker, date, [paragraph, …], …]`, one list for each cell."""
    told = speech.header
    before = ""
    lists: list[Json] = []
    for cell in cells:
        paragraphs: list[Json] = []
        for number in cell.paragraphs:
            sections = _sections(speech, number)
            paragraph = speech.paragraphs[number]
            repeated = sections == [before]
            paragraphs.append([paragraph.id, alphabet.written(shown(paragraph)), *(() if repeated else sections)])
            before = str(sections[-1])
        lists.append(paragraphs)
    return [speech.id, alphabet.written(speech.name), alphabet.written(told.speaker), told.date, *lists]


def _sections(speech: Speech, number: int) -> list[Json]:
    """The section at the paragraph's beginning, and each offset from which on another one is open, with that."""
    division = speech.paragraphs[number].division
    sections: list[Json] = ["" if division is None else speech.divisions[division].id]
    for index in speech.heads_of.get(number, ()):
        sections += [speech.divisions[index].start, speech.divisions[index].id]
    return sections
