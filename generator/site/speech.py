"""The page of one speech."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.permalinks import readable
from generator.site import anatomy, body, labels, paths, scripted, takeaway, tree
from generator.site.copying import of_speech
from generator.site.facts import facts
from generator.site.lists import slogan_link, speech_link
from generator.site.markdown import enclosed, escape, folded, heading, item, link, span
from generator.site.past import ending, names
from generator.site.versions import versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.analysis import Extent
    from generator.model import Artefact, Copy, Corpus, Doublet, Problem, Slogan, Speech
    from generator.site.surroundings import Surroundings

_RELATED = 5


def page(  # noqa: PLR0913 - a speech, and all that the page says of it
    speech: Speech,
    around: Surroundings,
    corpus: Corpus,
    extent: Extent,
    edition: str,
    *,
    copies: Collection[Copy] = (),
) -> Iterator[str]:
    """The page's blocks; `edition` is the ISO date of the speech's last change, `copies` are those there are."""
    also = names(speech, around.past)
    yield from body.title_block(speech, also)
    yield from facts(speech)
    yield of_speech(speech, copies)
    yield from _doublet(speech, around.doublet)
    yield from anatomy.figure(anatomy.anatomy(speech, around.mentions, around.shared, extent))
    if speech.divisions:
        yield folded(labels.OUTLINE.format(count=len(speech.divisions)), *tree.figure(speech, extent), mark="outline")
    yield from body.text(speech, around.mentions, also, around.marks)
    yield from _related(speech, around.related[:_RELATED])
    yield from versions(speech)
    yield from _artefacts(speech.artefacts)
    yield from _problems(around.problems)
    yield from _same_numbers(speech)
    yield from ending(around.past, corpus)
    yield from _neighbours(around)
    yield scripted.element(speech, edition, around.cards)
    yield from takeaway.of_speech(speech)


def seen(speech: Speech, around: Surroundings, shared: str, corpus: Corpus) -> Sequence[object]:
    """All that the page looks at, in short; `shared` is a hash of what is shared."""
    related = around.related[:_RELATED]
    others = (around.before, around.after, *(other for other, _ in related))
    moved = {place.partition("#")[0] for place in around.past.moved.values()}
    return (
        speech.fingerprint,
        [(each.span, each.slogan.id, each.slogan.form) for each in around.mentions],
        [other.fingerprint if other else "" for other in others],
        [[(each.id, each.form) for each in reasons] for _, reasons in related],
        (around.problems, shared, around.doublet, around.past, around.cards),
        sorted((each, corpus.by_id[each].name) for each in moved),
    )


def _doublet(speech: Speech, doublet: Doublet | None) -> Iterator[str]:
    """Says so where the archive has the speech more than once."""
    if doublet:
        there = f"{paths.ROOT}{paths.passages(speech.id)}#doublet"
        yield labels.DOUBLET_NOTE.format(count=len(doublet.speeches) - 1, page=there)


def _related(speech: Speech, related: Sequence[tuple[Speech, Sequence[Slogan]]]) -> Iterator[str]:
    """The speeches nearest to it, and what they share."""
    if related:
        yield heading(2, labels.RELATED, "related")
        yield "\n".join(_near(speech, other, reasons) for other, reasons in related)


def _near(speech: Speech, other: Speech, reasons: Iterable[Slogan]) -> str:
    """One related speech, what it shares with this one, and the way to their comparison."""
    shared = labels.LIST_COMMA.join(map(slogan_link, reasons))
    compare = f"[{labels.COMPARE_TWO}]({paths.ROOT}{paths.comparison(speech.id, other.id)})"
    return item(speech_link(other) + span(labels.RELATED_WHY + shared, "note") + span(compare, "note"))


def _artefacts(artefacts: Iterable[Artefact]) -> Iterator[str]:
    """What word processors left, removed or not, the same things on one line."""
    for removed, label in ((True, labels.ARTEFACTS_REMOVED), (False, labels.ARTEFACTS_KEPT)):
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for artefact in artefacts:
            if artefact.removed is removed:
                places[labels.ARTEFACTS[artefact.kind], artefact.text].append(artefact.line)
        if places:
            lines = (_artefact(kind, text, where) for (kind, text), where in places.items())
            yield folded(label.format(count=sum(map(len, places.values()))), "\n".join(lines))


def _artefact(kind: str, text: str, where: Sequence[int]) -> str:
    """One artefact and its places."""
    lines = labels.LIST_COMMA.join(map(str, dict.fromkeys(where)))
    places = labels.PLACES.format(count=len(where), lines=lines)
    return item(f"{kind} {span(escape(visible(text)), 'literal')} {span(places, 'note')}")


def visible(text: str) -> str:
    r"""`text` with a name in place of each character that cannot be seen.

    >>> visible("a\u3000 b")
    'aU+3000U+0020b'
    """
    return "".join(c if c.isprintable() and not c.isspace() else f"U+{ord(c):04X}" for c in text)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    """What the archivist should look at."""
    if problems:
        yield folded(labels.PROBLEMS.format(count=len(problems)), "\n".join(map(problem_line, problems)))


def problem_line(problem: Problem) -> str:
    """A problem as a point of a list."""
    where = f" {span(labels.LINE.format(line=problem.line), 'note')}" if problem.line else ""
    return item(f"{span(labels.SEVERITIES[problem.severity], 'label')} {escape(problem.message)}{where}")


def _same_numbers(speech: Speech) -> Iterator[str]:
    """Says so where sections print the same number."""
    again = {later for sections in readable(speech).values() for later in sections[1:]}
    twice = [division for division in speech.divisions if division.id in again]
    if twice:
        sections = labels.LIST_COMMA.join(link(each.label + each.title, f"#{each.id}") for each in twice)
        yield folded(labels.SAME_NUMBERS, labels.SAME_NUMBERS_TEXT.format(sections=sections))


def _neighbours(around: Surroundings) -> Iterator[str]:
    """The speech before and the speech after in the archive's order."""
    near = ((labels.PREVIOUS, around.before), (labels.NEXT, around.after))
    lines = tuple(f"{span(label, 'label')} {speech_link(speech)}" for label, speech in near if speech)
    if lines:
        yield enclosed("nav", f'class="neighbours" aria-label="{labels.NEIGHBOURS}"', *lines)
