"""Fields (page numbers, links, tables of contents): marks around instructions, which are not printed, and a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def matched(container: Element) -> frozenset[Element]:
    """The marks of those fields in `container` that are ended; a field without an end hides nothing."""
    open_marks: list[list[Element]] = []
    found: set[Element] = set()
    for mark in container.iter("w-fldChar"):
        kind = mark.get("w-fldCharType")
        if kind == "begin":
            open_marks.append([mark])
        elif open_marks:
            open_marks[-1].append(mark)
            if kind == "end":
                found.update(open_marks.pop())
    return frozenset(found)
