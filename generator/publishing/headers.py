"""What a server should say along with the site's files, in the forms in which servers are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.rendered import page
from generator.verification.policy import FILE, policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: For hosts that read this file from the site itself (Netlify, Cloudflare Pages).
_HOSTS: Final = "_headers"
_ALWAYS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


def files(site: Path, pages: Iterator[str]) -> Mapping[str, bytes]:
    """The files that tell servers, by name, for the `site` with these `pages`.

    What is inline comes from the theme alone and depends on how deep a page stands and whether it is the start page,
    so that one page of each folder's kind is looked at. That no page has more is for `verification` to find out.
    """
    kinds = {page.rpartition("/")[0].rpartition("/")[0] if page.count("/") > 1 else page: page for page in pages}
    told = policy(script for each in kinds.values() for script in page((site / each).read_bytes()).scripts)
    lines = (f"  {name}: {value}\n" for name, value in {"Content-Security-Policy": told, **_ALWAYS}.items())
    return {FILE: f"{told}\n".encode(), _HOSTS: "".join(("/*\n", *lines)).encode()}
