"""Searching: the page, then what its script says."""

from __future__ import annotations

from typing import Final

from generator.site.labels.names import SLOGANS
from generator.site.labels.speech import FACT_DATE, FACT_PLACE, FACT_SPEAKER

SEARCH: Final = "检索"
SEARCH_WHAT: Final = "要找的词语"
SEARCH_SCRIPTLESS: Final = "检索要在浏览器里运行脚本，请先允许本站的脚本。"
SEARCH_ORDER: Final = "排列"
SEARCH_ORDERS: Final = {"rank": "标题在前", "date": "按日期", "left": "按左边的字", "right": "按右边的字"}
SEARCH_SWITCHES: Final = {"loose": "不计标点", "fuzzy": "容许一两个字不同"}
SEARCH_HELP: Final = "检索式怎么写"
SEARCH_HELP_HEAD: Final = ("写法", "找到什么")
SEARCH_HELP_ROWS: Final = (
    ("不忘初心", "一字不差的“不忘初心”；繁简、全角半角、大小写、空格不计"),
    ("从严治党 担当", "同一段里两个词语都有"),
    ('"从严治党 担当"', "连在一起的一整句"),
    ("作风 -建设", "有“作风”而没有“建设”的段落"),
    ("干部 NEAR/20 担当", "两个词语相隔不超过 20 个字"),
    ("坚持&#42;发展", "“坚持”后面 8 个字以内有“发展”，不跨句"),
    ("担当 speaker:张三", "只在这个人的讲话里找，也可写“讲话人:”"),
    ("担当 year:2019..2021", "只在这几年里找，也可写“年份:”"),
    ("担当 title:党建", "只在标题有这个词语的讲话里找，也可写“标题:”"),
    ("担当 slogan:不忘初心", "只在用了这条提法的讲话里找，也可写“提法:”"),
)
SEARCH_HELP_MORE: Final = (
    "数字和字母从词头开始找：“20”能找到“2020年”，“020”找不到。"
    "整句引文记不准的，勾选“容许一两个字不同”。检索在您的浏览器里进行，输入的内容不会发送到别处。"
)

#: What the search script says, by the names under which it asks for it.
SEARCHING: Final = {
    "busy": "正在检索……",
    "prompt": "输入要找的词语，可用拼音首字母，如 lgwh。",
    "complete": "接着输入要在其中找的词语。",
    "none": "没有找到“{text}”。",
    "near": "原文中有相近的：",
    "total": "找到 {total} 处",
    "least": "至少有 {total} 处",
    "spread": "，见于 {speeches} 篇讲话",
    "all": "全部结果（{total} 处）",
    "allLeast": "全部结果（至少 {total} 处）",
    "more": "再列 {count} 处",
    "retry": "再试一次",
    "partial": "有的数据没有取到，下面列的不全。",
    "unreachable": "检索要用的数据没有取到：网络可能断了，或网站正在更新。",
    "damaged": "检索要用的数据不完整，可能没有下载完。再试仍不行，请告诉网站的管理员。",
    "version": "这一页是旧的，请刷新以后再检索。",
    "kinds": {"slogan": SLOGANS, "speaker": FACT_SPEAKER, "head": "标题"},
    "speeches": "{count} 篇",
    "facets": {"speaker": FACT_SPEAKER, "year": "年份", "place": FACT_PLACE, "slogan": SLOGANS},
    "narrow": "缩小范围",
    "unknown": "不详",
    "remove": "不限{facet}：{value}",
    "rest": "再列 {count} 项",
    "years": "各年的处数",
    "yearTable": "用表格看",
    "year": "年份",
    "count": "处数",
    "export": "下载表格（CSV）",
    "file": "检索结果",
    "columns": ["讲话", FACT_SPEAKER, FACT_DATE, "左", "词语", "右", "链接"],
    "title": "检索：{text}",
    "date": "年月日",
}
