"""The outline of a speech: how its divisions rank, and the nested list that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.markdown import item, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Division, Speech

_LOWEST = 6


def ranks(divisions: Sequence[Division]) -> tuple[int | None, ...]:
    """For each division the rank of its heading, from 2; None for one that is an anchor in the text, not a heading.

    Headings never skip a rank, as people who hear the page need: what stands under no heading of the outermost
    level, or deeper than HTML has ranks, is an anchor.
    """
    found: list[int | None] = []
    for division in divisions:
        above = (1 if division.level == 1 else None) if division.parent is None else found[division.parent]
        found.append(above + 1 if above is not None and above < _LOWEST else None)
    return tuple(found)


def outline(speech: Speech, page: str = "", notes: Mapping[str, str] | None = None) -> str:
    """Every division as a nested list of links into `page` (the page that the list is on, if empty).

    `notes` are set behind the links, by the ids of divisions.
    """
    told = notes or {}
    return "\n".join(
        item(link(division.label + division.title, f"{page}#{division.id}") + told.get(division.id, ""), depth)
        if division
        else item(labels.PREAMBLE, depth)
        for depth, division in rows(speech.divisions)
    )


def rows(divisions: Sequence[Division]) -> Iterator[tuple[int, Division | None]]:
    """The rows of an outline in printed order, each with its depth from 0.

    Lists in the text before the first division of the outermost level are gathered under a row of their own, None.
    """
    depths: list[int] = []
    preamble = False
    for division in divisions:
        if division.parent is None:
            if division.level > 1 and not preamble:
                yield 0, None
            preamble = division.level > 1
        depths.append(int(preamble) if division.parent is None else depths[division.parent] + 1)
        yield depths[-1], division
