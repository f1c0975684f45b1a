"""Shapes of inline SVG, and the picture that holds them.

Across, everything is in per cent of the picture's width, down in pixels; so a figure is as wide as the page lets it
be, and its words keep the size of the text. Colours are classes of `assets/css/figures.css`. There is no `style` and
no script in a figure, and all that it shows stands in words beside it; its links too, so that keys pass it by.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterable


class Anchor(StrEnum):
    """Which end of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


#: Characters of a name in a wide window and in a narrow one, where it has 36 per cent of the picture.
_LONG, _SHORT = 17, 9
#: Of a stretched picture the width is counted in thousandths.
_STRETCHED = 'viewBox="0 0 1000 {height}" preserveAspectRatio="none" '


def picture(  # noqa: PLR0913 - the parts of a picture, and what it shows
    name: str,
    title: str,
    description: str,
    height: int,
    shapes: Iterable[str],
    *,
    stretched: bool = False,
    linked: bool = False,
) -> str:
    """A picture in one line of HTML, named by `title` and told by `description` (plain text both).

    `name` is what its ids begin with, once on a page; `height` is in pixels. One that is `stretched` holds `strokes`
    and nothing else; one with links in it is `linked`.
    """
    view = _STRETCHED.format(height=height) if stretched else ""
    words = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
    named = f'aria-labelledby="{name}-title" aria-describedby="{name}-desc"'
    role = "group" if linked else "img"
    size = f'{view}width="100%" height="{height}"'
    return f'<svg class="figure" role="{role}" {named} {size}>{words}{"".join(shapes)}</svg>'


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


def inset(place: tuple[float, float], size: tuple[float, float], units: int, shapes: Iterable[str]) -> str:
    """Stretched `shapes` in a part of a picture, `units` wide within; `size` in per cent across and pixels down.

    >>> inset((10, 4), (50, 16), 8, ['<path d="M0 0H8"/>']).partition("><")[0]
    '<svg x="10%" y="4" width="50%" height="16" viewBox="0 0 8 16" preserveAspectRatio="none"'
    """
    x, y, width, height = map(_number, (*place, *size))
    view = f'viewBox="0 0 {units} {height}" preserveAspectRatio="none"'
    return f'<svg x="{x}%" y="{y}" width="{width}%" height="{height}" {view}>{"".join(shapes)}</svg>'


def linked(target: str, told: str, *shapes: str) -> str:
    """`shapes` that lead to an address, where a pointer that rests on them is `told` what they are.

    >>> linked("#h-a", "一、", '<rect/>')
    '<a href="#h-a" tabindex="-1"><title>一、</title><rect/></a>'
    """
    return f'<a href="{target}" tabindex="-1"><title>{escape(told)}</title>{"".join(shapes)}</a>'


def named(kind: str, place: tuple[float, float], text: str, anchor: Anchor = Anchor.START) -> str:
    """A name in a figure, shorter in a narrow window."""
    long, short = shortened(text, _LONG), shortened(text, _SHORT)
    if long == short:
        return words(kind, place, long, anchor)
    return words(f"{kind} long", place, long, anchor) + words(f"{kind} short", place, short, anchor)


def shortened(name: str, most: int) -> str:
    """`name` in as many characters as there is room for.

    >>> shortened("不忘初心、牢记使命", 6), shortened("不忘初心", 6)
    ('不忘初心、…', '不忘初心')
    """
    return name if len(name) <= most else name[: most - 1] + labels.ELLIPSIS


def _number(value: float) -> str:
    """`value` in as few digits as show on a screen.

    >>> _number(33.3333), _number(50.0)
    ('33.33', '50')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
