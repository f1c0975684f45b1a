"""Whether pages show what the speeches say: their text to the character, and every quotation where it says it is."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING

from generator.problems import problem
from generator.verification.built import speech_page
from generator.verification.links import file_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Problem
    from generator.rendered import Page
    from generator.verification.built import Built

_AROUND = 12


def altered(site: Built) -> Iterator[Problem]:
    """The text of every speech is on its page, character by character, and nothing besides."""
    for identifier, speech in site.speeches.items():
        file = speech_page(identifier)
        if site.trusted(file):
            continue
        page = site.pages.get(file)
        said = "".join(paragraph.text for paragraph in speech.paragraphs)
        shown = "".join(text for _, text in page.text) if page else ""
        if said != shown:
            at = next(n for n, (one, other) in enumerate(zip_longest(said, shown)) if one != other)
            near = slice(max(0, at - _AROUND), at + _AROUND)
            line = site.line(file, f'id="{_anchor(page, at)}"') if page else 0
            yield problem("P006", file, line, source=said[near], shown=shown[near])


def _anchor(page: Page, at: int) -> str:
    """The anchor of the text on a speech's `page` that holds its character number `at`."""
    ends = accumulate(len(text) for _, text in page.text)
    return next((anchor for (anchor, _), end in zip(page.text, ends, strict=True) if at < end), "")


def misquoted(site: Built) -> Iterator[Problem]:
    """What a page quotes from a speech stands there, at the characters that it names."""
    shown = {speech_page(speech): _paragraphs(page.text) for speech, page in site.speech_pages()}
    for identifier, speech in site.speeches.items():
        shown[speech_page(identifier)] = {each.id: each.text for each in speech.paragraphs}
    for file, page in site.pages.items():
        for use in page.uses:
            text = shown.get(file_of(file, use.target), {}).get(use.target.partition("#")[2], "")
            if not use.words or text[use.start : use.end] != use.words:
                yield problem("P009", file, site.line(file, f'data-at="{use.start}-{use.end}"'), words=use.words)


def _paragraphs(text: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What a page shows of a speech, by anchor."""
    found: dict[str, str] = defaultdict(str)
    for anchor, words in text:
        found[anchor] += words
    return found
