"""One speech's fields, checked. The only importer of pydantic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PositiveInt, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from generator.catalogue.fields import FIELDS, LEVELS, MAIN, NAMES, NO, SEPARATE, UNKNOWN, YES
from generator.problems import problem
from generator.structure import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.catalogue.rows import Cell, Row
    from generator.model import Problem

_TRUTH: Final = {YES: True, "true": True, "yes": True, "1": True, NO: False, "false": False, "no": False, "0": False}
_COMMA: Final = re.compile(r"[、，,；;]")
_WHY: Final = {
    "string_too_long": "太长，至多 {max_length} 个字",
    "literal_error": "只能写{expected}",
    "int_parsing": "应是一个数字",
    "int_from_float": "应是整数",
    "greater_than": "应大于 {gt}",
}
"""What pydantic finds wrong, by its name for it, in Chinese."""


def _date(value: str) -> str:
    """The ISO 8601 date that `value` is; the word for what is not known stays."""
    found = value if value == UNKNOWN else dates.whole(value)
    if found is None:
        raise PydanticCustomError("date", "应写成 2020、2020-03 或 2020-03-26（或 2020年3月26日），并且日历上有这一天")
    return found


def _truth(value: str) -> bool:
    """Whether `value` says yes."""
    if value.lower() not in _TRUTH:
        raise PydanticCustomError("truth", f"只能写“{YES}”或“{NO}”；改好以前，这一篇先不公开")
    return _TRUTH[value.lower()]


def _tags(value: str) -> tuple[str, ...]:
    """The tags in `value`, each once."""
    return tuple(dict.fromkeys(tag.strip() for tag in _COMMA.split(value) if tag.strip()))


Words = Annotated[str, StringConstraints(max_length=200)]


class Entry(BaseModel):
    """What the catalogue says of the speech in `file`; None where it says nothing.

    `version` is what the archivist decided where several files seem to hold the same speech.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Words
    title: Words | None = None
    speaker: Words | None = None
    role: Words | None = None
    date: Annotated[str, BeforeValidator(_date)] | None = None
    place: Words | None = None
    occasion: Words | None = None
    level: Literal[LEVELS] | None = None  # type: ignore[valid-type]
    series: Words | None = None
    source: Words | None = None
    rights: Words | None = None
    tags: Annotated[tuple[str, ...], BeforeValidator(_tags)] | None = None
    order: PositiveInt | None = None
    hidden: Annotated[bool, BeforeValidator(_truth)] = False
    version: Literal[MAIN, SEPARATE] | None = None  # type: ignore[valid-type]


def checked(row: Row, path: str) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry that `row` of the catalogue `path` is, less what is wrong with it; None without a file."""
    cells: dict[str, Cell] = {}
    problems: list[Problem] = []
    for cell in row.cells:
        name = NAMES.get(cell.name, "")
        if not name:
            problems.append(problem("K003", path, cell.line, field=cell.name, known="、".join(FIELDS.values())))
        elif name in cells:
            problems.append(problem("K005", path, cell.line, field=cell.name, before=cells[name].line))
        else:
            cells[name] = cell
    if "file" not in cells:
        return None, (*problems, problem("K002", path, row.line))
    wrong = dict(_wrong(cells))
    problems += (
        problem("K004", path, cells[name].line, field=cells[name].name, value=cells[name].value, why=why)
        for name, why in wrong.items()
    )
    if "file" in wrong:
        return None, tuple(problems)
    # Whoever wrote anything at all under “hidden” did not want the speech to be seen before it is put right.
    return Entry(**_values(cells, wrong) | ({"hidden": YES} if "hidden" in wrong else {})), tuple(problems)  # type: ignore[arg-type]


def _wrong(cells: Mapping[str, Cell]) -> Iterator[tuple[str, str]]:
    """The fields whose values cannot be, and why."""
    try:
        Entry(**_values(cells))  # type: ignore[arg-type]
    except ValidationError as error:
        for each in error.errors(include_url=False):
            why = _WHY.get(each["type"], each["msg"])
            told = {**each.get("ctx", {}), "expected": "、".join(_choices(str(each["loc"][0])))}
            yield str(each["loc"][0]), why.format(**told)


def _choices(name: str) -> Sequence[str]:
    """What may stand in a field of few values."""
    return {"level": LEVELS, "version": (MAIN, SEPARATE)}.get(name, ())


def _values(cells: Mapping[str, Cell], wrong: Mapping[str, str] | None = None) -> dict[str, str]:
    """The cells' values by field, those that are `wrong` left out."""
    return {name: cell.value for name, cell in cells.items() if name not in (wrong or {})}
