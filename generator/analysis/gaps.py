"""Formulae with a gap, 党旗…高高飘扬: every wording of an archive that fills it."""

from __future__ import annotations

import re

GAP = "…"
#: A gap stays in its sentence, and takes no more characters than this.
_WIDEST = 16


def is_gapped(form: str) -> bool:
    """Whether `form` leaves something open."""
    return GAP in form


def fillings(form: str, text: str) -> list[str]:
    r"""How the normalised lines of `text` word the gapped `form`; nothing may fill the gap too.

    >>> fillings("党旗…高高飘扬", "让党旗在一线高高飘扬。\n党旗下宣誓。红旗高高飘扬。")
    ['党旗在一线高高飘扬']
    """
    first, *others = form.split(GAP)
    return _pattern(first, others).findall(text)


def _pattern(first: str, others: list[str]) -> re.Pattern[str]:
    """What a gapped form matches, from the last place before the gap where `first` stands."""
    gap = rf"(?:(?!{re.escape(first)})[^。！？；：\n]){{0,{_WIDEST}}}?"
    return re.compile(gap.join(re.escape(part) for part in (first, *others)))
