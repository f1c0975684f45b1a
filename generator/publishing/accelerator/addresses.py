"""What the targets of links, written as paths of Markdown files, become in HTML: as in MkDocs, relative to the page."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from generator.publishing.accelerator.attributes import Unknown
from generator.publishing.accelerator.mkdocs_site import PUBLISHED

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


class Addresses:
    """Gives what targets become on pages of one folder of the site's source: its index, or all others.

    Those others are a level below it, so a target is the same on all of them but on one that it lies under.
    """

    def __init__(self, files: Files, folder: str) -> None:
        self.files, self.folder = files, folder
        self.known: dict[str, tuple[str, str]] = {}
        self.page = ""

    def on(self, page: File) -> Addresses:
        """The same, for the page of that file."""
        self.page = page.url
        return self

    def __call__(self, target: str) -> str:
        """What `target` becomes on the page. Unknown if there is no such file, for then MkDocs has something to say."""
        beginning, _, anchor = target.partition("#")
        if not beginning:
            return target
        path, _, query = beginning.partition("?")
        if not path:
            raise Unknown(target)
        url, address = self.known.get(path) or self._found(path)
        if url.startswith(self.page):
            address = get_relative_url(url, self.page)
        if query:
            address = f"{address}?{query}"
        return f"{address}#{anchor}" if anchor else address

    def _found(self, path: str) -> tuple[str, str]:
        """The URL of the file at `path`, and its address, which is kept if it holds for other pages too."""
        uri = posixpath.normpath(posixpath.join(self.folder, path))
        file = self.files.get_file_from_path(uri)
        if (
            file is None
            or file.inclusion not in PUBLISHED
            or path.startswith("/")
            or any(sign in path for sign in "?%")
        ):
            raise Unknown(path)
        found = file.url, get_relative_url(file.url, self.page)
        if not file.url.startswith(self.page):
            self.known[path] = found
        return found
