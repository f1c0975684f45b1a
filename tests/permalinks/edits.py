"""What editors do to an archive between two builds, with the truth kept: each character knows where it was published.

An archive is, for each file, its lines; a line is its characters, each with its origin: the file and the offset at
which it was first published, None for one added since. A character put right keeps the origin of the wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generator import structure
from generator.model import Division, HeadKind, Role, Source
from generator.readers import text as plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from generator.model import Paragraph, Speech

    Origin = tuple[str, int]
    Line = list[tuple[str, Origin | None]]
    Archive = dict[str, list[Line]]

COMMON = "的一是在了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
LONG = 40
HEADER = 3
RATE = 0.01
MISSED, INVENTED = 0.2, 0.05
NUMERALS = "一二三四五六七八九十"
LABEL = re.compile(r"(?:^|(?<=[。；：]))[（(]?(?:第)?([一二三四五六七八九])(?:[）)]|、|，|是|要)")


def archive_of(texts: Mapping[str, str]) -> Archive:
    """The files as they are first published."""
    return {
        path: [[(c, (path, line.start + i)) for i, c in enumerate(line.text)] for line in plain.lines(content)]
        for path, content in texts.items()
    }


def parsed(archive: Archive) -> list[Speech]:
    """The speeches that the generator sees in it."""
    return [structure.parse(Source(path, plain.lines("\n".join(map(said, lines))))) for path, lines in archive.items()]


def said(line: Line) -> str:
    return "".join(c for c, _ in line)


def typos(rng: Random, archive: Archive) -> Archive:
    """One character in a hundred is another, is missing, or has one too many behind it."""

    def slips(c: str, origin: Origin | None) -> Line:
        if rng.random() >= RATE:
            return [(c, origin)]
        slip = (rng.choice(COMMON), origin)
        return rng.choice([[slip], [slip], [], [(c, origin), (rng.choice(COMMON), None)]])

    return {path: [[*chain(*(slips(*c) for c in line))] for line in lines] for path, lines in archive.items()}


def insert(rng: Random, archive: Archive) -> Archive:
    """Three new paragraphs a speech, in the archive's own phrases."""
    pool = [
        clause
        for lines in archive.values()
        for line in lines
        for clause in re.split("(?<=[，。；])", said(line))
        if clause
    ]
    made = lambda: [(c, None) for c in "".join(rng.choices(pool, k=rng.randint(2, 8)))]  # noqa: E731
    return _each(archive, 3, lambda lines: lines.insert(_body(rng, lines), made()))


def split(rng: Random, archive: Archive) -> Archive:
    """Two long paragraphs a speech, each cut after a sentence."""

    def cut(lines: list[Line]) -> None:
        places = [
            (n, m.end())
            for n, line in enumerate(lines)
            for m in re.finditer("[。！；]", said(line)[:-1])
            if len(line) > LONG
        ]
        if places:
            n, at = rng.choice(places)
            lines[n : n + 1] = [lines[n][:at], lines[n][at:]]

    return _each(archive, 2, cut)


def merge(rng: Random, archive: Archive) -> Archive:
    """Two paragraphs a speech, each joined to the one before."""

    def join(lines: list[Line]) -> None:
        n = _body(rng, lines, 1)
        lines[n - 1 : n + 1] = [lines[n - 1] + lines[n]]

    return _each(archive, 2, join)


def move(rng: Random, archive: Archive) -> Archive:
    """Two paragraphs a speech to another place in it, and one long one of the archive to another speech.

    Never one of two that say the same: which of them moved, no text can tell.
    """

    def shift(lines: list[Line]) -> None:
        texts = Counter(map(said, lines))
        line = lines.pop(rng.choice([n for n, line in enumerate(lines) if n > HEADER and texts[said(line)] == 1]))
        lines.insert(_body(rng, lines), line)

    changed = _each(archive, 2, shift)
    giver, taker = rng.sample(sorted(changed), 2)
    n = rng.choice([n for n, line in enumerate(changed[giver]) if len(line) > LONG])
    changed[taker].insert(_body(rng, changed[taker]), changed[giver].pop(n))
    return changed


def delete(rng: Random, archive: Archive) -> Archive:
    """Two paragraphs a speech."""
    return _each(archive, 2, lambda lines: lines.pop(_body(rng, lines)))


def renumber(rng: Random, archive: Archive) -> Archive:
    """Every number of a section or item one higher, and the style of some changed."""

    def counted(line: Line) -> Line:
        labelled = list(line)
        for found in LABEL.finditer(said(line)):
            at = found.start(1)
            labelled[at] = (NUMERALS[NUMERALS.index(found[1]) + 1], line[at][1])
        return labelled

    chosen = set(rng.sample(sorted(archive), (len(archive) + 1) // 2))
    return {path: [counted(line) for line in lines] if path in chosen else lines for path, lines in archive.items()}


def header(rng: Random, archive: Archive) -> Archive:
    """One character of each of the first three lines put right."""

    def right(line: Line) -> Line:
        places = [i for i, (c, _) in enumerate(line) if c.isalnum()]
        at = rng.choice(places) if places else None
        return [
            (rng.choice("0123456789" if c.isdigit() else COMMON), o) if i == at else (c, o)
            for i, (c, o) in enumerate(line)
        ]

    return {path: [*map(right, lines[:HEADER]), *lines[HEADER:]] for path, lines in archive.items()}


def rename(rng: Random, archive: Archive) -> Archive:
    """Every file under a new name, in another order."""
    names = [f"{n:03}.txt" for n in range(len(archive))]
    rng.shuffle(names)
    return dict(zip(names, archive.values(), strict=True))


def swap(rng: Random, archive: Archive) -> Archive:
    """Two speeches, each under the other's file name."""
    one, other = rng.sample(sorted(archive), 2)
    return {**archive, one: archive[other], other: archive[one]}


def together(rng: Random, archive: Archive) -> Archive:
    """All of them, one after the other."""
    for edit in (typos, insert, split, merge, move, delete, renumber, header, swap):
        archive = edit(rng, archive)
    return archive


EDITS = {
    edit.__name__: edit
    for edit in (typos, insert, split, merge, move, delete, renumber, header, rename, swap, together)
}


def detected_otherwise(rng: Random, speech: Speech) -> Speech:
    """The same text, of which another parser misses every fifth head and takes some paragraphs for heads."""
    kept = [head for head in speech.divisions if rng.random() > MISSED]
    holds = {head.paragraph for head in kept}
    paragraphs = [
        paragraph if n in holds else _retaken(rng, paragraph) for n, paragraph in enumerate(speech.paragraphs)
    ]
    taken = [n for n, paragraph in enumerate(paragraphs) if paragraph.role is Role.HEAD and n not in holds]
    heads = [*kept, *(_head(n, paragraphs[n].text) for n in taken)]
    heads.sort(key=lambda head: (head.paragraph, head.start))
    starts = [head.paragraph for head in heads]
    within = [bisect(starts, n) for n in range(len(paragraphs))]
    return replace(
        speech,
        paragraphs=tuple(replace(p, division=n - 1 if n else None) for p, n in zip(paragraphs, within, strict=True)),
        divisions=tuple(replace(head, parent=None) for head in heads),
    )


def _retaken(rng: Random, paragraph: Paragraph) -> Paragraph:
    """A paragraph that no head is found in, as that parser takes it."""
    if paragraph.role is Role.HEAD:
        return replace(paragraph, role=Role.BODY)
    invented = paragraph.role is Role.BODY and rng.random() < INVENTED
    return replace(paragraph, role=Role.HEAD) if invented else paragraph


def _head(number: int, text: str) -> Division:
    """A head that is the whole paragraph."""
    return Division(1, HeadKind.BLOCK, "", 0, text, number, 0, len(text))


def _body(rng: Random, lines: list[Line], after: int = 0) -> int:
    """The number of any line behind the header that says something."""
    return rng.choice([n for n, line in enumerate(lines) if n > HEADER + after and said(line).strip()])


def _each(archive: Archive, times: int, edit: Callable[[list[Line]], object]) -> Archive:
    """A copy of the archive in which every speech was edited so many times."""
    changed = {path: list(lines) for path, lines in archive.items()}
    for lines in changed.values():
        for _ in range(times):
            edit(lines)
    return changed
