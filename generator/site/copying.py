"""The links to what readers may take away to read: of one speech, and of the archive, there in volumes."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from generator.site import labels, paths
from generator.site.markdown import enclosed, escape, span
from generator.site.paging import sheets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.model import Copy, Corpus, Speech

#: Characters of a volume: few devices open larger books.
_VOLUME: Final = 1_000_000


def volumes(corpus: Corpus) -> Sequence[Sequence[Speech]]:
    """The speeches in the archive's order, in as few volumes as devices can open."""
    return sheets(corpus.speeches, rows=lambda each: sum(len(part.text) for part in each.paragraphs), most=_VOLUME)


def of_speech(speech: Speech, kinds: Collection[Copy]) -> str:
    """The links to the text of one speech and to its copies of those `kinds`."""
    copies = ((labels.COPIES[kind], paths.copy(speech.id, kind)) for kind in kinds)
    plain = labels.PLAIN_TEXT, paths.speech_data(speech.id, "txt")
    return _links(labels.COPIES_OF_SPEECH, speech.name, (plain, *copies))


def of_archive(corpus: Corpus, kinds: Collection[Copy]) -> Iterator[str]:
    """The link to all texts, and those to the copies of the whole archive, a line for each volume."""
    held = volumes(corpus)
    plain = labels.PLAIN_TEXT, f"{paths.DATA}speeches.txt"
    copies = [[(labels.COPIES[kind], paths.copies(number, kind)) for kind in kinds] for number in range(len(held))]
    if len(held) <= 1 or not kinds:
        yield _links(labels.COPIES_OF_ARCHIVE, labels.volume(0, 1), (plain, *chain(*copies)))
        return
    yield _links(labels.COPIES_OF_ARCHIVE, labels.volume(0, 1), (plain,))
    for number, links in enumerate(copies):
        name = labels.volume(number, len(held))
        yield _links(name, name, links)


def _links(label: str, name: str, files: Iterable[tuple[str, str]]) -> str:
    """Links to `files`, by label and path, which a browser saves under `name`."""
    links = (
        f'[{kind}]({paths.ROOT}{path}){{ download="{escape(_file(name))}.{path.rpartition(".")[2]}" }}'
        for kind, path in files
    )
    return enclosed("div", 'class="copies"', f"{span(label, 'label')} {' '.join(links)}")


def _file(name: str) -> str:
    """`name` as every system takes it for that of a file.

    >>> _file('在“1/2”会议上的讲话: 稿?')
    '在“1-2”会议上的讲话- 稿-'
    """
    return "".join("-" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in name)[:80].strip(" .")
