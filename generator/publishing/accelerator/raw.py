"""HTML that Python-Markdown keeps as it is: an element that begins a block and does not say `markdown`."""

from __future__ import annotations

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

_VOID = frozenset({"area", "base", "br", "col", "embed", "img", "input", "link", "meta", "source", "track", "wbr"})
#: What is in them is no markup, or they are empty and Python-Markdown knows it.
_OTHERS = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext", "hr"})
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - _OTHERS
#: A line of blanks, which Python-Markdown empties before it looks at anything.
_BLANK_LINE = re.compile(r"\n +\n")
_FIRST = re.compile(r"<([a-z][a-z0-9]*)(?=[ >\n])")
_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:\s++[a-zA-Z_:][\w:.-]*+(?:="[^"<>\0]*+")?+)*+)\s*+(/?)>')
_TEXT = re.compile(r"(?:[^<>&\0-\x09\x0b-\x1f]|&\#[0-9]{1,7};|&[a-zA-Z]+[0-9]*;)*+")


def begins(block: str) -> bool:
    """Whether the block begins with an element that is kept as it is.

    >>> begins('<div id="a">甲</div>'), begins("<span>甲</span>乙")
    (True, False)
    """
    first = _FIRST.match(block)
    return bool(first and first[1] in _BLOCKS)


def whole(block: str) -> bool:
    """Whether `block` is one well-formed element from its first character to its last.

    >>> whole('<div><p>甲<br></p></div>'), whole("<div><div></div>"), whole("<p>甲</p>乙")
    (True, False, False)
    """
    if _BLANK_LINE.search(block):
        return False
    opened: list[str] = []
    at = 0
    while found := _TAG.match(block, at):
        end, name, attributes, alone = found.groups()
        if name in _OTHERS or " markdown" in attributes or (end and (not opened or opened.pop() != name)):
            return False
        if not end and not alone and name not in _VOID:
            opened.append(name)
        at = found.end() if not opened else _TEXT.match(block, found.end()).end()  # type: ignore[union-attr]
        if not opened:
            break
    return not opened and at == len(block)
