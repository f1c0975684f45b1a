"""A page of our Markdown to HTML, block by block, as Python-Markdown with the extensions of mkdocs.yml makes it.

Our writer parts blocks by one blank line and never leaves one within a block, so a block shows what it is by its first
character, and no block changes the meaning of another. (The one exception are definitions, which join up.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.publishing.accelerator import raw
from generator.publishing.accelerator.attributes import Unknown, identified, written
from generator.publishing.accelerator.dialect import ATTRIBUTES
from generator.publishing.accelerator.lines import inline, line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Address = Callable[[str], str]

_LISTED = re.compile(rf"\{{ ({ATTRIBUTES})\}}")
_HEADING = re.compile(r"(#{1,6}) (?=\S)(.+) (\{ [^\n]+\})")
_POINT = re.compile(r"((?: {4})*)- (.+)")
_NUMBERED = re.compile(r"1\. .+(?:\n[0-9]+\. .+)*")
_NUMBER = re.compile(r"^[0-9]+\. ", re.MULTILINE)
_DEFINED = "\n:   "
_ROW = re.compile(r"\| ([^|\n]*(?: \| [^|\n]*)*) \|")
_RULE = re.compile(r"(:?)---+(:?)")
_ALIGNED = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
_ELEMENT = re.compile(r'<([a-z]+)((?: [a-z][a-z-]*(?:="[^"<>&\n]*")?)*) markdown>(?:\n<summary>([^\n]+)</summary>)?')
_EMPTY = re.compile(r'<([a-z]+)((?: [a-z][a-z-]*(?:="[^"<>&\n]*")?)*)></\1>')
_TAG = re.compile(r"<[^<>]*>")
#: A drawing, in which Python-Markdown finds no block to read.
_FIGURE = re.compile(r"<figure><svg [^\n]*</svg></figure>")
#: Elements that Python-Markdown reads as blocks if they say `markdown`; in others it reads lines, or nothing.
_READ = frozenset(BLOCK_LEVEL_ELEMENTS) - {
    *("address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary", "td", "th"),
    *("canvas", "math", "option", "pre", "script", "style", "textarea", "hr"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its rank, its id, and its content without tags, as the table of contents shows it."""

    rank: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Content:
    """A page's content as HTML, and its headings in reading order."""

    html: str
    headings: tuple[Heading, ...]


def content(source: str, address: Address) -> Content:
    """What the Markdown `source` says; `address` gives what a link's target becomes. Else it is Unknown."""
    page = _Page(source.strip("\n").split("\n\n"), address)
    return Content("\n".join(page.until(None)), tuple(page.headings))


@dataclass(slots=True)
class _Page:
    """A page while it is read: its blocks, where in them we are, within how many elements, and the headings so far."""

    blocks: list[str]
    address: Address
    at: int = 0
    within: int = 0
    headings: list[Heading] = field(default_factory=list)

    def until(self, end: str | None) -> Iterator[str]:
        """The HTML of the blocks from here to the one that is `end` (or to the last)."""
        before = ""
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            self.at += 1
            if block == end:
                return
            kind = block[:1]
            if kind == "1" and _NUMBERED.fullmatch(block):
                kind = "-"
            if kind == before == "-":
                raise Unknown("lists that join up")
            before = kind
            yield (_KINDS.get(kind) or _Page.paragraph)(self, block)
        if end:
            raise Unknown(f"no {end}")

    def paragraph(self, block: str) -> str:
        """A line of text, perhaps with attributes on a second line; or a term and what is said of it."""
        if _DEFINED in block:
            return self.definitions(block)
        text, _, below = block.partition("\n")
        listed = _listed(below) if below else ""
        return f"<p{identified(listed)}>{line(text, self.address)}</p>"

    def heading(self, block: str) -> str:
        """A heading with its attributes, an id among them."""
        found = _HEADING.fullmatch(block)
        if not found:
            raise Unknown(block)
        marks, text, about = found.groups()
        listed = _listed(about)
        if not listed.startswith("#") or text.endswith("#"):
            raise Unknown("a heading without an id, or with a sign that Python-Markdown takes away")
        html = inline(text, self.address)
        name = " ".join(_TAG.sub("", html).split())
        self.headings.append(Heading(len(marks), listed[1:].partition(" ")[0], name))
        return f"<h{len(marks)}{identified(listed)}>{html}</h{len(marks)}>"

    def points(self, block: str) -> str:
        """A list, with lists in its points; or a numbered one."""
        if block[0] == "1":
            numbered = (f"<li>{line(text, self.address)}</li>" for text in _NUMBER.sub("", block).split("\n"))
            return "<ol>\n" + "\n".join(numbered) + "\n</ol>"
        html, depth = ["<ul>\n<li>"], 0
        for number, text in enumerate(block.split("\n")):
            found = _POINT.fullmatch(text)
            deep = len(found[1]) // 4 if found else -1
            if not found or deep > depth + (number > 0):
                raise Unknown(text)
            if deep > depth:
                html.append("<ul>\n<li>")
            elif number:
                html.append("</li>\n</ul>\n" * (depth - deep) + "</li>\n<li>")
            html.append(line(found[2], self.address))
            depth = deep
        return "".join(html) + "</li>\n</ul>\n" * depth + "</li>\n</ul>"

    def table(self, block: str) -> str:
        """A table: its head, the rule that says how columns are aligned, its rows."""
        head, rule, *rows = map(_cells, block.split("\n") if "\n" in block else [block, ""])
        aligned = [_ALIGNED[found[1], found[2]] for found in map(_RULE.fullmatch, rule) if found]
        if not len(head) == len(rule) == len(aligned) or not rows or any(len(row) != len(head) for row in rows):
            raise Unknown("a table that is not even")
        styles = [f' style="text-align: {side};"' if side else "" for side in aligned]
        body = "\n".join(self._row("td", row, styles) for row in rows)
        above = self._row("th", head, styles)
        return f"<table>\n<thead>\n{above}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def _row(self, tag: str, cells: list[str], styles: list[str]) -> str:
        """A row of a table."""
        filled = (
            f"<{tag}{style}>{inline(cell, self.address) if cell else ''}</{tag}>"
            for cell, style in zip(cells, styles, strict=True)
        )
        return "<tr>\n" + "\n".join(filled) + "\n</tr>"

    def definitions(self, block: str) -> str:
        """Terms, each with what is said of it; those of the blocks that follow belong to the same list."""
        html = [self._definition(block)]
        while (
            self.at < len(self.blocks)
            and _DEFINED in (following := self.blocks[self.at])
            and following[0] not in "#<-|"
        ):
            html.append(self._definition(following))
            self.at += 1
        return "<dl>\n" + "\n".join(html) + "\n</dl>"

    def _definition(self, block: str) -> str:
        """A term and what is said of it."""
        term, said = block.split(_DEFINED, 1)
        return f"<dt>{line(term, self.address)}</dt>\n<dd>{line(said, self.address)}</dd>"

    def element(self, block: str) -> str:
        """An HTML element with blocks of Markdown in it; or one kept as it is; or text that begins with a tag."""
        found = _ELEMENT.fullmatch(block)
        if found and found[1] in _READ:
            return self._read(*found.groups())
        if not raw.begins(block):
            return self.paragraph(block)
        if self.within:
            if _FIGURE.fullmatch(block) and raw.whole(block):
                return block
            return "\n".join(map(_empty, block.split("\n")))
        while not raw.whole(block) and self.at < len(self.blocks):
            block += "\n\n" + self.blocks[self.at]
            self.at += 1
        if not raw.whole(block):
            raise Unknown("an element without an end")
        return block if self.at == len(self.blocks) else block + "\n"

    def _read(self, tag: str, attributes: str, summary: str | None) -> str:
        """The element `tag` with the blocks up to its end."""
        self.within += 1
        inside = list(self.until(f"</{tag}>"))
        self.within -= 1
        if summary:
            inside.insert(0, f"<summary>{inline(summary, self.address)}</summary>")
        if not inside:
            raise Unknown("an empty element")
        return f"<{tag}{written(attributes)}>\n" + "\n".join(inside) + f"\n</{tag}>"


_KINDS = {"#": _Page.heading, "-": _Page.points, "|": _Page.table, "<": _Page.element}


def _listed(braces: str) -> str:
    """The inside of an attribute list."""
    found = _LISTED.fullmatch(braces)
    if not found:
        raise Unknown(braces)
    return found[1]


def _empty(element: str) -> str:
    """An element without content in one that is read: Python-Markdown writes it anew."""
    found = _EMPTY.fullmatch(element)
    if not found or found[1] not in _READ or " markdown" in found[2]:
        raise Unknown(element)
    return f"<{found[1]}{written(found[2])}></{found[1]}>"


def _cells(row: str) -> list[str]:
    """The cells of a table's row."""
    found = _ROW.fullmatch(row)
    if not found:
        raise Unknown(row)
    cells = found[1].split(" | ")
    if any(cell != cell.strip(" ") for cell in cells):
        raise Unknown(row)
    return cells
