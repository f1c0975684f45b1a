"""Where the addresses on pages lead: to every page, file and anchor of the site, and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from generator.hrefs import HERE, files_meant

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_SCRIPT: Final = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)
_LOADED_BY_STYLE: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""", re.IGNORECASE)


def leads(
    page: str, target: str, files: Collection[str], anchors: Mapping[str, Collection[str]], base: str = "/"
) -> bool:
    """Whether `target`, as written on `page`, is among the site's `files` or `anchors` (by page), or on another server.

    The site stands at the path `base` of its own. A page may be linked as a folder, the way servers resolve it.

    >>> files, anchors = {"index.html", "a/index.html"}, {"a/index.html": {"p-1"}}
    >>> [leads("index.html", target, files, anchors) for target in ("a/", "a/#p-1", "a/#p-2", "b/", "//elsewhere")]
    [True, True, False, False, True]
    >>> [leads("404.html", target, files, anchors, "/b/") for target in ("/b/a/", "/a/", "../a/")]
    [True, False, False]
    """
    place, _, anchor = target.partition("#")
    found: str | None = page
    if place:
        candidates = files_meant(page.rpartition("/")[0], place, base)
        if candidates is None:
            return True
        found = next((file for file in candidates if file in files), None)
    return found is not None and (not anchor or found not in anchors or unquote(anchor) in anchors[found])


def file_of(page: str, target: str) -> str:
    """The file of the site that `target`, as written on `page`, names where it is a folder's page.

    >>> file_of("slogans/a/index.html", "../../speeches/b/#p-1")
    'speeches/b/index.html'
    """
    candidates = files_meant(page.rpartition("/")[0], target.partition("#")[0])
    return candidates[1] if candidates else ""


def elsewhere(target: str, home: str = "") -> bool:
    """Whether a browser that loads `target` would ask another origin than the one that the site has at `home`.

    >>> [elsewhere(target) for target in ("../a.css", "data:image/png;base64,", "//cdn.example/a.js", "http://a/b")]
    [False, False, True, True]
    """
    address = urlsplit(urljoin(home or HERE, target.strip()))
    ours = urlsplit(home or HERE)
    return address.scheme != "data" and (address.scheme, address.netloc) != (ours.scheme, ours.netloc)


def executable(target: str) -> bool:
    """Whether following `target` would run it, or show what it carries itself.

    >>> [executable(target) for target in ("#p-1", " JavaScript:alert(1)", "../a/")]
    [False, True, False]
    """
    return _SCRIPT.match(target) is not None


def loaded_by(style: str) -> tuple[str, ...]:
    """What a style sheet loads.

    >>> loaded_by("@import 'a.css'; p { background: url(data:,x) } i { mask: url( 'b.svg' ) }")
    ('a.css', 'data:,x', 'b.svg')
    """
    return tuple(_LOADED_BY_STYLE.findall(style))
