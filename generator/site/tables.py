"""Tables to take away, as CSV that spreadsheet programs open without asking."""

from __future__ import annotations

import csv as standard
import io
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A spreadsheet takes a cell that begins so, in full width too, for a formula.
_FORMULA = tuple("=+-@\t\r")
_MARK = "\ufeff"


def csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    r"""`head` and `rows` by RFC 4180, with the mark by which Excel knows UTF-8.

    >>> csv(("讲话", "篇数"), [("=1+1", 3)]) == "\ufeff讲话,篇数\r\n'=1+1,3\r\n"
    True
    """
    made = io.StringIO(_MARK)
    made.seek(0, io.SEEK_END)
    standard.writer(made).writerows([harmless(cell) for cell in row] for row in (head, *rows))
    return made.getvalue()


def harmless(cell: str | int) -> str | int:
    """`cell` as no program for tables calculates it.

    >>> harmless("-5度"), harmless("＝甲"), harmless(-5), harmless("")
    ("'-5度", "'＝甲", -5, '')
    """
    formula = isinstance(cell, str) and normalize("NFKC", cell[:1]).startswith(_FORMULA)
    return f"'{cell}" if formula else cell
