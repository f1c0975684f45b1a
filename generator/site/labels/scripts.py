"""What the scripts of pages say, by the names under which they ask for it."""

from __future__ import annotations

from typing import Final

from generator.site.labels.names import ELLIPSIS
from generator.site.labels.speech import FACT_PLACE, FACT_SERIES, FACT_SPEAKER

#: What the scripts of a speech's page say, by the names under which they ask for it.
SCRIPT: Final = {
    "cite": "引用",
    "link": "链接",
    "plain": "引文",
    "standard": "GB/T 7714",
    "copyWords": "复制链接",
    "searchWords": "检索",
    "selection": "所选文字",
    "changed": "所引文字此后有改动，这里是它所在的段落。",
    "dismiss": "知道了",
    "section": "，“{head}”一节",
    "paragraph": "，“{head}”第{n}段",
    "opening": "，第{n}段",
    "cut": "……",
}

#: What the scripts of every page say, by the names under which they ask for it.
WORDS: Final = {
    "concordance": {
        "sort": "排列",
        "date": "日期，由早到晚",
        "newest": "日期，由近到远",
        "speech": "讲话题目",
        "left": "左边的词语",
        "right": "右边的词语",
        "csv": "导出 CSV",
        "json": "导出 JSON",
        "shown": "共 {count} 处，列出 {shown} 处",
        "more": "再列 {count} 处",
        "failed": "没有读到全部用例，请检查网络后再试。",
        "cut": ELLIPSIS,
    },
    "settings": {
        "title": "阅读设置",
        "sign": "文",
        "rows": [
            {
                "name": "size",
                "label": "字号",
                "choices": [["small", "小"], ["", "中"], ["large", "大"], ["huge", "特大"]],
            },
            {"name": "face", "label": "字体", "choices": [["", "宋体"], ["kai", "楷体"], ["hei", "黑体"]]},
            {"name": "measure", "label": "行宽", "choices": [["narrow", "窄"], ["", "适中"], ["wide", "宽"]]},
            {"name": "numbers", "label": "段号", "choices": [["", "显示"], ["none", "不显示"]]},
            {"name": "slogans", "label": "提法", "choices": [["", "标出"], ["plain", "不标出"]]},
            {"name": "passages", "label": "相同段落", "choices": [["", "标出"], ["none", "不标出"]]},
        ],
    },
    "keys": {
        "title": "快捷键",
        "list": [
            ["/", "检索"],
            ["j k", "下一段、上一段"],
            ["o", "提纲"],
            ["?", "打开或关闭这张表"],
            ["Enter", "（在“¶”上）复制永久链接，列出引文"],
            ["s", "（在“¶”上）选定下一句"],
            ["l", "（选定文字后）复制所选文字的链接"],
        ],
    },
    "printed": "来源：",
    "card": {"count": "见于 {speeches} 篇，共 {count} 次", "first": "最早：{date}"},
    "browse": {
        "facets": {"year": "年份", "speaker": FACT_SPEAKER, "place": FACT_PLACE, "series": FACT_SERIES},
        "unknown": {"year": "日期不详", "speaker": "演讲人不详", "place": "地点不详", "series": "不属于系列"},
        "year": "{year}年",
        "units": ["年", "月", "日"],
        "found": "找到 {count} 篇",
        "speeches": "{count} 篇",
        "more": "再列 {count} 篇",
        "rest": "再列 {count} 项",
        "remove": "不限{facet}：{value}",
        "narrow": "缩小范围",
    },
}
