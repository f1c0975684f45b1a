"""Where slogans stand, turned round: for each speech, what stands in it; and which of it is made a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import HEADER_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Slogan, Span, Speech

_UNLINKED = HEADER_ROLES | {Role.HEAD}


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of one slogan."""

    span: Span
    slogan: Slogan


def mentions(slogans: Iterable[Slogan]) -> Mapping[str, Sequence[Mention]]:
    """By speech id, every mention in printed order; of those that start together the longest first."""
    found: dict[str, list[Mention]] = {}
    for slogan in slogans:
        for occurrence in slogan.occurrences:
            found.setdefault(occurrence.span.speech, []).append(Mention(occurrence.span, slogan))
    for there in found.values():
        there.sort(key=lambda mention: (mention.span.paragraph, mention.span.start, -mention.span.end))
    return found


def first_mentions(speech: Speech, there: Iterable[Mention]) -> Mapping[int, Sequence[Mention]]:
    """By paragraph number, the mentions that become links: each slogan's first in a division; `there` in printed order.

    None lies in a head or over its edge, for heads stay plain; no two overlap. A mention that cannot be a link does
    not count as the first.
    """
    seen: set[tuple[int | None, str]] = set()
    chosen: dict[int, list[Mention]] = {}
    for mention in there:
        span = mention.span
        first = (speech.division_at(span.paragraph, span.start), mention.slogan.id)
        before = chosen.setdefault(span.paragraph, [])
        if first in seen or (before and before[-1].span.end > span.start) or not _in_text(speech, span):
            continue
        seen.add(first)
        before.append(mention)
    return chosen


def _in_text(speech: Speech, span: Span) -> bool:
    """Whether `span` lies in running text, clear of every head."""
    heads = (speech.divisions[index] for index in speech.heads_of.get(span.paragraph, ()))
    clear = all(span.end <= head.start or head.end <= span.start for head in heads)
    return clear and speech.paragraphs[span.paragraph].role not in _UNLINKED
