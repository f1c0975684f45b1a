"""Evidence of mould: the sentence patterns that official language fills again and again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates.found import HAN, Found
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analysis.normal import Normal

_TEMPLATES: tuple[tuple[SloganKind, re.Pattern[str], str], ...] = (
    # the leadership's core
    (SloganKind.FORMULA, re.compile(rf"以{HAN}{{2,8}}为核心的党?中央(?:领导集体)?"), ""),
    # the general requirement, aim, principle of a period
    (
        SloganKind.FORMULA,
        re.compile(
            rf"(?:新时代|新时期|新形势下|新发展阶段)(?:的|党的)?{HAN}{{2,8}}总(?:要求|目标|方针|方略|任务|路线|基调)"
        ),
        "",
    ),
    # a leader's thought, spirit of speeches
    (SloganKind.DOCTRINE, re.compile(rf"习近平(?!总书记|同志|主席){HAN}{{2,14}}思想"), ""),
    # to keep a posture against something
    (SloganKind.FORMULA, re.compile(rf"(?:保持|形成|巩固){HAN}{{2,8}}(?:高压|压倒性)态势"), ""),
    # wherever the one goes, there the other
    (SloganKind.PARALLEL, re.compile(rf"({HAN}{{2}})到哪里(?=、{HAN}{{2,10}}到哪里)"), ""),
    # two things planned together: the verb between may vary
    (
        SloganKind.FORMULA,
        re.compile(rf"统筹(?:推进|做好|抓好|兼顾|好)?({HAN}{{2,6}}?)(?:工作)?[和与]({HAN}{{2,8}})"),
        "统筹{0}和{1}",
    ),
)
_EMPTY_ENDS = tuple("的了和与及或是在要把被将对为从以等之")


def templates(paragraph: Normal) -> Iterator[Found]:
    """The filled moulds of official language: 以…为核心的党中央, …总要求, 统筹…和…."""
    for kind, pattern, core in _TEMPLATES:
        for match in pattern.finditer(paragraph.text):
            if not core:
                yield Found(match[0], Evidence.TEMPLATE, kind)
                continue
            for end in sorted(tokens.edges(match[2]))[1:]:
                if len(match[2][:end]) > 1 and not match[2][:end].endswith(_EMPTY_ENDS):
                    wording = paragraph.text[match.start() : match.start(2) + end]
                    yield Found(core.format(match[1], match[2][:end]), Evidence.TEMPLATE, kind, wording)
