"""The programme that a browser fetches when someone searches: one script, so that it is there whole or not at all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from generator.site import labels, paths

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOX = ("dom", "engine", "hits", "box")
_PAGE = ("state", "facets", "years", "table", "page")
#: What shows the engine's answers in the box and on the search page, each part after those that it uses.
PARTS: Final = {
    paths.SEARCH_SCRIPT: (*_BOX, "start"),
    paths.SEARCH_PAGE_SCRIPT: (*_BOX, *_PAGE, "start"),
}
_ASIDE = re.compile(r"^\s*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n|^[ ]+", re.MULTILINE | re.DOTALL)


def search_scripts(engine: str, parts: Mapping[str, str]) -> dict[str, str]:
    """Each script under its path: the words of `labels.SEARCHING` (as `words`), the `engine` and the parts.

    A script has a scope of its own. Comments, which have lines of their own, and indents are left out.
    """
    words = f"const words = {json.dumps(labels.SEARCHING, ensure_ascii=False)};"
    return {
        path: "\n".join(("(() => {", words, engine, *(_ASIDE.sub("", parts[name]) for name in names), "})();", ""))
        for path, names in PARTS.items()
    }
