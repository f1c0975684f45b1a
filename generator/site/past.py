"""What became of ids that were published: each still leads somewhere, to its words or to word of their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.permalinks import anchors, readable
from generator.site import labels, paths
from generator.site.markdown import enclosed, escape, folded, heading, link, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Corpus, Links, Speech
    from generator.permalinks import Anchors, Ledger


def names(speech: Speech, before: Anchors) -> Mapping[str, Sequence[str]]:
    """For each anchor of the page its other names: ids that lead to it now, and the readable name of a section."""
    found = {anchor: list(ids) for anchor, ids in before.aliases.items()}
    for name, sections in readable(speech).items():
        found.setdefault(sections[0], []).append(name)
    return found


def ending(before: Anchors, corpus: Corpus) -> Iterator[str]:
    """What a page says at its end of the words that it showed before and shows no more."""
    blocks = [*_moved(before, corpus), *_deleted(before)]
    if blocks:
        yield heading(2, labels.PAST, "past")
        yield from blocks


def _moved(before: Anchors, corpus: Corpus) -> Iterator[str]:
    """A link to where each paragraph is now; a script follows it for who came by its id."""
    for anchor, at in before.moved.items():
        speech, _, target = at.partition("#")
        where = link(corpus.by_id[speech].name, f"{paths.ROOT}{paths.speech(speech)}#{target}")
        yield paragraph(labels.MOVED.format(where=where), f"#{anchor}", ".moved")


def _deleted(before: Anchors) -> Iterator[str]:
    """A tombstone for each paragraph or section: what it said, behind a line that unfolds it."""
    for stone in before.tombstones:
        label = labels.DELETED_SECTION if stone.id.startswith("h-") else labels.DELETED_PARAGRAPH
        unfolding = folded(label.format(date=labels.date(stone.gone)), escape(stone.text))
        yield enclosed("div", f'class="tombstone" id="{stone.id}"', unfolding)


def speech_page(speech: str, ledger: Ledger, corpus: Corpus) -> Iterator[str]:
    """The page of a speech that is no more: where its words are, paragraph by paragraph."""
    entry = ledger.speeches[speech]
    yield heading(1, escape(entry.text), "title")
    if entry.at:
        where = link(corpus.by_id[entry.at].name, paths.ROOT + paths.speech(entry.at))
        yield paragraph(labels.SPEECH_MERGED.format(where=where), ".moved", ".whole")
    else:
        yield labels.SPEECH_DELETED.format(date=labels.date(entry.gone))
    yield from ending(anchors(ledger, speech), corpus)


def hidden_page() -> Iterator[str]:
    """The page of a speech that is not public; whoever has its address is not told what it was."""
    yield heading(1, labels.SPEECH_HIDDEN, "title")
    yield labels.SPEECH_HIDDEN_TEXT


def slogan_page(slogan: str, ledger: Ledger, links: Links) -> Iterator[str]:
    """The page of a slogan that has none of its own any more."""
    entry = ledger.slogans[slogan]
    yield heading(1, escape(entry.text), "title")
    target = entry.at.rpartition("/")[2]
    if target in links.by_id:
        where = link(links.by_id[target].form, paths.ROOT + paths.slogan(target))
        yield paragraph(labels.SLOGAN_MERGED.format(where=where), ".moved", ".whole")
    else:
        yield labels.SLOGAN_DELETED.format(date=labels.date(entry.gone))
