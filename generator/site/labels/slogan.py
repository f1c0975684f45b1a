"""A slogan's page."""

from __future__ import annotations

from typing import Final

from generator.model import Bond

WHY: Final = "为什么算一条提法"
WHY_POINTS: Final = "依据如下，合计 {points} 分（满 3 分收入）："
CANONICAL: Final = "提法：{form}"
TOO_FEW: Final = "篇数太少，不足以判断。"
SHARE_OF_SPEECHES: Final = "{count} 篇（库中共 {all} 篇）"
COUNT_QUOTED: Final = "{count} 次，加引号 {quoted} 次，不加引号 {unquoted} 次"
FACT_RATE: Final = "每万字"
FACT_SPREAD: Final = "分布"
FACT_FIRST: Final = "最早"
FACT_LAST: Final = "最近"
RATE: Final = "{rate} 次"
DEVIATION: Final = "DP 值 {deviation}（散布均匀为 0，越集中越近 1；同样次数随机散布，平均 {chance}）"
DATED_USE: Final = "{date}，{speech}"

TIMELINE: Final = "历年用例"
TIMELINE_TITLE: Final = "“{form}”每万字的次数，按时间先后"
TIMELINE_SUMMARY: Final = "从{first}到{last}；{most}最多，每万字 {rate} 次。"
TIMELINE_CAPTION: Final = "竖线：每万字的次数。"
TIMELINE_GAPS: Final = "横线断开处，库中没有那一段时间的讲话。"
TIMELINE_UNDATED: Final = "日期不详的 {count} 篇不在图中。"
FIGURE_DATA: Final = "图中的数据"
PERIOD: Final = "时间"
PERIOD_SPEECHES: Final = "库中篇数"

FAMILY: Final = "写法和谱系"
FAMILY_LEAD: Final = "从最完整的写法到简短的写法。次数各算各的：包含在更长写法里的，只算在更长的一条上。"
WIDER: Final = "包含在更长的提法里："
BONDS: Final = {
    Bond.FULLEST: "最完整",
    Bond.PART: "其中一段",
    Bond.ABBREVIATION: "缩略",
    Bond.REORDERED: "次序不同",
    Bond.REWORDED: "另一种说法",
    Bond.WITHIN: "其中的另一条提法",
}
TIMES_QUOTED: Final = "{count} 次（加引号 {quoted} 次）"
MORE: Final = "另有 {count} 条"

SPREAD: Final = "出现在哪些讲话"
SPREAD_LEAD: Final = "横线是全文，从开头到结尾；红线是这条提法所在之处，灰线是一级标题。"
SPREAD_MOST: Final = "这里只列次数最多的 {count} 篇，共 {all} 篇；其余见下面的全部用例。"
STRIP_TITLE: Final = "在《{speech}》中的位置"
STRIP_SUMMARY: Final = "全文的 {places} 处"
PERCENT: Final = "{share}%"
PLACE_IN_TEXT: Final = "在全文的位置"

CHAINS: Final = "连着说的提法"
CHAINS_LEAD: Final = "同一句里一个接一个说出的提法，按说出的次序。"
CHAINS_USUAL: Final = "最常见的说法"
CHAIN_ARROW: Final = " → "
CHAIN_COUNT: Final = "{speeches} 篇 {count} 次"
CHAIN_LOST: Final = "少{members}"
CHAIN_GAINED: Final = "多{members}"
CHAIN_REPLACED: Final = "{old}换成{new}"
CHAIN_MOVED: Final = "{members}换了位置"
CHAINS_COMPARED: Final = "灰字是与最常见的说法相比，少了、多了、换了什么。"
MORE_CHAINS: Final = "另有 {count} 种说法，没有列出。"
QUOTED: Final = "“{form}”"
CLAUSE_COMMA: Final = "，"

COMPANY: Final = "常在同一节出现的提法"
COMPANY_SECTIONS: Final = "同在 {count} 节，logDice {log_dice}"
COMPANY_LEAD: Final = "同在 3 节以上、比偶然同现显著的（对数似然比，p 小于 0.01），按 logDice 排列，最高 14。"

USES: Final = "全部用例"
USES_FIRST: Final = "这里列出前 {shown} 处，共 {count} 处。"
USES_REST: Final = "全部用例的数据文件（JSON）"
USES_SEARCHED: Final = "要连同更长提法里的一起看，可以[在检索页查“{form}”]({target})。"
METHODS: Final = (
    "DP 值见 S. Th. Gries, Dispersions and adjusted frequencies in corpora, 2008；"
    "logDice 见 P. Rychlý, A lexicographer-friendly association score, 2008；"
    "对数似然比见 T. Dunning, Accurate methods for the statistics of surprise and coincidence, 1993。"
    "字数按原文全部字符计，标点在内。"
)
METHODS_HEAD: Final = "计算方法"
