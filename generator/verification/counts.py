"""Whether the numbers on pages are those of what can be counted: speeches, slogans, uses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from generator.problems import problem
from generator.site import labels, paths
from generator.verification.built import slogan_page
from generator.verification.links import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Problem
    from generator.verification.built import Built

Numbers = tuple[int, ...]


def _told(sentence: str) -> re.Pattern[str]:
    """What finds the numbers in the gaps of a `sentence` of the labels."""
    return re.compile(re.sub(r"\\\{\w+\\\}", r"(\\d+)", re.escape(sentence)))


_SLOGAN: Final = _told(labels.SPEECHES_AND_TIMES)
_SPEECHES: Final = {"index.html": _told(labels.COUNT_SPEECHES), "speeches/index.html": _told(labels.SPEECHES_LEAD)}
_SLOGANS: Final = {"index.html": _told(labels.COUNT_SLOGANS), "slogans/index.html": _told(labels.SLOGANS_LEAD)}


def wrong(site: Built) -> Iterator[Problem]:
    """Every count that a page leads with is what there is."""
    for file, sentence, count in _expected(site):
        if site.trusted(file):
            continue
        found = sentence.search(site.pages[file].lead) if file in site.pages else None
        told = tuple(map(int, found.groups())) if found else ()
        if told != count:
            yield problem("P007", file, told=_listed(told), counted=_listed(count))


def _expected(site: Built) -> Iterator[tuple[str, re.Pattern[str], Numbers]]:
    """Each page that counts, the sentence in which it does, and the right numbers."""
    speeches = sum(entry.live for entry in site.ledger.speeches.values())
    slogans = [each for each, entry in site.ledger.slogans.items() if entry.live]
    yield from ((file, sentence, (speeches,)) for file, sentence in _SPEECHES.items())
    yield from ((file, sentence, (len(slogans),)) for file, sentence in _SLOGANS.items())
    for slogan in slogans:
        yield slogan_page(slogan), _SLOGAN, _uses(site, slogan)


def _uses(site: Built, slogan: str) -> Numbers:
    """In how many speeches a slogan is, and how often: by the quotations on its page, or the file with all of them."""
    file, data = slogan_page(slogan), paths.uses(slogan)
    if data in site.files:
        lines = json.loads(site.read(data))["lines"]
        return len({line[0] for line in lines}), len(lines)
    uses = site.pages[file].uses if file in site.pages else ()
    return len({file_of(file, use.target) for use in uses}), len(uses)


def _listed(numbers: Numbers) -> str:
    """The numbers as a message names them."""
    return labels.LIST_COMMA.join(map(str, numbers)) or labels.NO_COUNT
