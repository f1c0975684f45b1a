"""How well the archive was read: answers made by hand against what was found, and samples for a person to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evaluation.gold import Gold, lacking, read
from generator.evaluation.outlines import header_score, outline_scores
from generator.evaluation.passages import passage_score
from generator.evaluation.sample import sample
from generator.evaluation.score import Score
from generator.evaluation.slogans import slogan_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Corpus, Parallel, Slogan

__all__ = ["Gold", "Score", "lacking", "read", "sample", "scores"]


def scores(corpus: Corpus, slogans: Sequence[Slogan], parallels: Iterable[Parallel], gold: Gold) -> tuple[Score, ...]:
    """Header, outline, slogans and passages of the archive that `gold` has the answers for, each as a score."""
    return (
        header_score(corpus, gold.outlines),
        *outline_scores(corpus, gold.outlines),
        slogan_score(slogans, gold.slogans),
        passage_score(corpus, parallels, gold.passages),
    )
