"""Comparing any two speeches: one page with a script, and for each speech a file of what there is to compare.

A file is a script that hands its record over, `comparand(…)`, for a page opened by double click may not fetch.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.site import labels, paths
from generator.site.content import made
from generator.site.lists import by_year
from generator.site.markdown import enclosed, escape, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Links, Parallel, Reuse, Slogan, Span, Speech
    from generator.site.content import Content

    Json = Mapping[str, object]
    #: A slogan and where it stands in one speech.
    Told = tuple[Slogan, Sequence[Span]]


def files(corpus: Corpus, links: Links) -> dict[str, Content]:
    """The page, the list of speeches and the file of each, by their paths."""
    slogans = _slogans(links)
    parallels = _parallels(links)
    return {
        paths.COMPARE: "\n\n".join(page()) + "\n",
        paths.comparand("index"): comparand({"years": _choices(corpus)}),
        **{
            paths.comparand(each.id): made(_compared, each, slogans.get(each.id, ()), parallels.get(each.id, ()))
            for each in corpus.speeches
        },
    }


def page() -> Iterator[str]:
    """The page's blocks: what the script fills, and for those without it, where to go instead."""
    yield heading(1, labels.COMPARE, "title")
    words = escape(json.dumps(labels.COMPARE_SCRIPT, ensure_ascii=False))
    data = f"{paths.ROOT}{paths.COMPARANDS}"
    yield enclosed(
        "div", f'id="compare" data-words="{words}" data-files="{data}"', labels.COMPARE_NO_SCRIPT, _instead()
    )
    yield "\n".join(f'<script src="{paths.ROOT}assets/js/{name}.js"></script>' for name in ("alignment", "compare"))


def _instead() -> str:
    """Where to go without the script."""
    there = ((labels.SPEECHES, paths.SPEECHES), (labels.OUTLINES, paths.OUTLINES), (labels.SLOGANS, paths.SLOGANS))
    return "\n".join(f"- [{label}]({paths.ROOT}{path})" for label, path in there)


def comparand(value: Json) -> str:
    r"""A file of data.

    >>> comparand({"id": "甲"})
    'comparand({"id":"甲"});\n'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"comparand({text});\n"


def _choices(corpus: Corpus) -> list[tuple[str, list[tuple[str, str]]]]:
    """All speeches by year: id, and title with date and speaker."""
    return [(year, [(each.id, _called(each)) for each in group]) for year, group in by_year(corpus.speeches)]


def _called(speech: Speech) -> str:
    """A speech by title, date and speaker, as far as they are known."""
    told = (speech.name, labels.date(speech.header.date), speech.header.speaker)
    return labels.NAME_COMMA.join(each for each in told if each)


def _compared(speech: Speech, slogans: Iterable[Told], parallels: Iterable[Parallel]) -> str:
    """The file of one speech."""
    return comparand(record(speech, slogans, parallels))


def record(speech: Speech, slogans: Iterable[Told], parallels: Iterable[Parallel]) -> Json:
    """What there is to compare of a speech.

    `outline`: level, anchor and words of each division; `slogans`: id, form, count, anchor of the first place;
    `places`: anchor and words of each shared passage; `with`: by the other speech's id, for each passage in the order
    that both files have it, the number of its place, in how many speeches it is, and whether it is a formula.
    """
    places: dict[tuple[Span, ...], int] = {}
    partners: dict[str, list[tuple[int, int, Reuse]]] = defaultdict(list)
    for each in parallels:
        ours, theirs = (each.a, each.b) if each.a[0].speech == speech.id else (each.b, each.a)
        number = places.setdefault(ours, len(places))
        partners[theirs[0].speech].append((number, each.speeches, each.reuse))
    return {
        "id": speech.id,
        "name": _called(speech),
        "outline": [(each.level, each.id, each.label + each.title) for each in speech.divisions],
        "slogans": [_slogan(speech, *each) for each in slogans],
        "places": [_place(speech, place) for place in places],
        "with": partners,
    }


def _slogan(speech: Speech, slogan: Slogan, there: Sequence[Span]) -> tuple[str, str, int, str]:
    """A slogan as it stands in a speech."""
    return slogan.id, slogan.form, len(there), speech.paragraphs[there[0].paragraph].id


def _place(speech: Speech, place: tuple[Span, ...]) -> tuple[str, str]:
    """A passage's anchor and words, a line a paragraph."""
    words = (speech.paragraphs[each.paragraph].text[each.start : each.end] for each in place)
    return speech.paragraphs[place[0].paragraph].id, "\n".join(words)


def _slogans(links: Links) -> Mapping[str, list[Told]]:
    """By speech id, its slogans with their places there, those that it uses most first."""
    found: dict[str, list[Told]] = defaultdict(list)
    for slogan in links.slogans:
        places: dict[str, list[Span]] = defaultdict(list)
        for each in slogan.occurrences:
            places[each.span.speech].append(each.span)
        for speech, there in places.items():
            found[speech].append((slogan, there))
    for told in found.values():
        told.sort(key=lambda each: (-len(each[1]), each[0].form))
    return found


def _parallels(links: Links) -> Mapping[str, list[Parallel]]:
    """By speech id, the passages that it shares; in the same order for both speeches."""
    found: dict[str, list[Parallel]] = defaultdict(list)
    for each in links.parallels:
        found[each.a[0].speech].append(each)
        found[each.b[0].speech].append(each)
    return found
