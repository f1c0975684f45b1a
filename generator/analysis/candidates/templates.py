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

_F, _D, _P, _C = SloganKind.FORMULA, SloganKind.DOCTRINE, SloganKind.PARALLEL, SloganKind.CAMPAIGN

#: Kind and pattern. What the group `slogan` holds is the slogan (the whole match where there is none); words before it
#: only show that it is one. What the group `open` holds must name something.
_TEMPLATES: tuple[tuple[SloganKind, re.Pattern[str]], ...] = (
    # the leadership's core
    (_F, re.compile(rf"以{HAN}{{2,8}}为核心的党?中央(?:领导集体)?")),
    # the general requirement, aim, principle of a period
    (
        _F,
        re.compile(
            rf"(?:新时代|新时期|新形势下|新发展阶段)(?:的|党的)?{HAN}{{2,8}}总(?:要求|目标|方针|方略|任务|路线|基调)"
        ),
    ),
    # a leader's thought, spirit of speeches
    (
        _D,
        re.compile(
            rf"(?:毛泽东|邓小平|习近平)(?!总书记|同志|主席|理论)(?:(?![和与]){HAN}){{2,14}}思想(?!建设|政治|方法)"
        ),
    ),
    (_D, re.compile(r"习近平(?:总书记|同志)系列重要(?:讲话|论述)(?:精神)?")),
    (_D, re.compile(rf"党的(?:[一二三四五六七八九十]+大|{HAN}{{2,4}}届{HAN}中全会)精神")),
    # the building of the Party, of itself
    (_F, re.compile(r"党的(?:政治|思想|组织|作风|纪律|制度|执政能力|先进性|基层组织|反腐倡廉)建设")),
    # a view that is to be held
    (
        _D,
        re.compile(
            rf"(?:正确的?|科学的?|总体|社会主义|马克思主义)(?![是的])(?:(?![的和]){HAN}){{1,6}}观(?=[。！？；：、（）的和与是等之]|$)"
        ),
    ),
    # a strategy, a battle, a campaign that is carried out
    (
        _F,
        re.compile(
            rf"(?:实施|推进|落实|深化)(?P<slogan>(?P<open>{HAN}{{2,8}}?)战略)(?![性目合地转规部思资伙方布决定任重要意])"
        ),
    ),
    (
        _C,
        re.compile(
            rf"(?:打赢|打好|打响|决胜)(?P<slogan>(?P<open>{HAN}{{2,6}}?)(?:攻坚战|阻击战|保卫战|持久战|人民战争|主动仗))"
        ),
    ),
    (
        _C,
        re.compile(
            rf"(?:开展|深化|推进|搞好|抓好)(?P<slogan>(?P<open>{HAN}{{2,10}}?)(?:主题教育|教育实践活动|专项斗争|学习教育))"
        ),
    ),
    # to have one thing as the centre or root
    (
        _F,
        re.compile(
            r"(?:坚持|始终|突出)(?P<slogan>以(?P<open>[\u3400-\u9fff]{1,6})为(?:中心|纲|本|根本|主线|统领|先导|龙头))(?![的上体]|、[^、。]{2,8}为)"
        ),
    ),
    (
        _F,
        re.compile(
            rf"(?:坚持|强化|树立|突出|树牢)(?!正确导向|鲜明导向)(?P<slogan>(?P<open>(?:(?![的和]){HAN}){{2,4}})导向)"
        ),
    ),
    # to keep a posture against something
    (_F, re.compile(rf"(?:保持|形成|巩固){HAN}{{2,8}}(?:高压|压倒性)态势")),
    # wherever the one goes, there the other
    (_P, re.compile(rf"(?P<slogan>{HAN}{{2}}到哪里)(?=、{HAN}{{2,10}}到哪里)")),
)
# two things planned together: the verb between may vary
_TOGETHER = re.compile(rf"统筹(?:推进|做好|抓好|兼顾|好)?({HAN}{{2,6}}?)(?:工作)?[和与]({HAN}{{2,8}})")
#: What begins a gap without naming anything: 实施国家战略, 打好一些攻坚战.
_EMPTY_WORDS = frozenset(("一些", "各项", "这个", "国家", "重大", "长期"))
_EMPTY_ENDS = tuple("的了和与及或是在要把被将对为从以等之")


def templates(paragraph: Normal) -> Iterator[Found]:
    """The filled moulds of official language: 以…为核心的党中央, …总要求, 实施…战略, 统筹…和….

    >>> from generator.analysis.normal import normal
    >>> [found.form for found in templates(normal("深入实施科教兴国战略，实施了一些有战略意义的项目"))]
    ['科教兴国战略']
    """
    for kind, pattern in _TEMPLATES:
        for match in pattern.finditer(paragraph.text):
            groups = match.groupdict()
            if _is_filled(groups.get("open", "")):
                yield Found(groups.get("slogan") or match[0], Evidence.TEMPLATE, kind)
    yield from _together(paragraph.text)


def _is_filled(gap: str) -> bool:
    """Whether `gap` was filled with words that do not lean on a neighbour; an empty one always is."""
    if gap.startswith(_EMPTY_ENDS) or gap.endswith(_EMPTY_ENDS):
        return False
    words = tokens.words(gap)
    return not gap or not (words[0] in _EMPTY_WORDS or "的" in words)


def _together(text: str) -> Iterator[Found]:
    """统筹…和… under one name, whatever verb stands between; the second thing may end at any word."""
    for match in _TOGETHER.finditer(text):
        for end in sorted(tokens.edges(match[2]))[1:]:
            second = match[2][:end]
            if len(second) > 1 and not second.endswith(_EMPTY_ENDS):
                wording = text[match.start() : match.start(2) + end]
                yield Found(f"统筹{match[1]}和{second}", Evidence.TEMPLATE, SloganKind.FORMULA, wording)
