"""Automatic numbers as they are printed: which level of which list a paragraph is of, and what it has come to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.readers.word.numerals import FORMATS, symbol
from generator.readers.word.styles import is_on, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from generator.readers.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
#: After these nothing need part a number from its text.
_CLOSED = "、，。．：）】〕〉》」』"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is numbered; `restart` is the level (from 1) that sets it back, 0 for none, None for any above."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True)
class List:
    """A list; those with the same `counters` go on counting from one another, but for the `starts` at first use."""

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass
class Numbering:
    """The lists of a document, and how far each has come."""

    lists: Mapping[str, List]
    unknown: set[str] = field(default_factory=set)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Element | None, style: str, styles: Styles) -> str:
        """The number that the next paragraph with these properties prints, with the gap after it; may be empty."""
        number, depth = _place(paragraph, style, styles, self.lists)
        if number not in self.lists:
            return ""
        given = self.lists[number]
        level = given.levels.get(depth, Level(format="none"))
        counts = self._counted(number, given, depth)
        words = _PLACE.sub(lambda place: self._numeral(given, level, counts, int(place[1]) - 1), level.text)
        if level.format == "bullet":
            words = "".join(symbol(ord(c)) if "\uf000" <= c <= "\uf0ff" else c for c in words)
        parted = level.gap == "nothing" or not words or words[-1] in _CLOSED
        return words if parted else f"{words} "

    def _counted(self, number: str, given: List, depth: int) -> Mapping[int, int]:
        """All counters of the list after it has gone on by one at `depth`."""
        counts = self._counts.setdefault(given.counters, {})
        if depth in given.starts and (number, depth) not in self._begun:
            counts[depth] = given.starts[depth] - 1
        self._begun.add((number, depth))
        counts[depth] = counts.get(depth, given.levels.get(depth, Level()).start - 1) + 1
        for above in range(depth):
            counts.setdefault(above, given.levels.get(above, Level()).start)
        for below in range(depth + 1, _LEVELS):
            restart = given.levels.get(below, Level()).restart
            if restart is None or depth < restart:
                counts.pop(below, None)
        return counts

    def _numeral(self, given: List, level: Level, counts: Mapping[int, int], depth: int) -> str:
        """The number of one level as it stands in a label of `level`."""
        own = given.levels.get(depth, Level())
        form = "decimal" if level.legal else own.format
        if form not in FORMATS:
            self.unknown.add(form)
        return FORMATS.get(form, str)(counts.get(depth, own.start))


def numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of the part `word/numbering.xml`."""
    if root is None:
        return Numbering({})
    plans = {each.get("w-abstractNumId", ""): each for each in root.iterfind("w-abstractNum")}
    plan_of = {each.get("w-numId", ""): value(each, "w-abstractNumId") for each in root.iterfind("w-num")}
    lists = {}
    for each in root.iterfind("w-num"):
        plan = _linked(value(each, "w-abstractNumId"), plans, plan_of, styles)
        lists[each.get("w-numId", "")] = _list(plan, plans.get(plan), each.findall("w-lvlOverride"))
    return Numbering(lists)


def _linked(plan: str, plans: Mapping[str, Element], plan_of: Mapping[str, str], styles: Styles) -> str:
    """The plan that `plan` stands for, which may be that of a list style."""
    style = value(plans.get(plan), "w-numStyleLink")
    for each in styles.chain(style):
        number = value(each.paragraph, "w-numPr/w-numId")
        if number in plan_of:
            return plan_of[number]
    return plan


def _list(plan: str, element: Element | None, overrides: Iterable[Element]) -> List:
    """A list by its plan, and what it does otherwise."""
    levels = {_depth(each): _level(each) for each in (element.iterfind("w-lvl") if element is not None else ())}
    starts: dict[int, int] = {}
    for override in overrides:
        depth = _depth(override)
        if (own := override.find("w-lvl")) is not None:
            levels[depth] = _level(own)
        if (start := value(override, "w-startOverride")).isdecimal():
            starts[depth] = int(start)
            levels[depth] = replace(levels.get(depth, Level()), start=int(start))
    return List(plan, levels, starts)


def _depth(element: Element) -> int:
    given = element.get("w-ilvl", "0")
    return int(given) if given.isdecimal() else 0


def _level(element: Element) -> Level:
    """One `w-lvl`."""
    start, restart = value(element, "w-start"), value(element, "w-lvlRestart")
    legal, hidden = element.find("w-isLgl"), element.find("w-rPr/w-vanish")
    return Level(
        start=int(start) if start.isdecimal() else 0,
        format=value(element, "w-numFmt") or "decimal",
        text="" if hidden is not None and is_on(hidden) else value(element, "w-lvlText"),
        gap=value(element, "w-suff") or "tab",
        restart=int(restart) if restart.isdecimal() else None,
        legal=legal is not None and is_on(legal),
        style=value(element, "w-pStyle"),
    )


def _place(paragraph: Element | None, style: str, styles: Styles, lists: Mapping[str, List]) -> tuple[str, int]:
    """The list and level of a paragraph, its own properties first, then its style's; an empty list for none."""
    number, depth = value(paragraph, "w-numPr/w-numId"), value(paragraph, "w-numPr/w-ilvl")
    if number:
        return number, int(depth) if depth.isdecimal() else 0
    chain = list(styles.chain(style))
    number = next(filter(None, (value(each.paragraph, "w-numPr/w-numId") for each in chain)), "")
    if not depth and number in lists:
        names = {each.id for each in chain[:1]}
        linked = (str(at) for at, level in lists[number].levels.items() if level.style in names)
        styled = next(filter(None, (value(each.paragraph, "w-numPr/w-ilvl") for each in chain)), "0")
        depth = next(linked, styled)
    return number, int(depth) if depth.isdecimal() else 0
