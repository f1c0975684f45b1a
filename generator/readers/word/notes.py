"""Footnotes and endnotes: the sign in the text, and the note, read after the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import LineKind
from generator.readers.word.numerals import FORMATS
from generator.readers.word.styles import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from generator.readers.blocks import Block
    from generator.readers.word.body import Body

_KINDS = {"w-footnoteReference": ("footnotes", "w-footnote"), "w-endnoteReference": ("endnotes", "w-endnote")}
REFERENCES = frozenset(_KINDS)


class Notes:
    """The notes of a document in the order in which the text refers to them."""

    def __init__(self, parts: Mapping[str, Element]) -> None:
        self._notes = {
            reference: {each.get("w-id", ""): each for each in parts[part].iterfind(tag)} if part in parts else {}
            for reference, (part, tag) in _KINDS.items()
        }
        settings = parts.get("settings")
        self._formats = {
            "w-footnoteReference": value(settings, "w-footnotePr/w-numFmt") or "decimal",
            "w-endnoteReference": value(settings, "w-endnotePr/w-numFmt") or "lowerRoman",
        }
        self._met: list[tuple[str, Element]] = []
        self._counts = dict.fromkeys(_KINDS, 0)

    def sign(self, reference: Element) -> str:
        """What stands in the text for the note that `reference` refers to."""
        note = self._notes[reference.tag].get(reference.get("w-id", ""))
        if note is None:
            return ""
        if reference.get("w-customMarkFollows") in {"1", "true", "on"}:
            self._met.append(("", note))
            return ""
        self._counts[reference.tag] += 1
        numeral = FORMATS.get(self._formats[reference.tag], str)(self._counts[reference.tag])
        sign = f"[{numeral}]" if numeral.isascii() else numeral
        self._met.append((sign, note))
        return sign

    def blocks(self, body: Body) -> Iterator[Block]:
        """Each note met, its sign before its first words; notes inside notes follow."""
        for sign, note in self._met:
            for number, block in enumerate(body.blocks(note)):
                text = f"{sign}{block.text.strip()}" if number == 0 else block.text
                yield replace(block, text=text, kind=LineKind.NOTE, level=0)
