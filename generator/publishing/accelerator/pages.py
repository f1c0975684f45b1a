"""Pages made the fast way where it is known to be right, else by MkDocs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from generator.publishing.accelerator import mkdocs_site, shell
from generator.publishing.accelerator.addresses import Addresses
from generator.publishing.accelerator.attributes import Unknown
from generator.publishing.accelerator.blocks import content
from generator.publishing.accelerator.shell import Entry, Unlearned, learned
from generator.publishing.links import Linked, linked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.publishing.accelerator.blocks import Content
    from generator.publishing.accelerator.mkdocs_site import MkDocsSite
    from generator.publishing.accelerator.shell import Shell

_ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')
_ANCHOR = re.compile(r' id="([^"]*)"')
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_Token = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """A page's HTML, its links and anchors, and whether it was made the fast way."""

    html: bytes
    linked: Linked
    fast: bool


@dataclass
class Around:
    """What surrounds the pages of a folder, as `render` gives it for a table of contents, on a page of marks.

    `bare` is that page with none, `linked` the links and anchors in it. The shell is learned when a page needs it;
    none where it cannot be.
    """

    render: Callable[[Sequence[Entry]], str]
    bare: str
    linked: Linked

    @cached_property
    def shell(self) -> Shell | None:
        """The shell of the folder's pages."""
        try:
            return learned(self.render)
        except Unlearned:
            return None


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes the pages of `site`. The pages of its navigation must be read before others are made: they name them."""

    site: MkDocsSite
    around: dict[str, Around] = field(default_factory=dict)
    addresses: dict[tuple[str, bool], Addresses] = field(default_factory=dict)

    def made(self, file: File, source: str) -> Made:
        """The page of `file`, which holds `source` and is not in the navigation."""
        around = self.surroundings(file)
        if not source.startswith("#") or file.name == "index" or not _NAME.fullmatch(file.name) or not around.shell:
            return self.filled(file, fast=self.read(file, source))
        try:
            return _joined(file.name, content(source, self._on(file)), around.shell, around.linked.anchors)
        except Unknown:
            return self.made_slowly(file)

    def made_slowly(self, file: File) -> Made:
        """The page of `file` as MkDocs makes it."""
        mkdocs_site.read(_page(file), self.site)
        return self.filled(file, fast=False)

    def filled(self, file: File, *, fast: bool) -> Made:
        """The page of `file`, which was read."""
        html = mkdocs_site.rendered(_page(file), self.site)
        return Made(html, linked(html), fast)

    def read(self, file: File, source: str) -> bool:
        """Read the page of `file`, which holds `source`; whether that went the fast way."""
        page = _page(file)
        text, about = meta.get_data(source)
        try:
            found = content(text, self._on(file))
        except Unknown:
            mkdocs_site.read(page, self.site)
            return False
        page.markdown, page.meta = text, about
        page.content, page.toc = found.html, get_toc(cast("Any", _nested(found)))
        titled = found.headings and found.html.startswith("<h1")
        page._title_from_render = found.headings[0].name if titled else None  # noqa: SLF001 - as Page.render does
        return True

    def surroundings(self, file: File) -> Around:
        """What surrounds the pages of the folder of `file`."""
        folder = file.src_uri.rpartition("/")[0]
        if folder not in self.around:
            self.around[folder] = self._seen(folder)
        return self.around[folder]

    def _seen(self, folder: str) -> Around:
        """What surrounds the pages of that folder."""
        config = self.site.config
        uri = f"{folder}/{shell.NAME}.md".removeprefix("/")
        page = Page(None, File(uri, config.docs_dir, config.site_dir, use_directory_urls=True), config)
        page.markdown, page.content, page._title_from_render = "", shell.CONTENT, shell.TITLE  # noqa: SLF001 - as above

        def render(entries: Sequence[Entry]) -> str:
            title = {"level": 1, "id": shell.FIRST, "name": shell.TITLE}
            below = ({"level": entry.depth + 2, "id": entry.id, "name": entry.label} for entry in entries)
            page.toc = get_toc(nest_toc_tokens([title, *below]))
            return mkdocs_site.rendered(page, self.site).decode()

        bare = render(())
        found = linked(bare.encode())
        return Around(render, bare, Linked(_unmarked(found.targets), _unmarked(found.anchors)))

    def _on(self, file: File) -> Addresses:
        """What targets become on the page of `file`."""
        folder = file.src_uri.rpartition("/")[0]
        where = folder, file.name == "index"
        if where not in self.addresses:
            self.addresses[where] = Addresses(self.site.files, folder)
        return self.addresses[where].on(file)


def _joined(name: str, found: Content, around: Shell, anchors: str) -> Made:
    """A page put together from its content and what is `around` it, which has these `anchors`."""
    tokens = _nested(found)
    if len(tokens) != 1 or not tokens[0]["name"] or not found.html.startswith("<h1"):
        raise Unknown("not one title, or not at the beginning")
    title = tokens[0]
    values = {"name": name, "first": title["id"], "title": title["name"], "content": found.html}
    html = around.page(values, tuple(_entries(title["children"])))
    own = map(unescape, _ANCHOR.findall(found.html))
    addresses = map(unescape, dict.fromkeys(_ADDRESS.findall(found.html)))
    return Made(html, Linked.of(addresses, (*own, *anchors.split("\n"))), fast=True)


def _nested(found: Content) -> list[_Token]:
    """The headings as Python-Markdown nests them."""
    tokens = [{"level": heading.rank, "id": heading.id, "name": heading.name} for heading in found.headings]
    nested: list[_Token] = nest_toc_tokens(tokens)
    return nested


def _entries(tokens: Iterable[_Token], depth: int = 0) -> Iterator[Entry]:
    """Nested headings in a row, each with its depth."""
    for token in tokens:
        yield Entry(depth, token["id"], token["name"])
        yield from _entries(token["children"], depth + 1)


def _unmarked(lines: str) -> str:
    """`lines` without those that hold a mark."""
    return "\n".join(line for line in lines.split("\n") if "qz" not in line)


def _page(file: File) -> Page:
    """The page that MkDocs has given to `file`."""
    assert isinstance(file.page, Page)  # noqa: S101 - `opened` gives one to every document
    return file.page
