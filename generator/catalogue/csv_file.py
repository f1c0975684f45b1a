"""catalogue.csv: a table whose first row names the fields, as Excel writes it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from generator.catalogue.fields import FIELDS, NAMES
from generator.catalogue.rows import Cell, Row, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What a spreadsheet would take for a formula; a blank before it makes it text, and is not read.
_FORMULA: Final = ("=", "+", "-", "@")


def read(content: bytes) -> list[Row]:
    r"""The rows of `content`, in UTF-8 or, as a Chinese Excel writes, GB 18030.

    >>> read("文件,题目\na.txt,在大会上的讲话\n".encode("gbk"))[0].cells[1]
    Cell(name='题目', value='在大会上的讲话', line=2)
    """
    rows = _rows(_decoded(content))
    return [_row(rows[0][1], line, values) for line, values in rows[1:] if any(map(str.strip, values))]


def added(content: bytes | None, told: Sequence[Mapping[str, str]]) -> bytes:
    """`content` with a row for each of `told` (fields by name); in UTF-8 with the mark by which Excel knows it."""
    before = _decoded(content) if content else ",".join(FIELDS.values()) + "\r\n"
    table = io.StringIO()
    writer = csv.writer(table, delimiter=_delimiter(before))
    head = _rows(before)[0][1]
    writer.writerows([_safe(each.get(NAMES.get(name.strip(), ""), "")) for name in head] for each in told)
    return (before + "\r\n" * (not before.endswith("\n")) + table.getvalue()).encode("utf-8-sig")


def _decoded(content: bytes) -> str:
    """The text of the file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(0, "不是 UTF-8 或 GBK 编码")


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """All rows with the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for values in reader:
            rows.append((line, values))
            line = reader.line_num + 1
    except csv.Error:
        raise UnreadableError(line, "引号没有成对") from None
    return rows or [(1, [])]


def _row(head: Sequence[str], line: int, values: Sequence[str]) -> Row:
    """The cells of a row that hold anything."""
    cells = zip(head, values, strict=False)
    return Row(line, tuple(Cell(name.strip(), value.strip(), line) for name, value in cells if value.strip()))


def _delimiter(text: str) -> str:
    """What parts the columns: Excel's “Unicode text” has tabs."""
    head = text.partition("\n")[0]
    return max(",\t;", key=head.count)


def _safe(value: str) -> str:
    """`value`, never a formula."""
    return f" {value}" if value.startswith(_FORMULA) else value
