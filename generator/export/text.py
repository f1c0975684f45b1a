"""A speech as plain text: its paragraphs, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Speech

#: By it a browser knows UTF-8 whatever the server says.
_MARK = "\ufeff"


def plain(speech: Speech) -> str:
    """The text with a mark of its encoding; not a character is other than on the page."""
    return _MARK + "".join(f"{each.text}\n" for each in speech.paragraphs)
