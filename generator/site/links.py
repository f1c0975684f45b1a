"""Whether the links of a built site lead anywhere: every page, file and anchor within it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
class _Page:
    """What matters of a page here: the addresses it links to, and the anchors it offers."""

    targets: frozenset[str]
    anchors: frozenset[str]


def dead_links(site: Path) -> tuple[DeadLink, ...]:
    """Every link in the folder `site` to a page, file or anchor of the site that is not there.

    Links that leave the site are not looked at. A page may be linked as a folder, the way servers resolve it.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: _page((site / path).read_text("utf-8")) for path in files if path.endswith(".html")}
    return tuple(
        sorted(
            DeadLink(path, target)
            for path, page in pages.items()
            for target in page.targets
            if not _leads(path, target, files, pages)
        )
    )


def _leads(path: str, target: str, files: set[str], pages: Mapping[str, _Page]) -> bool:
    """Whether `target`, written on the page `path`, is there or lies outside the site."""
    address = urljoin(_HERE + path, target)
    if not address.startswith(_HERE):
        return True
    parts = urlsplit(address)
    file = unquote(parts.path).removeprefix("/")
    found = next((f for f in (file, str(PurePosixPath(file, "index.html"))) if f in files), None)
    anchor = unquote(parts.fragment)
    return found is not None and (not anchor or found not in pages or anchor in pages[found].anchors)


def _page(html: str) -> _Page:
    """The page's links and anchors."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return _Page(frozenset(parser.targets), frozenset(parser.anchors))


class _Parser(HTMLParser):
    """Collects what `_Page` holds."""

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
