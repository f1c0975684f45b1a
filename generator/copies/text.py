"""Speeches as plain text in UTF-8: a line for each printed paragraph, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.copies.edition import Edition


def speech(edition: Edition) -> bytes:
    """The paragraphs of one speech."""
    return "".join(f"{paragraph.text}\n" for paragraph in edition.speech.paragraphs).encode()


def volume(title: str, editions: Sequence[Edition], copies: Sequence[bytes]) -> bytes:  # noqa: ARG001 - as all makers
    """The texts of all speeches, blank lines between."""
    return b"\n\n".join(copies)
