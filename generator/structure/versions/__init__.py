"""The same speech handed in twice: word for word, as draft and final, with an agency's head, in traditional script.

Of each group one is the main version; the others are kept with it as their differences, not as speeches of their own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.model import HEADER_ROLES, Version
from generator.problems import problem
from generator.structure.versions.differences import differences
from generator.structure.versions.likeness import ENOUGH, containment, grams, promising, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.model import Problem, Speech

SAME: Final = 0.45
"""Containment from which two texts are one speech. Of 49 real speeches and reports the two most alike have 0.14; an
edit of every twelfth character leaves 0.5."""

_COMPARABLE: Final = 0.5
_COMPLETE: Final = 0.95


def distinct(
    speeches: Iterable[Speech], mains: Collection[str] = (), separate: Collection[str] = ()
) -> tuple[tuple[Speech, ...], tuple[Problem, ...]]:
    """Each speech once, with its other versions, and a problem for every file that holds one of those.

    The archivist's word goes first: files among `mains` are preferred, those among `separate` are never versions.
    Otherwise the main version is the latest of the complete ones, then the one whose header tells most. A hidden file
    is never preferred to another, nor shown as a version.
    """
    every = sorted(speeches, key=lambda speech: speech.path)
    texts = [_said(speech) for speech in every]
    near = _near(every, texts, separate)
    longest = [max(len(texts[other]) for other in (number, *near[number])) for number in range(len(every))]

    def preference(number: int) -> tuple[bool, bool, bool, str, int, int, int]:
        speech, header = every[number], every[number].header
        complete = len(texts[number]) >= _COMPLETE * longest[number]
        known = sum(map(bool, (header.title, header.speaker, header.date, header.place)))
        parted = len(speech.paragraphs)
        return not speech.hidden, speech.path in mains, complete, header.date, known, parted, -number

    kept: dict[int, list[Version]] = {}
    problems: list[Problem] = []
    main_of: dict[int, int] = {}
    for number in sorted(range(len(every)), key=preference, reverse=True):
        if number not in main_of:
            kept[number] = []
            main_of |= {other: number for other in near[number] if other not in main_of and other not in kept}
    for number, main in sorted(main_of.items()):
        if every[number].hidden and not every[main].hidden:
            continue
        kept[main] += _version(every[main], every[number], problems)
    return tuple(replace(every[main], versions=tuple(kept[main])) for main in sorted(kept)), tuple(problems)


def _near(every: Sequence[Speech], texts: Sequence[str], separate: Collection[str]) -> Mapping[int, Sequence[int]]:
    """For each speech, by number, those that are the same."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    first: dict[str, int] = {}
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if every[number].path not in separate:
            # the same words prove nothing of a text that has hardly any: then every mark counts
            alike = text if len(grams(text)) >= ENOUGH else _plain(every[number])
            groups[first.setdefault(alike, number)].append(number)
    numbers = sorted(groups)
    for one, other in promising([texts[number] for number in numbers]):
        a, b = numbers[one], numbers[other]
        if _is_same(every[a], every[b], texts[a], texts[b]):
            found[a].append(b)
            found[b].append(a)
    return {
        member: [other for near in (leader, *found[leader]) for other in groups[near] if other != member]
        for leader, members in groups.items()
        for member in members
    } | {number: [] for number, speech in enumerate(every) if speech.path in separate}


def _is_same(a: Speech, b: Speech, said: str, other: str) -> bool:
    """Whether two texts are versions of one speech: long enough, of like length, and not of different months."""
    smaller, larger = sorted((len(said), len(other)))
    month = len("2020-03")
    dates = a.header.date[:month], b.header.date[:month]
    agree = dates[0].startswith(dates[1]) or dates[1].startswith(dates[0])
    if not agree or smaller < _COMPARABLE * larger or min(len(grams(said)), len(grams(other))) < ENOUGH:
        return False
    return containment(said, other) >= SAME


def _version(main: Speech, other: Speech, problems: list[Problem]) -> list[Version]:
    """`other` as a version of `main`, none if it says nothing else; the problem that tells of it joins `problems`."""
    shown, given = ([p.text for p in speech.paragraphs] for speech in (main, other))
    changes = differences(shown, given)
    if _plain(main) == _plain(other):
        problems.append(problem("C001", other.path, other=main.path))
        return []
    same = round(100 * containment(_said(main), _said(other)))
    problems.append(problem("C003", other.path, other=main.path, percent=same))
    return [Version(other.path, other.header, changes)]


def _said(speech: Speech) -> str:
    """What is said in `speech`, as it is compared; of a speech without a body, its header."""
    body = [p.text for p in speech.paragraphs if p.role not in HEADER_ROLES]
    return words("".join(body or [p.text for p in speech.paragraphs]))


def _plain(speech: Speech) -> str:
    """All that is printed, letter for letter, blanks apart."""
    return "".join("".join(p.text.split()) for p in speech.paragraphs)
