"""catalogue.xlsx: the first sheet of an Excel file, whose first row names the fields. The only importer of openpyxl.

That is half a second's work, so that it is loaded when there is such a file.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from generator.catalogue.fields import FIELDS, NAMES
from generator.catalogue.rows import Cell, Row, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import openpyxl

_LARGEST: Final = 100 * 2**20
_WIDTHS: Final = {"file": 30, "title": 50, "occasion": 30, "source": 20}
_UNREADABLE: Final = (BadZipFile, KeyError, ValueError, ParseError, OSError)


def read(content: bytes) -> list[Row]:
    """The rows of `content` that hold anything; a day is given as ISO 8601, a whole number without a point."""
    workbook = _workbook(content, read_only=True)
    values = [list(map(_text, row)) for row in workbook.worksheets[0].iter_rows(values_only=True)]
    workbook.close()
    head, rest = (values[0], values[1:]) if values else ([], [])
    rows = (
        Row(line, tuple(Cell(name, text, line) for name, text in zip(head, row, strict=False) if text))
        for line, row in enumerate(rest, start=2)
    )
    return [row for row in rows if row.cells]


def added(content: bytes | None, told: Sequence[Mapping[str, str]]) -> bytes:
    """`content` with a row for each of `told` (fields by name) below what is there."""
    workbook = _workbook(content, read_only=False) if content else _new()
    sheet = workbook.worksheets[0]
    head = [NAMES.get(_text(cell.value), "") for cell in sheet[1]]
    last = max((row[0].row for row in sheet.iter_rows() if any(_text(cell.value) for cell in row)), default=1)
    for number, each in enumerate(told, start=last + 1):
        for column, name in enumerate(head, start=1):
            if each.get(name):
                cell = sheet.cell(number, column, each[name])
                cell.data_type = "s"  # never a formula
                cell.number_format = "@"
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def _new() -> openpyxl.Workbook:
    """A workbook with the fields' names in its first row."""
    import openpyxl  # noqa: PLC0415 - see above
    from openpyxl.styles import Font  # noqa: PLC0415

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "编目"
    sheet.append(list(FIELDS.values()))
    sheet.freeze_panes = "B2"
    for cell, name in zip(sheet[1], FIELDS, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(name, 12)
    return workbook


def _workbook(content: bytes, *, read_only: bool) -> openpyxl.Workbook:
    """The workbook that `content` is, its formulae by their last values."""
    import openpyxl  # noqa: PLC0415 - see above
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size <= _LARGEST:
            return openpyxl.load_workbook(io.BytesIO(content), read_only=read_only, data_only=read_only)
    except (*_UNREADABLE, InvalidFileException):
        raise UnreadableError(0, "不是完好的 .xlsx 文件，请用 Excel 或 WPS 重新另存") from None
    raise UnreadableError(0, "文件展开后太大")


def _text(value: object) -> str:
    """A cell's value as it would be written by hand."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value).strip()
