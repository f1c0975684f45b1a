"""Data to take away, and what the problem codes mean."""

from __future__ import annotations

from typing import Final

DATA: Final = "数据"
TEI_SOURCE: Final = "据档案原稿"
TEI_LANGUAGE: Final = "中文"
FIELDS_HEAD: Final = ("栏目", "内容")
#: The forms of a speech, by the ends of their files' names.
DATA_FORMS: Final = {"json": "JSON", "xml": "TEI", "ris": "RIS", "bib": "BibTeX", "csl.json": "CSL"}
DATA_ABOUT: Final = "说明"
DATA_SLOGANS: Final = "提法表（CSV）"
DATA_USES: Final = "全部用例（CSV）"
FEED: Final = "订阅（Atom）"
FEED_BY: Final = "订阅{speaker}的讲话"
FEED_OF: Final = "{archive}：{of}"
FEED_DASH: Final = "　"

# What the problem codes mean
CODES: Final = "提示代码"
CODES_LEAD: Final = (
    "整理讲话时的每一种提示都有代码，代码的意思不会改变。“未收入”：这个文件没有上网，其余讲话不受影响；"
    "“请核对”：已照常收入，但可能有误；“说明”：不一定要改；“网站不更新”：怕丢失编号或误发，改好以前旧的网站原样保留。"
    "“…”是具体的文件、文字或数目。"
)
CODES_HEAD: Final = ("代码", "轻重", "提示和办法")
CODE_STOPS: Final = "网站不更新"
CODE_GROUP: Final = "{letter}　{what}"
CODE_GROUPS: Final = {
    "R": "读文件",
    "C": "整批文件",
    "W": "Word 文档和网页",
    "S": "题目、日期和编号",
    "L": "提法表",
    "K": "编目表",
    "I": "永久编号簿",
    "D": "个人信息",
    "P": "生成网页",
}
