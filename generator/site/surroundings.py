"""What the page of a speech tells besides the speech: worked out for all speeches at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.permalinks import Anchors, anchors
from generator.problems import PRIVATE
from generator.site.mentions import mentions
from generator.site.passages import marks
from generator.site.scripted import cards
from generator.site.sharing import doublet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Doublet, Links, Problem, Slogan, Speech
    from generator.permalinks import Ledger
    from generator.site.mentions import Mention
    from generator.site.sharing import Shared

    Sharing = Mapping[str, Sequence[Shared]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What belongs to one speech.

    `mentions` of slogans in printed order; `related` speeches, nearest first, with what they share; `problems` of its
    seed; the speeches `before` and `after` it in the archive's order; by paragraph number the `marks` that lead to
    passages it shares; those passages (`shared`); the `doublet` that it belongs to; the `past` of its page; its
    slogans' `cards`.
    """

    mentions: Sequence[Mention] = ()
    related: Sequence[tuple[Speech, Sequence[Slogan]]] = ()
    problems: Sequence[Problem] = ()
    before: Speech | None = None
    after: Speech | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    shared: Sequence[Shared] = ()
    doublet: Doublet | None = None
    past: Anchors = field(default_factory=lambda: Anchors({}, {}, ()))
    cards: Mapping[str, Sequence[str | int]] = field(default_factory=dict)


def surroundings(
    corpus: Corpus, links: Links, problems: Iterable[Problem], ledger: Ledger, shared: Sharing
) -> Iterator[tuple[Speech, Surroundings]]:
    """Every speech with what surrounds it; `shared` is what it shares with others, by its id."""
    there = mentions(links.slogans)
    near = _related(corpus, links)
    doublet = doublet_of(links)
    found: dict[str, set[Problem]] = defaultdict(set)
    for problem in problems:
        found[problem.path].add(problem)
    speeches = corpus.speeches
    known = cards(corpus, links.slogans)
    for before, speech, after in zip((None, *speeches), speeches, (*speeches[1:], None), strict=False):
        own = sorted(each for each in found[speech.path].union(speech.problems) if each.code not in PRIVATE)
        said = there.get(speech.id, ())
        yield (
            speech,
            Surroundings(
                mentions=said,
                related=near.get(speech.id, ()),
                problems=own,
                before=before,
                after=after,
                marks=marks(speech, shared.get(speech.id, ())),
                shared=shared.get(speech.id, ()),
                doublet=doublet.get(speech.id),
                past=anchors(ledger, speech.id),
                cards={mention.slogan.id: known[mention.slogan.id] for mention in said},
            ),
        )


def _related(corpus: Corpus, links: Links) -> Mapping[str, Sequence[tuple[Speech, Sequence[Slogan]]]]:
    """By speech id, the speeches near it and the slogans that are the reason, in the order of `links.relations`."""
    near: dict[str, list[tuple[Speech, Sequence[Slogan]]]] = defaultdict(list)
    for relation in links.relations:
        reasons = tuple(links.by_id[reason] for reason in relation.reasons)
        near[relation.a].append((corpus.by_id[relation.b], reasons))
    return near
