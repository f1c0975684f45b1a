"""A built site in memory: its files, its pages, its ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import permalinks
from generator.model import Problem
from generator.permalinks import Ledger
from generator.verification.page import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.model import Speech
    from generator.verification.page import Page

_LEDGER = "ids.json"


@dataclass(frozen=True, slots=True)
class Built:
    """The site in the folder `root`: its `files`, its `pages` by their file, its `ledger`, or why that cannot be read.

    `speeches` are those that it ought to show, by id.
    """

    root: Path
    files: frozenset[str]
    pages: Mapping[str, Page]
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

    def speech_pages(self) -> Iterator[tuple[str, Page]]:
        """The pages that show a speech, by its id."""
        for speech, entry in self.ledger.speeches.items():
            if entry.live and (shown := self.pages.get(speech_page(speech))):
                yield speech, shown


def built(root: Path, speeches: Iterable[Speech]) -> Built:
    """The site in the folder `root`, which ought to show `speeches`."""
    files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = {file: page((root / file).read_bytes()) for file in sorted(files) if file.endswith(".html")}
    ledger = permalinks.read(root / _LEDGER)
    damage = (ledger,) if isinstance(ledger, Problem) else ()
    known = Ledger() if isinstance(ledger, Problem) else ledger
    return Built(root, files, pages, known, damage, {speech.id: speech for speech in speeches})


def speech_page(identifier: str) -> str:
    """The file of the speech with that permanent id."""
    return f"speeches/{identifier}/index.html"


def slogan_page(identifier: str) -> str:
    """The file of the slogan with that permanent id."""
    return f"slogans/{identifier}/index.html"
