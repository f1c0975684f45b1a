"""What speeches share: the pages of passages, and the comparison of two speeches."""

from __future__ import annotations

from typing import Final

from generator.site.labels.names import REUSE

PASSAGES: Final = "相同段落"
PASSAGES_LEAD: Final = (
    "{speech}有 {count} 处文字，与别的 {speeches} 篇讲话相同或相近。删去的字加删除线，添上的字加下划线。"
)
PASSAGES_ON: Final = "{speech}与别的讲话相同或相近的文字，接上页。"
PASSAGE_SEARCH: Final = "检索这句话"
PASSAGE_MARK: Final = "本段有 {count} 处与别的讲话相同或相近"
PASSAGE_IN: Final = "见于 {count} 篇讲话"
PASSAGE_SAME: Final = "一字不差，又见："
PASSAGE_ALSO: Final = "相同或相近的还有："
AND_MORE: Final = "等 {count} 处"
THIS_SPEECH: Final = "本篇"
DOUBLET_NOTE: Final = "这篇讲话与另外 {count} 篇基本相同。[看有哪些差别]({page})"
DOUBLET_LEAD: Final = "这 {count} 篇讲话的文字至少有 {percent}% 相同。"
DIFFERENCES: Final = "与{speech}的差别"
THERE: Final = "那一篇"
HERE: Final = "这一篇"
MORE_DIFFERENCES: Final = "另有 {count} 处差别，没有列出。"
COMPARE_TWO: Final = "对照两篇"

# The comparison of two speeches
COMPARE: Final = "对照两篇讲话"
COMPARE_NO_SCRIPT: Final = (
    "对照要在浏览器里进行，您的浏览器没有运行脚本。每篇讲话的页面上，段落左边的“∥”通向它与别的讲话相同的段落；"
    "也可以从下列页面找起："
)
NAME_COMMA: Final = "，"
#: What the script of that page says, by the names under which it asks for it.
COMPARE_SCRIPT: Final[dict[str, str]] = {
    "one": "第一篇",
    "other": "第二篇",
    "choose": "请选一篇讲话",
    "both": "请选两篇讲话。选好以后，地址栏里的链接就指向这次对照，可以发给别人。",
    "same": "请选两篇不同的讲话。",
    "loading": "正在取来两篇讲话……",
    "failed": "没有取到这篇讲话的数据，请重新载入本页；还不行，请告诉档案管理人员。",
    "outlines": "提纲",
    "outlinesLead": "字句相近的标题排在同一行；左边有虚线的，另一篇没有相近的标题。",
    "noOutline": "两篇讲话都没有分条。",
    "slogans": "提法",
    "shared": "两篇都有（{count} 条）",
    "only": "只见于这一篇（{count} 条）",
    "none": "没有",
    "times": "{count} 次",
    "passages": "相同段落（{count} 处）",
    "noPassages": "没有找到相同的段落。",
    **{str(reuse): word for reuse, word in REUSE.items()},
    "reach": PASSAGE_IN,
    "swap": "左右对调",
}
