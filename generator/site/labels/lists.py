"""The lists of speeches, slogans and outlines, and the start page."""

from __future__ import annotations

from typing import Final

# Lists
BY_DATE: Final = "按日期"
BY_SPEAKER: Final = "按演讲人"
BY_REACH: Final = "按篇数"
BY_KIND: Final = "按类别"
BY_FIRST: Final = "按首次使用的年份"
BY_PINYIN: Final = "按拼音"
UNDATED: Final = "日期不详"
UNKNOWN_SPEAKER: Final = "演讲人不详"
NO_PINYIN: Final = "其他"
NO_OUTLINE: Final = "这篇讲话没有分条。"
LEFT_OUT: Final = "未能收入的文件（{count} 个）"
SLOGAN: Final = "提法"
KIND: Final = "类别"
REACH: Final = "篇数"
COUNT: Final = "次数"

IN_ALL: Final = "{count} 条"
SLOGANS_OF: Final = "提法：{title}"
PAGE_OF: Final = "第 {number} 页，共 {count} 页"
FIRST_PAGE: Final = "第一页"
PREVIOUS_PAGE: Final = "上一页"
NEXT_PAGE: Final = "下一页"
LAST_PAGE: Final = "最后一页"

YEAR: Final = "{year}年"
IN_SPEECHES: Final = "{count} 篇"
TIMES: Final = "{count} 次"
SPEECHES_AND_TIMES: Final = "见于 {speeches} 篇讲话，共 {count} 次"
LINE: Final = "第 {line} 行"
LIST_COMMA: Final = "、"
NO_COUNT: Final = "没有写"

SPEECHES_LEAD: Final = "共 {count} 篇讲话，由近到远排列。日期、演讲人、地点以原稿印明的为准，没有印明的不作推测。"
SPEECHES_FILTER: Final = "按年份、演讲人、地点、系列筛选"
SLOGANS_LEAD: Final = "共 {count} 条提法。提法是讲话中反复使用、措辞固定的说法；每条都写明依据，列出全部用例。"
OUTLINES_LEAD: Final = "全部讲话的提纲，标题一字不改，点开可到原文。"
OUTLINES_ASK: Final = "标题或正文里的词语"

# The start page
HOME_LEAD: Final = (
    "讲话原文一字不改，每一节、每一段都有不会变动的链接；几篇讲话共用的提法互相连通。"
    "检索在您的浏览器里进行，输入的内容不会离开这台电脑。"
)
HOME_ASK: Final = "词语、整句、拼音首字母"
HOME_WAYS: Final = "从这里找起"
HOME_NEWEST: Final = "最新的讲话"
HOME_SOME: Final = "收入的讲话"
HOME_ALL_SPEECHES: Final = "全部讲话"
HOME_SLOGANS: Final = "共用最多的提法"
HOME_ALL_SLOGANS: Final = "全部提法"
HOME_ABOUT: Final = "怎样检索、怎样引用，更多说明"
COUNT_SPEECHES: Final = "{count} 篇讲话"
COUNT_SLOGANS: Final = "{count} 条提法"
COUNT_CHARACTERS: Final = "{count} 字"
COUNT_MANY_CHARACTERS: Final = "{count} 万字"
COUNT_SPAN: Final = "{first}至{last}"
WAY_YEARS: Final = "按年份"
WAY_SPEAKERS: Final = "按演讲人"
WAY_PLACES: Final = "按地点"
