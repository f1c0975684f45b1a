"""What the search box proposes while one types: slogans, speakers and heads, by their characters or their pinyin."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, cast

from pypinyin import Style, lazy_pinyin

from generator.search.normal import normal, normals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Corpus, Links
    from generator.search.files import Json

MOST: Final = 3000
"""Characters of all forms together: the file comes with a reader's first query."""

LONGEST: Final = 24


def suggestions(corpus: Corpus, links: Links) -> list[Json]:
    """`[syllables, forms]`: `[syllable, characters]` each; `[kind, form, speeches]` each, the most widespread first.

    The kind is slogan, speaker or head. Behind that stands a slogan's permanent id, and, where the table of syllables
    does not tell it, the pinyin: syllables without tones, one blank between two.
    """
    found = [
        *((len(slogan.speeches), "slogan", slogan.form, slogan.id) for slogan in links.slogans),
        *((n, "speaker", speaker, "") for speaker, n in _speakers(corpus).items()),
        *((len(speeches), "head", head, "") for head, speeches in _heads(corpus).items()),
    ]
    found.sort(key=lambda each: (-each[0], each[1:]))
    ends = accumulate(len(form) for _, _, form, _ in found)
    found = [each for each, end in zip(found, ends, strict=True) if end <= MOST]
    spelled = {form: _syllables(form) for _, _, form, _ in found}
    usual = _usual(spelled.values())
    table: dict[str, str] = {}
    for character, syllable in sorted(usual.items()):
        table[syllable] = table.get(syllable, "") + character
    listed: list[Json] = []
    for speeches, kind, form, slogan in found:
        told = [syllable for _, syllable in spelled[form]]
        other = told != [usual[character] for character, _ in spelled[form]]
        behind = [slogan, " ".join(told)] if other else [slogan] if slogan else []
        listed.append([kind, form, speeches, *behind])
    return [sorted(table.items()), listed]


def _usual(spelled: Iterable[Sequence[tuple[str, str]]]) -> dict[str, str]:
    """The most frequent syllable of each character."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for character, syllable in chain.from_iterable(spelled):
        counts[character][syllable] += 1
    return {character: min(found, key=lambda each: (-found[each], each)) for character, found in counts.items()}


def _speakers(corpus: Corpus) -> Counter[str]:
    """In how many speeches each speaker speaks."""
    return Counter(speech.header.speaker for speech in corpus.speeches if speech.header.speaker)


def _heads(corpus: Corpus) -> dict[str, set[str]]:
    """The speeches that have each head short enough to be proposed; heads that are searched alike are one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    forms: dict[str, str] = {}
    every = ((division.title, speech.id) for speech in corpus.speeches for division in speech.divisions)
    heads = [(title, speech) for title, speech in every if 1 < len(title) <= LONGEST]
    for plain, (title, speech) in zip(normals([title for title, _ in heads]), heads, strict=True):
        found[forms.setdefault(plain, title)].add(speech)
    return found


def _syllables(form: str) -> list[tuple[str, str]]:
    """The Chinese characters of `form`, simplified, with their pinyin."""
    plain = normal(form)
    told = lazy_pinyin(plain, style=Style.NORMAL, errors=_without)
    return [(character, syllable) for character, syllable in zip(plain, told, strict=True) if syllable]


def _without(others: str) -> str:
    """No syllable for each character that is not Chinese; pypinyin takes a list, though it is not typed so."""
    return cast("str", [""] * len(others))
