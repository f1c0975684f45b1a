"""Speeches as plain text: a line for each printed paragraph, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Speech

#: By it a browser knows UTF-8 whatever the server says.
_MARK = "\ufeff"


def plain(speech: Speech) -> str:
    """The text with a mark of its encoding; not a character is other than on the page."""
    return _MARK + _lines(speech)


def all_plain(speeches: Sequence[Speech]) -> Iterator[bytes]:
    """The texts of all speeches with one such mark, an empty line before each but the first."""
    for number, speech in enumerate(speeches):
        yield (f"\n{_lines(speech)}" if number else plain(speech)).encode()


def _lines(speech: Speech) -> str:
    """The paragraphs of a speech."""
    return "".join(f"{each.text}\n" for each in speech.paragraphs)
