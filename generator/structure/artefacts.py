"""What word processors and redactors leave in a text: found, listed, and the worthless part of it cut out.

Nothing else is ever changed: `shown` gives back exactly the characters of the line, less what it lists, with the
radicals that PDF fonts put in place of characters set right.
"""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from generator.model import REMOVED, Artefact, ArtefactKind, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CONTROL = r"\x00-\x08\x0a-\x1f\x7f-\x9f\ufeff"
_RADICAL = r"\u2e80-\u2fdf"
_HAN = r"\u3400-\u9fff\uf900-\ufaff"

#: Characters without width, soft hyphens, and those that turn the direction of writing.
_UNSEEN = r"\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
#: Scripts and pictures in which a joiner between two characters has a meaning.
_JOINING = r"\u0600-\u08ff\u0900-\u0dff\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"


class Rule(NamedTuple):
    """What an artefact of that `kind` looks like; it has one of `signs`, which is sooner found out."""

    kind: ArtefactKind
    signs: re.Pattern[str]
    pattern: re.Pattern[str]


def _rule(kind: ArtefactKind, signs: str, pattern: str) -> Rule:
    return Rule(kind, re.compile(f"[{signs}]"), re.compile(pattern))


#: In this order; a later rule does not look inside what an earlier one has found.
RULES: tuple[Rule, ...] = (
    _rule(ArtefactKind.BOOKMARK, r"\[", r"\[bookmark:[^\]]*\]"),
    _rule(ArtefactKind.CONTROL, _CONTROL, rf"[{_CONTROL}]+"),
    _rule(
        ArtefactKind.INVISIBLE,
        rf"{_UNSEEN}\u200c\u200d",
        rf"[{_UNSEEN}]+|(?<![{_JOINING}])[\u200c\u200d]+(?![{_JOINING}])",
    ),
    _rule(ArtefactKind.RADICAL, _RADICAL, rf"[{_RADICAL}]+"),
    _rule(ArtefactKind.MASK, "*XＸ×", r"\*+|(?<![A-Za-z0-9])[XＸ×]+(?![A-Za-z0-9])"),
    _rule(ArtefactKind.HALF_WIDTH, ",;:?!()", rf"(?<=[{_HAN}”）])[,;:?!]|[(](?=[{_HAN}])|(?<=[{_HAN}])[)]"),
)


def shown(line: Line) -> tuple[str, tuple[tuple[int, int], ...], tuple[Artefact, ...]]:
    r"""The text of `line` as it will be shown, the runs of it (see `Paragraph.runs`), and its artefacts in order.

    >>> shown(Line(1, 0, "　[bookmark: a]一、**村"))[:2]
    ('一、**村', ((0, 14),))
    >>> shown(Line(1, 0, "\u2f00、\u200b\u2f08民"))[:2]
    ('一、人民', ((0, 0), (2, 3)))
    """
    artefacts = list(_found(line))
    if not artefacts and line.text == line.text.strip():
        return line.text, ((0, line.start),) if line.text else (), ()
    if line.text == line.text.strip() and not any(each.removed for each in artefacts):
        return line.text.translate(radicals()), ((0, line.start),) if line.text else (), tuple(sorted(artefacts))
    kept = [True] * len(line.text)
    for artefact in artefacts:
        if artefact.kind in REMOVED:
            at = artefact.offset - line.start
            kept[at : at + len(artefact.text)] = [False] * len(artefact.text)
    artefacts += _edges(line, kept)
    text = "".join(character for character, keep in zip(line.text, kept, strict=True) if keep)
    return text.translate(radicals()), _runs(kept, line.start), tuple(sorted(artefacts))


@functools.cache
def radicals() -> Mapping[int, str]:
    """The character that each radical (U+2E80 to U+2FDF) looks like, for `str.translate`."""
    lines = resources.files(__package__).joinpath("radicals.tsv").read_text("utf-8").splitlines()
    return {ord(line[0]): line[2:] for line in lines if not line.startswith("#")}


def _found(line: Line) -> Iterator[Artefact]:
    """The artefacts that the rules name."""
    taken: set[int] = set()
    for kind, signs, pattern in RULES:
        for match in pattern.finditer(line.text) if signs.search(line.text) else ():
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield Artefact(line.start + match.start(), line.number, kind, match[0])


def _edges(line: Line, kept: list[bool]) -> Iterator[Artefact]:
    """The blanks at both ends of what is kept, as artefacts; takes them out of `kept`."""
    places = [i for i, keep in enumerate(kept) if keep]
    solid = [i for i in places if not line.text[i].isspace()]
    first, last = (solid[0], solid[-1]) if solid else (len(line.text), len(line.text))
    for start, end in _stretches([i for i in places if i < first or i > last]):
        kept[start:end] = [False] * (end - start)
        yield Artefact(line.start + start, line.number, ArtefactKind.BLANK, line.text[start:end])


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    """`places` (rising) as half-open stretches without a gap."""
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or places[i] != places[i - 1] + 1:
            yield places[start], places[i - 1] + 1
            start = i


def _runs(kept: list[bool], start: int) -> tuple[tuple[int, int], ...]:
    """Where each stretch of kept characters begins: in what is shown, and in the source."""
    places = [i for i, keep in enumerate(kept) if keep]
    return tuple((n, start + i) for n, i in enumerate(places) if n == 0 or places[n - 1] != i - 1)
