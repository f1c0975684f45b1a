"""Wordings of one slogan brought together: members in another order, and series reworded in another speech."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from generator.analysis.candidates import is_doubled
from generator.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.analysis.candidates import Found

#: A member that more wordings than this have in common (更加公平) tells nothing, and would pair everything.
_TELLING = 40
_LONG_MEMBER = 4
#: How long wordings are of two beats and of three (做强做大, 做强做优做大).
_BEATEN = (4, 6)


def reworded(evidence: Sequence[Sequence[Found]]) -> Iterator[tuple[str, str]]:
    """Pairs of wordings in different speeches, one of them a series, that say one thing."""
    holders: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    proper: set[str] = set()
    for number, speech in enumerate(evidence):
        for found in speech:
            if found.evidence in {Evidence.SERIES, Evidence.REWORDED}:
                if found.evidence is Evidence.SERIES:
                    proper.add(found.form)
                for member in found.form.split("、"):
                    holders[member][found.form].add(number)
    for held in holders.values():
        if len(held) <= _TELLING:
            for (one, here), (other, there) in combinations(held.items(), 2):
                elsewhere = len(here | there) > 1
                if elsewhere and not proper.isdisjoint((one, other)) and is_reworded(one, other):
                    yield one, other


def is_reworded(one: str, other: str) -> bool:
    """Whether two series say one thing.

    Most members are the same but for a character, or all fill one gap in one frame, or one in both is as telling as
    清清白白做人.

    >>> is_reworded("能者上、庸者下、劣者汰", "能者上、平者让、庸者下、劣者汰")
    True
    >>> is_reworded("想干事、敢干事", "想干事、能干事、会干事")
    True
    >>> is_reworded("转变发展方式、破解发展难题", "端正发展观念、转变发展方式")
    False
    """
    ours, theirs = one.split("、"), other.split("、")
    alike = sum(any(_is_alike(member, each) for each in theirs) for member in ours)
    most = 2 * alike > min(len(ours), len(theirs)) and 2 * alike >= max(len(ours), len(theirs))
    return most or _is_one_frame([*ours, *theirs]) or any(map(is_doubled, set(ours) & set(theirs)))


def _is_alike(one: str, other: str) -> bool:
    """Whether two members are the same, or long and but for one character the same."""
    long = len(one) == len(other) >= _LONG_MEMBER
    return one == other or (long and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _is_one_frame(members: list[str]) -> bool:
    """Whether all `members` agree but for one character at one place."""
    if len({len(member) for member in members}) > 1:
        return False
    return sum(len(set(places)) > 1 for places in zip(*members, strict=True)) == 1


def members(form: str) -> frozenset[str]:
    """What a series is made of, whatever the order: its clauses, or its beats where each begins or ends alike.

    >>> members("做强做大") == members("做大做强"), members("主体责任") == members("责任主体")
    (True, False)
    """
    beats = [form[i : i + 2] for i in range(0, len(form), 2)]
    heads, tails = {beat[0] for beat in beats}, {beat[-1] for beat in beats}
    beaten = len(form) in _BEATEN and 1 in {len(heads), len(tails)}
    return frozenset(beats if beaten else form.split("、"))


def leaders(
    names: Sequence[str], pairs: Iterator[tuple[str, str]], weight: Callable[[str], tuple[object, ...]]
) -> Mapping[str, str]:
    """For each of `names` the wording that it goes under: the weightiest that it is paired with, never by a third.

    `pairs` of names outside of `names` are passed over. Wordings with the same members in another order count as one.
    """
    same: dict[frozenset[str], str] = {}
    ranked = sorted(names, key=weight, reverse=True)
    leader = {name: same.setdefault(members(name), name) for name in ranked}
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one in leader and other in leader:
            near[leader[one]].add(leader[other])
            near[leader[other]].add(leader[one])
    led: dict[str, str] = {}
    for name in dict.fromkeys(leader[each] for each in ranked):
        if name not in led:
            led[name] = name
            for other in near[name] - led.keys():
                led[other] = name
    return {name: led[leader[name]] for name in names}
