"""Readable names of sections, from their printed numbers: `s2-3` for 二、（三）.

Items inside a paragraph (一是…二是…) have none: their numbers begin anew in every paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model import HeadKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Speech


def readable(speech: Speech) -> Mapping[str, tuple[str, ...]]:
    """For each readable name the ids of its sections, in printed order; a list in the preamble counts as part 0.

    More than one where the speech prints a number twice; the first has the name, and the page should say so.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for index, division in enumerate(speech.divisions):
        if division.label and division.kind is not HeadKind.INLINE:
            found["s" + "-".join(map(str, _numbers(speech, index)))].append(division.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _numbers(speech: Speech, index: int) -> tuple[int, ...]:
    """The printed numbers from the outermost section down to number `index`; one without a number is passed over."""
    division = speech.divisions[index]
    preamble = (0,) if division.level > 1 else ()
    above = preamble if division.parent is None else _numbers(speech, division.parent)
    return (*above, division.number) if division.label else above
