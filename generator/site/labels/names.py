"""What the parts of the archive and their kinds are called, and how dates are written."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.model import ArtefactKind, Evidence, Reuse, Sameness, Severity, SloganKind

HOME: Final = "讲话文库"
SPEECHES: Final = "讲话"
SLOGANS: Final = "提法"
OUTLINES: Final = "提纲库"

ELLIPSIS: Final = "…"

KINDS: Final = {
    SloganKind.DOCTRINE: "理论",
    SloganKind.NUMERIC: "数字概括",
    SloganKind.PARALLEL: "并列句式",
    SloganKind.METAPHOR: "比喻",
    SloganKind.CAMPAIGN: "专项活动",
    SloganKind.FORMULA: "固定表述",
}
EVIDENCE: Final = {
    Evidence.LEXICON: "收在提法表中",
    Evidence.QUOTED: "讲话中加了引号",
    Evidence.NUMBER: "用数字概括，如“四个意识”",
    Evidence.SERIES: "与结构相同的词语并列成组",
    Evidence.REWORDED: "成组出现，在另一篇讲话中换了说法",
    Evidence.REPETITION: "字词回环，如“管党治党”",
    Evidence.TEMPLATE: "符合固定句式，如“以……为核心的党中央”",
}
ARTEFACTS: Final = {
    ArtefactKind.BOOKMARK: "文字处理软件留下的书签",
    ArtefactKind.CONTROL: "看不见的控制字符",
    ArtefactKind.BLANK: "行首行尾的空白",
    ArtefactKind.INVISIBLE: "没有宽度、看不见的字符",
    ArtefactKind.CHROME: "网页栏目、版权说明、页码",
    ArtefactKind.RADICAL: "用部首代替的字，已改成通用的字",
    ArtefactKind.MASK: "隐去的字",
    ArtefactKind.HALF_WIDTH: "半角标点",
}
REUSE: Final = {Reuse.FORMULA: "套语", Reuse.BORROWING: "借用"}
SAMENESS: Final = {Sameness.VERSION: "同一篇讲话的不同文本", Sameness.TEMPLATE: "同一底稿，换了名称"}
SEVERITIES: Final = {Severity.ERROR: "未收入", Severity.WARNING: "请核对", Severity.NOTE: "说明"}

NOT_BEFORE: Final = "不早于{month}"
PERIOD_YEARS: Final = "{first}—{last}年"


def not_before(month: str) -> str:
    """A bound in words that nobody takes for a date.

    >>> not_before("2017-10")
    '不早于2017年10月'
    """
    return NOT_BEFORE.format(month=date(month))


@cache
def date(iso: str) -> str:
    """An ISO 8601 date at any precision, as it is written in Chinese; nothing for none.

    >>> date("2020-03-06"), date("2020-03"), date("2020"), date("")
    ('2020年3月6日', '2020年3月', '2020年', '')
    """
    return "".join(f"{int(number)}{unit}" for number, unit in zip(iso.split("-"), "年月日", strict=False) if number)


def period(iso: str, months: int) -> str:
    """The name of a period of so many `months` that begins in `iso`.

    >>> period("2020-03", 1), period("2020", 12), period("1980", 60)
    ('2020年3月', '2020年', '1980—1984年')
    """
    years = months // 12
    return PERIOD_YEARS.format(first=int(iso), last=int(iso) + years - 1) if years > 1 else date(iso)
