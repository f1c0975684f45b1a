"""The same speech handed in twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import HEADER_ROLES
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Problem, Speech


def distinct(speeches: Iterable[Speech]) -> tuple[tuple[Speech, ...], tuple[Problem, ...]]:
    """Each text once, under the path that comes first, and a problem for every file that only repeats one.

    Of a text that is hidden under one path and not under another, the hidden file is silently passed over.
    """
    kept: dict[tuple[str, ...], Speech] = {}
    problems: list[Problem] = []
    for speech in sorted(speeches, key=lambda speech: (speech.hidden, speech.path)):
        first = kept.setdefault(_words(speech), speech)
        if first is not speech and first.hidden == speech.hidden:
            problems.append(problem("C001", speech.path, other=first.path))
    return tuple(kept.values()), tuple(problems)


def _words(speech: Speech) -> tuple[str, ...]:
    """What is said in `speech`, blanks apart; of a speech without a body, its header."""
    said = [p.text for p in speech.paragraphs if p.role not in HEADER_ROLES] or [p.text for p in speech.paragraphs]
    return tuple("".join(text.split()) for text in said)
