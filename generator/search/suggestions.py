"""What the search box proposes while one types: slogans, speakers and heads, by their characters or their pinyin."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from pypinyin import Style, lazy_pinyin

from generator.search.normal import normal

if TYPE_CHECKING:
    from generator.model import Corpus, Links
    from generator.search.files import Json

MOST: Final = 1500
LONGEST: Final = 24


def suggestions(corpus: Corpus, links: Links) -> list[Json]:
    """`[kind, form, pinyin, speeches]` each, the most widespread first; kind is slogan, speaker or head.

    A slogan has its permanent id behind that.
    Pinyin is syllables without tones, one blank between two; there is none for a head, of which there may be many.
    """
    found = [
        *((len(slogan.speeches), "slogan", slogan.form) for slogan in links.slogans),
        *((n, "speaker", speaker) for speaker, n in _speakers(corpus).items()),
        *((len(speeches), "head", head) for head, speeches in _heads(corpus).items()),
    ]
    found.sort(key=lambda each: (-each[0], each[1:]))
    ids = {slogan.form: slogan.id for slogan in links.slogans}
    return [
        [kind, form, _pinyin(form), speeches, *([ids[form]] if kind == "slogan" else [])]
        for speeches, kind, form in found[:MOST]
    ]


def _speakers(corpus: Corpus) -> Counter[str]:
    """In how many speeches each speaker speaks."""
    return Counter(speech.header.speaker for speech in corpus.speeches if speech.header.speaker)


def _heads(corpus: Corpus) -> dict[str, set[str]]:
    """The speeches that have each head short enough to be proposed."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for speech in corpus.speeches:
        for division in speech.divisions:
            if 1 < len(division.title) <= LONGEST:
                found[division.title].add(speech.id)
    return found


def _pinyin(form: str) -> str:
    """The syllables of `form`; what is no Chinese character counts as it is."""
    return " ".join(lazy_pinyin(normal(form), style=Style.NORMAL, errors="ignore"))
