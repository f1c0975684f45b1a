"""Evidence of sound: characters that come again within one wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.candidates.found import HAN, Found
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analysis.normal import Normal

_SHAPES = re.compile(
    rf"(?=((?P<a>{HAN})(?!(?P=a))(?P<b>{HAN})"
    rf"(?:(?:(?P=a)(?!(?P=a)|(?P=b)){HAN})+|(?!(?P=a)|(?P=b)){HAN}(?:(?P=a)|(?P=b)))))"
)
_GRAMMAR = frozenset(
    "一不有大小自无又越各全半了是在上下里外中前后再多什这那哪几每没得过也都很更最为以可能要会年月日二三四五六七八九十"
)
_JOINTS = frozenset("的了和与或及在")
_AFFIXES = frozenset("化性者们")
_PLACES = frozenset("上下前中后内外里间左右")


def repetition(paragraph: Normal) -> Iterator[Found]:
    """Four characters of which one comes twice: 管党治党, 入脑入心, 党要管党 (or six, thrice: 做强做优做大).

    No words of the dictionary, no two everyday words side by side (督查检查), no places and times (线上线下), nothing
    held together by words of grammar.

    >>> from generator.analysis.normal import normal
    >>> [found.form for found in repetition(normal("落实管党治党责任，入脑入心，一心一意，督查检查，线上线下"))]
    ['管党治党', '入脑入心']
    """
    before = 0
    for match in _SHAPES.finditer(paragraph.text):
        form = match[1]
        twice = next(character for character in form if form.count(character) > 1)
        if match.start() < before or twice in _GRAMMAR or form[0] in _AFFIXES or not _JOINTS.isdisjoint(form):
            continue
        if tokens.is_known(form) or _two_words(form) or _begins_series(form) or _PLACES.issuperset(set(form) - {twice}):
            continue
        if {0, len(form)} <= _edges_around(paragraph.text, match.start(), len(form)):
            before = match.start() + len(form)
            yield Found(form, Evidence.REPETITION, SloganKind.FORMULA)


def _edges_around(text: str, start: int, length: int) -> set[int]:
    """The edges of words near `text[start : start + length]`, counted from `start`; its clause is what is cut."""
    left = max(text.rfind(mark, 0, start) for mark in "。！？；：、") + 1
    right = min(
        (at for at in (text.find(mark, start + length) for mark in "。！？；：、") if at >= 0), default=len(text)
    )
    return {left + edge - start for edge in tokens.edges(text[left:right])}


def _two_words(form: str) -> bool:
    """Whether a form of four characters is two everyday words."""
    return all(tokens.is_everyday(half) for half in (form[:2], form[2:]))


def _begins_series(form: str) -> bool:
    """Whether `form` is a word between two of one character (新|思想|新): the beginning of a longer series."""
    return form[0] == form[-1] and tokens.is_everyday(form[1:-1])
