"""Shapes of inline SVG, and the picture that holds them.

Across, everything is in per cent of the picture's width, down in pixels; so a figure is as wide as the page lets it
be, and its words keep the size of the text. Colours are classes of `assets/css/figures.css`. There is no `style` and
no script in a figure, nothing in it can be reached by key, and all that it shows stands in words beside it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.site.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterable


class Anchor(StrEnum):
    """Which end of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


#: Of a stretched picture the width is counted in thousandths.
_STRETCHED = 'viewBox="0 0 1000 {height}" preserveAspectRatio="none" '


def picture(  # noqa: PLR0913 - the parts of a picture, and what it shows
    name: str, title: str, description: str, height: int, shapes: Iterable[str], *, stretched: bool = False
) -> str:
    """A picture in one line of HTML, named by `title` and told by `description` (plain text both).

    `name` is what its ids begin with, once on a page; `height` is in pixels. One that is `stretched` holds `strokes`
    and nothing else.
    """
    view = _STRETCHED.format(height=height) if stretched else ""
    words = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
    named = f'aria-labelledby="{name}-title" aria-describedby="{name}-desc"'
    return f'<svg class="figure" role="img" {named} {view}width="100%" height="{height}">{words}{"".join(shapes)}</svg>'


def line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line of class `kind` between two places, each as per cent across and pixels down.

    >>> line("axis", (0, 8), (100, 8))
    '<line class="axis" x1="0%" y1="8" x2="100%" y2="8"/>'
    """
    x, y, to_x, to_y = map(_number, (*start, *end))
    return f'<line class="{kind}" x1="{x}%" y1="{y}" x2="{to_x}%" y2="{to_y}"/>'


def strokes(kind: str, places: Iterable[float], top: int, bottom: int) -> str:
    """Upright strokes at `places` (0 to 1), the same once, for a stretched picture.

    >>> strokes("place", [0.1, 0.1001, 0.5], 1, 17)
    '<path class="place" d="M100 1V17M500 1V17"/>'
    """
    thousandths = sorted({round(place * 1000) for place in places})
    return f'<path class="{kind}" d="{"".join(f"M{x} {top}V{bottom}" for x in thousandths)}"/>'


def bar(kind: str, place: tuple[float, float], width: float, height: float) -> str:
    """A filled rectangle from its left upper corner, `width` in per cent.

    >>> bar("count", (10, 20), 2.5, 30)
    '<rect class="count" x="10%" y="20" width="2.5%" height="30"/>'
    """
    x, y = map(_number, place)
    return f'<rect class="{kind}" x="{x}%" y="{y}" width="{_number(width)}%" height="{_number(height)}"/>'


def words(kind: str, place: tuple[float, float], text: str, anchor: Anchor = Anchor.START) -> str:
    """Some plain `text` on the line that runs through `place`.

    >>> words("tick", (50, 96), "<1978>", Anchor.MIDDLE)
    '<text class="tick" x="50%" y="96" text-anchor="middle">&#60;1978&#62;</text>'
    """
    x, y = map(_number, place)
    return f'<text class="{kind}" x="{x}%" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def _number(value: float) -> str:
    """`value` in as few digits as show on a screen.

    >>> _number(33.3333), _number(50.0)
    ('33.33', '50')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
