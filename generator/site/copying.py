"""The links to copies that readers may take away: of one speech, and of the archive, in volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.site import labels, paths
from generator.site.markdown import enclosed, escape, span
from generator.site.paging import sheets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.model import Copy, Corpus, Speech

#: Characters of a volume: few devices open larger books.
_VOLUME: Final = 1_000_000


def volumes(corpus: Corpus) -> Sequence[Sequence[Speech]]:
    """The speeches in the archive's order, in as few volumes as devices can open."""
    return sheets(corpus.speeches, rows=lambda each: sum(len(part.text) for part in each.paragraphs), most=_VOLUME)


def of_speech(speech: Speech, kinds: Collection[Copy]) -> Iterator[str]:
    """The links to the copies of one speech; nothing if none are made."""
    if kinds:
        yield _links(labels.COPIES_OF_SPEECH, speech.name, {kind: paths.copy(speech.id, kind) for kind in kinds})


def of_archive(corpus: Corpus, kinds: Collection[Copy]) -> Iterator[str]:
    """The links to the copies of the whole archive, a line for each volume."""
    held = volumes(corpus) if kinds else ()
    for number in range(len(held)):
        name = labels.volume(number, len(held))
        label = labels.COPIES_OF_ARCHIVE if len(held) == 1 else name
        yield _links(label, name, {kind: paths.copies(number, kind) for kind in kinds})


def _links(label: str, name: str, files: dict[Copy, str]) -> str:
    """Links to `files`, which a browser saves under `name`."""
    links = (
        f'[{labels.COPIES[kind]}]({paths.ROOT}{path}){{ download="{escape(_file(name))}.{kind}" }}'
        for kind, path in files.items()
    )
    return enclosed("div", 'class="copies"', f"{span(label, 'label')} {' '.join(links)}")


def _file(name: str) -> str:
    """`name` as every system takes it for that of a file.

    >>> _file('在“1/2”会议上的讲话: 稿?')
    '在“1-2”会议上的讲话- 稿-'
    """
    return "".join("-" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in name)[:80].strip(" .")
