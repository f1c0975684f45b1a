"""The slogans known beforehand: the national formulae that come with the generator, and the archive's own list on top.

The base list is `lexicon.tsv` beside this module. An archive's list, `seeds/lexicon.tsv`, has one order a line:
what to do, the form, and for an alias or a merger the slogan that it goes to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.analysis.gaps import fillings, is_gapped
from generator.analysis.normal import form as formed
from generator.model import SloganKind
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Problem

#: The orders of an archive's list, in Chinese and in English.
ACTIONS = {
    "收入": "add",
    "别名": "alias",
    "合并": "merge",
    "屏蔽": "block",
    "add": "add",
    "alias": "alias",
    "merge": "merge",
    "block": "block",
}
_WITH_TARGET = frozenset({"alias", "merge"})
_SHORTEST = 2


@dataclass(frozen=True)
class Lexicon:
    """What is known beforehand.

    `kinds` of the canonical forms; `canonical` of every listed form, itself included; `merged` slogans; `blocked`
    forms. `lines` remembers where in the archive's list a form stands, for the problems.
    """

    kinds: Mapping[str, SloganKind]
    canonical: Mapping[str, str]
    merged: Mapping[str, str]
    blocked: frozenset[str]
    lines: Mapping[str, int]

    def name(self, form: str) -> str:
        """The canonical form of the slogan that `form` belongs to, mergers followed; `form` itself if it is unknown."""
        name = self.canonical.get(form, form)
        for _ in self.merged:
            name = self.merged.get(name, name)
        return name


EMPTY = Lexicon({}, {}, {}, frozenset(), {})


@cache
def base() -> Lexicon:
    """The national formulae, written from general knowledge."""
    kinds: dict[str, SloganKind] = {}
    canonical: dict[str, str] = {}
    for line in (files(__package__) / "lexicon.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, kind, aliases, *_ = line.split("\t")
            kinds[formed(name)] = SloganKind(kind)
            canonical |= {formed(form): formed(name) for form in (name, *aliases.split("|")) if form}
    return Lexicon(kinds, canonical, {}, frozenset(), {})


@dataclass(frozen=True, slots=True)
class _Order:
    """One line of an archive's list."""

    number: int
    action: str
    form: str
    target: str


def own(text: str, path: str, under: Lexicon) -> tuple[Lexicon, tuple[Problem, ...]]:
    r"""The archive's list `text` laid on top of `under`, and what is wrong with its lines.

    >>> lexicon, problems = own("屏蔽\t在线\n别名\t双胜利\n", "lexicon.tsv", EMPTY)
    >>> lexicon.blocked, [(p.line, p.code) for p in problems]
    (frozenset({'在线'}), [(2, 'L006')])
    """
    orders: list[_Order] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for read in _read(text, path):
        if not isinstance(read, _Order):
            problems.append(read)
        elif seen.setdefault(read.form, read.action) != read.action:
            before = next(name for name, action in ACTIONS.items() if action == seen[read.form])
            problems.append(problem("L005", path, read.number, form=read.form, before=before))
        else:
            orders.append(read)
    return _laid(orders, under), tuple(problems)


def _read(text: str, path: str) -> Iterator[_Order | Problem]:
    """Each line of an archive's list that is no comment: its order, or what is wrong with it."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) not in {2, 3}:
            yield problem("L001", path, number)
            continue
        action, name, target = ACTIONS.get(cells[0]), formed(cells[1]), formed((*cells, "")[2])
        if action is None:
            yield problem("L002", path, number, action=cells[0], known="、".join(list(ACTIONS)[:4]))
        elif len(name) < _SHORTEST or name.isascii():
            yield problem("L003", path, number, form=cells[1])
        elif action in _WITH_TARGET and (not target or target == name):
            yield problem("L006", path, number, action=cells[0])
        else:
            yield _Order(number, action, name, target)


def _laid(orders: list[_Order], under: Lexicon) -> Lexicon:
    """`orders` carried out on `under`."""
    kinds, canonical, merged = dict(under.kinds), dict(under.canonical), dict(under.merged)
    for order in orders:
        if order.action == "add":
            canonical[order.form] = order.form
            kinds[order.form] = SloganKind(order.target) if order.target in set(SloganKind) else SloganKind.FORMULA
        elif order.action == "alias":
            target = canonical.setdefault(order.target, order.target)
            kinds.setdefault(target, SloganKind.FORMULA)
            canonical[order.form] = target
            canonical |= {form: target for form, name in canonical.items() if name == order.form}
        elif order.action == "merge":
            merged[canonical.get(order.form, order.form)] = canonical.get(order.target, order.target)
    blocked = {order.form for order in orders if order.action == "block"}
    kept = {form: name for form, name in canonical.items() if form not in blocked and name not in blocked}
    lines = {order.form: order.number for order in orders}
    return Lexicon(kinds, kept, merged, frozenset(blocked), lines)


def unmatched(lexicon: Lexicon, path: str, text: str) -> Iterator[Problem]:
    """A problem for each line of the archive's list whose form stands nowhere in `text`."""
    for form, number in lexicon.lines.items():
        found = any(fillings(form, text)) if is_gapped(form) else form in text
        if not found:
            yield problem("L004", path, number, form=form)
