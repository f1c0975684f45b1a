"""From bytes to characters, by what the characters look like: a decoding without a fault is not yet a right one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.readers.plausible import plausibility

#: Byte order marks; that of UTF-32 begins like one of UTF-16, so it comes first.
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
#: Encodings in which a line end is one byte that is part of no other character; GB 18030 holds GBK and GB 2312.
_BY_LINE = ("utf-8", "gb18030", "cp950", "big5hkscs")
_CANDIDATES = (*_BY_LINE, "utf-16-le", "utf-16-be")
NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030（GBK）",
    "cp950": "Big5",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
}

_SURE, _DOUBTFUL = 0.6, 0.4
#: So many characters beyond ASCII are hardly UTF-8 by chance, in whatever script.
_PROOF = 16
_FEWEST = 4
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in the `encoding` of most of it; `sure` or only likely; `others`: the lines (from 1) in another encoding."""

    text: str
    encoding: str
    sure: bool = True
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Bytes that are no text in any encoding known here, from number `byte` (from 1), in `line` (from 1)."""

    line: int
    byte: int


def decoded(content: bytes) -> Decoded | Undecodable:
    r"""`content` as text, the byte order mark left out.

    >>> decoded("坚持以人民为中心的发展思想".encode("gbk"))
    Decoded(text='坚持以人民为中心的发展思想', encoding='gb18030', sure=True, others=())
    >>> decoded("同志".encode("gbk")).text, decoded(b"ab\n" + bytes([0xFF]))
    ('同志', Undecodable(line=2, byte=4))
    """
    return _marked(content) or _certain(content) or _doubtful(content) or _failure(content)


def _marked(content: bytes) -> Decoded | None:
    """The text that follows a byte order mark and is what the mark says."""
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    text = _strictly(content.removeprefix(mark), _MARKS[mark]) if mark else None
    return None if text is None else Decoded(text, _MARKS[mark])


def _certain(content: bytes) -> Decoded | None:
    """The text that looks like prose, whole or line by line, or that can hardly be UTF-8 by chance."""
    text = _strictly(content, "utf-8")
    if text is not None and plausibility(text) >= _SURE:
        return _checked(content, Decoded(text, "utf-8"))
    found = _likeliest(content)
    if found and plausibility(found.text) >= _SURE:
        return _checked(content, found) if found.encoding in _BY_LINE else found
    mixed = _line_by_line(content)
    if mixed and plausibility(mixed.text) >= _SURE:
        return mixed
    proven = text is not None and len(_FOREIGN.findall(text)) >= _PROOF and "\0" not in text
    return Decoded(text, "utf-8") if text is not None and proven else None


def _doubtful(content: bytes) -> Decoded | None:
    """The text that looks a little like prose, or that is UTF-8, perhaps by chance."""
    found = _likeliest(content, _BY_LINE)
    if found and plausibility(found.text) >= _DOUBTFUL:
        return replace(found, sure=False)
    text = _strictly(content, "utf-8")
    return None if text is None or "\0" in text else Decoded(text, "utf-8", sure=False)


def _strictly(content: bytes, encoding: str) -> str | None:
    """`content` in `encoding`, None where it is not."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliest(content: bytes, among: tuple[str, ...] = _CANDIDATES) -> Decoded | None:
    """The decoding that looks most like prose, the first of equals."""
    texts = {encoding: text for encoding in among if (text := _strictly(content, encoding)) is not None}
    best = max(texts, key=lambda encoding: plausibility(texts[encoding]), default=None)
    return Decoded(texts[best], best) if best else None


def _checked(content: bytes, found: Decoded) -> Decoded:
    """`found`, those of its lines that look wrong decoded by themselves if another encoding makes prose of them."""
    if plausibility(found.text) == 1:
        return found
    lines = _LINE.findall(content)
    texts = [str(line, found.encoding) for line in lines]
    others: list[int] = []
    for number, text in enumerate(texts):
        if plausibility(text) < _DOUBTFUL and len(_FOREIGN.findall(text)) >= _FEWEST:
            other = _likeliest(lines[number], _BY_LINE)
            if other and other.encoding != found.encoding and plausibility(other.text) >= _SURE:
                texts[number] = other.text
                others.append(number + 1)
    return Decoded("".join(texts), found.encoding, others=tuple(others))


def _line_by_line(content: bytes) -> Decoded | None:
    """Each line in the encoding that suits it best; None where one is no text at all."""
    found = [_likeliest(line, _BY_LINE) for line in _LINE.findall(content)]
    lines = [line for line in found if line is not None]
    if len(lines) < len(found) or not lines:
        return None
    told = [line.encoding for line in lines if not line.text.isascii()]
    main = max(_BY_LINE, key=told.count)
    others = tuple(n for n, line in enumerate(lines, 1) if line.encoding != main and not line.text.isascii())
    return Decoded("".join(line.text for line in lines), main, others=others)


def _failure(content: bytes) -> Undecodable:
    """Where the first line is that no encoding reads, or the first character that no text has."""
    before = 0
    for number, line in enumerate(_LINE.findall(content), 1):
        if b"\0" in line:
            return Undecodable(number, before + line.index(b"\0") + 1)
        if _likeliest(line, _BY_LINE) is None:
            return Undecodable(number, before + _first_fault(line) + 1)
        before += len(line)
    return Undecodable(1, 1)


def _first_fault(line: bytes) -> int:
    """The number of the byte at which `line` ceases to be UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
