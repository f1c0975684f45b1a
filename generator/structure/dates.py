"""When: a printed date and time of day, at the precision at which they are printed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from generator.structure import numerals

_NUMBER = "[0-9０-９〇○零一二三四五六七八九十]"
_BLANK = r"[ \t\u3000]*"
_DATE = re.compile(
    rf"(?P<year>{_NUMBER}{{4}}){_BLANK}年"
    rf"(?:{_BLANK}(?P<month>{_NUMBER}{{1,3}}){_BLANK}月(?:{_BLANK}(?P<day>{_NUMBER}{{1,3}}){_BLANK}[日号])?)?"
    r"|(?P<y>(?:19|20)\d\d)(?P<mark>[-./])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d)"
)
_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2}))?")
_TIME = re.compile(
    r"(?P<half>凌晨|早上|早晨|上午|中午|下午|晚上|晚)?[ \t\u3000]*"
    r"(?P<hour>[0-9０-９]{1,2})(?:[:：](?P<minute>[0-9０-９]{2})|[时点](?P<rest>半|[0-9０-９]{1,2}分)?)"
)
_AFTERNOON = frozenset({"下午", "晚上", "晚"})
_NOON, _DAY, _HOUR = 12, 24, 60


@dataclass(frozen=True, slots=True)
class Found:
    """`value` in ISO 8601 (empty for a day that no calendar has), and the characters `start` to `end` that say it."""

    value: str
    start: int
    end: int


def date(words: str) -> Found | None:
    """The first date in `words`.

    >>> date("（2020年3月26日下午2:00）").value, date("二〇二〇年三月二十六日").value, date("2020年3月").value
    ('2020-03-26', '2020-03-26', '2020-03')
    >>> date("2019年2月30日").value, date("五年三月")
    ('', None)
    """
    match = _DATE.search(words)
    if match is None:
        return None
    parts = [match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"]]
    year = numerals.year(parts[0])
    rest = [numerals.value(part) for part in parts[1:] if part]
    if year is None:
        return None
    try:
        dt.date(year, *(number or 0 for number in (*rest, 1, 1)[:2]))
    except ValueError:
        return Found("", *match.span())
    return Found("-".join([f"{year:04}", *(f"{number:02}" for number in rest)]), *match.span())


def whole(words: str) -> str | None:
    """The date that all of `words` say, at its precision, in Chinese or ISO 8601; None if they say anything else.

    >>> whole("2020年3月"), whole("2020-03"), whole("2020"), whole("2020/3/6"), whole("二〇二〇年三月二十六日")
    ('2020-03', '2020-03', '2020', '2020-03-06', '2020-03-26')
    >>> whole("2020年春"), whole("2020-13"), whole("2019年2月30日")
    (None, None, None)
    """
    if match := _ISO.fullmatch(words):
        words = f"{match[1]}年" + (f"{match[2]}月" if match[2] else "")
    found = date(words)
    return found.value if found and found.value and (found.start, found.end) == (0, len(words)) else None


def time(words: str) -> Found | None:
    """The first time of day in `words`, as HH:MM.

    >>> time("下午2:00").value, time("上午9时30分").value, time("晚上8点半").value, time("3月26日")
    ('14:00', '09:30', '20:30', None)
    """
    for match in _TIME.finditer(words):
        hour = numerals.value(match["hour"]) or 0
        rest = (match["rest"] or "").removesuffix("分")
        minute = 30 if rest == "半" else numerals.value(match["minute"] or rest or "0") or 0
        if match["half"] in _AFTERNOON and hour < _NOON:
            hour += _NOON
        if hour < _DAY and minute < _HOUR:
            return Found(f"{hour:02}:{minute:02}", *match.span())
    return None
