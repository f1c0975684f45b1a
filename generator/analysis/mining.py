"""Which wordings are slogans: evidence weighed over the archive, wordings of one slogan brought together.

Measured on hand-made answers, frequency and entropy do not separate 主体责任 from 党员干部; typography, shape and a
list do. So every wording needs evidence, each kind with its points, and publication takes `PUBLISH`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from generator.analysis.candidates import NUMBER_ABBREVIATION
from generator.analysis.matching import Matcher
from generator.model import Evidence, SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.candidates import Found
    from generator.analysis.lexicon import Lexicon
    from generator.analysis.normal import Normal

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
_QUOTED_SHARE = 0.1
_SHORT, _QUOTED_SHARE_OF_SHORT = 2, 0.5
_LONG_MEMBER = 4


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


@dataclass(frozen=True)
class Counts:
    """For every form: in which speeches it stands (by number), how often, how often in quotation marks."""

    speeches: Mapping[str, frozenset[int]]
    total: Mapping[str, int]
    quoted: Mapping[str, int]

    def reach(self, forms: Iterable[str]) -> int:
        """In how many speeches any of `forms` stands."""
        return len(frozenset().union(*(self.speeches.get(form, frozenset()) for form in forms)))


def clusters(
    speeches: Sequence[Sequence[Normal]], evidence: Sequence[Sequence[Found]], lexicon: Lexicon, least: int
) -> list[Cluster]:
    """The slogans of an archive, each with its forms; `evidence` is what the finders saw in each speech.

    A slogan has `PUBLISH` points and stands in `least` speeches, counted where no longer slogan swallows it.
    """
    gathered = _gathered(evidence, lexicon)
    counts = counted(speeches, [form for cluster in gathered.values() for form in cluster.forms])
    for cluster in gathered.values():
        _weigh(cluster, counts)
    joined = _joined(gathered, _reworded(evidence), counts, lexicon)
    chosen = [c for c in joined if c.points >= PUBLISH and counts.reach(c.forms) >= least]
    return _standing(chosen, speeches, least)


def _gathered(evidence: Sequence[Sequence[Found]], lexicon: Lexicon) -> dict[str, Cluster]:
    """A cluster for every listed form and every form found, without the blocked ones."""
    gathered: dict[str, Cluster] = {}
    for form, canonical in lexicon.canonical.items():
        cluster = gathered.setdefault(canonical, Cluster(canonical, lexicon.kinds[canonical]))
        cluster.forms.add(form)
        cluster.evidence.add(Evidence.LEXICON)
    for found in (found for speech in evidence for found in speech):
        if found.form in lexicon.blocked:
            continue
        canonical = lexicon.canonical.get(found.form, found.form)
        cluster = gathered.setdefault(canonical, Cluster(canonical, found.kind))
        if found.evidence is not Evidence.REWORDED:
            cluster.evidence.add(found.evidence)
        cluster.forms.add(found.wording or found.form)
    return gathered


def counted(speeches: Sequence[Sequence[Normal]], forms: Iterable[str]) -> Counts:
    """How often each of `forms` stands in the archive, inside longer ones too."""
    matcher = Matcher(forms)
    where: dict[str, set[int]] = defaultdict(set)
    total: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    for number, speech in enumerate(speeches):
        for paragraph in speech:
            for start, end, form in matcher.all(paragraph.text):
                where[form].add(number)
                total[form] += 1
                quoted[form] += (start, end) in paragraph.quotes
    return Counts({form: frozenset(numbers) for form, numbers in where.items()}, total, quoted)


def _weigh(cluster: Cluster, counts: Counts) -> None:
    """Take quotation marks as evidence only where they are usual; add what the shape of the number says."""
    if Evidence.QUOTED in cluster.evidence:
        quoted, total = (sum(of[form] for form in cluster.forms) for of in (counts.quoted, counts.total))
        short = len(cluster.canonical) <= _SHORT
        if quoted < total * (_QUOTED_SHARE_OF_SHORT if short else _QUOTED_SHARE):
            cluster.evidence.discard(Evidence.QUOTED)
        elif NUMBER_ABBREVIATION.fullmatch(cluster.canonical):
            cluster.evidence.add(Evidence.NUMBER)


def _reworded(evidence: Sequence[Sequence[Found]]) -> Iterator[tuple[str, str]]:
    """Pairs of wordings in different speeches, one of them a series, that have a telling member in common."""
    holders: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
    for number, speech in enumerate(evidence):
        series = {found.form for found in speech if found.evidence is Evidence.SERIES}
        echoes = {found.form for found in speech if found.evidence is Evidence.REWORDED}
        for form in sorted(series | echoes):
            for member in form.split("、"):
                holders[member].append((number, form, form in series))
    for member, held in holders.items():
        for (number, form, proper), (other_number, other, other_proper) in combinations(held, 2):
            elsewhere = number != other_number and form != other and (proper or other_proper)
            if elsewhere and _is_reworded(form, other, member):
                yield form, other


def _is_reworded(form: str, other: str, member: str) -> bool:
    """Whether two series with `member` in common say one thing: it is long, or the whole is built alike."""
    if len(member) >= _LONG_MEMBER:
        return True
    common = set.intersection(*(set(each) for each in (*form.split("、"), *other.split("、"))))
    ours, theirs = set(form.split("、")), set(other.split("、"))
    return len(common) > 1 or 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _joined(
    gathered: Mapping[str, Cluster], reworded: Iterable[tuple[str, str]], counts: Counts, lexicon: Lexicon
) -> list[Cluster]:
    """The clusters with the wordings of one slogan brought together under one canonical form."""
    root = dict.fromkeys(gathered, "")

    def find(name: str) -> str:
        while root[name]:
            name = root[name]
        return name

    def weight(name: str) -> tuple[bool, bool, int, int, int, str]:
        cluster = gathered[name]
        listed = Evidence.LEXICON in cluster.evidence
        return (
            listed,
            bool(cluster.evidence),
            counts.reach(cluster.forms),
            sum(counts.total[f] for f in cluster.forms),
            -len(name),
            name,
        )

    for one, other, evidence in _same(gathered, reworded, lexicon):
        first, second = sorted((find(one), find(other)), key=weight, reverse=True)
        if evidence:
            gathered[first].evidence.add(evidence)
        if first != second:
            if lexicon.merged.get(first) in {second, other}:
                first, second = second, first
            root[second] = first
            gathered[first].forms |= gathered[second].forms
            gathered[first].evidence |= gathered[second].evidence
    return [cluster for name, cluster in gathered.items() if not root[name]]


def _same(
    gathered: Mapping[str, Cluster], reworded: Iterable[tuple[str, str]], lexicon: Lexicon
) -> Iterator[tuple[str, str, Evidence | None]]:
    """Pairs of clusters that are one slogan, and the evidence that the pair itself is."""
    for one, other in lexicon.merged.items():
        target = lexicon.canonical.get(other, other)
        if one in gathered and target in gathered:
            yield one, target, None
    by_members: dict[frozenset[str], str] = {}
    for name in gathered:
        if "、" in name:
            first = by_members.setdefault(frozenset(name.split("、")), name)
            if first != name:
                yield first, name, None
    for one, other in reworded:
        listed = (lexicon.canonical.get(form, form) for form in (one, other))
        ours, theirs = listed
        if ours in gathered and theirs in gathered and not (ours in lexicon.kinds and theirs in lexicon.kinds):
            yield ours, theirs, Evidence.REWORDED


def _standing(chosen: list[Cluster], speeches: Sequence[Sequence[Normal]], least: int) -> list[Cluster]:
    """`chosen` less those that hardly ever stand outside a longer one; listed ones stay if they stand at all."""
    while True:
        owner = {form: cluster for cluster in chosen for form in cluster.forms}
        matcher = Matcher(owner)
        reach: dict[str, set[int]] = defaultdict(set)
        for number, speech in enumerate(speeches):
            for paragraph in speech:
                for _, _, form in matcher.longest(paragraph.text):
                    reach[owner[form].canonical].add(number)
        kept = [cluster for cluster in chosen if len(reach[cluster.canonical]) >= least]
        if len(kept) == len(chosen):
            return sorted(kept, key=lambda cluster: cluster.canonical)
        chosen = kept
