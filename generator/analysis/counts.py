"""What the whole archive says of a wording: how often it stands, where, quoted or not, and between what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from generator.analysis.places import Integers, Places

#: What may stand beside a wording that is whole: marks, and words that lean on what is before or after them.
_FREE_LEFT = "\n。！？；：、（）的了和与及或在以是把将对为"
_FREE_RIGHT = "\n。！？；：、（）的了和与及或等之是在就也而并中上下"
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


def counted(places: Places) -> Counts:
    """How often each form stands in the archive, inside longer ones too, as far as there are witnesses."""
    told, quoted = places.witness, places.witness & places.quoted
    forms, number = places.forms, len(places.forms)
    form, left, right = places.form[told], places.left[told], places.right[told]
    totals = np.bincount(form, minlength=number)
    cut = np.flatnonzero((totals > 0) & ~are_whole(form, left, right, number))
    return Counts(
        _speeches(forms, form, places.speech[told]),
        _speeches(forms, places.form[quoted], places.speech[quoted]),
        dict(zip(forms, totals.tolist(), strict=True)),
        dict(zip(forms, np.bincount(places.form[quoted], minlength=number).tolist(), strict=True)),
        frozenset(forms[each] for each in cut.tolist()),
    )


def _speeches(forms: Sequence[str], form: Integers, speech: Integers) -> Mapping[str, frozenset[int]]:
    """The numbers of the speeches in which each form that stands anywhere does."""
    found, speeches = _distinct(form, speech)
    firsts = np.flatnonzero(np.diff(found, prepend=-1))
    held = (frozenset(each.tolist()) for each in np.split(speeches, firsts[1:]))
    return dict(zip((forms[each] for each in found[firsts].tolist()), held, strict=False))


def are_whole(form: Integers, left: Integers, right: Integers, number: int) -> NDArray[np.bool_]:
    """For each of so many forms whether its neighbours change, place by place its `form`, `left`, and `right`, (n,).

    A wording that one character always follows (得过多过|快) was cut out of a longer one. And what 地 makes an adverb
    of (有计划、有步骤地) is how something is done, not a wording for itself.

    >>> left, right = (np.array([*map(ord, each)]) for each in ("到到到到要、", "、的、快快快"))
    >>> are_whole(np.array([0, 0, 0, 1, 1, 1]), left, right, 2).tolist()
    [False, False]
    >>> are_whole(np.array([0, 0, 0]), left[3:], right[:3], 1).tolist()
    [True]
    """
    total = np.bincount(form, minlength=number)
    adverb = np.bincount(form, right == ord(_ADVERB), number)
    kinds_left, kinds_right = (np.bincount(_distinct(form, beside)[0], minlength=number) for beside in (left, right))
    free_left = np.bincount(form, np.isin(left, [*map(ord, _FREE_LEFT)]), number)
    free_right = np.bincount(form, np.isin(right, [*map(ord, _FREE_RIGHT)]), number)
    ends = (free_right >= _FREE_SHARE * total) | (kinds_right >= np.minimum(_NEIGHBOURS, total + 1))
    begins = (total < _NEIGHBOURS) | (kinds_left > 1) | (free_left > 0)
    return ends & begins & (2 * adverb < total)


def _distinct(form: Integers, other: Integers) -> tuple[Integers, Integers]:
    """The pairs that there are, each once, in order."""
    pairs = np.unique(form << 32 | other)
    return pairs >> 32, pairs & 0xFFFFFFFF
