"""What comes in: seeds as lines, what word processors left in them, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a `Problem` matters: the seed is left out, is published but should be looked at, is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something for the archivist: a code, the place (`line` from 1, 0 for the whole file) and a Chinese sentence."""

    path: str
    line: int
    code: str
    message: str
    severity: Severity = field(compare=False)


class LineKind(StrEnum):
    """What a line is in its file; only `TEXT` can be header, head or closing."""

    TEXT = "text"
    ROW = "row"
    NOTE = "note"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed as decoded, without its line end: `number` from 1, `start` its source offset.

    `level` is that of the heading style in which it is set (1 outermost), 0 where it is set in none.
    """

    number: int
    start: int
    text: str
    kind: LineKind = LineKind.TEXT
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A seed as read: `path` relative to the seeds folder, with `/`; `problems` met in reading it.

    Of a file that is not plain text, the lines are its paragraphs as they would be printed.
    """

    path: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The decoded text; source offsets count its characters."""
        return "\n".join(line.text for line in self.lines)


class ArtefactKind(StrEnum):
    """What an artefact is; `REMOVED` says which kinds are not shown."""

    BOOKMARK = "bookmark"
    CONTROL = "control"
    BLANK = "blank"
    INVISIBLE = "invisible"
    CHROME = "chrome"
    RADICAL = "radical"
    MASK = "mask"
    HALF_WIDTH = "half-width-punctuation"


REMOVED = frozenset(
    {ArtefactKind.BOOKMARK, ArtefactKind.CONTROL, ArtefactKind.BLANK, ArtefactKind.INVISIBLE, ArtefactKind.CHROME}
)


@dataclass(frozen=True, slots=True, order=True)
class Artefact:
    """What a word processor or a redactor left at source offset `offset` of line `line`: `text`, as in the source."""

    offset: int
    line: int
    kind: ArtefactKind
    text: str

    @property
    def removed(self) -> bool:
        """Whether the page leaves it out."""
        return self.kind in REMOVED
