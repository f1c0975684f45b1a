"""A built site in one zip that works by double click, without a server and without scripts."""

from __future__ import annotations

import re
from os import walk
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What lies beside the site in the zip.
_FOLDER: Final = "site"
_PAGE: Final = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta http-equiv="refresh" content="0; url={target}">\n<p><a href="{target}">{title}</a></p>\n</html>\n'
)
#: Only a server knows these.
_LEFT_OUT: Final = frozenset({"404.html"})
_STORED: Final = frozenset({".epub", ".gz", ".pdf", ".png", ".webp", ".woff2"})
_TAG: Final = re.compile(r"<(?:a|form|link)\s[^>]*>")
#: An address within the site that ends with a folder, then what follows it.
_ADDRESS: Final = re.compile(r'(?P<name>\s(?:href|action)=")(?P<path>(?:[^":?#]*/)?(?:\.{1,2}|(?<=/)))(?P<rest>[?#"])')


def write(site: Path, into: Path) -> int:
    """Make the file `into` a zip of the built site in the folder `site`; how many files are in it.

    The same site gives the same bytes. The old zip stays until the new one is whole.
    """
    files = sorted(_files(site))
    into.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=into.parent, prefix=f".{into.name}-") as aside:
        part = Path(aside, into.name)
        with ZipFile(part, "w") as made:
            home = _PAGE.format(title=labels.HOME, target=f"{_FOLDER}/index.html")
            _put(made, labels.OFFLINE_DOOR, home.encode())
            _put(made, labels.OFFLINE_NOTE, labels.OFFLINE_HELP.encode())
            for path in files:
                content = (site / path).read_bytes()
                _put(made, f"{_FOLDER}/{path}", _local(content) if path.endswith(".html") else content)
        part.replace(into)
    return len(files)


def _files(site: Path) -> Iterator[str]:
    """The files of the site, by their paths with `/`."""
    for folder, _, names in walk(site):
        paths = (Path(folder, name).relative_to(site).as_posix() for name in names)
        yield from (path for path in paths if path not in _LEFT_OUT)


def _put(made: ZipFile, path: str, content: bytes) -> None:
    """Put a file into the zip, in a form that does not depend on when and where."""
    entry = ZipInfo(path)
    entry.external_attr = 0o644 << 16
    made.writestr(entry, content, ZIP_STORED if Path(path).suffix in _STORED else ZIP_DEFLATED)


def _local(page: bytes) -> bytes:
    """`page` with the links to folders made links to the pages in them."""
    return _TAG.sub(lambda tag: to_files(tag[0]), page.decode()).encode()


def to_files(tag: str) -> str:
    """A tag with the address of a page's folder made that of the page's file.

    >>> to_files('<a href="../../speeches/abc/#p-1">'), to_files('<a class="x" href="..">')
    ('<a href="../../speeches/abc/index.html#p-1">', '<a class="x" href="../index.html">')
    >>> to_files('<a href="../compare/?a=b">'), to_files('<form action="search/">')
    ('<a href="../compare/index.html?a=b">', '<form action="search/index.html">')
    >>> to_files('<a href="https://example.org/">'), to_files('<a href="#p-1">'), to_files('<a href="a.js">')
    ('<a href="https://example.org/">', '<a href="#p-1">', '<a href="a.js">')
    """
    return _ADDRESS.sub(_to_file, tag)


def _to_file(found: re.Match[str]) -> str:
    """The address of the file."""
    path = found["path"]
    return f"{found['name']}{path}{'' if path.endswith('/') else '/'}index.html{found['rest']}"
