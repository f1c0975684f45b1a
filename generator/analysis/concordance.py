"""Keyword in context: every place of a form with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.matching import Matcher
from generator.analysis.normal import form as formed
from generator.analysis.normal import normal
from generator.model import KwicLine, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Corpus

CONTEXT = 20


def concordance(corpus: Corpus, form: str, context: int = CONTEXT) -> Iterator[KwicLine]:
    """Every place of `form` in the corpus's order, compared as slogans are, with `context` characters on each side."""
    wanted = formed(form)
    matcher = Matcher([wanted] if wanted else [])
    for speech in corpus.speeches:
        for number, paragraph in enumerate(speech.paragraphs):
            text = normal(paragraph.text)
            for start, end, _ in matcher.longest(text.text):
                span = Span(speech.id, number, *text.original_span(start, end))
                yield kwic(paragraph.text, span, context)


def kwic(text: str, span: Span, context: int = CONTEXT) -> KwicLine:
    """The line of concordance for `span` of a paragraph with `text`."""
    left = text[max(span.start - context, 0) : span.start]
    return KwicLine(span, left, text[span.start : span.end], text[span.end : span.end + context])
