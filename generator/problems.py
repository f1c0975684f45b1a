"""Every problem that an archivist can be told of: its code, how much it matters, its sentence.

A sentence says what is wrong and what to do. Codes never change their meaning; a new problem gets a new code.
"""

from __future__ import annotations

from generator.model import Problem, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

PROBLEMS: dict[str, tuple[Severity, str]] = {
    # R, reading
    "R001": (_E, "文件是空的。请放入讲话全文，或删除这个文件。"),
    "R002": (_E, "文件里只有空白。请放入讲话全文，或删除这个文件。"),
    "R003": (_E, "第 {byte} 个字节不是文字，文件可能损坏或不是文本。请用记事本打开核对，另存为“UTF-8”后再放回。"),
    "R004": (_E, "这是指向别处的快捷方式（符号链接），没有读取。请把文件本身复制进来。"),
    "R005": (_E, "这不是普通文件，没有读取。请只放讲话文件。"),
    "R006": (_W, "文件名里有{what}，容易在别的电脑上出错。请改用汉字、字母、数字、“-”和“_”；内容已照常收入。"),
    "R007": (_E, "不能收入“{suffix}”文件。可以收入：{known}。请另存为其中一种。"),
    "R008": (_E, "文件读不出来（{reason}）。请检查权限，或重新复制一份。"),
    "R009": (_W, "认不准文字编码，暂按 {encoding} 读取。请核对有没有乱码，并用记事本另存为“UTF-8”。"),
    "R010": (_W, "文件混有两种编码：大部分是 {encoding}，第 {lines} 行不是，已逐行读取。请核对这几行，另存为“UTF-8”。"),
    "R011": (_W, "有 {count} 个字在别处转换时已经丢失（显示为“\ufffd”）。请对照原稿补上。"),
    "R012": (_E, "文件太大（{size} MB，上限 {limit} MB），没有打开。请只放讲话文字，去掉图片和附件后再存一份。"),
    "R013": (_E, "文件展开后过大或条目过多，不像正常的文档，没有打开。请用 Word 或 WPS 打开核对，另存为 .docx。"),
    "R014": (_E, "文件里夹带外部定义（DOCTYPE），可能不安全，没有读取。请用 Word 或 WPS 另存为 .docx。"),
    "R015": (_E, "文档里的表格或文本框层层嵌套，超过上限，没有读取。请把正文复制到新文档再存。"),
    "R016": (_E, "文件损坏或不完整，打不开。请用 Word 或 WPS 打开核对，修复后另存一份。"),
    "R017": (_E, "文件加了密码，打不开。请去掉密码后另存一份。"),
    "R018": (_E, "这是压缩包或别的办公文件，里面没有 Word 文档。请把讲话解压出来，或另存为 .docx。"),
    "R019": (_E, "这是图片，里面的字读不出来。请打成文字，或用识字软件转成文字并校对后再放入。"),
    "R020": (_E, "暂不能读 OFD 版式文件。请用阅读软件打开，把文字复制到 .docx 或 .txt 再放入。"),
    "R021": (_W, "文件后缀是“{suffix}”，内容却是{kind}，已照{kind}读取。请改正后缀。"),
    "R022": (
        _E,
        "读这个文件时超出时间或内存限制，或者出错，没有收入。请用 Word 或 WPS 打开核对，另存为 .docx 或 .txt。",
    ),
    "R023": (_E, "读“{suffix}”需要 LibreOffice，这台电脑没有安装。请安装它，或用 Word、WPS 把文件另存为 .docx。"),
    "R024": (_E, "LibreOffice 打不开这个文件（{reason}）。请用 Word 或 WPS 打开核对，另存为 .docx。"),
    "R025": (_E, "网页里没有找到正文。请在浏览器中打开，把讲话全文复制到 .docx 或 .txt 再放入。"),
    "R026": (_E, "这份 PDF 是扫描的图片，没有文字。请用识字软件转成文字并校对，或放入原来的 Word 文档。"),
    "R027": (
        _E,
        "这份 PDF 的文字取不出来（没有汉字，可能是字体的缘故）。请放入原来的 Word 文档，或复制文字另存为 .txt。",
    ),
    "R028": (_W, "需人工校对：PDF 里的文字没有段落，段落是推断的，页码已略去。请对照原件，最好改放 Word 文档。"),
    # C, the collection
    "C001": (_E, "与“{other}”全文相同，只收入后者。请删除其中一个。"),
    "C002": (_W, "一篇讲话也没有。请把讲话文件放进“{folder}”文件夹。"),
    "C003": (
        _W,
        "与“{other}”是同一篇（相同 {percent}%），正文用后者，差别列在它的页面上。"  # noqa: ISC004
        "要用这一份，请在编目表里给它写“版本: 主版本”；不是同一篇，写“版本: 单独成篇”。",
    ),
    # W, Word documents and others that show less on paper than the file holds
    "W001": (_N, "有 {count} 处修订中删去或移走的文字没有收入，修订中新加的文字已收入。请确认这是定稿。"),
    "W002": (_N, "有 {count} 处隐藏文字没有收入。请确认不需要公开。"),
    "W003": (_N, "有 {count} 条批注没有收入。请确认这是定稿。"),
    "W004": (_N, "有 {count} 处页眉、页脚文字没有收入。请核对其中没有正文。"),
    "W005": (_N, "有 {count} 张图片没有收入。若图片里有讲话文字，请打成文字放进正文。"),
    "W006": (_N, "有 {count} 处嵌入的文件没有收入。若其中有讲话文字，请复制到正文。"),
    "W007": (_W, "自动编号用了不认识的格式（{formats}），已印成阿拉伯数字。请核对编号。"),
    "W008": (_N, "网页上另有 {count} 个字（栏目、链接、版权说明等）没有收入。请对照网页核对正文是否完整。"),
    "W009": (_N, "文件开头的属性（两行“---”之间）没有收入。请把题目、日期写在正文前面。"),
    # S, structure
    "S001": (_W, "没有找到题目（开头应是单独一行的短题目）。请在第一行补上题目；目前用文件名代替。"),
    "S002": (_W, "前面说“{promise}”，后面找到 {found} 条。请核对编号是否遗漏或多出。"),
    "S003": (_W, "编号不连续：“{label}”前面应有“{missing}”。请核对是否漏了一条或写错编号。"),
    "S004": (_W, "编号重复：“{label}”前面已有相同编号。请核对。"),
    "S005": (_N, "没有印明日期，列在“日期不详”中。知道日期的，请写进编目表（catalogue.yml）；只知道年月也可以。"),
    "S006": (_W, "日期“{date}”不存在。请核对。"),
    "S007": (_W, "有题目，没有正文。请补全讲话。"),
    "S008": (_N, "文字每行在固定宽度处断开，已把 {count} 行接回上一行。请核对段落。"),
    "S009": (_N, "几段文字连在一行，已在段首空格处分开 {count} 处。请核对段落。"),
    "S010": (_N, "有 {count} 行是网页栏目、版权说明或页码，不算讲话正文，列在“去掉的痕迹”中。请核对。"),
    "S011": (_N, "有 {count} 个看不见的字符（零宽字符、文字方向符号等），已去掉。请核对。"),
    # L, the lexicon
    "L001": (_W, "这一行应有 2 或 3 栏（用制表符分开）：操作、提法、说明。这一行没有采用。"),
    "L002": (_W, "不认识的操作“{action}”。可用：{known}。这一行没有采用。"),
    "L003": (_W, "提法“{form}”太短或没有汉字，至少要两个字。这一行没有采用。"),
    "L004": (_W, "“{form}”在所有讲话中都没有出现。请核对用字，或删除这一行。"),
    "L005": (_W, "“{form}”前面已登记为“{before}”，与这一行矛盾。这一行没有采用。"),
    "L006": (_W, "“{action}”需要第三栏写明归入哪条提法。这一行没有采用。"),
    "L007": (_E, "提法表不是 UTF-8 编码，没有采用。请另存为“UTF-8”。"),
    # K, the catalogue
    "K001": (_E, "编目表读不了：{why}。怕误发不公开的讲话，网站没有更新；请改好再运行。"),
    "K002": (_W, "这一条没有写明是哪个文件。请补上“文件”一栏；这一条没有采用。"),
    "K003": (_W, "不认识的栏目“{field}”，没有采用。请改成其中一个：{known}。"),
    "K004": (_W, "“{field}”不能是“{value}”：{why}。这一栏没有采用。"),
    "K005": (_W, "“{field}”前面（第 {before} 行）已经写过。这一栏没有采用，请删去一处。"),
    "K006": (_W, "讲话文件夹里没有收入“{file}”。请核对文件名，或删去这一条。"),
    "K007": (_N, "“{file}”的{fields}与识别的结果一样，没有更正什么。请删去这几栏，或放着不管。"),
    "K008": (_W, "编目表只能有一份，已用“{used}”，这一份没有采用。请把内容并到一份里，删去另一份。"),
    "K009": (_W, "“{file}”前面（第 {before} 行）已有一条。这一条没有采用，请并成一条。"),
    "K010": (_E, "“{file}”写了不公开，却没有这个文件，也许改了名。怕误发，网站没有更新；请改文件名，或删去这一条。"),
    # I, the ledger
    "I001": (_E, "永久编号簿损坏：{why}。请用备份或版本库中的上一版恢复这个文件，不要删除它。"),
    "I002": (_E, "永久编号簿将有变动，而这次要求不得变动（--locked）：{what}。"),
    # D, data of persons
    "D001": (_N, "有手机号码“{number}”。公开以前请确认可以公开，或在原稿中隐去。"),
    "D002": (_N, "有居民身份证号码“{number}”。公开以前请在原稿中隐去。"),
    # P, the built site
    "P001": (_E, "页面里有失效的链接“{target}”。"),
    "P002": (_E, "MkDocs 没有生成网站：{why}"),
}

STOPPING = frozenset({"I001", "K001", "K010"})
"""Those with which nothing may be published: an id could get lost, or a hidden speech come out."""

PRIVATE = frozenset({"D001", "D002"})
"""Those that only the archivist is told of; the site's pages do not point at them."""


def problem(code: str, path: str, line: int = 0, **words: object) -> Problem:
    """The `Problem` with `code` at `path`, `line` (from 1; 0 for the whole file); `words` fill its sentence's gaps.

    >>> problem("R001", "a.txt").message
    '文件是空的。请放入讲话全文，或删除这个文件。'
    """
    severity, sentence = PROBLEMS[code]
    return Problem(path, line, code, sentence.format(**words), severity)
