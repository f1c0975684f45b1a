"""The Content-Security-Policy under which the site runs: its own files, and the theme's few inline scripts by hash.

Whoever manages to put markup on a page still cannot run anything, load anything, or send anything elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Where the policy stands in the site, for servers that are configured by hand.
FILE: Final = "csp.txt"
_SOURCES: Final = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are masks within its style sheet
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}


def policy(scripts: Iterable[str]) -> str:
    """The policy for a site whose inline scripts have these contents, on one line.

    >>> "script-src 'self' 'sha256-" in policy(["x()"]), "unsafe" in policy(["x()"])
    (True, False)
    """
    hashes = sorted(f"'{source(script)}'" for script in set(scripts))
    sources = _SOURCES | {"script-src": " ".join(["'self'", *hashes])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def source(script: str) -> str:
    """By what a policy allows the inline script with that content (CSP Level 3, 6.7.2.4).

    >>> source("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def allows(written: str, script: str) -> bool:
    """Whether the policy `written` lets the inline script run."""
    return f"'{source(script)}'" in written
