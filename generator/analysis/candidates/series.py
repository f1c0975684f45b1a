"""Evidence of build: neighbouring clauses made alike."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates.found import HAN, Found
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.normal import Normal

_CLAUSES = re.compile(r"[^。！？；：、（）]+(?:、[^。！？；：、（）]+)+")
_SHORTEST_MEMBER, _LONGEST_MEMBER = 3, 8
_PAIR, _LONG = 2, 6
#: Words that deal out (各地区、各部门) begin no slogan; those who are spoken to (同志们、朋友们) are none.
_DISTRIBUTIVE = frozenset("各每任某另其该本此这那")
_ADDRESSED = ("们", "同志", "先生", "女士", "代表", "委员")
#: Word classes that join or lean on a neighbour: no clause that was cut begins with one (c and, u 的, y 了, k 们).
_LEANING = frozenset("cuyk")
#: And none that was cut ends with one of these (p 对, r 各种, m 一些, b 主要, d 不断).
_ASKING = frozenset("cprmbd")
#: Word classes that name things and their places; what begins with one is a list unless more is alike.
_NOUNS = frozenset("nfst")
#: What joins one more member, which is then not made alike: no whole series (改革的力度、发展的速度和…的程度).
_GOING_ON = ("和", "与", "及", "以及")
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

    Members that share nothing but their last characters (指导员、联络员), noun phrases (经济杠杆、经济法规) and idioms
    (大势所趋、人心所向) are a list and not a series.

    >>> list(parallels("做到能者上、庸者下、劣者汰；坚决纠正有令不行、有禁不止的行为。"))
    [('能者上', '庸者下', '劣者汰'), ('有令不行', '有禁不止')]
    >>> list(parallels("发挥指导员、联络员作用，运用经济杠杆、经济法规"))
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
    if _have_nothing_in_common(clauses[first], clauses[first + 1]):
        return (clauses[first],)
    for length in _lengths(clauses, first):
        members = [clauses[first][-length:]]
        for number in range(first + 1, len(clauses)):
            member = clauses[number][:length]
            whole = len(clauses[number - 1]) == length or number == first + 1
            if not whole or not _is_parallel(members[0], member):
                break
            members.append(member)
        if len(members) > 1 and _is_series(clauses[first : first + len(members)], members):
            return tuple(members)
    return (clauses[first],)


def _lengths(clauses: list[str], first: int) -> list[int]:
    """The lengths that the members of a series from clause number `first` may have, likeliest first."""
    whole = len(clauses[first + 1])
    if first + 2 < len(clauses) or whole == len(clauses[first]):
        return [whole] if _SHORTEST_MEMBER <= whole <= min(_LONGEST_MEMBER, len(clauses[first])) else []
    longest = min(_LONGEST_MEMBER, len(clauses[first]), whole)
    likely = [length for length in (len(clauses[first]), whole) if _SHORTEST_MEMBER <= length <= longest]
    return likely + [length for length in range(longest, _SHORTEST_MEMBER - 1, -1) if length not in likely]


def _is_series(clauses: Sequence[str], members: Sequence[str]) -> bool:
    """Whether parallel `members`, cut out of `clauses`, say enough together and are whole words."""
    if any(member[0] in _DISTRIBUTIVE or member.endswith(_ADDRESSED) for member in members):
        return False
    if not _has_enough_in_common(members) or not _is_whole(clauses, members):
        return False
    return is_doubled(members[0]) or not (
        all(map(tokens.is_noun_phrase, members)) or all(map(tokens.is_idiom, members))
    )


def _is_whole(clauses: Sequence[str], members: Sequence[str]) -> bool:
    """Whether the first and the last of `members` are cut out of their clauses between words that go without others."""
    before = len(clauses[0]) - len(members[0])
    if before not in tokens.edges(clauses[0]) or len(members[-1]) not in tokens.edges(clauses[-1]):
        return False
    closed = clauses[-1] == members[-1] or _is_closed(members[-1])
    if clauses[-1].startswith(_GOING_ON, len(members[-1])):
        return False
    return closed and (not before or _begin_alike(members))


def _has_enough_in_common(members: Sequence[str]) -> bool:
    """Whether `members` share half their places or begin with one word; three need less, an end alone is too little."""
    length = len(members[0])
    same = [len(set(places)) == 1 for places in zip(*members, strict=True)]
    shared = sum(same)
    if is_doubled(members[0]):
        return True
    if all(same[length - shared :]):
        return len(members) > _PAIR and shared == length - 1
    if len(members) > _PAIR:
        return shared > 1 or length < _LONG
    opening = members[0][: same.index(False)]
    if len(opening) == shared > 0:
        return _opens(opening, members) or (shared == 1 and _one_syntax(members))
    return 2 * shared >= length or _one_syntax(members)


def _opens(opening: str, members: Sequence[str]) -> bool:
    """Whether `opening` is a whole word, and no noun (共同…、共同…, but not 社会…、社会…)."""
    whole = any(tokens.words(member)[0] == opening for member in members) or len(opening) > 1
    return whole and tokens.word_class(opening) not in _NOUNS


def _one_syntax(members: Sequence[str]) -> bool:
    """Whether short `members` begin with words of one class and end so too (管好班子、带好队伍)."""
    cuts = [tokens.words(member) for member in members]
    built = {(tokens.word_class(cut[0]), tokens.word_class(cut[-1])) for cut in cuts}
    return _SHORTEST_MEMBER < len(members[0]) < _LONG and len(built) == 1 and "" not in next(iter(built))


def _begin_alike(members: Sequence[str]) -> bool:
    """Whether the first of `members` begins with no word that leans, and one of two as the other does."""
    first, second = (tokens.word_class(tokens.words(member)[0]) for member in members[:2])
    alike = first == second or len(members) > _PAIR or is_doubled(members[0])
    return members[0][0] == members[1][0] or (alike and first not in _LEANING)


def _is_closed(member: str) -> bool:
    """Whether `member` ends with a word that asks for no other after it."""
    return tokens.word_class(tokens.words(member)[-1]) not in _ASKING


def _have_nothing_in_common(one: str, other: str) -> bool:
    """Whether no end of `one` can be parallel to a beginning of `other`: soon told, and so of most neighbours."""
    end = one[-_LONGEST_MEMBER:]
    return frozenset(end).isdisjoint(other[:_LONGEST_MEMBER]) and not is_doubled(end)


def _is_parallel(one: str, other: str) -> bool:
    """Whether two clauses of one length share a character at one place, or double characters at the same places."""
    if len(one) != len(other) or one == other:
        return False
    alike = any(map(eq, one, other)) or ((doubled := _doubled(one)) and doubled == _doubled(other))
    return bool(alike) and all(_ALL_HAN.fullmatch(each) for each in (one, other))


def is_doubled(clause: str) -> bool:
    """Whether characters of `clause` stand twice on end (清清白白做人)."""
    return bool(_doubled(clause))


def _doubled(clause: str) -> set[int]:
    """Where in `clause` a character stands twice on end (清清白白: 0 and 2)."""
    return set() if len(set(clause)) == len(clause) else {i for i, (a, b) in enumerate(pairwise(clause)) if a == b}
