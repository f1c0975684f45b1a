"""PDF files, by pypdf: the lines that their pages draw. Their order and their breaks are guesses, so it is told."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from generator.problems import problem
from generator.readers.blocks import Block, source
from generator.readers.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Problem, Source

_HAN = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]")
_SPACED = re.compile(r"(?<=[\u2e80-\u9fff，。、；：]) (?=[\u2e80-\u9fff“（，。、；：])")
_OFTEN = 0.3
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_FEWEST = 0.1


def read(content: bytes, path: str) -> Source | Problem:
    """The lines of all pages less their numbers; raises `RefusedError` for scans and undecodable fonts."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("R017")
        texts = [page.extract_text() for page in reader.pages]
        pictured = not any(map(str.strip, texts)) and any(len(page.images) for page in reader.pages)
    except DependencyError:
        raise RefusedError("R017") from None
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError):  # what it raises for damage
        raise RefusedError("R016") from None
    said = "".join("".join(texts).split())
    if not said:
        raise RefusedError("R026" if pictured else "R002")
    if len(_HAN.findall(said)) < _FEWEST * len(said):
        raise RefusedError("R027")
    lines = [Block(line) for text in texts for line in _lines(text)]
    return source(path, lines, [problem("R028", path)])


def _lines(text: str) -> Iterator[str]:
    """The lines of a page, its number above or below left out, and blanks that only set characters apart."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(_SPACED.findall(text)) > _OFTEN * len(_HAN.findall(text)):
        lines = [_SPACED.sub("", line) for line in lines]
    for number, line in enumerate(lines):
        if number not in {0, len(lines) - 1} or not _NUMBER.fullmatch(line):
            yield line
