"""What a source prints: its paragraphs, without roles yet, and what was found and left out on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Artefact, ArtefactKind, LineKind, Paragraph, Role, Source
from generator.problems import problem
from generator.structure import artefacts
from generator.structure.chrome import chrome
from generator.structure.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Line, Problem
    from generator.structure.layout import Layout

    Runs = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Printed:
    """The paragraphs in order, and for each its kind of line and heading style; artefacts and problems of the file."""

    paragraphs: tuple[Paragraph, ...]
    kinds: tuple[LineKind, ...]
    levels: tuple[int, ...]
    artefacts: tuple[Artefact, ...]
    problems: tuple[Problem, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        """Each paragraph's text, empty for rows of tables, notes and contents, which have no part in the outline."""
        pairs = zip(self.paragraphs, self.kinds, strict=True)
        return tuple(paragraph.text if kind is LineKind.TEXT else "" for paragraph, kind in pairs)

    @property
    def last(self) -> int:
        """The number after the last paragraph that is spoken: notes and tables may follow a speech."""
        return max((number for number, text in enumerate(self.spoken, 1) if text), default=0)


def printed(source: Source) -> Printed:
    """The lines of `source` that show anything, joined and parted to paragraphs."""
    outside = chrome(source.lines)
    laid = layout([line for line in source.lines if line.number not in outside])
    found = [_chrome(line) for line in source.lines if line.number in outside]
    paragraphs: list[Paragraph] = []
    lines: list[Line] = []
    for pieces in laid.paragraphs:
        text, runs, here = _shown(pieces)
        found += here
        if text:
            paragraphs.append(Paragraph(Role.BODY, text, pieces[0].number, runs))
            lines.append(pieces[0])
    return Printed(
        paragraphs=tuple(paragraphs),
        kinds=tuple(line.kind for line in lines),
        levels=tuple(line.level for line in lines),
        artefacts=tuple(sorted(found)),
        problems=(*source.problems, *_problems(source.path, laid, found)),
    )


def _chrome(line: Line) -> Artefact:
    """A line that is not of the speech, as an artefact."""
    return Artefact(line.start, line.number, ArtefactKind.CHROME, line.text)


def _shown(pieces: Sequence[Line]) -> tuple[str, Runs, list[Artefact]]:
    """Text, runs and artefacts of a paragraph; between two Latin words a line's end shows as a blank."""
    text = ""
    runs: Runs = ()
    found: list[Artefact] = []
    for piece in pieces:
        more, places, here = artefacts.shown(piece)
        if text and more and _is_latin(text[-1]) and _is_latin(more[0]):
            runs += ((len(text), piece.start - 1),)
            text += " "
        runs += tuple((len(text) + at, offset) for at, offset in places)
        text += more
        found += here
    return text, runs, found


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _problems(path: str, laid: Layout, found: Sequence[Artefact]) -> Iterator[Problem]:
    """What was done to the lines that the archivist should know."""
    if laid.joined:
        yield problem("S008", path, laid.joined[0], count=len(laid.joined))
    if laid.parted:
        yield problem("S009", path, laid.parted[0], count=len(laid.parted))
    outside = [each for each in found if each.kind is ArtefactKind.CHROME]
    if outside:
        yield problem("S010", path, outside[0].line, count=len(outside))
    unseen = [each for each in found if each.kind is ArtefactKind.INVISIBLE]
    if unseen:
        yield problem("S011", path, unseen[0].line, count=sum(len(each.text) for each in unseen))
