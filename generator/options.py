"""The few choices that a build takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Above this many speeches two that share a wording prove little; then three must.
_SMALL_ARCHIVE = 200


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen.

    `min_df`: in how many speeches a slogan must stand, None to let the archive's size decide; `lexicon`: use the base
    lexicon; `workers`: processes for the work on single speeches; `memory`: where to keep what took work to read.
    """

    min_df: int | None = None
    lexicon: bool = True
    workers: int = 1
    memory: Path | None = None

    def least_speeches(self, speeches: int) -> int:
        """In how many of `speeches` speeches a slogan must stand to get a page."""
        if self.min_df is not None:
            return self.min_df
        return 2 if speeches <= _SMALL_ARCHIVE else 3
