"""The page of one slogan: how often, when and where it is said, how it is worded, what it is said with, every use."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator import analysis
from generator.site import charts, kindred, labels, paths, takeaway, uses
from generator.site.lists import dated, speech_line, speech_link
from generator.site.markdown import enclosed, escape, folded, heading, item, span, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis import Extent
    from generator.model import Corpus, Links, Slogan, Speech

    Places = Mapping[str, Sequence[float]]

#: A page is to stay light: so many speeches are listed, those with most occurrences.
_SPEECHES = 30
_HEADS = 12


def page(slogan: Slogan, corpus: Corpus, links: Links, extent: Extent) -> Iterator[str]:
    """The page's blocks."""
    yield heading(1, escape(slogan.form), "title")
    reach = labels.SPEECHES_AND_TIMES.format(speeches=len(slogan.speeches), count=len(slogan.occurrences))
    yield f"{span(labels.KINDS[slogan.kind], 'label')} {reach}"
    yield _facts(slogan, corpus, extent)
    yield from _timeline(slogan, corpus, extent)
    yield from kindred.family(slogan, links)
    yield from _spread(slogan, corpus, extent)
    yield from kindred.chains(slogan, corpus, links)
    yield from kindred.company(slogan, links)
    yield from uses.concordance(slogan, corpus)
    yield heading(2, labels.WHY, "why")
    yield labels.WHY_POINTS.format(points=slogan.points)
    yield "\n".join(item(labels.EVIDENCE[evidence]) for evidence in slogan.evidence)
    yield folded(labels.METHODS_HEAD, labels.METHODS)
    yield from takeaway.of_slogan(slogan)


def _facts(slogan: Slogan, corpus: Corpus, extent: Extent) -> str:
    """The slogan in numbers."""
    count = len(slogan.occurrences)
    quoted = sum(occurrence.quoted for occurrence in slogan.occurrences)
    spread = analysis.dispersion(slogan, extent)
    known, _ = dated(corpus.by_id[speech] for speech in slogan.speeches)
    deviation = spread and labels.DEVIATION.format(
        deviation=f"{spread.deviation:.2f}", chance=f"{spread.by_chance:.2f}"
    )
    facts = (
        (labels.REACH, labels.SHARE_OF_SPEECHES.format(count=len(slogan.speeches), all=len(corpus.speeches))),
        (labels.COUNT, labels.COUNT_QUOTED.format(count=count, quoted=quoted, unquoted=count - quoted)),
        (labels.FACT_RATE, labels.RATE.format(rate=f"{extent.rate(count):.2f}")),
        (labels.FACT_SPREAD, deviation or labels.TOO_FEW),
        *((label, _dated(speech)) for label, speech in _ends(known)),
    )
    return enclosed("div", 'class="facts"', *(f"{name}\n:   {value}" for name, value in facts))


def _ends(known: Sequence[Speech]) -> Iterator[tuple[str, Speech]]:
    """The first of the dated speeches, and the last if it is another."""
    if known:
        yield labels.FACT_FIRST, known[0]
    if len(known) > 1:
        yield labels.FACT_LAST, known[-1]


def _dated(speech: Speech) -> str:
    """The date of a speech and the speech."""
    return labels.DATED_USE.format(date=labels.date(speech.header.date), speech=speech_link(speech))


def _timeline(slogan: Slogan, corpus: Corpus, extent: Extent) -> Iterator[str]:
    """Its use in the course of time, as far as there is enough to show."""
    yield heading(2, labels.TIMELINE, "timeline")
    periods = analysis.timeline(slogan, extent)
    if periods:
        _, undated = dated(corpus.by_id[speech] for speech in slogan.speeches)
        yield from charts.timeline(slogan.form, periods, extent, len(undated))
    else:
        yield labels.TOO_FEW


def _spread(slogan: Slogan, corpus: Corpus, extent: Extent) -> Iterator[str]:
    """The speeches by date, undated ones apart, each as a line on which the occurrences are marked."""
    places: dict[str, list[float]] = defaultdict(list)
    for occurrence in slogan.occurrences:
        places[occurrence.span.speech].append(extent.place(occurrence.span))
    most = {speech for speech, _ in Counter({s: len(found) for s, found in places.items()}).most_common(_SPEECHES)}
    known, unknown = dated(corpus.by_id[speech] for speech in slogan.speeches if speech in most)
    yield heading(2, labels.SPREAD, "speeches")
    yield labels.SPREAD_LEAD
    if len(places) > len(most):
        yield labels.SPREAD_MOST.format(count=len(most), all=len(places))
    if known:
        yield _strips(known, places, extent)
    if unknown:
        yield heading(3, labels.UNDATED, "undated")
        yield _strips(unknown, places, extent)
    head = (labels.SPEECHES, labels.COUNT, labels.FACT_RATE, labels.PLACE_IN_TEXT)
    yield folded(labels.FIGURE_DATA, table(head, *(_row(s, places[s.id], extent) for s in (*known, *unknown))))


def _strips(speeches: Sequence[Speech], places: Places, extent: Extent) -> str:
    """`speeches`, each over its strip."""
    return enclosed(
        "div", 'class="strips"', "\n".join(_strip(speech, places[speech.id], extent) for speech in speeches)
    )


def _strip(speech: Speech, there: Sequence[float], extent: Extent) -> str:
    """One speech with its number of occurrences, and where they are."""
    starts, length = extent.starts[speech.id], max(extent.characters(speech.id), 1)
    tops = [division for division in speech.divisions if division.level == 1]
    heads = [(starts[division.paragraph] + division.start) / length for division in tops[:_HEADS]]
    told = speech_line(speech, paths.ROOT, labels.TIMES.format(count=len(there)))
    return told + charts.strip(f"in-{speech.id}", speech.name, there, heads)


def _row(speech: Speech, there: Sequence[float], extent: Extent) -> tuple[str, ...]:
    """The strip of one speech in numbers."""
    per = f"{extent.rate(len(there), extent.characters(speech.id)):.2f}"
    return speech_link(speech), str(len(there)), per, charts.shares(there)
