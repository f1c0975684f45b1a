"""Which wordings are slogans: evidence weighed over the archive, wordings of one slogan brought together.

Measured on hand-made answers, frequency and entropy do not separate 主体责任 from 党员干部; typography, shape and a
list do. So every wording needs evidence, each kind with its points, and publication takes `PUBLISH`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from generator.analysis.candidates import NUMBER_ABBREVIATION
from generator.analysis.counts import Counts, counted
from generator.analysis.gaps import fillings, is_gapped
from generator.analysis.places import Places, places
from generator.analysis.wordings import leaders, members, reworded
from generator.model import Evidence, SloganKind
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.candidates import Found
    from generator.analysis.lexicon import Lexicon
    from generator.analysis.places import Texts
    from generator.work import Work

POINTS: Mapping[Evidence, int] = {
    Evidence.LEXICON: 10,
    Evidence.QUOTED: 4,
    Evidence.SERIES: 4,
    Evidence.TEMPLATE: 4,
    Evidence.REWORDED: 3,
    Evidence.REPETITION: 3,
    Evidence.NUMBER: 1,
}
PUBLISH = 3
#: What was quoted must be quoted often enough, and by more than one speech if it stands in more than so many, or the
#: archive has more than so many.
_QUOTED_SHARE, _QUOTED_BY_ONE_OF, _FEW_SPEECHES = 0.1, 3, 20
_SHORT, _QUOTED_SHARE_OF_SHORT = 2, 0.5
#: Evidence by which a wording stands whatever its neighbours are, and in however large an archive.
_STRONG = frozenset({Evidence.LEXICON, Evidence.QUOTED})
#: Others must stand in one speech of so many, where that is more.
_SPEECHES_FOR_ONE = 1000


@dataclass(slots=True)
class Cluster:
    """A slogan in the making: its `canonical` form, all `forms`, and the evidence so far."""

    canonical: str
    kind: SloganKind
    forms: set[str] = field(default_factory=set)
    evidence: set[Evidence] = field(default_factory=set)

    @property
    def points(self) -> int:
        """The sum of its evidence's weights."""
        return sum(POINTS[each] for each in self.evidence)

    @property
    def is_fixed(self) -> bool:
        """Whether its evidence says where it begins and ends."""
        return self.is_strong or Evidence.TEMPLATE in self.evidence

    @property
    def is_strong(self) -> bool:
        """Whether it is listed or quoted."""
        return not _STRONG.isdisjoint(self.evidence)


def clusters(
    texts: Texts,
    evidence: Sequence[Sequence[Found]],
    lexicon: Lexicon,
    least: int,
    work: Work = ALONE,
) -> tuple[list[Cluster], Places]:
    """The slogans of an archive, each with its forms, and the places of these forms, of others too.

    `texts` are the paragraphs of each speech, `evidence` is what the finders saw in them.

    A slogan has `PUBLISH` points and stands in `least` speeches, counted where no longer slogan swallows it.
    """
    gathered = _gathered(texts, evidence, lexicon)
    found = places(texts, (form for cluster in gathered.values() for form in cluster.forms), work)
    counts = counted(found)
    for cluster in gathered.values():
        _weigh(cluster, counts, small=len(texts) <= _FEW_SPEECHES)
    whole = {name: cluster for name, cluster in gathered.items() if cluster.is_fixed or name not in counts.cut}
    enough = max(least, -(-len(texts) // _SPEECHES_FOR_ONE))
    needed = {
        cluster.canonical: least if cluster.is_strong else enough
        for cluster in _joined(whole, evidence, counts, lexicon)
    }
    chosen = [
        cluster
        for cluster in whole.values()
        if cluster.canonical in needed
        and cluster.points >= PUBLISH
        and counts.reach(cluster.forms) >= needed[cluster.canonical]
    ]
    return _standing(chosen, found, needed), found


def _gathered(texts: Texts, evidence: Sequence[Sequence[Found]], lexicon: Lexicon) -> dict[str, Cluster]:
    """A cluster for every listed form and every form found, without the blocked ones."""
    whole = (
        "\n".join(paragraph.text for text in texts for paragraph in text)
        if any(map(is_gapped, lexicon.canonical))
        else ""
    )
    gathered: dict[str, Cluster] = {}

    def cluster_of(form: str, kind: SloganKind) -> Cluster:
        canonical = lexicon.name(form)
        return gathered.setdefault(canonical, Cluster(canonical, lexicon.kinds.get(canonical, kind)))

    for form in lexicon.canonical:
        cluster = cluster_of(form, SloganKind.FORMULA)
        cluster.evidence.add(Evidence.LEXICON)
        if is_gapped(form):
            cluster.forms.update(fillings(form, whole))
        else:
            cluster.forms.add(form)
    for found in (found for speech in evidence for found in speech):
        if found.form in lexicon.blocked:
            continue
        cluster = cluster_of(found.form, found.kind)
        if found.evidence is not Evidence.REWORDED:
            cluster.evidence.add(found.evidence)
        cluster.forms.add(found.wording or found.form)
    return gathered


def _weigh(cluster: Cluster, counts: Counts, *, small: bool) -> None:
    """Take quotation marks as evidence only where they are usual; add what the shape of the number says."""
    if Evidence.QUOTED in cluster.evidence:
        if not _is_usually_quoted(cluster, counts, small=small):
            cluster.evidence.discard(Evidence.QUOTED)
        elif NUMBER_ABBREVIATION.fullmatch(cluster.canonical):
            cluster.evidence.add(Evidence.NUMBER)


def _is_usually_quoted(cluster: Cluster, counts: Counts, *, small: bool) -> bool:
    """Whether enough of the places are quoted; one speech alone is enough among few and in a `small` archive."""
    share = sum(counts.quoted[form] for form in cluster.forms) / sum(counts.total[form] for form in cluster.forms)
    if len(cluster.canonical) <= _SHORT:
        return share >= _QUOTED_SHARE_OF_SHORT
    quoting = {number for form in cluster.forms for number in counts.quoting.get(form, ())}
    alone = len(quoting) == 1 and (not small or counts.reach(cluster.forms) > _QUOTED_BY_ONE_OF)
    return share >= _QUOTED_SHARE and not alone


def _joined(
    gathered: Mapping[str, Cluster], evidence: Sequence[Sequence[Found]], counts: Counts, lexicon: Lexicon
) -> list[Cluster]:
    """The clusters that lead, with the wordings of those that go under them."""

    def weight(name: str) -> tuple[object, ...]:
        cluster = gathered[name]
        total = sum(counts.total[form] for form in cluster.forms)
        return name in lexicon.kinds, bool(cluster.evidence), counts.reach(cluster.forms), total, -len(name), name

    pairs = ((lexicon.name(one), lexicon.name(other)) for one, other in reworded(evidence))
    told = ((one, other) for one, other in pairs if not (one in lexicon.kinds and other in lexicon.kinds))
    led = leaders(list(gathered), told, weight)
    for name, leader in led.items():
        if name != leader:
            if members(name) != members(leader):
                gathered[leader].evidence.add(Evidence.REWORDED)
            gathered[leader].forms |= gathered[name].forms
            gathered[leader].evidence |= gathered[name].evidence
    return [cluster for name, cluster in gathered.items() if led[name] == name]


def _standing(chosen: list[Cluster], found: Places, needed: Mapping[str, int]) -> list[Cluster]:
    """`chosen` less those that hardly ever stand outside a longer one; listed ones stay if they stand at all."""
    number_of = {form: number for number, form in enumerate(found.forms)}
    while True:
        owner = np.full(len(found.forms), -1)
        for number, cluster in enumerate(chosen):
            owner[[number_of[form] for form in cluster.forms]] = number
        outside = found.longest(owner >= 0)
        outside = outside[found.witness[outside]]
        stands = np.unique(np.stack((owner[found.form[outside]], found.speech[outside])), axis=1)[0]
        reach = np.bincount(stands, minlength=len(chosen)).tolist()
        kept = [
            cluster for cluster, speeches in zip(chosen, reach, strict=True) if speeches >= needed[cluster.canonical]
        ]
        if len(kept) == len(chosen):
            return sorted(kept, key=lambda cluster: cluster.canonical)
        chosen = kept
