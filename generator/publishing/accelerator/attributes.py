"""The attributes of an element, from an attribute list or a tag, as Python-Markdown writes them: in alphabetical order.

Pages hold thousands of elements that differ in their id or target alone, so what is around those is kept.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ATTRIBUTE = re.compile(r'([#.])([A-Za-z0-9-]+)|([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?')
_HOLE = "\0"


class Unknown(Exception):  # noqa: N818 - nothing is wrong: the slow way knows
    """A page holds something of which it is not known here what Python-Markdown would make of it."""


def identified(listed: str) -> str:
    """The attributes of an attribute list, given its inside.

    >>> identified('#p-a .tei .body ')
    ' class="tei body" id="p-a"'
    """
    if not listed.startswith("#"):
        return _around(listed, ())[0]
    identifier, _, rest = listed.partition(" ")
    before, after = _around(rest, ("id",))
    return before + identifier[1:] + after


def linking(listed: str, target: str, title: str) -> str:
    """The attributes of a link with an attribute list (its inside, or nothing), a target and a title or none.

    >>> linking('.permalink aria-label="链接" ', "#a", "")
    ' aria-label="链接" class="permalink" href="#a"'
    """
    if title:
        before, between, after = _around(listed, ("href", "title"))
        return before + target + between + title + after
    before, after = _around(listed, ("href",))
    return before + target + after


def written(listed: str, **more: str) -> str:
    """All attributes of an attribute list, which `more` precede; a name without a value is its own value.

    >>> written('hidden class="a" .b ')
    ' class="a b" hidden="hidden"'
    >>> written('data-date="" ')
    ' data-date=""'
    """
    found = dict(more)
    for kind, word, name, value in map(re.Match.groups, _ATTRIBUTE.finditer(listed)):
        if kind == ".":
            found["class"] = f"{found['class']} {word}" if "class" in found else word
        else:
            found["id" if kind else name] = word or (name if value is None else value)
    if "data-toc-label" in found:
        raise Unknown("a heading under another name")
    return "".join(f' {name}="{value}"' for name, value in sorted(found.items()))


@lru_cache(maxsize=4096)
def _around(listed: str, holes: tuple[str, ...]) -> list[str]:
    """What `written` gives, cut where the values of the attributes `holes` go."""
    parts = written(listed, **dict.fromkeys(holes, _HOLE)).split(_HOLE)
    if len(parts) != len(holes) + 1:
        raise Unknown("an attribute given twice")
    return parts
