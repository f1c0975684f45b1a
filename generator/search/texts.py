"""The text itself, in parts of a few thousand characters: what a found place is verified against and shown from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from generator.search.layout import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Speech
    from generator.search.cells import Cell
    from generator.search.files import Json
    from generator.search.layout import Layout

_BLOCK = 256
"""Parts that are written together: letters are looked up for whole arrays."""


def texts(layout: Layout) -> Iterator[Json]:
    """Each part as its stretches, a stretch being neighbouring cells of one speech."""
    for start in range(0, len(layout.parts), _BLOCK):
        block = [list(_stretches(layout, part)) for part in layout.parts[start : start + _BLOCK]]
        letters = iter(layout.alphabet.written(chain.from_iterable(map(_told, chain.from_iterable(block)))))
        for part in block:
            yield [_written(stretch, letters) for stretch in part]


@dataclass(frozen=True)
class _Stretch:
    """Neighbouring cells of one speech."""

    speech: Speech
    cells: Sequence[Cell]


def _stretches(layout: Layout, part: Iterable[Cell]) -> Iterator[_Stretch]:
    for number, cells in groupby(part, key=lambda cell: cell.speech):
        yield _Stretch(layout.speeches[number], list(cells))


def _told(stretch: _Stretch) -> Iterator[str]:
    """All that is written in letters, in order: name, speaker, then the paragraphs."""
    speech = stretch.speech
    yield one_line(speech.name)
    yield one_line(speech.header.speaker)
    yield from (one_line(speech.paragraphs[number].text) for cell in stretch.cells for number in cell.paragraphs)


def _written(stretch: _Stretch, letters: Iterator[str]) -> Json:
    """`[id, name, speaker, date, [paragraph, …], …]`, one list for each cell; `letters` has what `_told` told."""
    speech = stretch.speech
    head = [speech.id, next(letters), next(letters), speech.header.date]
    before = ""
    lists: list[Json] = []
    for cell in stretch.cells:
        paragraphs: list[Json] = []
        for number in cell.paragraphs:
            sections = _sections(speech, number)
            repeated = sections == [before]
            paragraphs.append([speech.paragraphs[number].id, next(letters), *(() if repeated else sections)])
            before = str(sections[-1])
        lists.append(paragraphs)
    return [*head, *lists]


def _sections(speech: Speech, number: int) -> list[Json]:
    """The section at the paragraph's beginning, and each offset from which on another one is open, with that."""
    division = speech.paragraphs[number].division
    sections: list[Json] = ["" if division is None else speech.divisions[division].id]
    for index in speech.heads_of.get(number, ()):
        sections += [speech.divisions[index].start, speech.divisions[index].id]
    return sections
