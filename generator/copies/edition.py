"""A speech as it is copied: what makers of all kinds are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import labels
from generator.site.citation import plain

if TYPE_CHECKING:
    from generator.model import Speech


@dataclass(frozen=True, slots=True)
class Edition:
    """A speech, and the ISO date on which its ids last changed; empty where that is not known."""

    speech: Speech
    date: str

    @property
    def fingerprint(self) -> str:
        """What tells one edition of a speech from all others."""
        return f"{self.speech.fingerprint} {self.date}"

    @property
    def imprint(self) -> str:
        """What a copy says of itself at its end: whose speech it is, and where it stands for good."""
        cited, archive = plain(self.speech, self.date)
        return labels.IMPRINT.format(cited=cited + archive, speech=self.speech.id)
