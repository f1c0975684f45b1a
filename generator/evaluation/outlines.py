"""Heads and header fields against the answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.evaluation.gold import plain
from generator.evaluation.score import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.evaluation.gold import Head, OutlineGold
    from generator.model import Corpus, Division, Speech

#: When a head that stands where one should is right.
_CHECKS: Mapping[str, Callable[[Division, Head], bool]] = {
    "head at its place": lambda _, __: True,
    "… with its level": lambda found, head: found.level in head.levels,
    "… and its title": lambda found, head: found.level in head.levels and plain(found.title) in head.titles,
}


def outline_scores(corpus: Corpus, gold: Sequence[OutlineGold]) -> tuple[Score, ...]:
    """Heads by ever stricter checks; doubtful ones neither help nor hurt, speeches without answers are left out."""
    totals = {name: Counter[str]() for name in _CHECKS}
    speeches = {speech.path: speech for speech in corpus.speeches}
    for answers in gold:
        found = _heads(speeches[answers.file]) if answers.file in speeches else {}
        wanted = {at: head for at, head in answers.heads.items() if head.counts}
        given = {at: division for at, division in found.items() if at in wanted or at not in answers.heads}
        for name, check in _CHECKS.items():
            right = sum(at in wanted and check(division, wanted[at]) for at, division in given.items())
            totals[name].update(right=right, wrong=len(given) - right, missed=len(wanted) - right)
    return tuple(Score(name, total["right"], total["wrong"], total["missed"]) for name, total in totals.items())


def header_score(corpus: Corpus, gold: Sequence[OutlineGold]) -> Score:
    """Header fields, one not printed included: a field that is not right is both wrong and missed."""
    speeches = {speech.path: speech for speech in corpus.speeches}
    asked = [
        (plain(getattr(speeches[answers.file].header, name)) if answers.file in speeches else None, right)
        for answers in gold
        for name, right in answers.header.items()
    ]
    right = sum(found in answers for found, answers in asked)
    return Score("header field", right, len(asked) - right, len(asked) - right)


def _heads(speech: Speech) -> dict[int, Division]:
    """The heads of `speech` by source offset."""
    return {speech.paragraphs[each.paragraph].source_offset(each.start): each for each in speech.divisions}
