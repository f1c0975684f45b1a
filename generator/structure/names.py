"""Who speaks: a Chinese personal name, alone or after an office."""

from __future__ import annotations

import re

#: The surnames of about 95 % of the population (Ministry of Public Security's yearly list), and the double ones.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔"
    "伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉蓝骆路游辛靳管柴蒙鲍"
    "华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师"
    "和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝习"
)
_DOUBLE = ("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "东方", "公孙", "慕容", "司徒", "令狐", "夏侯")
_OFFICES = (
    "书记|副书记|省长|市长|县长|区长|镇长|乡长|州长|盟长|旗长|主席|总理|部长|局长|厅长|主任|院长|校长|会长|司令员|政委|检察长"
    "|秘书长|常委|委员|组长|处长|科长|董事长|总经理|理事长|总书记|国家主席|社长|台长|行长|同志"
)
_LABELLED = re.compile(r"^(?:演讲人|讲话人|主讲人|报告人|发言人|致辞人|作者)[：:\s]*(.+)$")
_OFFICE = re.compile(rf"^.*(?:{_OFFICES})[：:\s\u3000]*$")
_REPORTER = re.compile(rf"(?:{_OFFICES})\s*([\u3400-\u9fff]{{2,4}}?)(?:同志)?(?:作|所作|在|的)")
_GIVEN = re.compile(r"^[\u3400-\u9fff·]{1,3}$")
_REDACTED = re.compile(r"^[XＸ×某]{2,4}$|^[\u3400-\u9fff][XＸ×某*]{1,3}$")


def is_name(words: str) -> bool:
    """Whether `words` are a personal name, blanks between its characters or not.

    >>> [is_name(words) for words in ("李  林", "习　近　平", "欧阳锋", "李XX", "新征程", "讲话", "高质量发展")]
    [True, True, True, True, False, False, False]
    """
    name = "".join(words.split())
    if _REDACTED.match(name):
        return True
    for surname in (*(double for double in _DOUBLE if name.startswith(double)), name[:1]):
        given = name[len(surname) :]
        if (surname in _DOUBLE or surname in SURNAMES) and _GIVEN.match(given) and len(given) <= len("某某"):
            return True
    return False


def speaker(words: str) -> str:
    """The name in a line that holds a name, or an office and a name; empty where there is none.

    >>> speaker("区委书记  李 林"), speaker("国务院总理　李克强"), speaker("讲话人：张三"), speaker("在大会上的讲话")
    ('李林', '李克强', '张三', '')
    """
    return _parted(words)[1]


def office(words: str) -> str:
    """The office before the name in a line that holds both.

    >>> office("区委书记  李 林"), office("讲话人：市 长 张三"), office("李 林")
    ('区委书记', '市长', '')
    """
    return _parted(words)[0]


def _parted(words: str) -> tuple[str, str]:
    """The office and the name that a line holds, either empty where there is none."""
    if labelled := _LABELLED.match(words.strip()):
        words = labelled[1]
    if is_name(words):
        return "", "".join(words.split())
    parts = words.split()
    for cut in range(1, len(parts)):
        before, name = "".join(parts[:cut]), "".join(parts[cut:])
        if _OFFICE.match(before) and is_name(name):
            return before.rstrip("：:"), name
    return "", ""


def reporter(words: str) -> str:
    """Who is said to give the speech, after an office and before 作 or 的; empty where nobody is.

    >>> reporter("1月14日在第三次会议上北京市市长 殷勇同志作政府工作报告。"), reporter("1月14日在会议上的讲话")
    ('殷勇', '')
    """
    return next((match[1] for match in _REPORTER.finditer(words) if is_name(match[1])), "")


def is_office(words: str) -> bool:
    """Whether `words` name an office and nothing else (its holder may stand on the next line)."""
    return bool(_OFFICE.match(words.strip())) and len(words.strip()) > len("书记") and not is_name(words)
