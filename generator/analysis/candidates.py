"""Wordings that may be slogans, and the evidence for each. Typography and shape, not frequency, tell them apart.

A finder looks at one normalised paragraph and gives what it finds there; `slogans` weighs it over the archive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.analysis.normal import Normal

_HAN = r"[\u3400-\u9fff]"


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence that `form` is a slogan; `wording` is how the paragraph has it, where that differs."""

    form: str
    evidence: Evidence
    kind: SloganKind
    wording: str = ""


# Quotation marks

_QUOTABLE = re.compile(rf"(?=.*{_HAN})[\u3400-\u9fffA-Za-z0-9、+·-]{{2,24}}")
_NUMERALS = "一二两三四五六七八九十百千万"
NUMBER_ABBREVIATION = re.compile(
    rf"[{_NUMERALS}0-9]{{1,3}}(?!是|要|些|年|月|日|般|直|切|定|样|起){_HAN}{{1,4}}|{_HAN}{{0,2}}[双两]{_HAN}{{1,2}}"
)


def quoted(paragraph: Normal) -> Iterator[Found]:
    """What stands in quotation marks, unless it is one everyday word or a sentence."""
    for start, end in paragraph.quotes:
        form = paragraph.text[start:end].strip("、")
        numeric = len(form) > 1 and NUMBER_ABBREVIATION.fullmatch(form) is not None
        if not numeric and (not _QUOTABLE.fullmatch(form) or tokens.is_everyday(form)):
            continue
        series = SloganKind.PARALLEL if "、" in form else SloganKind.METAPHOR
        kind = SloganKind.NUMERIC if numeric else series
        yield Found(form, Evidence.QUOTED, kind)


# Parallel series

_CLAUSES = re.compile(r"[^。！？；：、（）]+(?:、[^。！？；：、（）]+)+")
_SHORTEST_MEMBER, _LONGEST_MEMBER = 3, 8
_PAIR, _LONG = 2, 6
_DISTRIBUTIVE = frozenset("各")
_ALL_HAN = re.compile(f"{_HAN}+")


def series(paragraph: Normal) -> Iterator[Found]:
    """Neighbouring clauses of one length that share a character at one place: 有令不行、有禁不止."""
    for members in parallels(paragraph.text):
        yield Found("、".join(members), Evidence.SERIES, SloganKind.PARALLEL)


_ECHO = re.compile(rf"(?=(?P<pair>(?P<first>{_HAN})(?P<end>{_HAN}{{2}})、(?!(?P=first)){_HAN}(?P=end)))")


def echoes(paragraph: Normal) -> Iterator[Found]:
    """Pairs that only end alike (想干事、敢干事): no series by themselves, but maybe another wording of one.

    >>> from generator.analysis.normal import normal
    >>> [found.form for found in echoes(normal("让想干事、敢干事的氛围越来越浓"))]
    ['想干事、敢干事']
    """
    for match in _ECHO.finditer(paragraph.text):
        yield Found(match["pair"], Evidence.REWORDED, SloganKind.PARALLEL)


def parallels(text: str) -> Iterator[tuple[str, ...]]:
    """The longest parallel series in `text`, each as its members.

    Members that share nothing but their last characters (指导员、联络员) are a list of nouns, not a series.

    >>> list(parallels("做到能者上、庸者下、劣者汰；坚决纠正有令不行、有禁不止的行为。"))
    [('能者上', '庸者下', '劣者汰'), ('有令不行', '有禁不止')]
    >>> list(parallels("发挥指导员、联络员作用"))
    []
    """
    for match in _CLAUSES.finditer(text):
        yield from _series(match[0].split("、"))


def _series(clauses: list[str]) -> Iterator[tuple[str, ...]]:
    """The series among neighbouring `clauses`; the first may begin, and the last end, inside its clause."""
    i = 0
    while i < len(clauses) - 1:
        members = _from(clauses, i)
        if len(members) > 1:
            yield members
        i += max(len(members) - 1, 1)


def _from(clauses: list[str], first: int) -> tuple[str, ...]:
    """The series that begins in clause number `first`; only that clause if there is none."""
    for length in _lengths(clauses, first):
        members = [clauses[first][-length:]]
        for number in range(first + 1, len(clauses)):
            clause, member = clauses[number], clauses[number][:length]
            whole = len(clauses[number - 1]) == length or number == first + 1
            if not whole or length not in tokens.edges(clause) or not _is_parallel(members[0], member):
                break
            members.append(member)
        if _is_series(members, cut=len(clauses[first]) > length or len(clauses[first + len(members) - 1]) > length):
            return tuple(members)
    return (clauses[first],)


def _is_series(members: list[str], *, cut: bool) -> bool:
    """Whether parallel `members` say enough: more in common where they were `cut` out of their clauses or are long."""
    if len(members) == 1 or members[0][0] in _DISTRIBUTIVE:
        return False
    shared = sum(len(set(places)) == 1 for places in zip(*members, strict=True))
    length = len(members[0])
    ending = length - 1 - max((i for i in range(length) if len({member[i] for member in members}) > 1), default=0)
    if ending == shared and not _doubled(members[0]):
        return len(members) > _PAIR and shared == length - 1
    weak = cut and length > _SHORTEST_MEMBER and len(members) == _PAIR
    return bool(_doubled(members[0])) or shared >= (2 if length >= _LONG or weak else 1)


def _lengths(clauses: list[str], first: int) -> list[int]:
    """The lengths that the members of a series from clause number `first` may have, likeliest first."""
    whole = len(clauses[first + 1])
    if first + 2 < len(clauses) or whole == len(clauses[first]):
        return [whole] if _SHORTEST_MEMBER <= whole <= min(_LONGEST_MEMBER, len(clauses[first])) else []
    longest = min(_LONGEST_MEMBER, len(clauses[first]), whole)
    words = tokens.edges(clauses[first])
    likely = [length for length in (len(clauses[first]), whole) if _SHORTEST_MEMBER <= length <= longest]
    others = [length for length in range(longest, _SHORTEST_MEMBER - 1, -1) if len(clauses[first]) - length in words]
    return likely + others


def _is_parallel(one: str, other: str) -> bool:
    """Whether two clauses of one length share a character at one place, or double characters at the same places."""
    if len(one) != len(other) or one == other or not all(_ALL_HAN.fullmatch(each) for each in (one, other)):
        return False
    return any(a == b for a, b in zip(one, other, strict=True)) or _doubled(one) == _doubled(other) != set()


def _doubled(clause: str) -> set[int]:
    """Where in `clause` a character stands twice on end (清清白白: 0 and 2)."""
    return {i for i in range(len(clause) - 1) if clause[i] == clause[i + 1]}


# Repetition

_SHAPES = re.compile(
    rf"(?=((?P<a>{_HAN})(?!(?P=a))(?P<b>{_HAN})"
    rf"(?:(?:(?P=a)(?!(?P=a)|(?P=b)){_HAN})+|(?!(?P=a)|(?P=b)){_HAN}(?:(?P=a)|(?P=b)))))"
)
_GRAMMAR = frozenset(
    "一不有大小自无又越各半了是在上下里外中前后再多什这那哪几每没得也都很更最为以可能要会年月日二三四五六七八九十"
)
_JOINTS = frozenset("的了和与或及在")
_AFFIXES = frozenset("化性者们")


def repetition(paragraph: Normal) -> Iterator[Found]:
    """Four characters of which one comes twice: 管党治党, 入脑入心, 党要管党 (or six, thrice: 做强做优做大).

    No idioms, no two everyday words side by side (督查检查), nothing held together by words of grammar.

    >>> from generator.analysis.normal import normal
    >>> [found.form for found in repetition(normal("落实管党治党责任，入脑入心，不折不扣、一心一意，督查检查"))]
    ['管党治党', '入脑入心']
    """
    before = 0
    for match in _SHAPES.finditer(paragraph.text):
        form = match[1]
        twice = next(character for character in form if form.count(character) > 1)
        if match.start() < before or twice in _GRAMMAR or form[0] in _AFFIXES or not _JOINTS.isdisjoint(form):
            continue
        if tokens.is_idiom(form) or _two_words(form) or _begins_series(form):
            continue
        if {0, len(form)} <= _edges_around(paragraph.text, match.start(), len(form)):
            before = match.start() + len(form)
            yield Found(form, Evidence.REPETITION, SloganKind.FORMULA)


def _edges_around(text: str, start: int, length: int) -> set[int]:
    """The edges of words near `text[start : start + length]`, counted from `start`; its clause is what is cut."""
    left = max(text.rfind(mark, 0, start) for mark in "。！？；：、") + 1
    right = min(
        (at for at in (text.find(mark, start + length) for mark in "。！？；：、") if at >= 0), default=len(text)
    )
    return {left + edge - start for edge in tokens.edges(text[left:right])}


def _two_words(form: str) -> bool:
    """Whether a form of four characters is two everyday words."""
    return all(tokens.is_everyday(half) for half in (form[:2], form[2:]))


def _begins_series(form: str) -> bool:
    """Whether `form` is a word between two of one character (新|思想|新): the beginning of a longer series."""
    return form[0] == form[-1] and tokens.is_everyday(form[1:-1])


# Templates

_TEMPLATES: tuple[tuple[SloganKind, re.Pattern[str], str], ...] = (
    # the leadership's core
    (SloganKind.FORMULA, re.compile(rf"以{_HAN}{{2,8}}为核心的党?中央(?:领导集体)?"), ""),
    # the general requirement, aim, principle of a period
    (
        SloganKind.FORMULA,
        re.compile(
            rf"(?:新时代|新时期|新形势下|新发展阶段)(?:的|党的)?{_HAN}{{2,8}}总(?:要求|目标|方针|方略|任务|路线|基调)"
        ),
        "",
    ),
    # a leader's thought, spirit of speeches
    (SloganKind.DOCTRINE, re.compile(rf"习近平(?!总书记|同志|主席){_HAN}{{2,14}}思想"), ""),
    # to keep a posture against something
    (SloganKind.FORMULA, re.compile(rf"(?:保持|形成|巩固){_HAN}{{2,8}}(?:高压|压倒性)态势"), ""),
    # wherever the one goes, there the other
    (SloganKind.PARALLEL, re.compile(rf"({_HAN}{{2}})到哪里(?=、{_HAN}{{2,10}}到哪里)"), ""),
    # two things planned together: the verb between may vary
    (
        SloganKind.FORMULA,
        re.compile(rf"统筹(?:推进|做好|抓好|兼顾|好)?({_HAN}{{2,6}}?)(?:工作)?[和与]({_HAN}{{2,8}})"),
        "统筹{0}和{1}",
    ),
)
_EMPTY_ENDS = tuple("的了和与及或是在要把被将对为从以等之")


def templates(paragraph: Normal) -> Iterator[Found]:
    """The filled moulds of official language: 以…为核心的党中央, …总要求, 统筹…和…."""
    for kind, pattern, core in _TEMPLATES:
        for match in pattern.finditer(paragraph.text):
            if not core:
                yield Found(match[0], Evidence.TEMPLATE, kind)
                continue
            for end in sorted(tokens.edges(match[2]))[1:]:
                if len(match[2][:end]) > 1 and not match[2][:end].endswith(_EMPTY_ENDS):
                    wording = paragraph.text[match.start() : match.start(2) + end]
                    yield Found(core.format(match[1], match[2][:end]), Evidence.TEMPLATE, kind, wording)


FINDERS: tuple[Callable[[Normal], Iterator[Found]], ...] = (quoted, series, echoes, repetition, templates)


def found(paragraph: Normal) -> list[Found]:
    """All that the finders see in one paragraph."""
    return [each for finder in FINDERS for each in finder(paragraph)]
