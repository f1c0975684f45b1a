"""Which file is of which kind, by what it holds first and by its name second; nothing is decoded or unpacked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.readers.refusal import RefusedError

_MEGABYTE: Final = 1 << 20
_TEXT_LIMIT, _LIMIT = 20 * _MEGABYTE, 100 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    `name` is what archivists call it; `module` of this package reads it (imported when the first such file comes, so
    that an archive of plain text never pays for the libraries of others); `limit` is the largest size in bytes.
    `apart`: it is read in a process of its own. `office`: LibreOffice, which knows it by this ending, first makes a
    .docx of it.
    """

    name: str
    module: str
    limit: int = _LIMIT
    apart: bool = True
    office: str = ""


_TEXT = Format("纯文本", "text", _TEXT_LIMIT, apart=False)
_WORD = Format("Word 文档（.docx）", "word")
_OLD_WORD = Format("旧版 Word 或 WPS 文档（.doc）", "word", office=".doc")
_RTF = Format("RTF 文档（.rtf）", "word", office=".rtf")
_OPEN = Format("OpenDocument 文档（.odt）", "word", office=".odt")
_WEB = Format("网页（.html）", "web", _TEXT_LIMIT)
_PDF = Format("PDF", "pdf")
_MARKDOWN = Format("Markdown", "markdown", _TEXT_LIMIT)

#: What can be read, by the ends of names.
READERS: Final[dict[str, Format]] = {
    ".txt": _TEXT,
    ".docx": _WORD,
    ".doc": _OLD_WORD,
    ".wps": _OLD_WORD,
    ".rtf": _RTF,
    ".odt": _OPEN,
    ".html": _WEB,
    ".htm": _WEB,
    ".mht": _WEB,
    ".pdf": _PDF,
    ".md": _MARKDOWN,
}
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"})
#: What cannot be read although archives hold it, and the problem that says what to do instead.
REFUSED: Final[dict[str, str]] = dict.fromkeys(_IMAGES, "R019") | {".ofd": "R020"}

_OLE = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The first bytes of a kind, or a problem's code; in this order.
_SIGNATURES: Final[tuple[tuple[re.Pattern[bytes], Format | str], ...]] = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), kind)
    for pattern, kind in (
        (_OLE + rb".*E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", "R017"),
        (_OLE + rb".{504}\xec\xa5.{9}[\x01\x03\x05\x07\x09\x0b\x0d\x0f]", "R017"),
        (_OLE, _OLD_WORD),
        (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", _OPEN),
        (rb"PK(?:\x03\x04|\x05\x06)", _WORD),
        (rb"\s*\{\\rtf", _RTF),
        (rb".{0,1000}?%PDF-\d", _PDF),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html[ >])", _WEB),
        (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0\0\0\0", "R019"),
        (rb"Rar!\x1a|7z\xbc\xaf\x27\x1c|\x1f\x8b", "R018"),
    )
)
_TEXTUAL = frozenset({"text", "web", "markdown"})
_HEAD = 4096


def of(content: bytes, suffix: str) -> Format:
    """The kind of a file whose name ends in `suffix` (in small letters); raises `RefusedError` for one not to be read.

    >>> of(b"PK" + bytes([3, 4]), ".txt").module, of("题目".encode(), ".docx").module
    ('word', 'text')
    """
    found = next((kind for pattern, kind in _SIGNATURES if pattern.match(content)), None)
    if isinstance(found, str):
        raise RefusedError(found)
    if found:
        return found
    named = READERS[suffix]
    if named.module in _TEXTUAL:
        return named
    if b"\0" in content[:_HEAD] or not content:
        raise RefusedError("R016" if content else "R001")
    return _TEXT
