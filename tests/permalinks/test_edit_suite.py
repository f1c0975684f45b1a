"""Old links after editors have been at work: twenty random trials of each edit on the seeds."""

from __future__ import annotations

from collections import Counter
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from generator import permalinks
from generator.permalinks.units import Kind
from tests.permalinks.edits import EDITS, archive_of, detected_otherwise, parsed
from tests.permalinks.scoring import OUTCOMES, outcomes, places, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Speech
    from generator.permalinks import Ledger
    from tests.permalinks.edits import Archive
    from tests.permalinks.scoring import Place

TRIALS = 20
LEAST = {
    "typos": (0.995, 0.001),
    "insert": (1.0, 0.0),
    "split": (1.0, 0.0),
    "merge": (0.999, 0.001),
    "move": (1.0, 0.0),
    "delete": (0.999, 0.001),
    "renumber": (1.0, 0.0),
    "header": (0.999, 0.001),
    "rename": (1.0, 0.0),
    "swap": (1.0, 0.0),
    "detected otherwise": (1.0, 0.0),
    "together": (0.98, 0.005),
    "together, detected otherwise": (0.98, 0.005),
}
"""The least share of links that land right, the largest that lands wrong; none is ever dead."""

Published = tuple["Archive", "dict[str, Place]", "Ledger"]


@pytest.fixture(scope="module")
def published(seeds: Path) -> Published:
    """The seeds as first published: the archive, where each link leads, the ledger."""
    archive = archive_of({path.name: path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))})
    corpus, ledger = permalinks.assign(parsed(archive), permalinks.Ledger(), "2026-01-01")
    return archive, places(archive, corpus), ledger


def edited(rng: Random, archive: Archive, edit: str) -> tuple[Archive, list[Speech]]:
    """The archive after an edit, and what the parser, or another one, makes of it."""
    name, otherwise = edit.removesuffix("detected otherwise").strip(", "), edit.endswith("otherwise")
    changed = EDITS[name](rng, archive) if name else archive
    return changed, [detected_otherwise(rng, speech) if otherwise else speech for speech in parsed(changed)]


@pytest.mark.parametrize("edit", LEAST)
def test_links_land_right(published: Published, edit: str) -> None:
    archive, old, ledger = published
    total: Counter[tuple[Kind, str]] = Counter()
    for trial in range(TRIALS):
        changed, speeches = edited(Random(trial), archive, edit)
        corpus, after = permalinks.assign(speeches, ledger, "2026-01-02")
        assert permalinks.dropped(ledger, after) == ()
        total += outcomes(old, places(changed, corpus), partial(resolved, after))
    for kind in Kind:
        right, _, dead, wrong = (total[kind, outcome] / TRIALS / shown(old, kind) for outcome in OUTCOMES)
        assert (right >= LEAST[edit][0], dead, wrong <= LEAST[edit][1]) == (True, 0, True), (kind, right, wrong)


def shown(old: dict[str, Place], kind: Kind) -> int:
    return sum(key.partition("#")[2].startswith(kind) for key in old)
