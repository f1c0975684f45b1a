"""What speeches have in common: slogans, where they stand, what keeps them company, which speeches are near."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.family import Chain, Family
    from generator.model.passages import Doublet, Parallel
    from generator.model.source import Problem
    from generator.model.speech import Span


class SloganKind(StrEnum):
    """What sort of wording a slogan is; `site.labels` names them in Chinese."""

    DOCTRINE = "doctrine"
    NUMERIC = "numeric"
    PARALLEL = "parallel"
    METAPHOR = "metaphor"
    CAMPAIGN = "campaign"
    FORMULA = "formula"


class Evidence(StrEnum):
    """Why a form is taken for a slogan; `analysis.slogans.points` gives the weights."""

    LEXICON = "lexicon"
    QUOTED = "quoted"
    NUMBER = "number"
    SERIES = "series"
    REWORDED = "reworded"
    REPETITION = "repetition"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place where a slogan stands, as `form` (normalised: no quotation marks, ， as 、); `quoted` if printed so."""

    span: Span
    form: str
    quoted: bool


@dataclass(frozen=True)
class Slogan:
    """A 提法 with its wordings: `form` is the canonical one; `variants` are all forms found, most frequent first.

    `points` is the sum of the evidence's weights. `occurrences` are in the corpus's order and never overlap.
    """

    form: str
    kind: SloganKind
    points: int
    evidence: tuple[Evidence, ...]
    variants: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    id: str = ""

    @cached_property
    def speeches(self) -> tuple[str, ...]:
        """The ids of the speeches it stands in, in the corpus's order; its length is the dispersion."""
        return tuple(dict.fromkeys(occurrence.span.speech for occurrence in self.occurrences))


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """How near two speeches are: cosine `weight` (0 to 1) of their slogans; `reasons`: ids of the heaviest three."""

    a: str
    b: str
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collocate:
    """A slogan that keeps company: the number of divisions (`sections`) in which both stand, and how close that is."""

    slogan: str
    sections: int
    log_dice: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form for the archivist to judge (a line of the list for review).

    `reason` in Chinese, `example` the words around its first place, `target` the slogan that it may be a wording of.
    """

    form: str
    reason: str
    speeches: int
    count: int
    example: str
    target: str = ""


@dataclass(frozen=True)
class Links:
    """What the analysis found between speeches."""

    slogans: tuple[Slogan, ...]
    relations: tuple[Relation, ...]
    collocates: Mapping[str, tuple[Collocate, ...]]
    problems: tuple[Problem, ...] = ()
    families: Mapping[str, Family] = field(default_factory=dict)
    chains: Mapping[str, tuple[Chain, ...]] = field(default_factory=dict)
    parallels: tuple[Parallel, ...] = ()
    doublets: tuple[Doublet, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Slogan]:
        """Each slogan under its permanent id."""
        return {slogan.id: slogan for slogan in self.slogans}


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One occurrence as keyword in context: `left` and `right` are what the paragraph has on either side of `node`."""

    span: Span
    left: str
    node: str
    right: str
