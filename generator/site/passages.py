"""The pages of the passages that one speech shares with others: each with its counterparts, differences marked."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.analysis import MANY
from generator.model import HEADER_ROLES, Reuse
from generator.site import labels, paths
from generator.site.differences import differences, in_line, marked, swaps
from generator.site.lists import speech_line, speech_link
from generator.site.markdown import enclosed, escape, heading, item, link, paragraph, span, table
from generator.site.paging import sheets, ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Doublet, Speech
    from generator.site.sharing import Shared, Side

#: How many reworded counterparts of a borrowing are set side by side, and how many others are named.
_BESIDE, _NAMED = 3, 4
#: How many wordings are set down on one page.
_WORDINGS = 240
#: How many characters of a formula are searched for.
_ASKED = 40
#: How many differences between two versions are shown.
_DIFFERENCES = 200
_HEAD = 18


def pages(
    speech: Speech, shared: Sequence[Shared], doublet: Doublet | None, corpus: Corpus
) -> Iterator[tuple[str, Callable[[], Iterable[str]]]]:
    """The path and the blocks of each page; the first one says whether there are other versions of the speech."""
    held = _held(shared) or [[]]
    files = [paths.passages(speech.id, number) for number in range(len(held))]
    names = [file.rpartition("/")[2] for file in files]
    for number, part in enumerate(held):
        opening = partial(_going_on, speech) if number else partial(_opening, speech, shared, doublet, corpus)
        neighbours = [ways(number, names)] if len(names) > 1 else []
        yield files[number], partial(_page, opening, speech, part, corpus, neighbours)


def seen(shared: Sequence[Shared], corpus: Corpus) -> Sequence[object]:
    """All that these pages look at besides the speech itself and its doublet, in plain values.

    Of what many speeches say a few are named and the others counted.
    """
    partners = {side[0].speech for each in shared for side, _ in each.others}
    told = [
        (_seen(each.place, corpus), len(each.others), [_seen(side, corpus) for side, _ in each.others[:MANY]])
        for each in shared
    ]
    return len(partners), told


def _seen(side: Side, corpus: Corpus) -> Sequence[object]:
    """One place: whose it is, where it stands, what it says."""
    speech = corpus.by_id[side[0].speech]
    parts = ((speech.paragraphs[each.paragraph], each) for each in side)
    said = [(each.paragraph, each.start, each.end, part.id, part.text[each.start : each.end]) for part, each in parts]
    return speech.id, speech.name, speech.header.date, said


def _page(
    opening: Callable[[], Iterable[str]],
    speech: Speech,
    part: Sequence[Shared],
    corpus: Corpus,
    neighbours: Iterable[str],
) -> Iterator[str]:
    """The blocks of one page, between its opening and the way to its neighbours."""
    yield from opening()
    yield from _told(speech, part, corpus)
    yield from neighbours


def marks(speech: Speech, shared: Sequence[Shared]) -> Mapping[int, str]:
    """By paragraph number of `speech`, a link without text from its page to what is shared there."""
    first: dict[int, str] = {}
    counts: Counter[int] = Counter()
    for number, part in enumerate(_held(shared)):
        for each in part:
            address = f"{paths.passages(speech.id, number)}#in-{speech.paragraphs[each.place[0].paragraph].id}"
            for side in each.place:
                first.setdefault(side.paragraph, address)
                counts[side.paragraph] += 1
    told = {number: labels.PASSAGE_MARK.format(count=count) for number, count in counts.items()}
    return {
        number: f'[]({paths.ROOT}{address}){{ .shared aria-label="{told[number]}" }}'
        for number, address in first.items()
    }


def _held(shared: Sequence[Shared]) -> list[list[Shared]]:
    """What each page tells: passages by the paragraph where they begin, there borrowings first."""
    told = sorted(shared, key=lambda each: (each.place[0].paragraph, each.reuse is Reuse.FORMULA, each.place))
    return sheets(told, rows=lambda each: 1 if each.reuse is Reuse.FORMULA else 1 + _BESIDE, most=_WORDINGS)


def _opening(speech: Speech, shared: Sequence[Shared], doublet: Doublet | None, corpus: Corpus) -> Iterator[str]:
    """What the first page begins with: how much is shared, and the speech's doublet."""
    yield heading(1, labels.PASSAGES, "title")
    partners = {side[0].speech for each in shared for side, _ in each.others}
    yield labels.PASSAGES_LEAD.format(speech=speech_link(speech), count=len(shared), speeches=len(partners))
    if doublet:
        yield from _doublet(speech, doublet, corpus)


def _going_on(speech: Speech) -> Iterator[str]:
    """What a page begins with that goes on where the one before ends."""
    yield heading(1, labels.PASSAGES, "title")
    yield labels.PASSAGES_ON.format(speech=speech_link(speech))


def _told(speech: Speech, part: Sequence[Shared], corpus: Corpus) -> Iterator[str]:
    """Passages under the paragraphs where they begin."""
    for number, group in groupby(part, key=lambda each: each.place[0].paragraph):
        begun = speech.paragraphs[number]
        words = begun.text[:_HEAD] + (labels.ELLIPSIS if len(begun.text) > _HEAD else "")
        yield heading(2, link(words, _address(speech, begun.id)), f"in-{begun.id}")
        for each in group:
            yield from _shared(speech, each, corpus)


def _address(speech: Speech, identifier: str) -> str:
    """A paragraph of a speech, from this page."""
    return f"{paths.ROOT}{paths.speech(speech.id)}#{identifier}"


def _words(speech: Speech, side: Side) -> str:
    """What stands there, a line a paragraph."""
    return "\n".join(speech.paragraphs[each.paragraph].text[each.start : each.end] for each in side)


def _shared(speech: Speech, shared: Shared, corpus: Corpus) -> Iterator[str]:
    """One passage: what it is, then its counterparts; a borrowing that is reworded is set beside each of them."""
    ours = _words(speech, shared.place)
    looked_at = shared.others if shared.reuse is Reuse.BORROWING else shared.others[:_NAMED]
    told = [(corpus.by_id[side[0].speech], side) for side, _ in looked_at]
    reworded = (each for each in told if _words(*each) != ours)
    beside = list(islice(reworded, _BESIDE)) if shared.reuse is Reuse.BORROWING else []
    reach = labels.PASSAGE_IN.format(count=shared.speeches)
    yield f"{span(labels.REUSE[shared.reuse], 'label')} {span(reach, 'note')}"
    for other, side in beside:
        one, two = marked(ours, _words(other, side))
        cells = (_cell(labels.THIS_SPEECH, one), _cell(_source(other, side), two, _compare(speech, other)))
        yield paragraph("".join(cells), ".compared", ".two")
    sides = [side for _, side in beside]
    named = [each for each in told if each[1] not in sides] if beside else told
    if named:
        whole = "" if beside else "<br>".join(map(escape, ours.split("\n")))
        label = labels.PASSAGE_SAME if shared.reuse is Reuse.BORROWING and not beside else labels.PASSAGE_ALSO
        count = len(shared.others) - len(beside)
        search = _search(ours) if count > _NAMED else ""
        yield paragraph(_cell("", whole, _named(label, named, count) + search), ".compared")


def _cell(head: str, words: str, more: str = "") -> str:
    """One side of a comparison, within a line: who says it, what, and where it leads."""
    return span(
        "".join(span(each, kind) for each, kind in ((head, "whose"), (words, "said"), (more, "more")) if each), "side"
    )


def _source(other: Speech, side: Side) -> str:
    """Another speech as a link to the paragraph where the passage begins, and its date."""
    date = labels.date(other.header.date)
    there = link(other.name, _address(other, other.paragraphs[side[0].paragraph].id))
    return there + (span(date, "note") if date else "")


def _compare(speech: Speech, other: Speech) -> str:
    """A link to the comparison of two speeches."""
    return f"[{labels.COMPARE_TWO}]({paths.ROOT}{paths.comparison(speech.id, other.id)})"


def _named(label: str, told: Sequence[tuple[Speech, Side]], count: int) -> str:
    """The first of `count` counterparts by name."""
    names = labels.LIST_COMMA.join(_source(other, side) for other, side in told[:_NAMED])
    more = labels.AND_MORE.format(count=count) if count > _NAMED else ""
    return f"{label}{names}{more}"


def _search(words: str) -> str:
    """A link to all places of the archive that say the first of `words` just so."""
    asked = quote(words.partition("\n")[0][:_ASKED])
    return f"{labels.LIST_COMMA}[{labels.PASSAGE_SEARCH}]({paths.ROOT}{paths.SEARCH}?q={asked})"


def _doublet(speech: Speech, doublet: Doublet, corpus: Corpus) -> Iterator[str]:
    """The speeches that are this one in other words, and what differs."""
    yield heading(2, labels.SAMENESS[doublet.sameness], "doublet")
    others = [corpus.by_id[each] for each in doublet.speeches if each != speech.id]
    yield labels.DOUBLET_LEAD.format(count=len(doublet.speeches), percent=int(100 * doublet.similarity))
    yield "\n".join(map(speech_line, others))
    # All are told against the first, so that the archive's pages grow with it and not with its square.
    base = others[0]
    yield heading(3, labels.DIFFERENCES.format(speech=speech_link(base)), "differences")
    found = differences(_text(base), _text(speech))
    repeated = swaps(found)
    if repeated:
        rows = ((escape(ours), escape(theirs), str(count)) for ours, theirs, count in repeated)
        yield table((labels.THERE, labels.HERE, labels.COUNT), *rows)
    known = {(ours, theirs) for ours, theirs, _ in repeated}
    rest = [each for each in found if (each.ours, each.theirs) not in known]
    if rest:
        yield enclosed("div", 'class="compared"', "\n".join(item(in_line(each)) for each in rest[:_DIFFERENCES]))
    if len(rest) > _DIFFERENCES:
        yield labels.MORE_DIFFERENCES.format(count=len(rest) - _DIFFERENCES)


def _text(speech: Speech) -> str:
    """All that is said after the title block, a line a paragraph."""
    return "\n".join(each.text for each in speech.paragraphs if each.role not in HEADER_ROLES)
