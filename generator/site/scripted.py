"""What pages hand to the scripts: their words, how a speech is cited, and what a slogan's card says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.site import citation, labels
from generator.site.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Corpus, Slogan, Speech

    Card = Sequence[str]


def words() -> str:
    """The script that gives all others their words, as the constant WORDS."""
    return f"const WORDS = {_json(labels.WORDS)};\n"


def cards(corpus: Corpus, slogans: Iterable[Slogan]) -> Mapping[str, Card]:
    """By slogan id, what is told where the slogan is linked: the form, how often, and since when if that is known."""
    return {slogan.id: tuple(_card(corpus, slogan)) for slogan in slogans}


def element(speech: Speech, edition: str, slogans: Mapping[str, Card]) -> str:
    """An element that shows nothing and holds, as JSON, the citations' parts, the scripts' words and the cards.

    A citation comes in two parts: after the first goes what is cited (plain) or the day of reading (GB/T 7714), after
    the second the address.
    """
    cited = {"plain": citation.plain(speech, edition), "standard": citation.standard(speech)}
    data = _json({**cited, "words": labels.SCRIPT, "slogans": slogans})
    return f'<div id="speech-data" hidden data-speech="{escape(data)}"></div>'


def _card(corpus: Corpus, slogan: Slogan) -> Card:
    """The lines of one card."""
    dates = [date for each in slogan.speeches if (date := corpus.by_id[each].header.date)]
    count = labels.CARD_COUNT.format(speeches=len(slogan.speeches), count=len(slogan.occurrences))
    first = [labels.CARD_FIRST.format(date=labels.date(min(dates)))] if dates else []
    return [slogan.form, count, *first]


def _json(data: object) -> str:
    """`data` as JSON without blanks that nobody needs."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
