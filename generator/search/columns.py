"""What is asked of whole speeches: who spoke when and where, which cells are whose, which slogans stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.layout import TIERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Links
    from generator.search.files import Json
    from generator.search.layout import Layout


def columns(layout: Layout) -> list[Json]:
    """`[ids, dates, speakers, places, cells]`, each with one entry a speech.

    Speakers and places are `[value, …, [number of the value, …]]`, cells the cells that each speech has in each tier.
    """
    cells = [[0] * len(layout.speeches) for _ in range(TIERS)]
    for cell in layout.cells:
        cells[cell.tier][cell.speech] += 1
    headers = [speech.header for speech in layout.speeches]
    return [
        [speech.id for speech in layout.speeches],
        [header.date for header in headers],
        _numbered([header.speaker for header in headers]),
        _numbered([header.place for header in headers]),
        cells,
    ]


def slogans(layout: Layout, links: Links) -> list[Json]:
    """Each slogan as `[id, form, variants, speeches]`; speeches by number, each as the step from the one before."""
    number = {speech.id: n for n, speech in enumerate(layout.speeches)}
    found: list[Json] = []
    for slogan in links.slogans:
        here = sorted(number[speech] for speech in slogan.speeches)
        steps = [one - before for before, one in zip([0, *here], here, strict=False)]
        found.append([slogan.id, slogan.form, slogan.variants, steps])
    return found


def _numbered(values: Iterable[str]) -> list[Json]:
    """The distinct values, and for every value its number among them."""
    values = list(values)
    distinct = list(dict.fromkeys(values))
    number = {value: n for n, value in enumerate(distinct)}
    return [distinct, [number[value] for value in values]]
