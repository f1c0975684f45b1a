"""What each speech shares with others, as its pages tell it: by place, the same place with all its partners."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.analysis import MANY
from generator.model import Reuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Corpus, Doublet, Links, Span, Speech

    Side = tuple[Span, ...]
    #: The numbers of a side: paragraph, start and end of each span.
    Place = tuple[tuple[int, int, int], ...]
    #: By speech id, its side that is most alike.
    Best = dict[str, tuple[Side, float]]

#: What share of the longer of two places both must have in common to be told as one.
_SAME = 0.75


@dataclass(frozen=True)
class Shared:
    """A passage of a speech: its `place` there, and the others' places, each with its similarity, most alike first."""

    place: Side
    others: tuple[tuple[Side, float], ...]

    @cached_property
    def speeches(self) -> int:
        """In how many speeches it is, this one included."""
        return 1 + len({side[0].speech for side, _ in self.others})

    @cached_property
    def reuse(self) -> Reuse:
        """Whether many say it or few."""
        return Reuse.FORMULA if self.speeches >= MANY else Reuse.BORROWING


def sharing(corpus: Corpus, links: Links) -> Mapping[str, tuple[Shared, ...]]:
    """By speech id, its passages in printed order.

    What speeches of one doublet share is left out: there, what differs is what there is to say.
    """
    doublet = doublet_of(links)
    partners: dict[str, dict[Side, list[tuple[Side, float]]]] = defaultdict(lambda: defaultdict(list))
    for each in links.parallels:
        one, other = each.a[0].speech, each.b[0].speech
        if one not in doublet or doublet[one] is not doublet.get(other):
            partners[one][each.a].append((each.b, each.similarity))
            partners[other][each.b].append((each.a, each.similarity))
    order = {speech.id: number for number, speech in enumerate(corpus.speeches)}
    return {speech: _grouped(corpus.by_id[speech], there, order) for speech, there in partners.items()}


def doublet_of(links: Links) -> Mapping[str, Doublet]:
    """The doublet of each speech that has one."""
    return {speech: doublet for doublet in links.doublets for speech in doublet.speeches}


def _grouped(
    speech: Speech, there: Mapping[Side, Sequence[tuple[Side, float]]], order: Mapping[str, int]
) -> tuple[Shared, ...]:
    """The places of `speech` with their partners, those that are nearly the same place as one, the longest."""
    before = [0, *accumulate(len(paragraph.text) for paragraph in speech.paragraphs)]
    groups: list[tuple[Place, Side, Best]] = []
    near: dict[int, list[tuple[int, int, Best]]] = defaultdict(list)
    for _, place, start, end, side in sorted(_reaching(side, before) for side in there):
        alike = (best for at, *_ in place for *reach, best in near[at] if _is_same(reach, (start, end)))
        best = next(alike, None)
        if best is None:
            best = {}
            groups.append((place, side, best))
            for at, *_ in place:
                near[at].append((start, end, best))
        for other, similarity in there[side]:
            best.setdefault(other[0].speech, (other, similarity))
    groups.sort(key=lambda group: group[0])
    return tuple(
        Shared(side, tuple(sorted(best.values(), key=lambda each: (-each[1], order[each[0][0].speech]))))
        for _, side, best in groups
    )


def _reaching(side: Side, before: Sequence[int]) -> tuple[int, Place, int, int, Side]:
    """By what places are compared, the longest first: numbers, which are compared much sooner than spans; the side.

    `before` are the characters before each paragraph, by which a place reaches from its first character to its last.
    """
    start, end = before[side[0].paragraph] + side[0].start, before[side[-1].paragraph] + side[-1].end
    return start - end, tuple((each.paragraph, each.start, each.end) for each in side), start, end, side


def _is_same(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two stretches have most of the longer in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= _SAME * max(one[1] - one[0], other[1] - other[0])
