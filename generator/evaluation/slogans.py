"""Slogans against the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.evaluation.gold import plain
from generator.evaluation.score import Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.evaluation.gold import SloganGold
    from generator.model import Slogan


def slogan_score(found: Iterable[Slogan], gold: Sequence[SloganGold]) -> Score:
    """Shared slogans by their canonical forms: right if they are any wording of an answer.

    One that only may be found neither helps nor hurts, nor does a second wording of an answer.
    """
    owner = _owners(gold)
    forms = {plain(slogan.form) for slogan in found if len(slogan.speeches) > 1}
    hit = {owner[form] for form in forms if form in owner}
    wanted = {number for number, each in enumerate(gold) if each.wanted}
    return Score("slogan", len(hit & wanted), len(forms - owner.keys()), len(wanted - hit))


def _owners(gold: Sequence[SloganGold]) -> dict[str, int]:
    """The number of the answer that each wording belongs to: the one it is the name of, or else a wanted one."""
    ranked = sorted(enumerate(gold), key=lambda each: each[1].wanted)
    variants = {form: number for number, each in ranked for form in (*each.variants, each.canonical)}
    return {form: number for form, number in (variants | _names(gold)).items() if form}


def _names(gold: Sequence[SloganGold]) -> dict[str, int]:
    """The number of each answer by its name."""
    return {each.canonical: number for number, each in enumerate(gold)}
