"""Whether the links of a built site lead anywhere: every page, file and anchor within it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from generator.hrefs import files_meant
from generator.rendered import page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

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


def dead(pages: Mapping[str, Linked], files: Collection[str]) -> tuple[DeadLink, ...]:
    """Every link of a site to a page, file or anchor of it that is not there.

    The site consists of `files`, of which some are `pages`. A page may be linked as a folder, the way servers do it.
    """
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
    if not place:
        return page
    meant = files_meant(page.rpartition("/")[0], place)
    return place if meant is None else next((file for file in meant if file in files), "")


def linked(html: bytes) -> Linked:
    """A page's links and anchors."""
    read = page(html)
    return Linked.of((each for each in read.targets if not each.startswith("javascript:")), sorted(read.anchors))
