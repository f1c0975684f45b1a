"""The outline: heads with their titles and extents, and the division that every paragraph lies in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Division, HeadKind, Paragraph, Role
from generator.structure.heads import kind_of, marks, title_end
from generator.structure.tree import Node, tree

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSERS = "。！？；：:!?; \u3000"


def divisions(
    texts: Sequence[str], body: int, levels: Sequence[int] = ()
) -> tuple[tuple[Division, ...], tuple[Node, ...]]:
    """The heads in `texts` from paragraph number `body` on, and for each the node that it was made from.

    `levels` are those of the heading styles in which the paragraphs are set, as far as known.
    """
    nodes = [
        Node(replace(node.mark, paragraph=node.mark.paragraph + body), node.level, node.parent, node.skipped)
        for node in tree(marks(texts[body:], levels[body:]))
    ]
    return tuple(_division(texts, nodes, i) for i in range(len(nodes))), tuple(nodes)


def _division(texts: Sequence[str], nodes: Sequence[Node], i: int) -> Division:
    """Node number `i` as a head with its words."""
    mark, text = nodes[i].mark, texts[nodes[i].mark.paragraph]
    following = nodes[i + 1].mark if i + 1 < len(nodes) else None
    alone = following is None or following.paragraph > mark.paragraph + 1 or following.marker is not mark.marker
    kind = kind_of(text, mark, alone=alone)
    limit = following.start if following and following.paragraph == mark.paragraph else len(text)
    end = len(text) if kind is HeadKind.BLOCK else title_end(text, mark.label_end, limit)
    return Division(
        level=nodes[i].level,
        kind=kind,
        label=text[mark.start : mark.label_end].rstrip("，,：:" if mark.marker.name == "verb" else "").strip(),
        number=mark.number,
        title=text[mark.label_end : end].strip(_CLOSERS) or _title_below(texts, mark.paragraph),
        paragraph=mark.paragraph,
        start=mark.start,
        end=end,
        parent=nodes[i].parent,
    )


def _title_below(texts: Sequence[str], number: int) -> str:
    """For a line that is only a label: the opening words of the paragraph below."""
    below = texts[number + 1] if number + 1 < len(texts) else ""
    return below[: title_end(below, 0, len(below))].strip(_CLOSERS)


def sections(paragraphs: Sequence[Paragraph], heads: Sequence[Division], closing: int) -> tuple[Paragraph, ...]:
    """`paragraphs` with the division that each lies in, lines that are wholly a head marked as such.

    The closing, from paragraph number `closing` on, lies in none. Lists inside a paragraph hold nothing beyond it.
    """
    opened = {head.paragraph: i for i, head in enumerate(heads) if head.kind is not HeadKind.INLINE}
    placed: list[Paragraph] = []
    current: int | None = None
    for number, paragraph in enumerate(paragraphs):
        current = None if number >= closing else opened.get(number, current)
        wholly = number in opened and heads[opened[number]].kind is HeadKind.BLOCK
        role = Role.HEAD if wholly else paragraph.role
        placed.append(replace(paragraph, role=role, division=current))
    return tuple(placed)
