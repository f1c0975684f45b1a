"""What a document's styles say of their paragraphs and runs: heading level, list, hidden or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc(?:\s|$)|目录", re.IGNORECASE)
_BODY_LEVEL = 9
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written: its `name`, the id of the one it is `based` on, and its properties."""

    id: str
    name: str
    based: str
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True)
class Styles:
    """All styles by id, and the id of the paragraphs' default one."""

    by_id: Mapping[str, Style]
    default: str

    def chain(self, style: str) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = self.by_id[style].based

    def level(self, properties: Element | None, style: str) -> int:
        """The heading level of a paragraph, 1 outermost, 0 for text."""
        for each in (properties, *(style.paragraph for style in self.chain(style))):
            own = value(each, "w-outlineLvl")
            if own.isdecimal():
                return int(own) + 1 if int(own) < _BODY_LEVEL else 0
        named = next(filter(None, (_HEADING.fullmatch(style.name.strip()) for style in self.chain(style))), None)
        return int(named[1]) if named else 0

    def is_contents(self, style: str) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return style in self.by_id and bool(_CONTENTS.match(self.by_id[style].name))

    def hides(self, properties: Element | None, style: str) -> bool:
        """Whether a run with these properties and of that style (its own or its paragraph's) is hidden."""
        for each in (properties, *(style.run for style in self.chain(style))):
            if each is not None and (found := each.find("w-vanish")) is not None:
                return is_on(found)
        return False


def styles(root: Element | None) -> Styles:
    """The styles of the part `word/styles.xml`."""
    found = [_style(each) for each in root.iterfind("w-style")] if root is not None else []
    default = (
        each.get("w-styleId", "")
        for each in (root.iterfind("w-style") if root is not None else ())
        if each.get("w-type") == "paragraph" and each.get("w-default") in {"1", "true", "on"}
    )
    return Styles({style.id: style for style in found}, next(default, ""))


def _style(element: Element) -> Style:
    return Style(
        id=element.get("w-styleId", ""),
        name=value(element, "w-name"),
        based=value(element, "w-basedOn"),
        paragraph=element.find("w-pPr"),
        run=element.find("w-rPr"),
    )


def value(element: Element | None, path: str) -> str:
    """The `w-val` of the element at `path` below `element`, empty where there is none."""
    found = None if element is None else element.find(path)
    return "" if found is None else found.get("w-val", "")


def is_on(toggle: Element) -> bool:
    """Whether a property that is on or off is on; it is where it says nothing."""
    return toggle.get("w-val", "1") not in _OFF
