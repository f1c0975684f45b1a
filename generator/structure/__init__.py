"""Lines to speeches: header, outline, artefacts, problems. After this nothing can be malformed.

`parse` shows the order: what is shown of each line, the header's lines, the closing, the heads between them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Division, Header, LineKind, Paragraph, Problem, Role, Source, Speech
from generator.problems import problem
from generator.structure import promises
from generator.structure.bounds import bound
from generator.structure.closing import closing, signature
from generator.structure.header import header, opening
from generator.structure.numerals import han
from generator.structure.outline import divisions, sections
from generator.structure.printed import printed
from generator.structure.privacy import private
from generator.structure.versions import distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.structure.tree import Node

__all__ = ["distinct", "parse"]

_ASIDE = {LineKind.ROW: Role.ROW, LineKind.NOTE: Role.NOTE, LineKind.CONTENTS: Role.CONTENTS}


def parse(source: Source) -> Speech:
    """The speech that `source` holds (pure, so that many can be parsed side by side)."""
    shown = printed(source)
    texts, spoken = [paragraph.text for paragraph in shown.paragraphs], shown.spoken
    start = opening([text for text in spoken if text])
    roles = _roles(shown.kinds, start.roles)
    first = roles.index(Role.BODY) if Role.BODY in roles else len(roles)
    end = max(signature(spoken[: shown.last]), first)
    heads, nodes = divisions(spoken[:end], first, shown.levels)
    after = max([head.paragraph for head in heads if head.start == 0], default=first) + 1
    last = closing(spoken, after, end)
    heads = tuple(head for head in heads if head.paragraph < last)
    _mark(roles, last, end, Role.CLOSING)
    _mark(roles, end, len(roles), Role.BYLINE)
    placed = [p if p.role is role else replace(p, role=role) for p, role in zip(shown.paragraphs, roles, strict=True)]
    within = sections(placed, heads, last)
    told = header(texts, roles, _salutation(texts, roles, start.salutation_end), "\n".join(texts[last:end]))
    problems = (*shown.problems, *_problems(source.path, told, within, heads, nodes))
    since = None if told.date else bound(within)
    return Speech(source.path, told, within, heads, shown.artefacts, tuple(sorted(problems)), bound=since)


def _roles(kinds: Sequence[LineKind], opening: Sequence[Role]) -> list[Role]:
    """The roles known before the outline: those of the `opening`, in lines of text, and of what is no text."""
    rest = iter(opening)
    return [next(rest, Role.BODY) if kind is LineKind.TEXT else _ASIDE[kind] for kind in kinds]


def _mark(roles: list[Role], start: int, end: int, role: Role) -> None:
    """Give `role` to the plain paragraphs from number `start` to `end`."""
    roles[start:end] = [role if each is Role.BODY else each for each in roles[start:end]]


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
    yield from private(path, paragraphs)


def _slip(path: str, line: int, head: Division, skipped: int) -> Problem:
    """The problem with a head whose number does not follow."""
    if skipped < 0:
        return problem("S004", path, line, label=head.label)
    missing = head.label
    for numeral, before in ((han(head.number), han(head.number - 1)), (str(head.number), str(head.number - 1))):
        missing = missing.replace(numeral, before)
    return problem("S003", path, line, label=head.label, missing=missing)
