"""How a speech is cited: the parts of which a script makes the citation of one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import labels

if TYPE_CHECKING:
    from generator.model import Speech


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
    """By GB/T 7714-2015, 8.5: author, title, kind and medium, (date of issue), [day of reading]."""
    header = speech.header
    return (
        _told(labels.STANDARD_SPEAKER, speaker=header.speaker)
        + labels.STANDARD_TITLE.format(title=speech.name)
        + _told(labels.STANDARD_DATE, date=header.date)
        + "[",
        "]. ",
    )


def _told(label: str, **value: str) -> str:
    """`label` filled with the value, nothing where that is not known."""
    return label.format(**value) if all(value.values()) else ""
