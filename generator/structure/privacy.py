"""Personal data in a speech: numbers of mobile phones and identity cards, for the archivist to decide about."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Paragraph, Problem

_ASCII: Final = str.maketrans("０１２３４５６７８９ｘＸ－＋", "0123456789xX-+")
_MOBILE: Final = re.compile(
    r"(?<![\dA-Za-z.])(?:(?:\+|00)?86[- ]?)?"
    r"(1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9\d)([- ]?)\d{4}\2\d{4})(?![\dA-Za-z.%]|[万亿元余多人个户吨])"
)
"""The prefixes that the Ministry of Industry and Information Technology has given to mobile phones."""
_IDENTITY: Final = re.compile(r"(?<![\dA-Za-z])[1-8]\d{5}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dXx](?![\dA-Za-z])")
_DIGITS: Final = re.compile(r"\d{4}")
"""Both have so many digits in a row; most paragraphs have not."""
_CHECKS: Final = "10X98765432"
_SHOWN: Final = 3


def private(path: str, paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """A note for each such number; the note itself masks it."""
    for paragraph in paragraphs:
        for code, number in numbers(paragraph.text):
            masked = number[:_SHOWN] + "*" * (len(number) - 2 * _SHOWN) + number[-_SHOWN:]
            yield problem(code, path, paragraph.line, number=masked)


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """The problem's code and the number, for each in `text`.

    >>> list(numbers("电话１３８１２３４５６７８，身份证11010519491231002X。"))
    [('D001', '13812345678'), ('D002', '11010519491231002X')]
    >>> list(numbers("投资13812345678元，证号110105194912310021，文号13812345678901。"))
    []
    """
    if not _DIGITS.search(text):
        return
    plain = text.translate(_ASCII)
    yield from (("D001", re.sub(r"\D", "", match[1])) for match in _MOBILE.finditer(plain))
    yield from (("D002", match[0].upper()) for match in _IDENTITY.finditer(plain) if _is_identity(match))


def _is_identity(match: re.Match[str]) -> bool:
    """Whether the birthday is one and the last character checks (GB 11643-1999, ISO 7064 MOD 11-2)."""
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    number = match[0].upper()
    total = sum(int(digit) * 2 ** (len(number) - 1 - place) for place, digit in enumerate(number[:-1]))
    return _CHECKS[total % 11] == number[-1]
