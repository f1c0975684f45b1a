"""Wordings that are no slogans of their own any more, because they are only said within another slogan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.analysis.normal import normal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.model import Corpus, Slogan


def taken_in(corpus: Corpus, slogans: Iterable[Slogan], forms: Collection[str]) -> Mapping[str, str]:
    """For each of `forms` that `corpus` says within the wordings of one of `slogans`, and nowhere else, its form."""
    if not forms:
        return {}
    places: defaultdict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for slogan in slogans:
        for span in (occurrence.span for occurrence in slogan.occurrences):
            places[span.speech, span.paragraph].append((span.start, span.end, slogan.form))
    around: defaultdict[str, set[str]] = defaultdict(set)
    for speech in corpus.speeches:
        for number, paragraph in enumerate(speech.paragraphs):
            for form, start, end in _standing(forms, paragraph.text):
                held = (name for first, last, name in places[speech.id, number] if first <= start and end <= last)
                around[form].add(next(held, ""))
    return {form: name for form, (name, *others) in sorted(around.items()) if name and not others}


def _standing(forms: Iterable[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Where each of `forms` stands in `text`, from where to where."""
    said = normal(text)
    for form in forms:
        at = said.text.find(form)
        while at >= 0:
            yield form, said.at[at], said.at[at + len(form) - 1] + 1
            at = said.text.find(form, at + 1)
