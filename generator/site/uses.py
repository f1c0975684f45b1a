"""The concordance of a slogan: on its page as far as that stays light, and whole in a data file where there is more.

A script of the page sorts and exports both (`assets/js/concordance.js`); without it the page reads in the corpus's
order. The data file names the speeches once and gives each line as an array, in the order of `COLUMNS`.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.analysis import CONTEXT, kwic
from generator.site import labels, paths
from generator.site.content import made
from generator.site.lists import speech_link
from generator.site.markdown import enclosed, escape, heading, item, link, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Corpus, Occurrence, Slogan
    from generator.site.content import Content

_SHOWN = 100
COLUMNS = ("speech", "paragraph", "start", "end", "left", "node", "right")


def concordance(slogan: Slogan, corpus: Corpus) -> Iterator[str]:
    """The first occurrences as keyword in context, speech by speech, and the way to all."""
    every = slogan.occurrences
    yield heading(2, labels.USES, "uses")
    if len(every) > _SHOWN:
        rest = f"[{labels.USES_REST}]({paths.ROOT}{paths.uses(slogan.id)}){{ .all-uses }}"
        yield labels.USES_FIRST.format(shown=_SHOWN, count=len(every)) + rest
    target = f"{paths.ROOT}{paths.SEARCH}?q={quote(slogan.form)}"
    yield labels.USES_SEARCHED.format(form=escape(slogan.form), target=target)
    blocks: list[str] = []
    for identifier, there in groupby(every[:_SHOWN], key=lambda occurrence: occurrence.span.speech):
        speech = corpus.by_id[identifier]
        date = f'data-date="{speech.header.date}"'
        blocks.append(heading(3, speech_link(speech), f"uses-{identifier}", date))
        blocks.append(enclosed("div", 'class="kwic"', "\n".join(_line(each, corpus) for each in there)))
    told = f'data-form="{escape(slogan.form)}" data-context="{CONTEXT}"'
    yield enclosed("div", f'class="concordance" {told}', *blocks)


def _line(occurrence: Occurrence, corpus: Corpus) -> str:
    """One line: what is left of the node, the node as a link to its paragraph, what is right of it."""
    place = occurrence.span
    paragraph = corpus.by_id[place.speech].paragraphs[place.paragraph]
    line = kwic(paragraph.text, place)
    before = (labels.ELLIPSIS if place.start > CONTEXT else "") + escape(line.left)
    after = escape(line.right) + (labels.ELLIPSIS if place.end + CONTEXT < len(paragraph.text) else "")
    node = link(line.node, f"{paths.ROOT}{paths.speech(place.speech)}#{paragraph.id}")
    return item(span(before, "left") + f'{node}{{ data-at="{place.start}-{place.end}" }}' + span(after, "right"))


def files(slogan: Slogan, corpus: Corpus) -> Mapping[str, Content]:
    """The data file of a slogan whose page does not show every use."""
    return {paths.uses(slogan.id): made(_data, slogan, corpus)} if len(slogan.occurrences) > _SHOWN else {}


def _data(slogan: Slogan, corpus: Corpus) -> str:
    """Every use of one slogan as JSON: `form`, `speeches` (title and date by id), `columns`, `lines`."""
    headers = {each: (corpus.by_id[each].name, corpus.by_id[each].header.date) for each in slogan.speeches}
    lines = [_record(occurrence, corpus) for occurrence in slogan.occurrences]
    told = {"form": slogan.form, "speeches": headers, "columns": COLUMNS, "lines": lines}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _record(occurrence: Occurrence, corpus: Corpus) -> tuple[str | int, ...]:
    """One line in the order of `COLUMNS`."""
    place = occurrence.span
    paragraph = corpus.by_id[place.speech].paragraphs[place.paragraph]
    line = kwic(paragraph.text, place)
    return place.speech, paragraph.id, place.start, place.end, line.left, line.node, line.right
