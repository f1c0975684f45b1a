"""The pages that list everything: speeches, slogans, outlines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.lists import by_reach, by_year, slogan_link, slogan_table, speech_line, speech_link
from generator.site.markdown import UNSEARCHED_PAGE, escape, folded, heading, item, span
from generator.site.outline import outline
from generator.site.pinyin import initial, spelled
from generator.site.speech import problem_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Corpus, Links, Problem, Slogan, Speech


def speeches(corpus: Corpus, left_out: Sequence[Problem]) -> Iterator[str]:
    """All speeches by date and by speaker; `left_out` are the problems of seeds that are not among them."""
    yield UNSEARCHED_PAGE
    yield heading(1, labels.SPEECHES, "title")
    yield labels.SPEECHES_LEAD.format(count=len(corpus.speeches))
    yield f"[{labels.COMPARE}]({paths.ROOT}{paths.COMPARE})"
    yield heading(2, labels.BY_DATE, "by-date")
    for year, group in by_year(corpus.speeches):
        yield heading(3, year, f"date-{group[0].header.date[:4] or 'unknown'}")
        yield "\n".join(map(speech_line, group))
    yield heading(2, labels.BY_SPEAKER, "by-speaker")
    for number, (speaker, group) in enumerate(_by_speaker(corpus.speeches), start=1):
        yield heading(3, escape(speaker) or labels.UNKNOWN_SPEAKER, f"speaker-{number}")
        yield "\n".join(map(speech_line, group))
    if left_out:
        lines = (f"{problem_line(problem)} {span(escape(problem.path), 'literal')}" for problem in left_out)
        yield folded(labels.LEFT_OUT.format(count=len(left_out)), "\n".join(lines))


def _by_speaker(speeches: Iterable[Speech]) -> Iterator[tuple[str, tuple[Speech, ...]]]:
    """`speeches` under their speakers' names in the order of pinyin, unknown speakers last."""

    def name(speech: Speech) -> str:
        return "".join(speech.header.speaker.split())

    ordered = sorted(speeches, key=lambda speech: (not name(speech), spelled(name(speech)), name(speech)))
    for speaker, group in groupby(ordered, key=name):
        yield speaker, tuple(group)


def slogans(links: Links) -> Iterator[str]:
    """All slogans by reach, by kind and by pinyin."""
    every = by_reach(links.slogans)
    yield UNSEARCHED_PAGE
    yield heading(1, labels.SLOGANS, "title")
    yield labels.SLOGANS_LEAD.format(count=len(every))
    yield heading(2, labels.BY_REACH, "by-reach")
    if every:
        yield slogan_table(every)
    yield heading(2, labels.BY_KIND, "by-kind")
    for kind, label in labels.KINDS.items():
        if group := [slogan for slogan in every if slogan.kind is kind]:
            yield heading(3, label, f"kind-{kind}")
            yield _several(group)
    yield heading(2, labels.BY_PINYIN, "by-pinyin")
    for letter, group in _by_letter(every):
        yield heading(3, letter or labels.NO_PINYIN, f"pinyin-{letter.lower() or 'none'}")
        yield _several(group)


def _by_letter(slogans: Iterable[Slogan]) -> Iterator[tuple[str, list[Slogan]]]:
    """`slogans` under the first letters of their pinyin, those without one last."""

    def letter(slogan: Slogan) -> str:
        return initial(slogan.form)

    ordered = sorted(slogans, key=lambda s: (not letter(s), letter(s), spelled(s.form), s.form))
    for first, group in groupby(ordered, key=letter):
        yield first, list(group)


def _several(slogans: Iterable[Slogan]) -> str:
    """A list of `slogans`, each with the number of its speeches."""
    return "\n".join(
        item(slogan_link(slogan) + span(labels.IN_SPEECHES.format(count=len(slogan.speeches)), "note"))
        for slogan in slogans
    )


def outlines(corpus: Corpus) -> Iterator[str]:
    """The outlines of all speeches."""
    yield UNSEARCHED_PAGE
    yield heading(1, labels.OUTLINES, "title")
    yield labels.OUTLINES_LEAD
    for speech in reversed(corpus.speeches):
        yield heading(2, speech_link(speech), f"of-{speech.id}")
        yield outline(speech, paths.ROOT + paths.speech(speech.id)) or labels.NO_OUTLINE
