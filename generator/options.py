"""The few choices that a build takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.work import ALONE

if TYPE_CHECKING:
    from pathlib import Path

    from generator.work import Work

#: Above this many speeches two that share a wording prove little; then three must.
_SMALL_ARCHIVE = 200


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen.

    `min_df`: in how many speeches a slogan must stand, None to let the archive's size decide; `lexicon`: use the base
    lexicon; `work`: who works on what can be done side by side; `cache`: the file in which what single speeches gave is
    kept, None for nowhere.
    """

    min_df: int | None = None
    lexicon: bool = True
    work: Work = ALONE
    cache: Path | None = None

    def least_speeches(self, speeches: int) -> int:
        """In how many of `speeches` speeches a slogan must stand to get a page."""
        if self.min_df is not None:
            return self.min_df
        return 2 if speeches <= _SMALL_ARCHIVE else 3
