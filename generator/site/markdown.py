"""Text into Markdown that shows exactly that text, and the few Markdown constructions that pages are built of.

A parameter called `text` is plain and is escaped here; one called `content` is Markdown already.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

#: At the head of a page that has no contents of its own to list and takes the room.
WIDE_PAGE: Final = "---\nhide:\n  - navigation\n  - toc\n---"


@lru_cache(maxsize=1 << 14)
def escape(text: str) -> str:
    r"""Markdown that shows `text`, character for character, wherever on a line it stands.

    Letters, digits and printable characters beyond ASCII stay; everything else becomes a numeric reference, so that
    neither Markdown nor HTML nor a template finds anything to interpret, and no blank is lost.

    >>> escape("一、**村")
    '一、&#42;&#42;村'
    >>> escape("李　林")
    '李&#12288;林'
    >>> escape("“2020年”，XX区")
    '“2020年”，XX区'
    """
    return _DOUBTFUL.sub(lambda found: "".join(map(_reference, found[0])), text)


#: All but what is surely harmless, which is nearly all of a speech.
_DOUBTFUL: Final = re.compile(
    r"[^0-9A-Za-z\u4e00-\u9fff\uff0c\u3002\u3001\uff1b\uff1a\uff1f\uff01\u201c\u201d\u300a\u300b\uff08\uff09]+"
)


#: What ends no value of an attribute, begins no reference and is no mark of the Markdown parser's own.
_HARMLESS: Final = frozenset("[]{}(),:;.!?*_+-=/#%@ ")


@cache
def _reference(character: str) -> str:
    """`character` itself where it is harmless (or HTML has no reference for it), else its numeric reference."""
    if character.isalnum() if character.isascii() else character.isprintable():
        return character
    reference = f"&#{ord(character)};"
    return reference if unescape(reference) == character else character


def attribute(text: str) -> str:
    """`text` as the value of an attribute of raw HTML, where Markdown looks at nothing: shorter than `escape`.

    >>> attribute('{"a":"<甲>"}')
    '{&#34;a&#34;:&#34;&#60;甲&#62;&#34;}'
    """
    return "".join(c if c in _HARMLESS else _reference(c) for c in text)


def link(text: str, target: str, title: str = "") -> str:
    """A link that shows `text`; `title` is what a pointer that rests on it is told.

    >>> link("不忘初心", "../slogans/abc.md", "不忘初心、牢记使命")
    '[不忘初心](../slogans/abc.md "不忘初心、牢记使命")'
    """
    return f'[{escape(text)}]({target} "{escape(title)}")' if title else f"[{escape(text)}]({target})"


def heading(rank: int, content: str, anchor: str, *marks: str) -> str:
    """A heading of `rank` 1 to 6 with the id `anchor`; `marks` are further attributes, as `.class` or `key="value"`.

    >>> heading(2, "相关讲话", "related", ".plain")
    '## 相关讲话 { #related .plain }'
    """
    return f"{'#' * rank} {content} {{ {' '.join((f'#{anchor}', *marks))} }}"


def paragraph(content: str, *marks: str) -> str:
    r"""One line of Markdown with its attributes on the next.

    >>> paragraph("同志们：", "#p-aaaaaa", ".tei")
    '同志们：\n{ #p-aaaaaa .tei }'
    """
    return f"{content}\n{{ {' '.join(marks)} }}"


def item(content: str, depth: int = 0) -> str:
    """A point of a list, `depth` lists deep.

    >>> item("甲", 1)
    '    - 甲'
    """
    return f"{'    ' * depth}- {content}"


def span(content: str, *classes: str) -> str:
    """`content` marked with `classes`, within a line.

    >>> span("比喻", "label")
    '<span class="label">比喻</span>'
    """
    return f'<span class="{" ".join(classes)}">{content}</span>'


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    """A table of `content` cells.

    >>> print(table(("写法", "次数"), ("不忘初心", "3")))
    | 写法 | 次数 |
    | --- | --- |
    | 不忘初心 | 3 |
    """
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows))


def enclosed(tag: str, attributes: str, *blocks: str) -> str:
    r"""`blocks` within an HTML element, still read as Markdown.

    >>> enclosed("div", 'class="para"', "甲")
    '<div class="para" markdown>\n\n甲\n\n</div>'
    """
    return "\n\n".join((f"<{tag} {attributes} markdown>", *blocks, f"</{tag}>"))


def folded(summary: str, *blocks: str, mark: str = "") -> str:
    """`blocks` behind a line that unfolds them. `mark` is a class."""
    head = f'<details class="{f"folded {mark}".rstrip()}" markdown>\n<summary>{summary}</summary>'
    return "\n\n".join((head, *blocks, "</details>"))


def file(blocks: Iterable[str]) -> str:
    """A file of Markdown: `blocks` with a blank line between."""
    return "\n\n".join(blocks) + "\n"
