"""Evidence of typography: what speakers put in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates.found import HAN, Found
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analysis.normal import Normal

_QUOTABLE = re.compile(rf"(?=.*{HAN})[\u3400-\u9fffA-Za-z0-9、+·-]{{2,24}}")
_NUMERALS = "一二两三四五六七八九十百千万"
NUMBER_ABBREVIATION = re.compile(
    rf"[{_NUMERALS}0-9]{{1,3}}(?!是|要|些|年|月|日|般|直|切|定|样|起){HAN}{{1,4}}|{HAN}{{0,2}}[双两]{HAN}{{1,2}}"
)


def quoted(paragraph: Normal) -> Iterator[Found]:
    """What stands in quotation marks, unless it is one everyday word or a sentence."""
    for start, end in paragraph.quotes:
        form = paragraph.text[start:end].strip("、")
        numeric = len(form) > 1 and NUMBER_ABBREVIATION.fullmatch(form) is not None
        if not numeric and (not _QUOTABLE.fullmatch(form) or tokens.is_everyday(form)):
            continue
        series = SloganKind.PARALLEL if "、" in form else SloganKind.METAPHOR
        kind = SloganKind.NUMERIC if numeric else series
        yield Found(form, Evidence.QUOTED, kind)
