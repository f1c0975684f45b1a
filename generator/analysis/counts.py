"""What the whole archive says of a wording: how often it stands, where, quoted or not, and between what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generator.analysis.matching import Matcher
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.normal import Normal
    from generator.work import Work

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


@dataclass(slots=True)
class _Tally:
    """The same while it is counted: what stands left and right of each form too."""

    speeches: dict[str, set[int]] = field(default_factory=dict)
    quoting: dict[str, set[int]] = field(default_factory=dict)
    total: Counter[str] = field(default_factory=Counter)
    quoted: Counter[str] = field(default_factory=Counter)
    left: dict[str, Counter[str]] = field(default_factory=dict)
    right: dict[str, Counter[str]] = field(default_factory=dict)


def counted(speeches: Sequence[Sequence[Normal]], forms: Iterable[str], work: Work = ALONE) -> Counts:
    """How often each of `forms` stands in the archive, inside longer ones too."""
    told = work.summed(partial(_tally, Matcher(forms)), _merged, list(witnesses(speeches)))
    cut = frozenset(form for form in told.total if not _is_whole(told.left[form], told.right[form]))
    return Counts(_frozen(told.speeches), _frozen(told.quoting), told.total, told.quoted, cut)


def _tally(matcher: Matcher, paragraphs: Iterable[tuple[int, Normal]]) -> _Tally:
    """What some paragraphs, each with its speech's number, say of the forms."""
    told = _Tally()
    for number, paragraph in paragraphs:
        text = f"。{paragraph.text}。"
        quotes = frozenset(paragraph.quotes)
        for start, end, form in matcher.all(paragraph.text):
            if not told.total[form]:
                told.speeches[form], told.left[form], told.right[form] = set(), Counter(), Counter()
            told.speeches[form].add(number)
            told.total[form] += 1
            told.left[form][text[start]] += 1
            told.right[form][text[end + 1]] += 1
            if (start, end) in quotes:
                told.quoted[form] += 1
                told.quoting.setdefault(form, set()).add(number)
    return told


def _merged(one: _Tally, other: _Tally) -> _Tally:
    """What two parts of the archive say; `one` takes the other in."""
    for ours, theirs in ((one.speeches, other.speeches), (one.quoting, other.quoting)):
        for form, numbers in theirs.items():
            ours.setdefault(form, set()).update(numbers)
    one.total.update(other.total)
    one.quoted.update(other.quoted)
    for before, after in ((one.left, other.left), (one.right, other.right)):
        for form, beside in after.items():
            before.setdefault(form, Counter()).update(beside)
    return one


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
