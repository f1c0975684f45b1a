"""Markdown (.md), by markdown-it-py: its headings are heads, its marks are not printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.model import LineKind, Problem, Source
from generator.problems import problem
from generator.readers.blocks import Block, source
from generator.readers.encoding import Undecodable, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_PROPERTIES = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read(content: bytes, path: str) -> Source | Problem:
    """The paragraphs of the text; a line's end inside one stays, as people who do not know Markdown mean it."""
    found = decoded(content)
    if isinstance(found, Undecodable):
        return problem("R003", path, found.line, byte=found.byte)
    properties = _PROPERTIES.match(found.text)
    text = found.text[properties.end() :] if properties else found.text
    # Four blanks open a paragraph, not code, and what looks like HTML is what the speech says.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "html_inline"])
    read = source(path, _blocks(parser.parse(text)), [problem("W009", path, 1)] if properties else [])
    return read if read.lines else problem("R002", path)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """The paragraphs; those of a list begin with its numbers, the cells of a row are parted by tabs."""
    level, label = 0, ""
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                level = int(token.tag[1:])
            case "list_item_open":
                label = f"{token.info}{token.markup}" if token.info else "• "
            case "tr_open":
                cells = []
            case "tr_close":
                yield Block("\t".join(cells or ()), LineKind.ROW)
                cells = None
            case "inline" if cells is not None:
                cells.append(_text(token.children or ()))
            case "inline":
                yield Block(label + _text(token.children or ()), level=level)
                level, label = 0, ""
            case "fence":
                yield Block(token.content)


def _text(tokens: Sequence[Token]) -> str:
    """The words of a paragraph without the marks around them."""
    shown = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(shown.get(token.type, token.content) for token in tokens)
