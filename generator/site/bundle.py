"""One style sheet and one script for every page, made of the parts in `assets/css` and `assets/js`.

A browser on a slow line asks for two files instead of twenty-five before it shows a page. What only one kind of page
needs stays a file of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.site import paths, scripted

if TYPE_CHECKING:
    from collections.abc import Mapping

#: In the order of the cascade.
STYLES: Final = ("reading", "citing", "room", "print", "search", "figures", "slogan", "comparing", "browsing")
#: Each uses what those before it define; before them all stand their words.
SCRIPTS: Final = (
    *("local", "panels", "address", "passage", "permalink", "arrive", "selection", "pasted", "forward"),
    *("settings", "keys", "cards", "printed", "concordance", "search"),
)
_COMMENT: Final = re.compile(r"/\*.*?\*/\n*|^ +", re.DOTALL | re.MULTILINE)


def bundles(styles: Mapping[str, str], scripts: Mapping[str, str]) -> dict[str, str]:
    """The two files by their paths; `styles` and `scripts` are the parts by their names without ending."""
    return {
        paths.STYLE: "".join(_COMMENT.sub("", styles[name]) for name in STYLES),
        paths.SCRIPT: "".join((scripted.words(), *(scripts[name] for name in SCRIPTS))),
    }
