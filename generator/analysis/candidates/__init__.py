"""Wordings that may be slogans, and the evidence for each. Typography and shape, not frequency, tell them apart.

A finder looks at one normalised paragraph and gives what it finds there; `mining` weighs it over the archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.candidates.found import Found
from generator.analysis.candidates.quotation import NUMBER_ABBREVIATION, quoted
from generator.analysis.candidates.repetition import repetition
from generator.analysis.candidates.series import echoes, is_doubled, parallels, series
from generator.analysis.candidates.templates import templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.analysis.normal import Normal

__all__ = ["FINDERS", "NUMBER_ABBREVIATION", "Found", "found", "is_doubled", "parallels", "quoted"]

FINDERS: tuple[Callable[[Normal], Iterator[Found]], ...] = (quoted, series, echoes, repetition, templates)


def found(paragraph: Normal) -> list[Found]:
    """All that the finders see in one paragraph."""
    return [each for finder in FINDERS for each in finder(paragraph)]
