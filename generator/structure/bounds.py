"""Since when an undated speech can have been given: what it speaks of had happened. A bound, never a date.

Words that turn to what is to come (迎接党的二十大, 2025年12月底前) prove nothing. Months and events are public record.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from generator.model import HEADER_ROLES, Bound
from generator.structure import dates, numerals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Paragraph

_SENTENCE: Final = re.compile(r"[^。！？；]+[。！？；]?[”’）]*")
_CLAUSE: Final = "，。；：！？,;:!?"
_AHEAD: Final = re.compile(
    "迎接|喜迎|迎来|献礼|即将|将于|将要|将在|筹备|拟于|拟在|计划|预计|力争|争取|确保|到时|届时|今后|未来|明年|准备|期待|等待|推迟|延期"
)
_BEFORE: Final = re.compile(r"^[年月日号]?(?:底|末|初|中旬|上旬|下旬)?(?:之前|以前|前|止)")
_UNTIL: Final = re.compile("(?:到|至|在|于|从|自|定于|起)$")
_PAST: Final = re.compile(
    "^，?[^，。；：]{0,16}?(?:以来|召开|闭幕|发表|指出|强调|印发|下发|出台|发布|通过|视察|考察|调研|发生|启动|成立)"
)
_EVER_SINCE: Final = re.compile("^[^，。；：]{0,4}以来")
_WILL: Final = re.compile("将|拟")
_SINCE: Final = re.compile("截至$|截止$|截止到$|截至到$|早在$")
_PLENUM: Final = re.compile(
    r"(?<![委市县区镇乡州盟旗省])(?:党的)?(十[四五六七八九]|二十)届((?:[一二三四五六七]中[、和]?)+)全会"
)


def bound(paragraphs: Sequence[Paragraph]) -> Bound | None:
    """The latest of the earliest months that the text proves, with the sentence that does; None if nothing does."""
    found = [
        Bound(month, number, match.start(), match.end(), what)
        for number, paragraph in enumerate(paragraphs)
        if paragraph.role not in HEADER_ROLES
        for match in _SENTENCE.finditer(paragraph.text)
        for month, what in proofs(match[0])
    ]
    return max(found, key=lambda each: (each.month, -each.paragraph, -each.start), default=None)


def proofs(sentence: str) -> Iterator[tuple[str, str]]:
    """What a sentence proves: a month (ISO 8601) before which it cannot have been said, and by what.

    >>> list(proofs("全面贯彻党的十九大和十九届二中、三中、四中全会精神，"))
    [('2019-10', '党的十九届四中全会')]
    >>> list(proofs("截至2020年3月底，已脱贫一千户。")), list(proofs("要在2025年6月底前完成。"))
    ([('2020-03', '2020年3月')], [])
    >>> list(proofs("以优异成绩迎接党的二十大召开！")), list(proofs("市委十九届四中全会提出"))
    ([], [])
    """
    for event, month, what in events():
        for match in event.finditer(sentence):
            if not _AHEAD.search(_clause(sentence, match)):
                yield month, what
    for match in _PLENUM.finditer(sentence):
        months = plenums().get(match[1], ())
        last = max((numerals.value(each) or 0 for each in re.findall("[一二三四五六七]", match[2])), default=0)
        if not _AHEAD.search(_clause(sentence, match)) and 0 < last <= len(months):
            yield months[last - 1], f"党的{match[1]}届{numerals.han(last)}中全会"
    yield from _dated(sentence)


def _dated(sentence: str) -> Iterator[tuple[str, str]]:
    """The months of things that are told as past."""
    at = 0
    while day := dates.date(sentence[at:]):
        start, end = at + day.start, at + day.end
        at = end
        told = _PAST.match(sentence[end:]) if not _UNTIL.search(sentence[:start]) else _EVER_SINCE.match(sentence[end:])
        past = told or _SINCE.search(sentence[:start])
        meant = _around(sentence, start, end + (told.end() if told else 0))
        ahead = _BEFORE.match(sentence[end:]) or _AHEAD.search(meant) or _WILL.search(meant)
        if past and not ahead and len(day.value) >= len("2020-03"):
            yield day.value[: len("2020-03")], sentence[start:end]


def _clause(sentence: str, match: re.Match[str]) -> str:
    """The clause in which `match` stands."""
    return _around(sentence, *match.span())


def _around(sentence: str, start: int, end: int) -> str:
    """The clause that holds the characters `start` to `end`."""
    first = max(sentence.rfind(mark, 0, start) for mark in _CLAUSE) + 1
    last = min((at for mark in _CLAUSE if (at := sentence.find(mark, end)) >= 0), default=len(sentence))
    return sentence[first:last]


@cache
def events() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The table of events: their words, month and name."""
    return tuple((re.compile(words), month, what) for words, month, what in _rows("events.tsv"))


@cache
def plenums() -> dict[str, tuple[str, ...]]:
    """The months of the plenary sessions, by the committee's number."""
    return {committee: tuple(months) for committee, *months in _rows("plenums.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table beside this module."""
    for line in (files("generator.structure") / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
