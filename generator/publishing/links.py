"""Whether the links of a built site lead anywhere: every page, file and anchor within it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_LINKS = {"href", "src"}
#: A link from nowhere in particular, to tell addresses of the site from others.
_HERE = "https://site.invalid/"


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link that leads nowhere: the page (its file in the built site) and the address as written there."""

    page: str
    target: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What matters of a page here: the addresses it links to, as written, and the anchors it offers."""

    targets: frozenset[str]
    anchors: frozenset[str]


def dead_links(site: Path) -> tuple[DeadLink, ...]:
    """Every link in the folder `site` to a page, file or anchor of the site that is not there.

    Links that leave the site are not looked at. A page may be linked as a folder, the way servers resolve it.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return dead({path: linked((site / path).read_text("utf-8")) for path in files if path.endswith(".html")}, files)


def dead(pages: Mapping[str, Linked], files: Iterable[str]) -> tuple[DeadLink, ...]:
    """The dead links among those of `pages`, in a site that consists of `files`."""
    there = frozenset(files)
    return tuple(
        sorted(
            DeadLink(path, target)
            for path, page in pages.items()
            for target in page.targets
            if not _leads(path, target, there, pages)
        )
    )


def _leads(path: str, target: str, files: frozenset[str], pages: Mapping[str, Linked]) -> bool:
    """Whether `target`, written on the page `path`, is there or lies outside the site."""
    place, _, anchor = target.partition("#")
    found: str | None = path
    if place:
        folder = path.rpartition("/")[0]
        if place.startswith("../"):  # the same for all pages in the folders of a folder, so one look is enough
            folder, place = folder.rpartition("/")[0], place[3:]
        candidates = _files(folder, place)
        if candidates is None:
            return True
        found = next((file for file in candidates if file in files), None)
    return found is not None and (not anchor or found not in pages or unquote(anchor) in pages[found].anchors)


@lru_cache(maxsize=65536)
def _files(folder: str, place: str) -> tuple[str, str] | None:
    """The files that the address `place` (without anchor), on a page in `folder`, can mean; None outside the site."""
    address = urljoin(f"{_HERE}{folder}/" if folder else _HERE, place or "./")
    if not address.startswith(_HERE):
        return None
    file = unquote(urlsplit(address).path).removeprefix("/")
    return file, str(PurePosixPath(file, "index.html"))


def linked(html: str) -> Linked:
    """A page's links and anchors."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return Linked(frozenset(parser.targets), frozenset(parser.anchors))


class _Parser(HTMLParser):
    """Collects what `Linked` holds."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the anchors that `tag` has."""
        del tag
        self.targets.update(_addresses(attrs))
        self.anchors.update(value for name, value in attrs if name == "id" and value)


def _addresses(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    """The addresses among the attributes `attrs`; scripts posing as one are not."""
    for name, value in attrs:
        if name in _LINKS and value and not value.startswith("javascript:"):
            yield value
