"""A built site held against what it promises. All of it is read from the site itself, and the speeches if given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verification.built import built
from generator.verification.checks import CHECKS
from generator.verification.policy import policy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from generator.model import Problem, Speech

__all__ = ["policy", "problems"]


def problems(
    site: Path, speeches: Iterable[Speech] = (), known: Mapping[str, Collection[str]] | None = None, home: str = ""
) -> tuple[Problem, ...]:
    """What is wrong with the site in the folder `site`, by page and line; the text of `speeches` must be there.

    `home` is the address at which the site will stand, where that is known.
    `known` pages, with the anchors that they have, are those that were found right before, and are not read again.
    """
    what = built(site, speeches, known or {}, home)
    return tuple(sorted({each for check in CHECKS for each in check(what)}))
