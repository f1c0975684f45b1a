"""Slogans drawn by lot, for a person to judge."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from generator.analysis import kwic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Corpus, Slogan

SIZE = 60
_SEED = 20260101
_CONTEXT = 12


def sample(corpus: Corpus, slogans: Sequence[Slogan], size: int = SIZE) -> Iterator[str]:
    """A Markdown table, line by line, of `size` slogans drawn by lot: always the same ones of the same archive."""
    drawn = random.Random(_SEED).sample(slogans, min(size, len(slogans)))  # noqa: S311 - no secret
    yield "| | 提法 | 类别 | 依据 | 篇 | 次 | 一例 | 对否 |"
    yield "|---|---|---|---|---|---|---|---|"
    for number, slogan in enumerate(drawn, 1):
        evidence = "、".join(slogan.evidence)
        told = (number, slogan.form, slogan.kind, evidence, len(slogan.speeches), len(slogan.occurrences))
        yield f"| {' | '.join(map(_cell, (*told, _example(corpus, slogan), '')))} |"


def _example(corpus: Corpus, slogan: Slogan) -> str:
    """The slogan's first place, in context."""
    span = slogan.occurrences[0].span
    line = kwic(corpus.by_id[span.speech].paragraphs[span.paragraph].text, span, _CONTEXT)
    return f"{line.left}【{line.node}】{line.right}"


def _cell(value: object) -> str:
    """`value` as a cell of the table."""
    return str(value).replace("|", "\\|").replace("\n", " ")
