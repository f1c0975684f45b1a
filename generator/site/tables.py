"""Tables to take away, as CSV that spreadsheet programs open without asking."""

from __future__ import annotations

import csv as standard
import io
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A spreadsheet takes a cell that begins so, in full width too, for a formula.
_FORMULA = tuple("=+-@\t\r")
_MARK = "\ufeff"


def csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    r"""`head` and `rows` by RFC 4180, with the mark by which Excel knows UTF-8.

    >>> csv(("讲话", "篇数"), [("=1+1", 3)]) == "\ufeff讲话,篇数\r\n'=1+1,3\r\n"
    True
    """
    return "".join(csv_lines(head, rows))


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Iterator[str]:
    """The lines of such a table, one by one."""
    line = io.StringIO(_MARK)
    line.seek(0, io.SEEK_END)
    written = standard.writer(line)
    for row in chain((head,), rows):
        written.writerow([harmless(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def harmless(cell: str | int) -> str | int:
    """`cell` as no program for tables calculates it.

    >>> harmless("-5度"), harmless("＝甲"), harmless(-5), harmless("")
    ("'-5度", "'＝甲", -5, '')
    """
    formula = isinstance(cell, str) and normalize("NFKC", cell[:1]).startswith(_FORMULA)
    return f"'{cell}" if formula else cell
