"""The outline of a speech as a tree: behind its list of heads the branches, and how long each part is.

All rows of the list are of one height, so that a picture behind it can draw branches and bars in one path each. The
words stay words; how long a part is stands behind its head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.anatomy import end_of_parts
from generator.site.figures import picture
from generator.site.markdown import enclosed, escape, paragraph, span
from generator.site.outline import outline, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Division, Speech

    Row = tuple[int, Division | None]

#: Units of a row; what a step to the right takes, in these units and, as in the style sheet, in widths of a character.
_ROW, _STEP, _WIDTH = 20, 20, 1.2
#: Characters, with two for every step to the right, that two lines of a narrow window hold.
_TWO_LINES = 32
#: The whole speech, in units across.
_WHOLE = 1000


def figure(speech: Speech, extent: Extent) -> Iterator[str]:
    """The outline, drawn; nothing for a speech without one."""
    every = list(rows(speech.divisions))
    if not every:
        return
    long = lengths(speech, extent)
    depth = max(depth for depth, _ in every) + 1
    told = labels.TREE_SUMMARY.format(count=len(speech.divisions), depth=depth)
    height = _ROW * len(every)
    bars = _drawn("bars", "100%", (_WHOLE, height), _bars(every, long, extent.characters(speech.id)))
    branches = _drawn("branches", f"{_WIDTH * depth:g}em", (_STEP * depth, height), _branches([d for d, _ in every]))
    drawn = picture("tree", labels.TREE_TITLE, told, height, (bars, branches))
    longest = max(len(each.label + each.title) + 2 * depth for depth, each in every if each)
    kind = "outline-tree long" if longest > _TWO_LINES else "outline-tree"
    notes = {name: span(str(length), "note") for name, length in long.items()}
    yield enclosed("div", f'class="{kind}"', f"<figure>{drawn}</figure>", outline(speech, notes=notes))
    yield paragraph(escape(labels.TREE_CAPTION), ".note")


def lengths(speech: Speech, extent: Extent) -> Mapping[str, int]:
    """By division id, the characters from its head to the next that is not below it."""
    starts = extent.starts[speech.id]
    heads = [starts[each.paragraph] + each.start for each in speech.divisions]
    depths = [depth for depth, division in rows(speech.divisions) if division]
    end = end_of_parts(speech, starts)
    found = {}
    for number, division in enumerate(speech.divisions):
        after = (heads[n] for n in range(number + 1, len(heads)) if depths[n] <= depths[number])
        found[division.id] = next(after, end) - heads[number]
    return found


def _drawn(kind: str, width: str, size: tuple[int, int], path: str) -> str:
    """One path, stretched to the height of the list."""
    view = f'viewBox="0 0 {size[0]} {size[1]}" preserveAspectRatio="none"'
    return f'<svg width="{width}" height="100%" {view}><path class="{kind}" d="{path}"/></svg>'


def _bars(every: Sequence[Row], long: Mapping[str, int], whole: int) -> str:
    """A bar in every row, as long as its part is of the speech."""
    lengths = (long[division.id] * _WHOLE // max(whole, 1) if division else 0 for _, division in every)
    return "".join(f"M0 {_ROW * n + 2}h{length}v{_ROW - 4}H0z" for n, length in enumerate(lengths) if length)


def _branches(depths: Sequence[int]) -> str:
    """From every row the way down to those below it.

    >>> _branches([0, 1, 1])
    'M6 16V30H17M6 16V50H17'
    """
    above: dict[int, int] = {}
    found = ""
    for number, depth in enumerate(depths):
        above[depth] = number
        if depth:
            x = _STEP * (depth - 1) + 6
            found += f"M{x} {_ROW * above[depth - 1] + 16}V{_ROW * number + _ROW // 2}H{_STEP * depth - 3}"
    return found
