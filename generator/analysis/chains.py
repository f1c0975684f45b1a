"""Slogans said one after another, and how the order and the members change (增强“四个意识”、坚定“四个自信”)."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.model import Chain, Change, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Slogan

    Place = tuple[Span, str]

#: What may stand between two members: a mark or a word that joins, and a verb (、坚定“…); between marks of quotation
#: nothing at all.
_BETWEEN = re.compile(
    r"[”’」』》]?(?:[、，,；;][^。！？!?：:、，,；;]{0,6}?|以?及|[和与并][^。！？!?：:、，,；;]{0,4}?)[“‘「『《]?|[”’」』》][“‘「『《]"
)
_LONGEST = 10
#: What belongs to the first member: the clause before it, of which the last words are taken.
_CLAUSE = re.compile(r"[\u4e00-\u9fff]*[“‘「『《]?\Z")
_LEAD = 5
_CLOSING = frozenset("”’」』》")


def chains(corpus: Corpus, slogans: Sequence[Slogan]) -> Mapping[str, tuple[Chain, ...]]:
    """For each slogan, by id, the chains that it is a member of: those in most speeches first, then the most used."""
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for there in _by_paragraph(slogans).values():
        text = corpus.by_id[there[0][0].speech].paragraphs[there[0][0].paragraph].text
        for run in _runs(text, there):
            places[tuple(member for _, member in run)].append(_whole(text, run[0][0], run[-1][0]))
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    found: dict[str, list[Chain]] = defaultdict(list)
    for members, spans in places.items():
        chain = Chain(members, tuple(sorted(spans, key=lambda span: (order[span.speech], span))))
        for member in members:
            found[member].append(chain)
    return {
        slogan: tuple(sorted(held, key=lambda c: (-len(c.speeches), -len(c.places), -len(c.members), c.members)))
        for slogan, held in found.items()
    }


def _by_paragraph(slogans: Iterable[Slogan]) -> Mapping[tuple[str, int], list[Place]]:
    """Every occurrence with its slogan's id, in printed order, under its speech and paragraph."""
    found: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for slogan in slogans:
        for occurrence in slogan.occurrences:
            found[occurrence.span.speech, occurrence.span.paragraph].append((occurrence.span, slogan.id))
    for there in found.values():
        there.sort()
    return found


def _runs(text: str, there: Sequence[Place]) -> Iterator[list[Place]]:
    """The places of `text` that are said together, two or more; a slogan said again begins anew."""
    run = [there[0]]
    for (before, _), place in pairwise(there):
        between = text[before.end : place[0].start]
        joined = len(between) <= _LONGEST and _BETWEEN.fullmatch(between)
        if not joined or place[1] in {member for _, member in run}:
            if len(run) > 1:
                yield run
            run = []
        run.append(place)
    if len(run) > 1:
        yield run


def _whole(text: str, first: Span, last: Span) -> Span:
    """From the words that lead to the `first` member to the end of the `last` one, its quotation mark included."""
    clause = _CLAUSE.search(text[: first.start])
    before = clause[0] if clause else ""
    lead = max(len(before) - edge for edge in tokens.edges(before) if len(before) - edge <= _LEAD)
    end = last.end + (text[last.end : last.end + 1] in _CLOSING)
    return Span(first.speech, first.paragraph, first.start - lead, end)


def change(members: Sequence[str], usual: Sequence[str]) -> Change:
    """What a chain has other than the `usual` one.

    >>> change(("a", "x", "c"), ("a", "b", "c")).replaced, change(("b", "a"), ("a", "b")).moved
    ((('b', 'x'),), ('b',))
    >>> change(("a", "b", "d"), ("a", "b", "c", "e"))
    Change(lost=('c', 'e'), gained=('d',), replaced=(), moved=())
    """
    lost: list[str] = []
    gained: list[str] = []
    replaced: list[tuple[str, str]] = []
    kept: set[str] = set()
    for what, a, b, c, d in SequenceMatcher(None, usual, members, autojunk=False).get_opcodes():
        left, came = usual[a:b], members[c:d]
        new = not set(left) & set(members) and not set(came) & set(usual)
        if what == "equal":
            kept.update(left)
        elif what == "replace" and len(left) == len(came) and new:
            replaced += zip(left, came, strict=True)
        else:
            lost += [member for member in left if member not in members]
            gained += [member for member in came if member not in usual]
    moved = tuple(member for member in members if member in usual and member not in kept)
    return Change(tuple(lost), tuple(gained), tuple(replaced), moved)
