"""Which wordings of a slogan come of which, and which slogans lie within one another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.analysis.matching import Matcher
from generator.model import Bond, Family, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Slogan

    Node = tuple[str, str]  # a form, and the id of the other slogan whose form it is, empty for an own one


def families(slogans: Sequence[Slogan]) -> Mapping[str, Family]:
    """By id, the wordings of each slogan as a tree from the fullest down, and the slogans that contain it."""
    owner = {form: slogan.id for slogan in slogans for form in slogan.variants}
    matcher = Matcher(owner)
    inside = {form: {found for _, _, found in matcher.all(form)} - {form} for form in owner}
    wider: dict[str, set[str]] = defaultdict(set)
    for form, held in inside.items():
        for within in held:
            if owner[within] != owner[form]:
                wider[owner[within]].add(owner[form])
    return {slogan.id: Family(_tree(slogan, inside, owner), _direct(wider, slogan.id)) for slogan in slogans}


def _direct(wider: Mapping[str, set[str]], slogan: str) -> tuple[str, ...]:
    """The slogans that contain `slogan` and no other that contains it."""
    every = wider.get(slogan, set())
    return tuple(sorted(one for one in every if not any(one in wider.get(other, ()) for other in every - {one})))


def _tree(slogan: Slogan, inside: Mapping[str, set[str]], owner: Mapping[str, str]) -> Wording:
    """The wordings of `slogan` under its fullest (of two as long the more frequent), other slogans where they lie."""
    own = sorted(slogan.variants, key=lambda form: -len(form))
    within = {form for variant in own for form in inside[variant] if owner[form] != slogan.id}
    names: dict[str, str] = {}
    for form in sorted(within, key=lambda form: (-len(form), form)):
        names.setdefault(owner[form], form)
    nodes: list[Node] = [(form, "") for form in own] + [(form, other) for other, form in names.items()]
    children: dict[str, list[tuple[Node, Bond]]] = defaultdict(list)
    for node in nodes[1:]:
        parent, bond = _parent(node, nodes, own[0])
        children[parent].append((node, bond))

    def grown(node: Node, bond: Bond) -> Wording:
        return Wording(*node, bond, tuple(grown(*child) for child in children.get(node[0], ())))

    return grown(nodes[0], Bond.FULLEST)


def _parent(node: Node, nodes: Iterable[Node], fullest: str) -> tuple[str, Bond]:
    """The form from which that of `node` comes, the nearest in length, and how it does."""
    form, other = node
    longer = sorted((name for name, _ in nodes if len(name) > len(form)), key=len)
    own = {name for name, owned in nodes if not owned}
    for name in longer:
        if form in name:
            return name, Bond.WITHIN if other else Bond.PART
    for name in longer:
        if name in own and _is_abbreviation(form, name):
            return name, Bond.ABBREVIATION
    return fullest, Bond.REORDERED if sorted(form) == sorted(fullest) else Bond.REWORDED


def _is_abbreviation(short: str, full: str) -> bool:
    """Whether `short` is made of characters of `full` in their order.

    >>> _is_abbreviation("初心使命", "不忘初心、牢记使命"), _is_abbreviation("使命初心", "不忘初心、牢记使命")
    (True, False)
    """
    rest = iter(full)
    return all(character in rest for character in short)
