"""What is known of a speech besides its text: the header's fields, as a list of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.site import labels
from generator.site.markdown import enclosed, escape, link, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Speech

_LONGEST: Final = 80
_PRINTABLE: Final = frozenset({"title", "speaker", "role", "date", "place", "occasion"})
"""The fields that a speech may print itself."""


def facts(speech: Speech) -> Iterator[str]:
    """The facts, those that the catalogue says otherwise than the print marked; nothing where none is known."""
    header = speech.header
    shown = (
        ("title", labels.FACT_TITLE, escape(header.title) if "title" in speech.corrected else ""),
        ("speaker", labels.FACT_SPEAKER, escape(header.speaker)),
        ("role", labels.FACT_ROLE, escape(header.role)),
        ("date", labels.FACT_DATE, labels.date(header.date) or _not_before(speech)),
        ("time", labels.FACT_TIME, escape(header.time)),
        ("place", labels.FACT_PLACE, escape(header.place)),
        ("occasion", labels.FACT_OCCASION, escape(header.occasion)),
        ("level", labels.FACT_LEVEL, escape(header.level)),
        ("series", labels.FACT_SERIES, escape(header.series)),
        ("tags", labels.FACT_TAGS, escape(labels.LIST_COMMA.join(header.tags))),
        ("source", labels.FACT_SOURCE, escape(header.source)),
        ("rights", labels.FACT_RIGHTS, escape(header.rights)),
    )
    known = tuple(f"{name}\n:   {value}{_mark(speech, field)}" for field, name, value in shown if value)
    if known:
        yield enclosed("div", 'class="facts"', *known)


def _not_before(speech: Speech) -> str:
    """Since when a speech without a date can have been given, and the sentence that proves it."""
    if speech.bound is None:
        return ""
    proof = speech.paragraphs[speech.bound.paragraph]
    sentence = proof.text[speech.bound.start : speech.bound.end]
    shown = sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST] + labels.ELLIPSIS
    why = escape(labels.NOT_BEFORE_WHY.format(event=speech.bound.event)) + link(shown, f"#{proof.id}")
    when = labels.not_before(speech.bound.month)
    return when + span(why, "note")


def _mark(speech: Speech, field: str) -> str:
    """What says that the archivist, not the print, tells a fact that the print could have told."""
    return span(labels.CATALOGUED, "note") if field in speech.corrected and field in _PRINTABLE else ""
