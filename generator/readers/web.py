"""Saved web pages (.html, .mht): trafilatura finds the text among the bars; Word's own HTML is read the same way."""

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING, Any

import trafilatura

from generator.model import LineKind, Problem, Source
from generator.problems import problem
from generator.readers.blocks import Block, source
from generator.readers.encoding import Undecodable, decoded
from generator.readers.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_BLANK = re.compile(r"[ \t\r\n\xa0]+")
_ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.IGNORECASE)
_SITE = re.compile(r"\s*[_|｜].*$|\s+[-–—－]+\s+.*$|[-–—－]+[^-–—－]{0,12}(?:网|网站|政府|频道|平台)$")
_BEFORE, _LONGEST_TITLE = 3, 80
_UNSAID = "not(ancestor-or-self::script or ancestor-or-self::style or ancestor-or-self::noscript)"


def read(content: bytes, path: str) -> Source | Problem:
    """The paragraphs of the page's text, its title before them if it stands elsewhere on the page."""
    found = decoded(_page(content))
    if isinstance(found, Undecodable):
        return problem("R003", path, found.line, byte=found.byte)
    page = trafilatura.load_html(found.text)
    said = "".join(page.xpath(f"//body//text()[{_UNSAID}]")) if page is not None else ""
    title = _title(page) if page is not None else ""
    extracted: Any = (
        trafilatura.bare_extraction(found.text, include_comments=False, favor_recall=True) if said else None
    )
    blocks = [block for block in _blocks(extracted.body) if block.text.strip()] if extracted else []
    if not blocks:
        raise RefusedError("R025")
    if title and not any(_bare(title) in _bare(block.text) for block in blocks[:_BEFORE]):
        blocks.insert(0, Block(title))
    missing = len(_HAN.findall(said)) - sum(len(_HAN.findall(block.text)) for block in blocks)
    return source(path, blocks, [problem("W008", path, count=missing)] if missing > 0 else [])


def _page(content: bytes) -> bytes:
    """The HTML itself; of a web archive its first part in HTML."""
    if not _ARCHIVE.match(content):
        return content
    parts = email.message_from_bytes(content, policy=email.policy.default).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    return next((page for page in pages if isinstance(page, bytes)), b"")


def _title(page: Any) -> str:  # noqa: ANN401 - lxml tells no types
    """The page's first heading of rank 1, else the name of the page without that of the site."""
    headings = (_BLANK.sub(" ", "".join(each.itertext())).strip() for each in page.iter("h1"))
    names = (_SITE.sub("", _BLANK.sub(" ", "".join(each.itertext())).strip()) for each in page.iter("title"))
    return next((words for words in (*headings, *names) if 0 < len(words) <= _LONGEST_TITLE), "")


def _bare(words: str) -> str:
    return "".join(words.split())


def _blocks(element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml tells no types
    """The paragraphs below an element of trafilatura's own XML."""
    for child in element:
        if child.tag == "row":
            cells = [text for text in (_text(cell).strip() for cell in child) if text]
            is_row = len(cells) > 1 and not any("\n" in cell for cell in cells)
            yield from [Block("\t".join(cells), LineKind.ROW)] if is_row else map(Block, cells)
        elif child.tag == "head":
            rank = str(child.get("rend", ""))[1:]
            yield Block(_text(child), level=int(rank) if rank.isdecimal() else 0)
        elif any(each.tag in {"p", "item", "row", "head", "quote", "list", "table"} for each in child):
            yield Block(_clean(child.text))
            yield from _blocks(child)
        else:
            yield Block(_text(child))
        if child.tail and child.tail.strip():
            yield Block(_clean(child.tail))


def _text(element: Any) -> str:  # noqa: ANN401 - lxml tells no types
    """All words of an element; where it breaks a line, so does the text."""
    words = [_clean(element.text)]
    for child in element:
        words += ["\n" if child.tag in {"lb", "p"} else "", _text(child), _clean(child.tail)]
    return "".join(words)


def _clean(words: str | None) -> str:
    """Words with their blanks as a browser shows them; between Han characters a line's end shows as nothing."""
    text = re.sub(r"(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f])", "", words or "")
    return re.sub(r"[ \t\r\n]+", " ", text)
