"""Where published links land after edits: with our ledger, and with what else a site could build its links from.

    python -m benchmarks.permalinks [FOLDER [TRIALS]]

FOLDER holds speeches as .txt (default seeds), TRIALS (default 40) are run of each edit, the same for all methods.
Numbers are percentages of the links to paragraphs: right / lost (a tombstone, though the words are there) / dead /
wrong (other words, silently). The method is in tests/permalinks/scoring.py, the edits in tests/permalinks/edits.py.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from generator import permalinks
from generator.permalinks.units import Kind
from generator.permalinks.words import words
from tests.permalinks.edits import EDITS, archive_of, detected_otherwise, parsed
from tests.permalinks.scoring import OUTCOMES, outcomes, places, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model import Corpus, Speech
    from tests.permalinks.edits import Archive

    Names = Callable[[Speech], Iterable[str]]
    Method = Callable[[Corpus, Corpus], Mapping[str, str]]

OTHERWISE = "detected otherwise"


def positions(speech: Speech) -> Iterator[str]:
    """`file#17`: MkDocs with numbered paragraphs, most legal portals."""
    yield from (f"{speech.path}#{number}" for number in range(len(speech.paragraphs)))


def outline_paths(speech: Speech) -> Iterator[str]:
    """`file#2-3/4`: the fourth paragraph of 二、（三）, as in Akoma Ntoso's eIds."""
    inside: Counter[tuple[int, ...]] = Counter()
    for paragraph in speech.paragraphs:
        numbers: tuple[int, ...] = ()
        index = paragraph.division
        while index is not None:
            numbers = (speech.divisions[index].number, *numbers)
            index = speech.divisions[index].parent
        inside[numbers] += 1
        yield f"{speech.path}#{'-'.join(map(str, numbers))}/{inside[numbers]}"


def content_hashes(speech: Speech) -> Iterator[str]:
    """`file#5f2a…`: what most "stable anchor" plugins make of the text."""
    seen: Counter[str] = Counter()
    for paragraph in speech.paragraphs:
        seen[paragraph.text] += 1
        digest = hashlib.sha256(paragraph.text.encode()).hexdigest()
        yield f"{speech.path}#{digest[:12]}-{seen[paragraph.text]}"


def keys(speech: Speech) -> list[str]:
    """What the scoring calls the paragraphs."""
    return [f"{speech.id}#{paragraph.id}" for paragraph in speech.paragraphs]


def by_name(names: Names, old: Corpus, new: Corpus) -> dict[str, str]:
    """The link lands on what has its name now."""
    now = {name: key for speech in new.speeches for name, key in zip(names(speech), keys(speech), strict=True)}
    then = {name: key for speech in old.speeches for name, key in zip(names(speech), keys(speech), strict=True)}
    return {key: now[name] for name, key in then.items() if name in now}


def global_diff(old: Corpus, new: Corpus) -> dict[str, str]:
    """As parlparse re-numbers Hansard: one diff over all paragraphs; a replaced stretch goes paragraph by paragraph."""
    before, after = (
        [
            (key, words(paragraph.text))
            for s in _by_path(side)
            for key, paragraph in zip(keys(s), s.paragraphs, strict=True)
        ]
        for side in (old, new)
    )
    diff = SequenceMatcher(None, [said for _, said in before], [said for _, said in after], autojunk=False)
    return {
        before[i][0]: after[j][0]
        for tag, a, b, c, d in diff.get_opcodes()
        if tag in {"equal", "replace"}
        for i, j in zip(range(a, b), range(c, d), strict=False)
    }


METHODS: dict[str, Method] = {
    "position": partial(by_name, positions),
    "outline path": partial(by_name, outline_paths),
    "content hash": partial(by_name, content_hashes),
    "global diff": global_diff,
}


def _by_path(corpus: Corpus) -> list[Speech]:
    return sorted(corpus.speeches, key=lambda speech: speech.path)


def _tallies(archive: Archive, edit: str, trials: int) -> Iterator[tuple[str, Counter[tuple[Kind, str]]]]:
    """What came of the links, by each method in each trial."""
    corpus, ledger = permalinks.assign(parsed(archive), permalinks.Ledger(), "2026-01-01")
    old = places(archive, corpus)
    name, otherwise = edit.removesuffix(OTHERWISE).strip(", "), edit.endswith(OTHERWISE)
    for trial in range(trials):
        rng = Random(trial)  # noqa: S311
        changed = EDITS[name](rng, archive) if name else archive
        speeches = [detected_otherwise(rng, speech) if otherwise else speech for speech in parsed(changed)]
        after, kept = permalinks.assign(speeches, ledger, "2026-01-02")
        new = places(changed, after)
        yield "ledger", outcomes(old, new, partial(resolved, kept))
        for method, landings in METHODS.items():
            yield method, outcomes(old, new, landings(corpus, after).get)


def main(folder: str = "seeds", trials: str = "40") -> None:
    """Print the table."""
    archive = archive_of({path.name: path.read_text("utf-8-sig") for path in sorted(Path(folder).glob("*.txt"))})
    print(f"{'':30}" + "".join(f"{method:>26}" for method in ("ledger", "ledger (sections)", *METHODS)))
    for edit in (*EDITS, OTHERWISE, f"together, {OTHERWISE}"):
        total: dict[str, Counter[tuple[Kind, str]]] = {}
        for method, tally in _tallies(archive, edit, int(trials)):
            total[method] = total.get(method, Counter()) + tally
        columns = [(total["ledger"], Kind.PARAGRAPH), (total["ledger"], Kind.SECTION)]
        columns += [(total[method], Kind.PARAGRAPH) for method in METHODS]
        print(f"{edit:30}" + "".join(f"{_percentages(tally, kind):>26}" for tally, kind in columns), flush=True)


def _percentages(tally: Counter[tuple[Kind, str]], kind: Kind) -> str:
    links = sum(tally[kind, outcome] for outcome in OUTCOMES)
    return " ".join(f"{100 * tally[kind, outcome] / max(links, 1):.1f}" for outcome in OUTCOMES)


if __name__ == "__main__":
    main(*sys.argv[1:])
