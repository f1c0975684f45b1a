"""What pages hand to the scripts: their words, how a speech is cited, and what a slogan's card says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.site import citation, labels
from generator.site.markdown import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Corpus, Slogan, Speech

    Card = Sequence[str | int]


def words() -> str:
    """The script that gives all others their words, as the constant WORDS."""
    return f"const WORDS = {_json({**labels.WORDS, 'speech': labels.SCRIPT})};\n"


def cards(corpus: Corpus, slogans: Iterable[Slogan]) -> Mapping[str, Card]:
    """By slogan id, what is told where the slogan is linked: form, speeches, occurrences, first date if known."""
    return {slogan.id: tuple(_card(corpus, slogan)) for slogan in slogans}


def element(speech: Speech, edition: str, slogans: Mapping[str, Card]) -> str:
    """An element that shows nothing and holds, as JSON, the citations' parts and the cards.

    A citation comes in two parts: after the first goes what is cited (plain) or the day of reading (GB/T 7714), after
    the second the address.
    """
    cited = {"plain": citation.plain(speech, edition), "standard": citation.standard(speech)}
    data = _json({**cited, "slogans": slogans})
    return f'<div id="speech-data" hidden data-speech="{attribute(data)}"></div>'


def _card(corpus: Corpus, slogan: Slogan) -> Iterator[str | int]:
    """What one card tells."""
    yield from (slogan.form, len(slogan.speeches), len(slogan.occurrences))
    dates = [date for each in slogan.speeches if (date := corpus.by_id[each].header.date)]
    if dates:
        yield labels.date(min(dates))


def _json(data: object) -> str:
    """`data` as JSON without blanks that nobody needs."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
