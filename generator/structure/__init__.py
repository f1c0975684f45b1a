"""Lines to speeches: header, outline, artefacts, problems. After this nothing can be malformed.

`parse` shows the order: what is shown of each line, the header's lines, the closing, the heads between them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Artefact, Division, Header, Paragraph, Problem, Role, Source, Speech
from generator.problems import problem
from generator.structure import artefacts, promises
from generator.structure.closing import closing, signature
from generator.structure.duplicates import distinct
from generator.structure.header import header, opening
from generator.structure.numerals import han
from generator.structure.outline import divisions, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.structure.tree import Node

__all__ = ["distinct", "parse"]


def parse(source: Source) -> Speech:
    """The speech that `source` holds (pure, so that many can be parsed side by side)."""
    paragraphs, found = _paragraphs(source)
    texts = [paragraph.text for paragraph in paragraphs]
    start = opening(texts)
    end = max(signature(texts), len(start.roles))
    roles = [*start.roles, *[Role.BODY] * (end - len(start.roles)), *[Role.BYLINE] * (len(texts) - end)]
    heads, nodes = divisions(texts[:end], len(start.roles))
    after = max([head.paragraph for head in heads if head.start == 0], default=len(start.roles)) + 1
    last = closing(texts, after, end)
    heads = tuple(head for head in heads if head.paragraph < last)
    roles[last:end] = [Role.CLOSING] * (end - last)
    shown = sections([replace(p, role=role) for p, role in zip(paragraphs, roles, strict=True)], heads, last)
    told = header(texts, roles, _salutation(texts, roles, start.salutation_end), "\n".join(texts[last:end]))
    return Speech(
        source.path, told, shown, heads, found, tuple(sorted(_problems(source.path, told, shown, heads, nodes)))
    )


def _paragraphs(source: Source) -> tuple[list[Paragraph], tuple[Artefact, ...]]:
    """The lines that show anything, as paragraphs without roles yet, and every artefact of the file."""
    paragraphs: list[Paragraph] = []
    found: list[Artefact] = []
    for line in source.lines:
        text, runs, here = artefacts.shown(line)
        found += here
        if text:
            paragraphs.append(Paragraph(Role.BODY, text, line.number, runs))
    return paragraphs, tuple(found)


def _salutation(texts: Sequence[str], roles: Sequence[Role], run_in: int) -> str:
    """The words that greet the audience, on a line of their own or opening the first paragraph."""
    if Role.SALUTATION in roles:
        return texts[roles.index(Role.SALUTATION)]
    return texts[roles.index(Role.BODY)][:run_in] if run_in and Role.BODY in roles else ""


def _problems(
    path: str, told: Header, paragraphs: Sequence[Paragraph], heads: Sequence[Division], nodes: Sequence[Node]
) -> Iterator[Problem]:
    """What the archivist should look at in this speech."""
    if not told.title:
        yield problem("S001", path, paragraphs[0].line if paragraphs else 1)
    if told.date_text and not told.date:
        line = next(p.line for p in paragraphs if told.date_text in p.text)
        yield problem("S006", path, line, date=told.date_text)
    elif not told.date:
        yield problem("S005", path)
    if not any(paragraph.role in {Role.BODY, Role.HEAD} for paragraph in paragraphs):
        yield problem("S007", path)
    for head, node in zip(heads, nodes, strict=False):
        if node.skipped:
            yield _slip(path, paragraphs[head.paragraph].line, head, node.skipped)
    yield from promises.unkept(path, paragraphs, heads)


def _slip(path: str, line: int, head: Division, skipped: int) -> Problem:
    """The problem with a head whose number does not follow."""
    if skipped < 0:
        return problem("S004", path, line, label=head.label)
    missing = head.label
    for numeral, before in ((han(head.number), han(head.number - 1)), (str(head.number), str(head.number - 1))):
        missing = missing.replace(numeral, before)
    return problem("S003", path, line, label=head.label, missing=missing)
