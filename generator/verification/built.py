"""A built site in memory: its files, its pages, its ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator import permalinks
from generator.model import Problem
from generator.permalinks import Ledger
from generator.rendered import page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.model import Speech
    from generator.rendered import Page

_LEDGER = "ids.json"


@dataclass(frozen=True, slots=True)
class Built:
    """The site in the folder `root`: its `files`, its `ledger`, or what is wrong with that, and its `pages` by file.

    It stands at the path `base` of its server, where that is known. `anchors` has more pages than `pages` where some
    were found right before. `speeches` are those that it ought to show, by id.
    """

    root: Path
    base: str
    files: frozenset[str]
    pages: Mapping[str, Page]
    anchors: Mapping[str, Collection[str]]
    ledger: Ledger
    damage: tuple[Problem, ...]
    speeches: Mapping[str, Speech]

    def read(self, file: str) -> str:
        """What is in `file`."""
        return (self.root / file).read_text("utf-8", errors="replace")

    def line(self, file: str, words: str) -> int:
        """The line (from 1) of `file` on which `words` first stand, 0 where they do not."""
        before, found, _ = self.read(file).partition(words)
        return before.count("\n") + 1 if found else 0

    def trusted(self, file: str) -> bool:
        """Whether `file` is a page that was found right before."""
        return file in self.anchors and file not in self.pages

    def speech_pages(self) -> Iterator[tuple[str, Page]]:
        """The pages that show a speech, by its id."""
        for speech, entry in self.ledger.speeches.items():
            if entry.live and (shown := self.pages.get(speech_page(speech))):
                yield speech, shown


def built(root: Path, speeches: Iterable[Speech], known: Mapping[str, Collection[str]], home: str) -> Built:
    """The site in the folder `root`, which ought to show `speeches`; `known` pages, given with anchors, go unread.

    Its address is `home`, empty where that is not known.
    """
    files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    unread = sorted(file for file in files if file.endswith(".html") and file not in known)
    pages = {file: page((root / file).read_bytes()) for file in unread}
    anchors = {**known, **{file: each.anchors for file, each in pages.items()}}
    ledger = permalinks.read(root / _LEDGER)
    damage = (ledger,) if isinstance(ledger, Problem) else ()
    entries = Ledger() if isinstance(ledger, Problem) else ledger
    base, expected = urlsplit(home).path or "/", {speech.id: speech for speech in speeches}
    return Built(root, base, files, pages, anchors, entries, damage, expected)


def speech_page(identifier: str) -> str:
    """The file of the speech with that permanent id."""
    return f"speeches/{identifier}/index.html"


def slogan_page(identifier: str) -> str:
    """The file of the slogan with that permanent id."""
    return f"slogans/{identifier}/index.html"
