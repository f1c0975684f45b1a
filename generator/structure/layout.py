"""Lines to printed paragraphs: lines that were broken at a fixed width are one, a line that holds several is parted.

Nothing is changed or left out; a paragraph is told as the pieces of lines that it is made of.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model import Line, LineKind
from generator.structure.header import SALUTATION
from generator.structure.heads import opens_with_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Measure = Callable[[str], int]

_ENDED = re.compile(r"[。！？；：…!?;:][”’）)」』]*$")
_INDENTED = re.compile(r"[ \t\xa0\u3000]")
#: An indent inside a line: two blanks of a character's width, or as many half ones.
_INDENT = re.compile(r"[ \t\xa0]*(?:\u3000[ \t\xa0]*){2,}|[ \t\xa0]{4,}")
_INDENT_AFTER_SENTENCE = re.compile(r"(?<=[。！？…”）])(?:\u3000{2,}|[\u3000 \xa0]{4,})(?=\S)")
_WHOLE, _LONG, _INDENTS = 0.8, 300, 3

_FEWEST_FULL, _SHARE_FULL, _SHARE_OPEN = 8, 0.4, 0.5
_NARROWEST, _WIDEST = 15, 60
#: By how many characters a full line may differ: marks that must not begin a line hang over or draw one down.
_SLACK = 2
#: So many characters are wider than any line, even in Latin letters.
_TOO_WIDE = 2 * (_WIDEST + _SLACK + 1)


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of each printed paragraph, in order; the lines that were `joined` to the one before and `parted`."""

    paragraphs: tuple[tuple[Line, ...], ...]
    joined: tuple[int, ...] = ()
    parted: tuple[int, ...] = ()


def layout(lines: Sequence[Line]) -> Layout:
    """The paragraphs that `lines` print."""
    pieces = [piece for line in lines for piece in _parted(line, _is_all(line, lines))]
    parted = tuple(b.number for a, b in pairwise(pieces) if a.number == b.number)
    full = _fullness([line.text for line in lines if line.kind is LineKind.TEXT])
    paragraphs: list[tuple[Line, ...]] = []
    joined: list[int] = []
    for piece in pieces:
        if full and paragraphs and _goes_on(paragraphs[-1][-1], piece, full):
            paragraphs[-1] += (piece,)
            joined.append(piece.number)
        else:
            paragraphs.append((piece,))
    return Layout(tuple(paragraphs), tuple(joined), parted)


def _is_all(line: Line, lines: Sequence[Line]) -> bool:
    """Whether `line` is a whole speech: most of what there is, with several indents after sentences inside."""
    if len(line.text) < _LONG or len(_INDENT_AFTER_SENTENCE.findall(line.text)) < _INDENTS:
        return False
    return len(line.text) >= _WHOLE * sum(len(each.text) for each in lines)


def _parted(line: Line, whole: bool) -> Iterator[Line]:  # noqa: FBT001 - private, and named where it is called
    """`line` cut before every indent inside it, of a `whole` speech also before those that follow no sentence."""
    start = 0
    for indent in (_INDENT if whole else _INDENT_AFTER_SENTENCE).finditer(line.text):
        before = line.text[start : indent.start()].strip()
        if not before or not line.text[indent.end() :].strip() or _is_in_name(before, line.text[indent.end() :]):
            continue
        yield replace(line, start=line.start + start, text=line.text[start : indent.start()])
        start = indent.start()
    yield replace(line, start=line.start + start, text=line.text[start:]) if start else line


def _is_in_name(before: str, after: str) -> bool:
    """Whether a gap may lie between a surname and a given name of one character."""
    return len(before) == 1 and bool(re.match(r"\S{1,2}(?:\s|$)", after))


def _width(text: str) -> int:
    """Half the columns that `text` takes in print: a Han character is 1, two Latin ones together as well."""
    return (sum(map(_columns, text)) + 1) // 2


@cache
def _columns(character: str) -> int:
    """The columns that one character takes."""
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def _fullness(texts: Sequence[str]) -> Callable[[str], bool] | None:
    """Whether a line is as long as the width at which all are broken; None where they are not broken at one."""
    # What is longer than any line is told by its beginning.
    texts = [text.rstrip()[:_TOO_WIDE] for text in texts if text.strip()]
    for measure in (len, _width):
        found = _broken_at(texts, measure)
        if found:
            return lambda text: abs(measure(text.rstrip()) - found) <= _SLACK
    return None


def _broken_at(texts: Sequence[str], measure: Measure) -> int:
    """The length, in `measure`, at which most lines end without a sentence's end; 0 if there is none."""
    lengths = [measure(text) for text in texts]
    if len(lengths) < _FEWEST_FULL:
        return 0
    width = sorted(lengths)[-1 - len(lengths) // 50]
    full = [text for text, length in zip(texts, lengths, strict=True) if abs(length - width) <= _SLACK]
    opened = sum(1 for text in full if not _ENDED.search(text))
    enough = len(full) >= max(_FEWEST_FULL, _SHARE_FULL * len(texts)) and opened >= _SHARE_OPEN * len(full)
    return width if enough and _NARROWEST <= width <= _WIDEST else 0


def _goes_on(before: Line, piece: Line, full: Callable[[str], bool]) -> bool:
    """Whether `piece` is the rest of the paragraph of which `before` is a full line."""
    text = piece.text.strip()
    if piece.number != before.number + 1 or LineKind.TEXT is not piece.kind or piece.kind is not before.kind:
        return False
    if not text or not full(before.text) or _INDENTED.match(piece.text) or piece.level or before.level:
        return False
    return not (_ENDED.search(before.text.rstrip()) and (opens_with_mark(text) or SALUTATION.match(text)))
