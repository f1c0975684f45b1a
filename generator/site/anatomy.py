"""A speech as a strip: its outline by length, and below it where its slogans and its shared passages stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.figures import Anchor, bar, inset, linked, picture, strokes, words
from generator.site.markdown import escape, folded, link, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.analysis import Extent
    from generator.model import Division, Speech
    from generator.site.mentions import Mention
    from generator.site.sharing import Shared

#: What the names of the rows take, in per cent; how high in pixels each row is, and what is left below it.
_NAMES = 13
_HEADS, _INNER, _PLACES, _GAP = 22, 8, 14, 10
#: A narrower part has no label, nor one whose label is longer.
_LABELLED, _LABEL = 7, 4


@dataclass(frozen=True, slots=True)
class Part:
    """A division of a speech, from its head to the next, in characters from the speech's start."""

    start: int
    end: int
    division: Division

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start

    @property
    def name(self) -> str:
        """Its head, as printed."""
        return self.division.label + self.division.title


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A speech of so many characters: its `parts` of the first rank and those `within` them, in printed order.

    In characters from its start: where its `slogans` begin, where its `shared` passages begin and end.
    """

    length: int
    parts: Sequence[Part]
    within: Sequence[Part]
    slogans: Sequence[int]
    shared: Sequence[tuple[int, int]]


def anatomy(speech: Speech, mentions: Iterable[Mention], shared: Iterable[Shared], extent: Extent) -> Anatomy:
    """What the strip of `speech` shows."""
    starts = extent.starts[speech.id]
    heads = [starts[each.paragraph] + each.start for each in speech.divisions]
    tops = [n for n, each in enumerate(speech.divisions) if each.level == 1 and each.parent is None]
    end = end_of_parts(speech, starts)
    parts = _parts([(heads[n], speech.divisions[n]) for n in tops], end)
    inner = [(heads[n], each) for n, each in enumerate(speech.divisions) if each.parent in tops]
    within = (_parts([each for each in inner if top.start <= each[0] < top.end], top.end) for top in parts)
    return Anatomy(
        starts[-1],
        parts,
        [part for group in within for part in group],
        [starts[mention.span.paragraph] + mention.span.start for mention in mentions],
        [
            (starts[s.place[0].paragraph] + s.place[0].start, starts[s.place[-1].paragraph] + s.place[-1].end)
            for s in shared
        ],
    )


def end_of_parts(speech: Speech, starts: Sequence[int]) -> int:
    """Where what stands under heads ends and the closing begins, in characters from the start of the speech."""
    last = max((each.paragraph for each in speech.divisions), default=len(speech.paragraphs))
    after = (n for n, each in enumerate(speech.paragraphs) if n > last and each.division is None)
    return starts[next(after, len(speech.paragraphs))]


def _parts(heads: Sequence[tuple[int, Division]], end: int) -> list[Part]:
    """The stretches from each of `heads` to the next, the last to `end`."""
    edges = [*(start for start, _ in heads), end]
    return [Part(start, edges[n + 1], division) for n, (start, division) in enumerate(heads)]


def figure(shown: Anatomy) -> Iterator[str]:
    """The strip, and what it shows in numbers; nothing for a speech in which there is nothing to place."""
    if not (shown.parts or shown.slogans or shown.shared):
        return
    told = labels.ANATOMY_SUMMARY.format(
        characters=shown.length, heads=len(shown.parts), slogans=len(shown.slogans), shared=len(shown.shared)
    )
    tops = _tops(shown)
    drawn = picture("anatomy", labels.ANATOMY_TITLE, told, tops[-1], _shapes(shown, tops), linked=bool(shown.parts))
    caption = told + (labels.ANATOMY_CAPTION if shown.parts else labels.ANATOMY_PLAIN_CAPTION)
    yield f'<figure class="anatomy">{drawn}<figcaption>{escape(caption)}</figcaption></figure>'
    head = (labels.ANATOMY_PART, labels.CHARACTERS, *labels.ANATOMY_ROWS[1:])
    yield folded(labels.FIGURE_DATA, table(head, *rows(shown)), mark="anatomy")


def rows(shown: Anatomy) -> Iterator[tuple[str, str, str, str]]:
    """Each part with its length and with how many slogans and shared passages begin in it."""
    first, end = (shown.parts[0].start, shown.parts[-1].end) if shown.parts else (shown.length, shown.length)
    parts = [(labels.ANATOMY_START, 0, first)]
    parts += [(link(part.name, f"#{part.division.id}"), part.start, part.end) for part in shown.parts]
    parts += [(labels.ANATOMY_END, end, shown.length)]
    for name, start, stop in parts:
        if stop > start:
            slogans = sum(start <= place < stop for place in shown.slogans)
            shared = sum(start <= place < stop for place, _ in shown.shared)
            yield name, str(stop - start), str(slogans), str(shared)


def _tops(shown: Anatomy) -> tuple[int, int, int, int]:
    """Where the rows of heads, slogans and passages begin and the picture ends; a row of nothing takes no room."""
    heads = (_HEADS + (_INNER + 2 if shown.within else 0) + _GAP) if shown.parts else 0
    slogans = heads + (_PLACES + _GAP if shown.slogans else 0)
    return 0, heads, slogans, slogans + (_PLACES + _GAP if shown.shared else 0)


def _shapes(shown: Anatomy, tops: Sequence[int]) -> Iterator[str]:
    """The names of the rows, the outline in two ranks, strokes for slogans, bars for passages."""
    there = (shown.parts, shown.slogans, shown.shared)
    for name, top, height, some in zip(labels.ANATOMY_ROWS, tops, (_HEADS, _PLACES, _PLACES), there, strict=False):
        if some:
            yield words("name", (0, top + height / 2 + 5), name)
    yield from _heads(shown)
    whole = max(shown.length, 1)
    axis = f'<path class="axis" d="M0 {_PLACES / 2:g}H1000"/>'
    if shown.slogans:
        places = strokes("place", (place / whole for place in shown.slogans), 0, _PLACES)
        yield inset((_NAMES, tops[1]), (100 - _NAMES, _PLACES), 1000, [axis, places])
    if shown.shared:
        yield inset((_NAMES, tops[2]), (100 - _NAMES, _PLACES), 1000, [axis])
    for start, end in _merged([(start * 1000 // whole, end * 1000 // whole) for start, end in shown.shared]):
        yield bar("passage", (_across(start / 1000), tops[2]), max(end - start, 2) * (100 - _NAMES) / 1000, _PLACES)


def _heads(shown: Anatomy) -> Iterator[str]:
    """The parts as links, every other one darker; those within them below, which the outline links."""
    for number, part in enumerate(shown.parts):
        across, width = _place(part, shown.length)
        shapes = [bar(f"part-{number % 2 + 1}", (across, 0), width, _HEADS)]
        if width >= _LABELLED and len(part.division.label) <= _LABEL:
            shapes.append(words("on", (across + width / 2, 15), part.division.label, Anchor.MIDDLE))
        yield linked(f"#{part.division.id}", part.name, *shapes)
    for number, part in enumerate(shown.within):
        across, width = _place(part, shown.length)
        yield bar(f"part-{number % 2 + 1}", (across, _HEADS + 2), width, _INNER)


def _place(part: Part, whole: int) -> tuple[float, float]:
    """Where a part begins in the picture, and how wide it is."""
    width = part.length / max(whole, 1) * (100 - _NAMES) - 0.3
    return _across(part.start / max(whole, 1)), max(width, 0.2)


def _across(share: float) -> float:
    """Where in the picture a share of the speech (0 to 1) lies."""
    return _NAMES + share * (100 - _NAMES)


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """`stretches` in order, those that touch as one.

    >>> _merged([(5, 9), (0, 2), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
