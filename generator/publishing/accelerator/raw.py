"""HTML that Python-Markdown keeps as it is: elements that begin a line, are blocks and do not say `markdown`."""

from __future__ import annotations

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

_VOID = frozenset({"area", "base", "br", "col", "embed", "img", "input", "link", "meta", "source", "track", "wbr"})
#: What is in them is no markup, or they are empty and Python-Markdown knows it.
_OTHERS = frozenset({"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "hr"})
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - _OTHERS
#: A line of blanks, which Python-Markdown empties before it looks at anything.
_BLANK_LINE = re.compile(r"\n +\n")
_FIRST = re.compile(r"<([a-z][a-z0-9]*)(?=[ >\n])")
#: Says that it is to be read after all.
_READ = re.compile(r' markdown(?!="0")')
_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?>(?:\s++[a-zA-Z_:][\w:.-]*+(?:="[^"<>\0]*+")?)*))\s*+(/?)>')
#: All that a script of ours is: a file, or data on one line.
_SCRIPT = re.compile(r'<script(?: [a-z]+(?:="[A-Za-z0-9./_+-]+")?)*>(?:\{[^<>&\n]*\})?</script>')
_TEXT = re.compile(r"(?>(?:[^<>&\0-\x09\x0b-\x1f]++|&\#[0-9]{1,7};|&[a-zA-Z]+[0-9]*;)*)")


def begins(block: str, at: int = 0) -> bool:
    """Whether an element that is kept as it is begins at this place of the block.

    >>> begins('<div id="a">甲</div>'), begins("<span>甲</span>乙")
    (True, False)
    """
    first = _FIRST.match(block, at)
    return bool(first and (first[1] in _BLOCKS or _SCRIPT.match(block, at)))


def whole(block: str) -> bool:
    r"""Whether `block` is well-formed elements from its first character to its last, one below the other.

    >>> whole('<div><p>甲<br></p></div>'), whole("<div><div></div>"), whole("<p>甲</p>乙")
    (True, False, False)
    >>> whole('<script src="a.js"></script>\n<div></div>'), whole("<script>a</script>")
    (True, False)
    """
    at = 0
    while begins(block, at) and (end := _end(block, at)) > 0:
        if end == len(block):
            return not _BLANK_LINE.search(block)
        if block[end] != "\n":
            return False
        at = end + 1
    return False


def _end(block: str, at: int) -> int:
    """Where the element ends that begins at this place; 0 if it is not well-formed."""
    if script := _SCRIPT.match(block, at):
        return script.end()
    opened: list[str] = []
    while found := _TAG.match(block, at):
        end, name, attributes, alone = found.groups()
        if name in _OTHERS or _READ.search(attributes) or (end and (not opened or opened.pop() != name)):
            return 0
        if not end and not alone and name not in _VOID:
            opened.append(name)
        if not opened:
            return found.end()
        at = _TEXT.match(block, found.end()).end()  # type: ignore[union-attr]
    return 0
