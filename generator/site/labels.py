"""Every word of Chinese that the site says of its own: change the interface's language here and nowhere else.

Sentences with `{gaps}` are filled by `str.format`; all of them are Markdown.
"""

from __future__ import annotations

from typing import Final

from generator.model import ArtefactKind, Bond, Copy, Evidence, Reuse, Sameness, Severity, SloganKind

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

# A speech
FACT_SPEAKER: Final = "演讲人"
FACT_ROLE: Final = "职务"
FACT_DATE: Final = "日期"
FACT_TIME: Final = "时间"
FACT_PLACE: Final = "地点"
FACT_OCCASION: Final = "场合"
FACT_TITLE: Final = "题名"
FACT_LEVEL: Final = "级别"
FACT_SERIES: Final = "系列"
FACT_TAGS: Final = "标签"
FACT_SOURCE: Final = "来源"
FACT_RIGHTS: Final = "版权"
NOT_BEFORE: Final = "不早于{month}"
NOT_BEFORE_WHY: Final = "讲到{event}："
CATALOGUED: Final = "按编目表"
OUTLINE: Final = "提纲（{count} 条）"
PREAMBLE: Final = "开头部分"
PARAGRAPH_LINK: Final = "本段的永久链接"
SECTION_LINK: Final = "本节的永久链接"
RELATED: Final = "相关讲话"
RELATED_WHY: Final = "都讲到："
ARTEFACTS_REMOVED: Final = "从原稿中去掉的痕迹（{count} 处）"
ARTEFACTS_KEPT: Final = "原样保留的痕迹（{count} 处）"
PROBLEMS: Final = "整理时发现的问题（{count} 个）"
PLACES: Final = "{count} 处，第 {lines} 行"
PREVIOUS: Final = "上一篇"
NEXT: Final = "下一篇"
NEIGHBOURS: Final = "前后两篇"

COPIES: Final = {Copy.EPUB: "EPUB", Copy.PDF: "PDF"}
PLAIN_TEXT: Final = "纯文本"
COPIES_OF_SPEECH: Final = "下载"
COPIES_OF_ARCHIVE: Final = "下载全部讲话"
VOLUME: Final = "{archive}（第{number}册，共{count}册）"
CONTENTS: Final = "目录"
IMPRINT: Final = "{cited}永久编号 speeches/{speech}/"

# The zip that works by double click
OFFLINE_DOOR: Final = "打开讲话文库.html"
OFFLINE_NOTE: Final = "说明.txt"
OFFLINE_HELP: Final = (
    "请先把压缩包全部解压到一个文件夹，再双击“打开讲话文库.html”。\r\n"
    "不需要网络，也不用安装什么。检索在浏览器里进行。\r\n"
)

VERSIONS: Final = "这篇讲话的另一份：{file}（{count} 段有改动）"
VERSIONS_TEXT: Final = (
    "以下是有改动的段落。与本页相比，<del>划去的</del>是那一份没有的，<ins>下划线的</ins>是那一份多出的。"
)
VERSIONS_PLACE: Final = "原段"
VERSIONS_SAME: Final = "两份文字相同，只有字形、标点或分段不同。"

PAST: Final = "从前在这一页的段落"
MOVED: Final = "此段已移到：{where}"
DELETED_PARAGRAPH: Final = "此段已删除（{date}）"
DELETED_SECTION: Final = "此节标题已删除（{date}）"
SPEECH_MERGED: Final = "这篇讲话已并入：{where}"
SPEECH_DELETED: Final = "这篇讲话已从文库撤下（{date}）。"
SPEECH_HIDDEN: Final = "这篇讲话没有公开"
SPEECH_HIDDEN_TEXT: Final = "这个地址上没有可以阅读的内容。"
SLOGAN_MERGED: Final = "这条提法现在归入：{where}"
SLOGAN_DELETED: Final = "这条提法现在没有单独一页（{date}起）。"
SAME_NUMBERS: Final = "编号相同的小节"
SAME_NUMBERS_TEXT: Final = "{sections}与前面的小节编号相同。按编号写的短链接（如 #s2-3）指向先出现的一个。"

# A citation. The parts between which the page's script sets what is cited and its address.
CITED_SPEAKER: Final = "{speaker}："
CITED_TITLE: Final = "《{title}》"
CITED_DATE: Final = "（{date}）"
CITED_EDITION: Final = "，{archive}{date}版，"
CITED_ARCHIVE: Final = "，{archive}，"
STANDARD_SPEAKER: Final = "{speaker}. "
#: What stands between names as they are given, and between those of a citation.
NAMES_BETWEEN: Final = "[、，,;；]"
STANDARD_BETWEEN: Final = "，"
STANDARD_AND_OTHERS: Final = "等"
#: What prints a subtitle as one.
SUBTITLE_DASHES: Final = "—－-─ "
STANDARD_SUBTITLE: Final = "：{subtitle}"
STANDARD_TITLE: Final = "{title}[EB/OL]. "
STANDARD_DATE: Final = "（{date}）"
#: What stands for the day of reading where nobody reads yet.
STANDARD_READ: Final = "引用日期"
#: A title that itself holds a title.
NESTED_TITLE: Final = str.maketrans("《》", "〈〉")

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

# Passages that a speech shares with others
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

# Searching: the page, then what its script says
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

# A slogan
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
PERIOD_YEARS: Final = "{first}—{last}年"

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

# Data to take away
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


def volume(number: int, count: int) -> str:
    """The name of volume `number` (from 0) of the whole archive.

    >>> volume(0, 1), volume(1, 3)
    ('讲话文库', '讲话文库（第2册，共3册）')
    """
    return HOME if count == 1 else VOLUME.format(archive=HOME, number=number + 1, count=count)


def not_before(month: str) -> str:
    """A bound in words that nobody takes for a date.

    >>> not_before("2017-10")
    '不早于2017年10月'
    """
    return NOT_BEFORE.format(month=date(month))


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
