"""The slogans of an archive with every place where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.candidates import Found, found
from generator.analysis.mining import Cluster, clusters
from generator.analysis.normal import Normal, normal
from generator.model import Occurrence, Role, Slogan, Span
from generator.work import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.analysis.lexicon import Lexicon
    from generator.analysis.places import Places, Texts
    from generator.model import Corpus, Speech
    from generator.work import Work


#: Who speaks, to whom, and thanks for listening: nothing that a slogan could be learned from.
_MUTE = frozenset({Role.BYLINE, Role.SALUTATION, Role.CLOSING})


@dataclass(frozen=True, slots=True)
class Sight:
    """A speech's paragraphs normalised, and what the finders see in them."""

    paragraphs: tuple[Normal, ...]
    found: tuple[Found, ...]


def seen(speech: Speech) -> Sight:
    """What one speech shows by itself (pure, so that many can be seen side by side)."""
    paragraphs = tuple(normal(paragraph.text) for paragraph in speech.paragraphs)
    telling = (
        text for text, paragraph in zip(paragraphs, speech.paragraphs, strict=True) if paragraph.role not in _MUTE
    )
    return Sight(paragraphs, tuple(dict.fromkeys(each for text in telling for each in found(text))))


def slogans(
    corpus: Corpus, sights: Sequence[Sight], lexicon: Lexicon, least: int, work: Work = ALONE
) -> tuple[Slogan, ...]:
    """The archive's slogans, those that reach most speeches first; ids are still empty.

    `sights` is what was `seen` in each speech of `corpus`, in its order; `least` the speeches that a slogan must reach.
    """
    texts = [sight.paragraphs for sight in sights]
    chosen, found = clusters(texts, [sight.found for sight in sights], lexicon, least, work)
    owner = {form: cluster.canonical for cluster in chosen for form in cluster.forms}
    standing: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in _occurrences(corpus, texts, found, owner):
        standing[owner[occurrence.form]].append(occurrence)
    made = [_slogan(cluster, standing[cluster.canonical]) for cluster in chosen]
    return tuple(sorted(made, key=lambda slogan: (-len(slogan.speeches), -len(slogan.occurrences), slogan.form)))


def _occurrences(corpus: Corpus, texts: Texts, found: Places, forms: Iterable[str]) -> Iterator[Occurrence]:
    """Every place of every one of `forms` in reading order; where they overlap, the longest has the place to itself."""
    numbers = found.longest(found.are(forms))
    columns = (found.form, found.speech, found.paragraph, found.start, found.end, found.quoted)
    for form, speech, paragraph, start, end, quoted in zip(*(each[numbers].tolist() for each in columns), strict=True):
        number = paragraph - found.firsts[speech]
        span = Span(corpus.speeches[speech].id, number, *texts[speech][number].original_span(start, end))
        yield Occurrence(span, found.forms[form], quoted)


def _slogan(cluster: Cluster, places: Sequence[Occurrence]) -> Slogan:
    """`cluster` as found at `places`; a listed name that nobody says gives way to the commonest wording."""
    variants = _by_frequency(places)
    return Slogan(
        form=cluster.canonical if cluster.canonical in variants else variants[0],
        kind=cluster.kind,
        points=cluster.points,
        evidence=tuple(sorted(cluster.evidence)),
        variants=variants,
        occurrences=tuple(places),
    )


def _by_frequency(places: Sequence[Occurrence]) -> tuple[str, ...]:
    """The forms in `places`, most frequent first."""
    counts = Counter(place.form for place in places)
    return tuple(sorted(counts, key=lambda form: (-counts[form], form)))
