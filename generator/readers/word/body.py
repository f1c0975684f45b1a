"""The walk over a document's body: paragraphs, tables and text boxes in printed order, every one once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import LineKind
from generator.readers.blocks import Block
from generator.readers.word.fields import matched
from generator.readers.word.notes import REFERENCES
from generator.readers.word.numerals import symbol
from generator.readers.word.styles import is_on, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from generator.readers.word.notes import Notes
    from generator.readers.word.numbering import Numbering
    from generator.readers.word.styles import Styles

#: Elements of which nothing is printed in the text.
_SILENT = frozenset({
    "w-pPr", "w-rPr", "w-sectPr", "w-tblPr", "w-tblGrid", "w-trPr", "w-tcPr", "w-sdtPr", "w-sdtEndPr", "w-fldData",
    "w-instrText", "w-delText", "w-delInstrText", "w-rt", "w-rubyPr", "w-annotationRef", "w-footnoteRef",
    "w-endnoteRef", "w-ffData", "m-rPr", "m-ctrlPr", "mc-Fallback",
})  # fmt: skip
_DELETED = frozenset({"w-del", "w-moveFrom"})
_PICTURES = frozenset({"pic-pic", "v-imagedata"})
_EMBEDDED = frozenset({"w-altChunk", "w-subDoc", "w-control"})
_SIGNS = {"w-tab": "\t", "w-ptab": "\t", "w-br": "\n", "w-cr": "\n", "w-noBreakHyphen": "-"}
_WORDS = frozenset({"w-t", "m-t", "a-t"})


class Body:
    """Reads the parts of one document; `left_out` counts what the paper does not show."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.left_out: Counter[str] = Counter()
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._fields: list[bool] = []
        self._matched: frozenset[Element] = frozenset()
        self._boxes: list[Element] = []
        self._pending = ""

    def blocks(self, container: Element) -> Iterator[Block]:
        """The paragraphs of a body, a note or a text box."""
        self._matched |= matched(container)
        yield from self._inside(container)
        if self._pending:
            text, self._pending = self._pending, ""
            yield Block(text)

    def _inside(self, container: Element) -> Iterator[Block]:
        """The paragraphs and tables below `container`, whatever wraps them."""
        for child in _chosen(container):
            if child.tag == "w-p":
                yield from self._paragraph(child)
            elif child.tag == "w-tbl":
                yield from self._table(child)
            elif child.tag in _DELETED:
                self.left_out["deleted"] += 1
            elif child.tag in _EMBEDDED:
                self.left_out["embedded"] += 1
            elif child.tag not in _SILENT:
                yield from self._inside(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """A paragraph, then those of the text boxes that hang on it."""
        properties = paragraph.find("w-pPr")
        style = value(properties, "w-pStyle") or self._styles.default
        outer, self._boxes = self._boxes, []
        text = "".join(self._inline(paragraph, style))
        boxes, self._boxes = self._boxes, outer
        if _is_joined(properties):
            self._pending += text
        elif text or not self._is_hidden(properties, style):
            whole = self._numbering.label(properties, style, self._styles) + self._pending + text
            self._pending = ""
            kind = LineKind.CONTENTS if self._styles.is_contents(style) else LineKind.TEXT
            yield Block(whole, kind, self._styles.level(properties, style))
        for box in boxes:
            yield from self._inside(box)

    def _is_hidden(self, properties: Element | None, style: str) -> bool:
        """Whether the paragraph's mark is hidden; if it has no text either, it prints no number."""
        mark = None if properties is None else properties.find("w-rPr")
        return self._styles.hides(mark, style)

    def _inline(self, element: Element, style: str) -> Iterator[str]:
        """What is printed of the inside of `element`, whose paragraph has that style."""
        for child in _chosen(element):
            tag = child.tag
            if tag == "w-r":
                yield from self._run(child, style)
            elif tag == "w-fldChar":
                self._field(child)
            elif tag in _DELETED:
                self.left_out["deleted"] += 1
            elif tag == "w-txbxContent":
                self._boxes.append(child)
            elif tag not in _SILENT:
                shown = self._sign(child)
                if shown is None:
                    yield from self._inline(child, style)
                elif not any(self._fields):
                    yield shown

    def _sign(self, element: Element) -> str | None:
        """What an element that holds no others prints; None for one that may."""
        tag = element.tag
        if tag in _WORDS:
            return element.text or ""
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == "w-sym":
            return symbol(int(element.get("w-char", "B7"), 16))
        if tag in REFERENCES:
            return self._notes.sign(element)
        if tag in _PICTURES:
            self.left_out["pictures"] += 1
            return ""
        return None

    def _run(self, run: Element, style: str) -> Iterator[str]:
        """A run, unless it is hidden; the fields in it count all the same."""
        properties = run.find("w-rPr")
        own = value(properties, "w-rStyle")
        texts = list(self._inline(run, style))
        if self._styles.hides(properties, own) if own else self._styles.hides(properties, style):
            self.left_out["hidden"] += bool("".join(texts).strip())
        else:
            yield from texts

    def _field(self, mark: Element) -> None:
        """Begin, turn to the result of, or end a field; while any is in its instructions nothing is printed."""
        if mark not in self._matched:
            return
        kind = mark.get("w-fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _table(self, table: Element) -> Iterator[Block]:
        """A table of columns by rows, the cells parted by tabs; one that only sets text in its place as text."""
        for row in _below(table, "w-tr"):
            if row.find("w-trPr/w-del") is not None:
                self.left_out["deleted"] += 1
                continue
            cells = [[b for b in self._inside(cell) if b.text.strip()] for cell in _below(row, "w-tc")]
            filled = [cell for cell in cells if cell]
            if len(filled) < 2:  # noqa: PLR2004 - one cell is no row
                yield from (block for cell in filled for block in cell)
            elif all(len(cell) == 1 and _is_line(cell[0]) for cell in filled):
                yield Block("\t".join(cell[0].text if cell else "" for cell in cells), LineKind.ROW)
            else:
                yield from (replace(block, kind=LineKind.ROW, level=0) for cell in filled for block in cell)


def _is_line(block: Block) -> bool:
    return block.kind is LineKind.TEXT and "\n" not in block.text


def _chosen(element: Element) -> Iterator[Element]:
    """The children of `element`; of alternatives the first, which is what a program of today shows."""
    for child in element:
        if child.tag == "mc-AlternateContent":
            choice = child.find("mc-Choice")
            fallback = child.find("mc-Fallback")
            yield from choice if choice is not None else fallback if fallback is not None else ()
        else:
            yield child


def _below(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, inside content controls too, not those of tables inside."""
    for child in _chosen(element):
        if child.tag == tag:
            yield child
        elif child.tag not in _SILENT and child.tag not in {"w-tr", "w-tc", "w-p"}:
            yield from _below(child, tag)


def _is_joined(properties: Element | None) -> bool:
    """Whether the paragraph's mark is deleted, or hidden so that the next runs on: the text goes on with the next."""
    mark = None if properties is None else properties.find("w-rPr")
    if mark is None:
        return False
    joining = mark.find("w-specVanish")
    return (
        mark.find("w-del") is not None
        or mark.find("w-moveFrom") is not None
        or (joining is not None and is_on(joining))
    )
