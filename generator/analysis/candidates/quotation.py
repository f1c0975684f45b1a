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
_LONGEST_CLAUSE, _UNEVEN = 14, 3
_NUMERALS = "一二两三四五六七八九十百千万"
NUMBER_ABBREVIATION = re.compile(
    rf"[{_NUMERALS}0-9]{{1,3}}(?!是|要|些|年|月|日|般|直|切|定|样|起){HAN}{{1,4}}|{HAN}{{0,2}}[双两]{HAN}{{1,2}}"
)
#: Digits that stand in years and figures too (“七五”计划 in 一九七五年), so that their places say nothing.
_IN_FIGURES = re.compile("[一二三四五六七八九0-9]+")
#: How a remark ends that is quoted as it was spoken.
_SPOKEN_ENDS = ("的", "了", "吗", "呢", "吧", "啊", "呀", "嘛")
#: What a quoted name ends in that begins with a place: an institution, not a slogan (上海合作组织).
_INSTITUTIONS = (
    *("组织", "机构", "会议", "论坛", "公司", "集团", "银行", "协会", "学会", "委员会", "博览会", "运动会"),
    *("大学", "学院", "中心", "独立", "省", "市", "县", "区", "州", "村", "镇"),
)
#: What makes a quoted wording the name of a campaign, plan or doctrine; the two together are the slogan.
_NAMED = re.compile(
    "主题教育|学习教育|教育实践活动|实践活动|专项(?:教育|斗争|行动|整治)|战略布局|总体布局|奋斗目标|重要思想|工作法|行动计划"
)


def quoted(paragraph: Normal) -> Iterator[Found]:
    """What stands in quotation marks, unless it is one everyday word, a name or a sentence.

    >>> from generator.analysis.normal import normal
    >>> [found.form for found in quoted(normal("开展“两学一做”学习教育，保持“在线”，“上海合作组织”"))]
    ['两学一做', '两学一做学习教育']
    """
    for start, end in paragraph.quotes:
        form = paragraph.text[start:end].strip("、")
        numeric = len(form) > 1 and NUMBER_ABBREVIATION.fullmatch(form) is not None
        if _IN_FIGURES.fullmatch(form) or not (numeric or _is_wording(form)):
            continue
        series = SloganKind.PARALLEL if "、" in form else SloganKind.METAPHOR
        yield Found(form, Evidence.QUOTED, SloganKind.NUMERIC if numeric else series)
        if named := _NAMED.match(paragraph.text, end):
            yield Found(form + named[0], Evidence.TEMPLATE, SloganKind.CAMPAIGN)


def _is_wording(form: str) -> bool:
    """Whether what was quoted is a wording: no everyday word, no name, no sentence."""
    if not _QUOTABLE.fullmatch(form) or form.endswith(_SPOKEN_ENDS):
        return False
    lengths = [len(clause) for clause in form.split("、")]
    if max(lengths) > _LONGEST_CLAUSE or max(lengths) - min(lengths) > _UNEVEN:
        return False
    institution = form.endswith(_INSTITUTIONS) and tokens.begins_with_place(form)
    return not (institution or tokens.is_name(form) or tokens.is_everyday(form))
