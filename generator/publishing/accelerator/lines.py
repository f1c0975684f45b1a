"""A line of our Markdown to HTML: text as it is, links and strong words as elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.publishing.accelerator.attributes import Unknown, identified, linking
from generator.publishing.accelerator.dialect import INLINE, LINE, LINK, STRONG, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

_INLINE, _LINE = re.compile(unnamed(INLINE)), re.compile(unnamed(LINE))
_ELEMENT = re.compile(rf"{LINK}|{STRONG}")


def inline(content: str, address: Callable[[str], str]) -> str:
    """The HTML of `content`, a part of a line; `address` gives what a link's target becomes.

    >>> inline('甲[](#p-a){ .x }&#42;<span class="y">乙</span>', str)
    '甲<a class="x" href="#p-a"></a>&#42;<span class="y">乙</span>'
    """
    if not _INLINE.fullmatch(content):
        raise Unknown(content)
    return _made(content, address)


def line(content: str, address: Callable[[str], str]) -> str:
    """As `inline`, of a whole line, the beginning of which might make it something else than text."""
    if not _LINE.fullmatch(content):
        raise Unknown(content)
    return _made(content, address)


def _made(content: str, address: Callable[[str], str]) -> str:
    """`content`, known to be ours, with its elements."""

    def element(found: re.Match[str]) -> str:
        text, target, title, listed, strong, about = found.groups()
        if strong:
            return f"<strong{identified(about or '')}>{strong}</strong>"
        return f"<a{linking(listed or '', address(target).replace('&', '&amp;'), title or '')}>{text}</a>"

    return _ELEMENT.sub(element, content) if "](" in content or "**" in content else content
