"""Passages that speeches share, and speeches that are wholly or nearly the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.speech import Span


class Reuse(StrEnum):
    """How a passage came to be in two speeches: taken by one from the other, or said by many."""

    BORROWING = "borrowing"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True, order=True)
class Parallel:
    """A passage that two speeches share: where it stands in the one that comes first in the corpus, and in the other.

    Each side has one span for every paragraph that it touches, in order. `similarity` (0 to 1) is the share of equal
    characters, punctuation left out; `speeches` is the number of speeches that have the passage, these two included.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    similarity: float
    speeches: int
    reuse: Reuse


class Sameness(StrEnum):
    """In what way speeches are the same: versions of one text, or one template filled in differently."""

    VERSION = "version"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, order=True)
class Doublet:
    """Speeches (by id, in the corpus's order) that are wholly or nearly the same.

    `similarity` (0 to 1) is the share of equal characters, punctuation left out, of the two least alike that were
    compared.
    """

    speeches: tuple[str, ...]
    similarity: float
    sameness: Sameness
