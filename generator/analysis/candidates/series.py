"""Evidence of build: neighbouring clauses made alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates.found import HAN, Found
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analysis.normal import Normal

_CLAUSES = re.compile(r"[^。！？；：、（）]+(?:、[^。！？；：、（）]+)+")
_SHORTEST_MEMBER, _LONGEST_MEMBER = 3, 8
_PAIR, _LONG = 2, 6
_DISTRIBUTIVE = frozenset("各")
_ALL_HAN = re.compile(f"{HAN}+")


def series(paragraph: Normal) -> Iterator[Found]:
    """Neighbouring clauses of one length that share a character at one place: 有令不行、有禁不止."""
    for members in parallels(paragraph.text):
        yield Found("、".join(members), Evidence.SERIES, SloganKind.PARALLEL)


_ECHO = re.compile(rf"(?=(?P<pair>(?P<first>{HAN})(?P<end>{HAN}{{2}})、(?!(?P=first)){HAN}(?P=end)))")


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
