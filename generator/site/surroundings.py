"""What the page of a speech tells besides the speech: worked out for all speeches at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.permalinks import Anchors, anchors
from generator.problems import PRIVATE
from generator.site.mentions import mentions
from generator.site.scripted import cards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Links, Problem, Slogan, Speech
    from generator.permalinks import Ledger
    from generator.site.mentions import Mention


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What belongs to one speech.

    `mentions` of slogans in printed order; `related` speeches, nearest first, with what they share; `problems` of its
    seed; the speeches `before` and `after` it in the archive's order; the `past` of its page; its slogans' `cards`.
    """

    mentions: Sequence[Mention] = ()
    related: Sequence[tuple[Speech, Sequence[Slogan]]] = ()
    problems: Sequence[Problem] = ()
    before: Speech | None = None
    after: Speech | None = None
    past: Anchors = field(default_factory=lambda: Anchors({}, {}, ()))
    cards: Mapping[str, Sequence[str]] = field(default_factory=dict)


def surroundings(
    corpus: Corpus, links: Links, problems: Iterable[Problem], ledger: Ledger
) -> Iterator[tuple[Speech, Surroundings]]:
    """Every speech with what surrounds it."""
    there = mentions(links.slogans)
    near = _related(corpus, links)
    found: dict[str, set[Problem]] = defaultdict(set)
    for problem in problems:
        found[problem.path].add(problem)
    speeches = corpus.speeches
    known = cards(corpus, links.slogans)
    for before, speech, after in zip((None, *speeches), speeches, (*speeches[1:], None), strict=False):
        own = sorted(each for each in found[speech.path].union(speech.problems) if each.code not in PRIVATE)
        own_past = anchors(ledger, speech.id)
        said = there.get(speech.id, ())
        own_cards = {mention.slogan.id: known[mention.slogan.id] for mention in said}
        yield speech, Surroundings(said, near.get(speech.id, ()), own, before, after, own_past, own_cards)


def _related(corpus: Corpus, links: Links) -> Mapping[str, Sequence[tuple[Speech, Sequence[Slogan]]]]:
    """By speech id, the speeches near it and the slogans that are the reason, in the order of `links.relations`."""
    near: dict[str, list[tuple[Speech, Sequence[Slogan]]]] = defaultdict(list)
    for relation in links.relations:
        reasons = tuple(links.by_id[reason] for reason in relation.reasons)
        near[relation.a].append((corpus.by_id[relation.b], reasons))
    return near
