"""Figures: the network, the heat maps, a speech's strip and tree, the archive in figures."""

from __future__ import annotations

from typing import Final

# Speeches and slogans as a network
NETWORK: Final = "提法与讲话的关系图"
NETWORK_LEAD: Final = (
    "左边是提法，右边是讲话；连线表示讲话里说到这条提法，越粗次数越多。"
    "画的是共用最多的提法和说到它们最多的讲话，各不超过 {most}；每条提法画出其中说得最多的 {ties} 篇。"
)
NETWORK_TITLE: Final = "提法与讲话的关系"
NETWORK_SUMMARY: Final = "{slogans} 条提法与 {speeches} 篇讲话之间的 {ties} 条连线。"
NETWORK_CAPTION: Final = (
    "点提法或讲话的名称，打开它的一页；指向提法，它的连线变红。次数：细线 1 次，中线 2 至 3 次，粗线 4 次以上。"
)
NETWORK_NONE: Final = "库中还没有几篇讲话共用的提法。"

# Slogans by speech or time
HEAT: Final = "提法的分布"
HEAT_SPEECHES_TITLE: Final = "共用最多的提法在各篇讲话中的次数"
HEAT_PERIODS_TITLE: Final = "各时期的讲话有多少说到共用最多的提法"
HEAT_SUMMARY: Final = "横行是 {rows} 条提法，竖列是 {columns}。"
HEAT_SPEECHES: Final = "{count} 篇讲话"
HEAT_PERIODS: Final = "{count} 个时期"
HEAT_SPEECHES_CAPTION: Final = "竖列是讲话，由早到晚，日期不详的在最后；颜色越深，次数越多。"
HEAT_PERIODS_CAPTION: Final = "竖列是时期，由早到晚；颜色越深，说到这条提法的讲话占那个时期的比例越大。"
HEAT_RECENT: Final = "只画最近 {count} 个有讲话的时期。"
HEAT_TOP: Final = "只列共用最多的 {count} 条。"
HEAT_COUNTS: Final = ("1 次", "2—3 次", "4—9 次", "10 次起")
HEAT_SHARES: Final = ("不到25%", "25%起", "50%起", "75%起")
HEAT_CELL: Final = "第{number}篇 {count} 次"
HEAT_SHARE: Final = "{period} {reach}/{speeches} 篇"
HEAT_WHERE_SPEECHES: Final = "在哪几篇"
HEAT_WHERE_PERIODS: Final = "说到的篇数/那个时期的篇数"
HEAT_COLUMNS: Final = "竖列是哪几篇"

# A speech as a strip
ANATOMY_TITLE: Final = "这篇讲话的结构"
ANATOMY_SUMMARY: Final = (
    "全文 {characters} 字，一级标题 {heads} 个，提法 {slogans} 处，与别的讲话相同的段落 {shared} 处。"
)
ANATOMY_ROWS: Final = ("提纲", "提法", "相同")
ANATOMY_CAPTION: Final = "图中宽窄按字数，点一节可到原文。"
ANATOMY_PLAIN_CAPTION: Final = "图中位置按字数。"
ANATOMY_PART: Final = "部分"
ANATOMY_START: Final = "开头"
ANATOMY_END: Final = "结尾"

# The outline of a speech as a tree
TREE_TITLE: Final = "提纲的层次和各部分的篇幅"
TREE_SUMMARY: Final = "{count} 条，{depth} 层；每条后面是这一部分的字数，连同它下面的各层。"
TREE_CAPTION: Final = "右边的数目是字数，连同下面各层；底色的长短按字数。"

# The archive in figures
FIGURES: Final = "概览"
FIGURES_LEAD: Final = "库中讲话的数目、篇幅和来源。每张图下面有图中的数据，可以下载。"
GLANCE_YEARS: Final = "各时期的讲话"
GLANCE_YEARS_TITLE: Final = "各时期的讲话篇数"
GLANCE_YEARS_SUMMARY: Final = "从{first}到{last}；{most}最多，{count} 篇。"
GLANCE_YEARS_CAPTION: Final = "竖线：讲话篇数。"
GLANCE_LENGTHS: Final = "篇幅"
GLANCE_LENGTHS_TITLE: Final = "各种篇幅的讲话篇数"
GLANCE_LENGTHS_SUMMARY: Final = "最短 {least} 字，最长 {most} 字，一半的讲话不超过 {middle} 字。"
GLANCE_LENGTHS_CAPTION: Final = "字数按原文全部字符计，标点在内。"
GLANCE_SPEAKERS: Final = "演讲人"
GLANCE_SPEAKERS_TITLE: Final = "各位演讲人的讲话篇数"
GLANCE_PLACES: Final = "地点"
GLANCE_PLACES_TITLE: Final = "各地的讲话篇数"
GLANCE_MOST_SUMMARY: Final = "{most}最多，{count} 篇。"
GLANCE_ALL_UNKNOWN: Final = "库中讲话都没有印明。"
GLANCE_UNKNOWN: Final = "{count} 篇没有印明，不在图中。"
GLANCE_FIRST: Final = "这里只列最多的 {shown} 项，共 {count} 项；全部数据见表格文件。"
LENGTH_UPTO: Final = "不到 {most} 字"
LENGTH_FROM: Final = "{least} 字起"
CHARACTERS: Final = "字数"
DOWNLOAD: Final = "下载数据（CSV）"
SEE_TABLE: Final = "看数据"
