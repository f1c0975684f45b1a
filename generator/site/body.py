"""The text of a speech as Markdown: every paragraph in printed order, every character shown.

Whatever shows text of the speech carries the class `tei`, and nothing of the site's own stands inside it but
permanent links, which hold no text.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from generator.model import HEADER_ROLES, Role
from generator.site import labels, paths
from generator.site.markdown import enclosed, escape, heading, link, paragraph, span
from generator.site.mentions import first_mentions
from generator.site.outline import ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Division, Paragraph, Speech
    from generator.site.mentions import Mention

    Ranked = tuple[Division, int | None]
    Names = Mapping[str, Sequence[str]]


def title_block(speech: Speech, also: Names) -> Iterator[str]:
    """The title over its printed lines as the page's heading of rank 1, and what is printed with it.

    `also` gives the other names of an anchor, here and in `text`.
    """
    lines = _title_block(speech)
    if not any(line.role is Role.TITLE for line in lines):
        yield heading(1, escape(speech.name), "title", ".title")
    headed = False
    for role, group in groupby(lines, key=lambda line: line.role):
        if role is Role.TITLE and not headed:
            headed = True
            shown = (
                f'<span class="tei" id="{line.id}">{_anchors(line.id, also)}{escape(line.text)}</span>'
                for line in group
            )
            yield heading(1, "<br>".join(shown), "title", ".title")
        else:
            yield from (_plain(line, _anchors(line.id, also) + escape(line.text)) for line in group)


def text(speech: Speech, there: Iterable[Mention], also: Names, marks: Mapping[int, str]) -> Iterator[str]:
    """All that follows the title block.

    `there` are the speech's mentions of slogans in printed order; `marks` are set beside a paragraph, by its number.
    """
    links = first_mentions(speech, there)
    ranked = ranks(speech.divisions)
    for number in range(len(_title_block(speech)), len(speech.paragraphs)):
        heads = [(speech.divisions[index], ranked[index]) for index in speech.heads_of.get(number, ())]
        yield _printed(speech.paragraphs[number], heads, links.get(number, ()), also, marks.get(number, ""))


def _title_block(speech: Speech) -> tuple[Paragraph, ...]:
    """The paragraphs before the text."""
    return tuple(takewhile(lambda part: part.role in HEADER_ROLES, speech.paragraphs))


def _printed(part: Paragraph, heads: Sequence[Ranked], links: Sequence[Mention], also: Names, mark: str) -> str:
    """One paragraph: a heading, plain text, or text with headings inside."""
    if part.role is Role.HEAD and len(heads) == 1 and (rank := heads[0][1]):
        return _heading(part.text, rank, part.id, _anchors(part.id, also), mark)
    lines = tuple(_lines(part, heads, links, also, mark))
    if not any(rank for _, rank in heads):
        return _plain(part, *lines)
    return enclosed("div", f'class="para" id="{part.id}"', *lines)


def _plain(part: Paragraph, content: str) -> str:
    """A paragraph without headings inside."""
    return paragraph(content, f"#{part.id}", ".tei", f".{part.role}")


def _lines(part: Paragraph, heads: Sequence[Ranked], links: Sequence[Mention], also: Names, mark: str) -> Iterator[str]:
    """A paragraph's headings and the stretches of text between them, each one line of Markdown."""
    line, at, enclosing = "", 0, any(rank for _, rank in heads)
    names = _anchors(part.id, also)
    for head, rank in heads:
        line += _linked(part.text, at, head.start, links)
        words = part.text[head.start : head.end]
        if rank is None:
            line += (
                _anchors(head.id, also)
                + f"**{escape(words)}**{{ #{head.id} .item }}{_permalink(head.id, labels.SECTION_LINK)}"
            )
        else:
            if line:
                yield paragraph(names + line, ".tei")
                names = ""
            yield _heading(words, rank, head.id, names + _anchors(head.id, also))
            line = names = ""
        at = head.end
    line = (
        names + line + _linked(part.text, at, len(part.text), links) + mark + _permalink(part.id, labels.PARAGRAPH_LINK)
    )
    if part.role is Role.ROW:
        line = _cells(line)
    yield paragraph(line, ".tei") if enclosing else line


def _cells(line: str) -> str:
    """A row of a table with its cells marked, the tabs between them kept; one with a link over a tab stays a line."""
    cells = line.split(escape("\t"))
    whole = all(cell.count("](") == cell.count("[") for cell in cells)
    return escape("\t").join(span(cell, "cell") for cell in cells) if whole else line


def _linked(text: str, start: int, end: int, links: Sequence[Mention]) -> str:
    """`text` from `start` to `end` with `links` made in it."""
    content, at = "", start
    for mention in links:
        span, slogan = mention.span, mention.slogan
        if start <= span.start < end:
            words = text[span.start : span.end]
            other = labels.CANONICAL.format(form=slogan.form) if words != slogan.form else ""
            content += escape(text[at : span.start])
            content += link(words, f"{paths.ROOT}{paths.slogan(slogan.id)}", other)
            at = span.end
    return content + escape(text[at:end])


def _heading(words: str, rank: int, anchor: str, names: str, mark: str = "") -> str:
    """A head of the speech with its other `names` and its permanent link."""
    return heading(rank, names + escape(words) + mark + _permalink(anchor, labels.SECTION_LINK), anchor, ".tei")


def _anchors(anchor: str, also: Names) -> str:
    """The other names of an anchor, as places without text."""
    return "".join(f'<span id="{name}" class="anchor"></span>' for name in also.get(anchor, ()))


def _permalink(anchor: str, label: str) -> str:
    """A link without text (the style sheet gives it a sign), so that what is shown remains the speech."""
    return f'[](#{anchor}){{ .permalink aria-label="{label}" }}'
