"""What the archivist may want to add: wordings that recur without evidence enough, for `review.tsv`.

Nothing here reaches the site by itself: the archivist moves lines into `seeds/lexicon.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.analysis import tokens
from generator.analysis.normal import normal
from generator.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Corpus, Slogan

_CLAUSE = re.compile(r"[\u3400-\u9fff]{4,}")
_SHORTEST, _LONGEST, _WORDS = 4, 12, 4
_LEAST_COUNT = 3
_MOST = 200
_FUNCTION = frozenset(
    "的了是在和与及或把被对为从以等之也就都要会能不又将着过所其这那各每更最很上中下里内外前后并而且但因由于向到给让使我你他她它们个些有无做"
)


def proposals(corpus: Corpus, slogans: Sequence[Slogan], least: int, blocked: frozenset[str]) -> tuple[Candidate, ...]:
    """Closed repeats of 4 to 12 characters in at least `least` speeches that no published slogan explains, best first.

    Closed: no longer wording has them in as many places. A repeat one character away from a slogan is said to be so.
    """
    places, speeches, examples = _repeats(corpus)
    published = {form for slogan in slogans for form in slogan.variants} | blocked
    kept = [form for form in _closed(places) if len(speeches[form]) >= least and not _explained(form, published)]
    near = _near(kept, published)
    made = [
        Candidate(form, _reason(form, near.get(form, "")), len(speeches[form]), places[form], examples[form])
        for form in kept
    ]
    return tuple(
        sorted(made, key=lambda each: (each.form not in near, -each.speeches * len(each.form), -each.count, each.form))[
            :_MOST
        ]
    )


def _repeats(corpus: Corpus) -> tuple[Counter[str], dict[str, set[str]], dict[str, str]]:
    """Word sequences: how often each stands, in which speeches, and the clause around its first place."""
    places: Counter[str] = Counter()
    speeches: dict[str, set[str]] = defaultdict(set)
    examples: dict[str, str] = {}
    for speech in corpus.speeches:
        for paragraph in speech.paragraphs:
            for clause in _CLAUSE.findall(normal(paragraph.text).text):
                for form in _sequences(tokens.words(clause)):
                    places[form] += 1
                    speeches[form].add(speech.id)
                    examples.setdefault(form, clause)
    return places, speeches, examples


def _sequences(words: Sequence[str]) -> Iterator[str]:
    """Two to four neighbouring words as one wording, no word of grammar at either end."""
    for first in range(len(words)):
        if words[first][0] in _FUNCTION:
            continue
        for last in range(first + 1, min(first + _WORDS, len(words))):
            form = "".join(words[first : last + 1])
            if len(form) > _LONGEST:
                break
            if len(form) >= _SHORTEST and words[last][-1] not in _FUNCTION:
                yield form


def _closed(places: Counter[str]) -> list[str]:
    """The wordings that no longer one has in as many places."""
    often = {form: count for form, count in places.items() if count >= _LEAST_COUNT}
    swallowed = {
        longer[start:end]
        for longer, count in often.items()
        for start in range(len(longer))
        for end in range(start + _SHORTEST, len(longer) + 1)
        if end - start < len(longer) and often.get(longer[start:end]) == count
    }
    return [form for form in often if form not in swallowed]


def _explained(form: str, published: set[str]) -> bool:
    """Whether `form` is, holds or lies in a published wording."""
    return form in published or any(
        form[start:end] in published for start in range(len(form)) for end in range(start + 2, len(form) + 1)
    )


def _near(forms: Sequence[str], published: set[str]) -> dict[str, str]:
    """For each of `forms` that is a published wording but for one character, that wording."""
    holes: dict[str, str] = {}
    for known in sorted(published):
        for hole in range(len(known)):
            holes.setdefault(known[:hole] + "？" + known[hole + 1 :], known)
    found = ((form, holes.get(form[:hole] + "？" + form[hole + 1 :])) for form in forms for hole in range(len(form)))
    return {form: known for form, known in found if known and known != form}


def _reason(form: str, known: str) -> str:
    """Why `form` is proposed, in Chinese."""
    return f"与“{known}”只差一字" if known else f"{len(form)} 字词组重复出现"
