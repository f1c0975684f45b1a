"""Data files beside the pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Slogan

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")


def search_words(slogans: Iterable[Slogan]) -> str:
    """The slogans' wordings as a jieba user dictionary, for the index of Material's search.

    Its search splits text where it is not Han before it asks jieba, so a wording goes in by its Han stretches:
    不忘初心、牢记使命 as 不忘初心 and 牢记使命.
    """
    wordings = {wording for slogan in slogans for wording in (slogan.form, *slogan.variants)}
    words = {word for wording in wordings for word in _HAN.findall(wording)}
    return "".join(f"{word}\n" for word in sorted(words))
