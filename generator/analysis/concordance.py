"""Keyword in context: every place of a form with the words around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.analysis.matching import Matcher
from generator.analysis.normal import form as formed
from generator.analysis.normal import normal
from generator.model import KwicLine, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model import Corpus

#: Characters of context on either side of the node; on a wide screen a line then fits without a break.
CONTEXT = 24


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


def in_order(corpus: Corpus, lines: Iterable[KwicLine], order: str) -> list[KwicLine]:
    """`lines`, given in the corpus's order, in one of the `ORDERS`."""
    return sorted(lines, key=partial(ORDERS[order], corpus))


def _bare(text: str) -> str:
    """The letters and digits of `text`: marks do not count for the order."""
    return "".join(filter(str.isalnum, text))


def _by_date(corpus: Corpus, line: KwicLine) -> tuple[bool, str]:
    date = corpus.by_id[line.span.speech].header.date
    return not date, date


#: What a concordance may be sorted by. The left context counts from the node outwards; undated speeches come last.
#: Characters go by their numbers, so that the order is the same everywhere; lines alike stay as they are.
ORDERS: Mapping[str, Callable[[Corpus, KwicLine], tuple[bool, str]]] = {
    "left": lambda _, line: (False, _bare(line.left)[::-1]),
    "right": lambda _, line: (False, _bare(line.right)),
    "speech": lambda corpus, line: (False, corpus.by_id[line.span.speech].name),
    "date": _by_date,
}
