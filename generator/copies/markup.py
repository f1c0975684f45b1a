"""A speech as HTML that is also XML, for books and for paper: what the site's pages show of it, without the site."""

from __future__ import annotations

from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.model import HEADER_ROLES, Role
from generator.site.outline import ranks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Division, Paragraph, Speech

    Ranked = tuple[Division, int]

_LOWEST = 6
#: What XML 1.0 cannot hold stands as the sign of a lost character.
_ILLEGAL: Mapping[int, str] = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")


def shown(text: str) -> str:
    r"""`text` in XML, each blank kept.

    >>> shown("<甲>\x01")
    '&lt;甲&gt;�'
    """
    return escape(text if text.isprintable() else text.translate(_ILLEGAL))


def speech(given: Speech) -> Iterator[str]:
    """The paragraphs of a speech in printed order, its title as a heading of rank 1."""
    before = list(takewhile(lambda part: part.role in HEADER_ROLES, given.paragraphs))
    title = [part for part in before if part.role is Role.TITLE]
    lines = "<br/>".join(f'<span id="{part.id}">{shown(part.text)}</span>' for part in title)
    yield f"<h1>{lines or shown(given.name)}</h1>"
    ranked = ranks(given.divisions)
    for number, part in enumerate(given.paragraphs):
        if part not in title:
            heads = given.heads_of.get(number, ())
            yield _paragraph(part, [(given.divisions[n], ranked[n] or _LOWEST) for n in heads])


def _paragraph(part: Paragraph, heads: Sequence[Ranked]) -> str:
    """One paragraph: a heading, or text with the heads marked that stand in it."""
    if part.role is Role.HEAD and len(heads) == 1:
        (_, rank), *_ = heads
        return f'<h{rank} id="{part.id}">{shown(part.text)}</h{rank}>'
    content, at = "", 0
    for head, rank in heads:
        words = shown(part.text[head.start : head.end])
        content += f'{shown(part.text[at : head.start])}<b class="head-{rank}" id="{head.id}">{words}</b>'
        at = head.end
    content += shown(part.text[at:])
    if part.role is Role.ROW and not heads:
        content = "\t".join(f'<span class="cell">{cell}</span>' for cell in content.split("\t"))
    return f'<p class="{part.role}" id="{part.id}">{content}</p>'


def contents(given: Speech, page: str) -> str:
    """The outline of a speech as nested lists that lead into `page`; empty for a speech without one."""
    made, depth = "", 0
    for division, at in zip(given.divisions, _depths(given.divisions), strict=True):
        made += "<ol>" if at > depth else "</li></ol>" * (depth - at) + "</li>"
        made += f'<li><a href="{page}#{division.id}">{shown(division.label + division.title)}</a>'
        depth = at
    return made + "</li></ol>" * depth


def _depths(divisions: Sequence[Division]) -> list[int]:
    """How many lists deep each division stands."""
    found: list[int] = []
    for division in divisions:
        found.append(1 if division.parent is None else found[division.parent] + 1)
    return found
