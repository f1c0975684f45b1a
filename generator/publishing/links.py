"""Whether the links of a built site lead anywhere: every page, file and anchor within it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

_LINKS = {"href", "src"}
#: A link from nowhere in particular, to tell addresses of the site from others.
_HERE = "https://site.invalid/"
#: Names without anything to decode, in folders below the page's or above it.
_SIMPLE = re.compile(r"(?:\.\./)*+[a-z0-9](?:[a-z0-9._-]|/(?!/))*+")
_QUERY = re.compile(r"\?[^#]*")


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link that leads nowhere: the page (its file in the built site) and the address as written there."""

    page: str
    target: str


class Linked(NamedTuple):
    """What matters of a page here, one a line: the addresses it links to, and the anchors it offers.

    Queries are left out of addresses, and anchors on the page itself that are there.
    """

    targets: str
    anchors: str

    @classmethod
    def of(cls, addresses: Iterable[str], anchors: Iterable[str]) -> Linked:
        """The same of a page with these addresses and anchors, as a browser reads them."""
        own = dict.fromkeys(anchors)
        targets = {address if "?" not in address else _QUERY.sub("", address) for address in addresses}
        return cls("\n".join(sorted(t for t in targets if t[:1] != "#" or t[1:] not in own)), "\n".join(own))


def dead_links(site: Path) -> tuple[DeadLink, ...]:
    """Every link in the folder `site` to a page, file or anchor of the site that is not there.

    Links that leave the site are not looked at. A page may be linked as a folder, the way servers resolve it.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return dead({path: linked((site / path).read_text("utf-8")) for path in files if path.endswith(".html")}, files)


def dead(pages: Mapping[str, Linked], files: Collection[str]) -> tuple[DeadLink, ...]:
    """The same of a site that consists of `files`, given the links and anchors of those that are pages."""
    anchors = {path: f"\n{page.anchors}\n" for path, page in pages.items()}
    known: dict[str, dict[str, str]] = {}
    return tuple(
        sorted(
            DeadLink(path, target)
            for path, page in pages.items()
            for target in _dead_on(path, page.targets, anchors, files, known)
        )
    )


def _dead_on(
    path: str, targets: str, anchors: Mapping[str, str], files: Collection[str], known: dict[str, dict[str, str]]
) -> Iterator[str]:
    """Those of the `targets` on the page `path` that lead nowhere.

    `anchors` are those of each page, between line breaks. What an address that begins with `../` means is the same for
    all pages in the folders of one folder; there are millions of them, so it is kept in `known`.
    """
    folder = path.rpartition("/")[0]
    above = known.setdefault(folder.rpartition("/")[0], {})
    for target in filter(None, targets.split("\n")):
        place, _, anchor = target.partition("#")
        found = above.get(place)
        if found is None:
            found = _file(path, place, files)
            if place.startswith("../"):
                above[place] = found
        if not found or (
            anchor
            and (offered := anchors.get(found)) is not None
            and f"\n{anchor}\n" not in offered
            and f"\n{unquote(anchor)}\n" not in offered
        ):
            yield target


def _file(page: str, place: str, files: Collection[str]) -> str:
    """The file that the address `place` (without anchor) on `page` leads to; nothing if there is none.

    What lies outside the site is taken for a file that is there.
    """
    if _SIMPLE.fullmatch(place):  # nearly all are, and `urljoin` takes ten times as long
        file = posixpath.normpath(f"/{page.rpartition('/')[0]}/{place}").lstrip("/")
    else:
        address = urljoin(_HERE + page, place)
        if not address.startswith(_HERE):
            return address
        file = unquote(urlsplit(address).path).removeprefix("/")
    if file in files and not place.endswith("/"):
        return file
    index = f"{file.rstrip('/')}/index.html".lstrip("/")
    return index if index in files else ""


def linked(html: str) -> Linked:
    """A page's links and anchors."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return Linked.of(parser.targets, parser.anchors)


class _Parser(HTMLParser):
    """Collects what `Linked` holds."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the anchors that `tag` has."""
        del tag
        self.targets.extend(_addresses(attrs))
        self.anchors.extend(value for name, value in attrs if name == "id" and value)


def _addresses(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    """The addresses among the attributes `attrs`; scripts posing as one are not."""
    for name, value in attrs:
        if name in _LINKS and value and not value.startswith("javascript:"):
            yield value
