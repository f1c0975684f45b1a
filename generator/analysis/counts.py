"""What the whole archive says of a wording: how often it stands, where, quoted or not, and between what."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.matching import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.normal import Normal

#: A paragraph from this length on that another speech has word for word (a licence, a reprint) is no second witness.
_LONG_PARAGRAPH = 16
#: What may stand beside a wording that is whole: marks, and words that lean on what is before or after them.
_FREE_LEFT = frozenset("。！？；：、（）的了和与及或在以是把将对为")
_FREE_RIGHT = frozenset("。！？；：、（）的了和与及或等之是在就也而并中上下")
_ADVERB = "地"
_FREE_SHARE = 0.2
_NEIGHBOURS = 3


@dataclass(frozen=True)
class Counts:
    """For every form: in which speeches it stands, which quote it, how often it stands, is quoted, is whole."""

    speeches: Mapping[str, frozenset[int]]
    quoting: Mapping[str, frozenset[int]]
    total: Mapping[str, int]
    quoted: Mapping[str, int]
    cut: frozenset[str]

    def reach(self, forms: Iterable[str]) -> int:
        """In how many speeches any of `forms` stands."""
        return len(frozenset().union(*(self.speeches.get(form, frozenset()) for form in forms)))


def witnesses(speeches: Sequence[Sequence[Normal]]) -> Iterator[tuple[int, Normal]]:
    """Every paragraph with its speech's number, without those that an earlier speech has word for word."""
    first: dict[str, int] = {}
    for number, speech in enumerate(speeches):
        for paragraph in speech:
            if len(paragraph.text) < _LONG_PARAGRAPH or first.setdefault(paragraph.text, number) == number:
                yield number, paragraph


def counted(speeches: Sequence[Sequence[Normal]], forms: Iterable[str]) -> Counts:
    """How often each of `forms` stands in the archive, inside longer ones too."""
    matcher = Matcher(forms)
    where: dict[str, set[int]] = defaultdict(set)
    quoting: dict[str, set[int]] = defaultdict(set)
    total: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    lefts: dict[str, Counter[str]] = defaultdict(Counter)
    rights: dict[str, Counter[str]] = defaultdict(Counter)
    for number, paragraph in witnesses(speeches):
        text = f"。{paragraph.text}。"
        quotes = frozenset(paragraph.quotes)
        for start, end, form in matcher.all(paragraph.text):
            where[form].add(number)
            total[form] += 1
            lefts[form][text[start]] += 1
            rights[form][text[end + 1]] += 1
            if (start, end) in quotes:
                quoted[form] += 1
                quoting[form].add(number)
    cut = frozenset(form for form in total if not _is_whole(lefts[form], rights[form]))
    return Counts(_frozen(where), _frozen(quoting), total, quoted, cut)


def _frozen(sets: Mapping[str, set[int]]) -> Mapping[str, frozenset[int]]:
    """`sets` that stay as they are."""
    return {form: frozenset(numbers) for form, numbers in sets.items()}


def _is_whole(left: Counter[str], right: Counter[str]) -> bool:
    """Whether neighbours change: a wording that one character always follows (得过多过|快) was cut out of a longer one.

    And what 地 makes an adverb of (有计划、有步骤地) is how something is done, not a wording for itself.

    >>> _is_whole(Counter("到到到"), Counter("、的、")), _is_whole(Counter("到要、"), Counter("快快快"))
    (False, False)
    """
    if 2 * right[_ADVERB] >= right.total():
        return False
    return _is_free(right, _FREE_RIGHT) and (
        left.total() < _NEIGHBOURS or len(left) > 1 or not _FREE_LEFT.isdisjoint(left)
    )


def _is_free(beside: Counter[str], free: frozenset[str]) -> bool:
    """Whether what stands `beside` a wording is often `free` of it, or different enough."""
    share = sum(count for character, count in beside.items() if character in free) / beside.total()
    return share >= _FREE_SHARE or len(beside) >= min(_NEIGHBOURS, beside.total() + 1)
