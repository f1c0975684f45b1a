"""The page that says what each problem code means: the table of problems itself, so that it cannot go stale."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.problems import PROBLEMS, STOPPING
from generator.site import labels
from generator.site.markdown import enclosed, escape, heading, table

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r"\{\w+\}")


def page() -> Iterator[str]:
    """The page's blocks: the codes in groups by their letter."""
    yield heading(1, labels.CODES, "title")
    yield labels.CODES_LEAD
    for letter, codes in groupby(sorted(PROBLEMS), key=lambda code: code[0]):
        yield heading(2, labels.CODE_GROUP.format(letter=letter, what=labels.CODE_GROUPS[letter]), letter.lower())
        yield enclosed("div", 'class="described"', table(labels.CODES_HEAD, *(_row(code) for code in codes)))


def _row(code: str) -> tuple[str, str, str]:
    """A code, how much it matters, and its sentence, with a sign for what differs."""
    severity, sentence = PROBLEMS[code]
    stops = labels.CODE_STOPS if code in STOPPING else labels.SEVERITIES[severity]
    return f'<span id="{code}">{code}</span>', stops, escape(_GAP.sub(labels.ELLIPSIS, sentence))
