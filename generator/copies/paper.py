"""Speeches on paper, as PDF/UA: official documents in the faces that this machine has. The only door to WeasyPrint.

WeasyPrint is an extra (`pdf` in pyproject.toml); nothing here imports it, or pypdf, before a speech is printed.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
from functools import partial
from importlib import metadata, util
from importlib.resources import files
from typing import TYPE_CHECKING

from generator import atomic
from generator.copies import markup
from generator.copies.markup import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.copies.edition import Edition
    from generator.work import Work


def can_print() -> bool:
    """Whether WeasyPrint is installed."""
    return util.find_spec("weasyprint") is not None


def speech(edition: Edition, memory: Path | None = None) -> bytes:
    """The PDF of one speech: as it is kept in the folder `memory`, or printed and kept there."""
    page = _page(edition)
    if memory is None:
        return _printed(page)
    key = hashlib.sha256(f"{metadata.version('weasyprint')} {page}".encode()).hexdigest()
    path = memory / f"{key}.pdf"
    with contextlib.suppress(OSError):
        return path.read_bytes()
    made = _printed(page)
    with contextlib.suppress(OSError):  # a folder that cannot be written to costs only time
        atomic.put(path, made)
    return made


def printed(editions: Sequence[Edition], work: Work, memory: Path | None = None) -> list[tuple[Edition, bytes]]:
    """Each speech with its PDF; `work` says who prints."""
    made = work.here(partial(speech, memory=memory), editions)
    return list(zip(editions, made, strict=True))


def volume(title: str, copies: Iterable[tuple[Edition, bytes]]) -> bytes:
    """All speeches one after another, each with its outline below its title."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - slow to load

    made = PdfWriter()
    for edition, copy in copies:
        at = len(made.pages)
        made.append(PdfReader(io.BytesIO(copy)))
        made.add_named_destination(edition.speech.id, at)
    made.add_metadata({"/Title": title})
    made.compress_identical_objects()
    written = io.BytesIO()
    made.write(written)
    return written.getvalue()


def _page(edition: Edition) -> str:
    """The speech as a page of HTML."""
    header = edition.speech.header
    author = f'<meta name="author" content="{shown(header.speaker)}"/>' if header.speaker else ""
    style = files("generator.copies").joinpath("paper.css").read_text("utf-8")
    text = "\n".join(markup.speech(edition.speech))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><title>{shown(edition.speech.name)}</title>{author}'
        f'<style>{style}</style></head><body>{text}<p class="imprint">{shown(edition.imprint)}</p></body></html>'
    )


def _printed(page: str) -> bytes:
    """`page` as PDF; it may fetch nothing."""
    import weasyprint  # noqa: PLC0415 - an extra, slow to load

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return bytes(weasyprint.HTML(string=page, url_fetcher=_nothing).write_pdf(pdf_variant="pdf/ua-1"))


def _nothing(url: str) -> None:
    """What is had from elsewhere."""
    raise ValueError(url)
