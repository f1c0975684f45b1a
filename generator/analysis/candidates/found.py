"""What a finder gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Evidence, SloganKind

#: A Han character, in a regular expression.
HAN = r"[\u3400-\u9fff]"


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence that `form` is a slogan; `wording` is how the paragraph has it, where that differs."""

    form: str
    evidence: Evidence
    kind: SloganKind
    wording: str = ""
