"""The page of one slogan: why it is one, how it is worded, where it stands."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.analysis import kwic
from generator.site import labels, paths
from generator.site.lists import dated, slogan_link, speech_line, speech_link
from generator.site.markdown import UNSEARCHED, enclosed, escape, heading, item, link, span, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Corpus, Links, Occurrence, Slogan, Speech

#: Characters of context on either side of the node; on a wide screen a line then fits without a break.
CONTEXT = 24
_COMPANY = 20


def page(slogan: Slogan, corpus: Corpus, links: Links) -> Iterator[str]:
    """The page's blocks."""
    yield heading(1, escape(slogan.form), "title")
    reach = labels.SPEECHES_AND_TIMES.format(speeches=len(slogan.speeches), count=len(slogan.occurrences))
    yield f"{span(labels.KINDS[slogan.kind], 'label')} {reach}"
    yield heading(2, labels.WHY, "why", UNSEARCHED)
    yield labels.WHY_POINTS.format(points=slogan.points)
    yield "\n".join(item(labels.EVIDENCE[evidence]) for evidence in slogan.evidence)
    yield from _variants(slogan)
    yield from _spread(slogan, corpus)
    yield from _uses(slogan, corpus)
    yield from _company(slogan, links)


def _variants(slogan: Slogan) -> Iterator[str]:
    """The wordings, counted."""
    counts = Counter(occurrence.form for occurrence in slogan.occurrences)
    yield heading(2, labels.VARIANTS, "variants", UNSEARCHED)
    yield table((labels.VARIANT, labels.COUNT), *((escape(form), str(counts[form])) for form in slogan.variants))


def _spread(slogan: Slogan, corpus: Corpus) -> Iterator[str]:
    """The speeches by date, undated ones apart."""
    counts = Counter(occurrence.span.speech for occurrence in slogan.occurrences)
    yield heading(2, labels.SPREAD, "speeches", UNSEARCHED)
    known, unknown = dated(corpus.by_id[identifier] for identifier in slogan.speeches)
    if known:
        yield _counted(known, counts)
    if unknown:
        yield heading(3, labels.UNDATED, "undated", UNSEARCHED)
        yield _counted(unknown, counts)


def _counted(speeches: Iterable[Speech], counts: Counter[str]) -> str:
    """`speeches`, each with how often the slogan stands in it."""
    return "\n".join(
        speech_line(speech, paths.ROOT, labels.TIMES.format(count=counts[speech.id])) for speech in speeches
    )


def _uses(slogan: Slogan, corpus: Corpus) -> Iterator[str]:
    """Every occurrence as keyword in context, speech by speech."""
    yield heading(2, labels.USES, "uses", UNSEARCHED)
    for identifier, there in groupby(slogan.occurrences, key=lambda occurrence: occurrence.span.speech):
        speech = corpus.by_id[identifier]
        yield heading(3, speech_link(speech), f"in-{identifier}", UNSEARCHED)
        yield enclosed("div", 'class="kwic"', "\n".join(_kwic(occurrence, speech) for occurrence in there))


def _kwic(occurrence: Occurrence, speech: Speech) -> str:
    """One line: what is left of the node, the node as a link to its paragraph, what is right of it."""
    place = occurrence.span
    paragraph = speech.paragraphs[place.paragraph]
    line = kwic(paragraph.text, place, CONTEXT)
    before = (labels.ELLIPSIS if place.start > CONTEXT else "") + escape(line.left)
    after = escape(line.right) + (labels.ELLIPSIS if place.end + CONTEXT < len(paragraph.text) else "")
    node = link(line.node, f"{paths.ROOT}{paths.speech(speech.id)}#{paragraph.id}")
    return item(span(before, "left") + node + span(after, "right"))


def _company(slogan: Slogan, links: Links) -> Iterator[str]:
    """The slogans that stand in the same sections."""
    company = links.collocates.get(slogan.id, ())[:_COMPANY]
    if company:
        yield heading(2, labels.COMPANY, "company", UNSEARCHED)
        yield "\n".join(
            item(
                slogan_link(links.by_id[collocate.slogan])
                + span(labels.COMPANY_SECTIONS.format(count=collocate.sections), "note")
            )
            for collocate in company
        )
