"""A catalogue before its fields are checked: rows of cells, each with its line, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A field as it is written: `name` in Chinese or English, `value` without blanks around it, `line` from 1."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """What is written of one speech, less the empty cells."""

    line: int
    cells: tuple[Cell, ...]


class UnreadableError(ValueError):
    """The Chinese reason why a catalogue cannot be read, and the line (0 for the whole file)."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
