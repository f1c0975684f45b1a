"""What a page says of the data behind it: links for people, and for search engines what the page is (schema.org)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.permalinks.ids import PAGE, digest
from generator.site import citation, labels, paths
from generator.site.markdown import enclosed, escape, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Slogan, Speech

#: Within a script nothing may look like its end, or like markup to whoever reads the page by eye.
_INERT: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def speaker_id(name: str) -> str:
    """By what a speaker's feed is known; no name stands in an address.

    >>> speaker_id("李　林") == speaker_id("李林")
    True
    """
    return digest("".join(name.split()), PAGE)


def of_speech(speech: Speech) -> Iterator[str]:
    """The links of a speech's page to its files and to its speakers' feeds; then what it is."""
    files = [(label, paths.speech_data(speech.id, ending)) for ending, label in labels.DATA_FORMS.items()]
    feeds = [
        (labels.FEED_BY.format(speaker=name), paths.feed("speaker", speaker_id(name)))
        for name in dict.fromkeys(citation.speakers(speech))
    ]
    yield _links((*files, *((escape(label), path) for label, path in feeds)))
    yield _described(_speech(speech))


def of_slogan(slogan: Slogan) -> Iterator[str]:
    """The links of a slogan's page to its feed and to the tables; then what it is."""
    yield _links(
        (
            (labels.FEED, paths.feed("slogan", slogan.id)),
            (labels.DATA_SLOGANS, f"{paths.DATA}slogans.csv"),
            (labels.DATA_USES, f"{paths.DATA}occurrences.csv"),
        )
    )
    yield _described({"@type": "DefinedTerm", "name": slogan.form, "termCode": slogan.id, "inLanguage": "zh"})


def _links(targets: Iterable[tuple[str, str]]) -> str:
    """A line of links, and the way to the page that explains them."""
    every = (*targets, (labels.DATA_ABOUT, paths.API))
    links = " ".join(f"[{label}]({paths.ROOT}{path})" for label, path in every)
    return enclosed("nav", f'class="takeaway" aria-label="{labels.DATA}"', f"{span(labels.DATA, 'label')} {links}")


def _speech(speech: Speech) -> dict[str, Any]:
    """The speech by schema.org."""
    known: dict[str, Any] = {"@type": "CreativeWork", "name": speech.name, "inLanguage": "zh"}
    if names := citation.speakers(speech):
        known["author"] = [{"@type": "Person", "name": name} for name in names]
    if speech.header.date:
        known["dateCreated"] = speech.header.date
    text = {"@type": "MediaObject", "encodingFormat": "application/tei+xml"}
    there = f"{paths.ROOT}{paths.ROOT}{paths.speech_data(speech.id, 'xml')}"
    return known | {"isPartOf": {"@type": "Collection", "name": labels.HOME}, "encoding": text | {"contentUrl": there}}


def _described(known: dict[str, Any]) -> str:
    """A script that nobody runs: the description as JSON-LD."""
    told = {"@context": "https://schema.org", **known}
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
    return f'<script type="application/ld+json">{data}</script>'
