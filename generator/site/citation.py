"""How a speech is cited: the parts of which a script makes the citation of one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Speech

_BETWEEN = re.compile(labels.NAMES_BETWEEN)
_MOST = 3


def plain(speech: Speech, edition: str) -> tuple[str, str]:
    """As in running text: speaker, title and date, as far as they are known; then the archive and its `edition`."""
    header = speech.header
    title = labels.CITED_TITLE.format(title=speech.name.translate(labels.NESTED_TITLE))
    archive = labels.CITED_EDITION if edition else labels.CITED_ARCHIVE
    return (
        _told(labels.CITED_SPEAKER, speaker=header.speaker)
        + title
        + _told(labels.CITED_DATE, date=labels.date(header.date)),
        archive.format(archive=labels.HOME, date=labels.date(edition)),
    )


def standard(speech: Speech) -> tuple[str, str]:
    """By GB/T 7714-2025, electronic resources: authors, title: other title, kind and medium, (date), [day of reading].

    Its signs are Chinese (，：（）) save the points between the parts (docs/citations.md).
    """
    return (
        _told(labels.STANDARD_SPEAKER, speaker=_named(speakers(speech)))
        + labels.STANDARD_TITLE.format(title=whole_title(speech))
        + _told(labels.STANDARD_DATE, date=speech.header.date)
        + "[",
        "]. ",
    )


def unread(speech: Speech, address: str) -> str:
    """The same in one piece, the day of reading left open."""
    before, after = standard(speech)
    return f"{before}{labels.STANDARD_READ}{after}{address}."


def whole_title(speech: Speech) -> str:
    """The title with the subtitle, as other title information is set."""
    return speech.name + _told(labels.STANDARD_SUBTITLE, subtitle=speech.header.subtitle.lstrip(labels.SUBTITLE_DASHES))


def speakers(speech: Speech) -> list[str]:
    """Who speaks, one by one.

    >>> from generator.model import Header, Speech
    >>> speakers(Speech("a.txt", Header(speaker="李林、王明"), (), ()))
    ['李林', '王明']
    """
    return [name for name in _BETWEEN.split(speech.header.speaker) if name]


def _named(names: Sequence[str]) -> str:
    """Three names at most, as the standard says."""
    return labels.STANDARD_BETWEEN.join((*names[:_MOST], labels.STANDARD_AND_OTHERS) if len(names) > _MOST else names)


def _told(label: str, **value: str) -> str:
    """`label` filled with the value, nothing where that is not known."""
    return label.format(**value) if all(value.values()) else ""
