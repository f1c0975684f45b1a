"""What is fuzzed: functions of bytes that must not raise anything, whatever they are given.

A target that returns without an exception has passed; those that check more assert it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator import catalogue, permalinks, structure
from generator.model import Problem
from generator.readers import markdown, text, web
from generator.readers.refusal import RefusedError
from generator.readers.word import read as read_word
from generator.search.normal import normal
from generator.site.markdown import escape
from tests.readers.documents import docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Source

    Reader = Callable[[bytes, str], Source | Problem]

_SPEECH = "fuzzed.txt"


def _parsed(reader: Reader, content: bytes) -> None:
    """Read and parse; every character of the source must be a paragraph's or an artefact's."""
    try:
        source = reader(content, _SPEECH)
    except RefusedError:
        return
    if isinstance(source, Problem):
        return
    speech = structure.parse(source)
    gone = sum(len(artefact.text) for artefact in speech.artefacts if artefact.removed)
    shown = sum(len(paragraph.text) for paragraph in speech.paragraphs)
    assert shown + gone <= len(source.text)
    for paragraph in speech.paragraphs:
        if paragraph.text:
            assert source.text[paragraph.source_offset(0)] == paragraph.text[0]
    permalinks.assign([speech], permalinks.Ledger(), "2026-01-01")


def plain(content: bytes) -> None:
    """A text file in whatever encoding."""
    _parsed(text.read, content)


def marked(content: bytes) -> None:
    """A Markdown file."""
    _parsed(markdown.read, content)


def page(content: bytes) -> None:
    """A web page."""
    _parsed(web.read, content)


def word(content: bytes) -> None:
    """A Word document with any body: its bytes within XML, for a damaged archive is refused at once."""
    _parsed(read_word, docx(content.decode("utf-8", "ignore")))


def ledger(content: bytes) -> None:
    """A ledger; what can be read must be written again as it was understood."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "ids.json")
        path.write_bytes(content)
        found = permalinks.read(path)
        if not isinstance(found, Problem):
            permalinks.write(found, path)
            assert permalinks.read(path) == found


def catalogues(content: bytes) -> None:
    """A catalogue in each of its formats."""
    for name in catalogue.FORMATS:
        with tempfile.TemporaryDirectory() as place:
            Path(place, name).write_bytes(content)
            catalogue.read(Path(place))


def escaped(content: bytes) -> None:
    """Text on its way into Markdown: nothing of ASCII but letters, digits and references may be left."""
    words = content.decode("utf-8", "ignore").replace("\r", "").replace("\n", "")
    left = escape(words)
    assert not set("<>\"'`*_[](){}|\\~^!$:") & set(left.replace("&#", "").replace(";", "")), left


def searched(content: bytes) -> None:
    """Text on its way into the index: one character to one, or none."""
    words = content.decode("utf-8", "ignore")
    assert len(normal(words).replace(" ", "")) <= len(words)


TARGETS: Final = {each.__name__: each for each in (plain, marked, page, word, ledger, catalogues, escaped, searched)}
