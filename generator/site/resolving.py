"""Where a published address, or a citation that holds one, leads today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.site.address import Address, address_in, found

if TYPE_CHECKING:
    from generator.model import Corpus, Speech
    from generator.permalinks import Ledger


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: the `address` as it is now, its seed's `path` and `line`, the `words` meant.

    `changed`: the text is not any more what it was when it was cited. A place whose words are gone has no path;
    its words are the last ones, and `gone` is the date.
    """

    address: Address
    words: str
    path: str = ""
    line: int = 0
    changed: bool = False
    gone: str = ""


def resolve(text: str, corpus: Corpus, ledger: Ledger) -> Place | None:
    """The place that the first address in `text` leads to; None if there is none, or it was never published."""
    address = address_in(text)
    key = f"{address.speech}#{address.anchor}".rstrip("#") if address else ""
    entry = dict(ledger.entries()).get(key)
    if address is None or entry is None:
        return None
    if entry.at and not entry.live:
        speech, _, anchor = entry.at.partition("#")
        address = replace(address, speech=speech, anchor=anchor)
    elif not entry.live:
        return Place(address, entry.text, gone=entry.gone)
    return _standing(address, corpus.by_id[address.speech])


def _standing(address: Address, speech: Speech) -> Place:
    """The place of an address that a page of today shows."""
    if not address.anchor:
        return Place(address, speech.name, speech.path, 1)
    words, line = _text(speech, address.anchor)
    at = found(address, words) if address.check else 0
    meant = words[at : at + address.end - address.start] if at is not None and address.start >= 0 else words
    return Place(address, meant, speech.path, line, changed=at is None)


def _text(speech: Speech, anchor: str) -> tuple[str, int]:
    """The text of a paragraph, or of a section's head, and its line in the seed."""
    for paragraph in speech.paragraphs:
        if paragraph.id == anchor:
            return paragraph.text, paragraph.line
    (head,) = (division for division in speech.divisions if division.id == anchor)
    holder = speech.paragraphs[head.paragraph]
    return holder.text[head.start : head.end], holder.line
