"""The page that lists all speeches."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.lists import by_year, speech_line
from generator.site.markdown import escape, folded, heading, span
from generator.site.pinyin import spelled
from generator.site.speech import problem_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Corpus, Problem, Speech


def speeches(corpus: Corpus, left_out: Sequence[Problem]) -> Iterator[str]:
    """All speeches by date and by speaker; `left_out` are the problems of seeds that are not among them."""
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
