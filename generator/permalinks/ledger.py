"""The ledger's file, `seeds/ids.json`: one JSON object, one id a line.

    {"schema": 1,
    "2k5ge8n": {"first": "2026-02-03", "text": "在全区党建工作会议上的讲话"},
    "2k5ge8n#p-3f9x2a": {"first": "2026-02-03", "text": "同志们："},
    "": {}}

Each line is complete in itself and ends with a comma; the first and last line never change. So git's own
`merge=union` (see .gitattributes) joins the ledgers of two branches into what is still one. An id that both branches
changed then stands twice, and reading takes the line that says it lives, else the first: whatever else the other
branch knew, the next build finds out again from the seeds, and puts the lines in order.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from generator import atomic
from generator.permalinks.ids import ALPHABET
from generator.permalinks.records import SLOGANS, Entry, Ledger, State, ledger_of
from generator.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.model import Problem

OPENING: Final = '{"schema": 1,'
CLOSING: Final = '"": {}}'

_ID = f"[{ALPHABET}]"
_KEY = re.compile(rf"(?:{SLOGANS})?{_ID}{{7}}|{_ID}{{7}}#[ph]-{_ID}{{6}}")
_FIELDS = ("first", "gone", "state", "at", "near", "text")
_SHAPES = {
    State.LIVE: (False, False),
    State.SPLIT: (False, True),
    State.ALIAS: (True, True),
    State.MERGED: (True, True),
    State.MOVED: (True, True),
    State.DELETED: (True, False),
}
"""Whether an entry in each state says since when it is gone, and where to."""
_CONFLICT = re.compile(r"<<<<<<<|=======$|>>>>>>>|\|\|\|\|\|\|\|")


class _DamagedError(ValueError):
    """The Chinese reason why line `line` cannot be read."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


def read(path: Path) -> Ledger | Problem:
    """The ledger in the file at `path`, empty where there is no file yet; a `Problem` if any line is damaged."""
    try:
        content = path.read_text("utf-8")
    except FileNotFoundError:
        return Ledger()
    except UnicodeDecodeError as error:
        return problem("I001", path.name, error.object.count(b"\n", 0, error.start) + 1, why="这一行不是 UTF-8 编码")
    try:
        return load(content)
    except _DamagedError as damage:
        return problem("I001", path.name, damage.line, why=str(damage))


def dump(ledger: Ledger) -> str:
    """The file's content; the same ledger always gives the same."""
    encoded = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make a new one for each line
    lines = (f"{json.dumps(key)}: {encoded(_record(entry))}," for key, entry in ledger.entries())
    return "\n".join((OPENING, *lines, CLOSING)) + "\n"


def write(ledger: Ledger, path: Path) -> bool:
    """Put `ledger` into the file at `path`, wholly or not at all; whether that changed the file."""
    return atomic.put(path, dump(ledger).encode(), synced=True)


def load(content: str) -> Ledger:
    """The ledger that `dump` wrote or `merge=union` joined.

    >>> load(dump(Ledger())) == Ledger()
    True
    """
    lines = content.removesuffix("\n").split("\n")
    _framed(lines)
    found: dict[str, Entry] = {}
    where: dict[str, int] = {}
    for number, line in enumerate(lines[1:-1], start=2):
        key, entry = _parsed(number, line)
        if key not in found or (entry.live and not found[key].live):
            found[key] = entry
            where[key] = number
    for key, number in where.items():
        _refer(found, key, number)
    return ledger_of(found)


def _refer(found: Mapping[str, Entry], key: str, number: int) -> None:
    """Refuse an entry that names ids which are not there, or leads in a circle."""
    entry = found[key]
    for other in (key.partition("#")[0], entry.at, entry.near):
        if other and other not in found:
            raise _DamagedError(number, f"提到的编号“{other}”没有登记")
    passed = {key}
    while not entry.live and entry.at in found:
        if entry.at in passed:
            raise _DamagedError(number, f"编号“{key}”的去向绕成了圈")
        passed.add(entry.at)
        entry = found[entry.at]


def _framed(lines: Sequence[str]) -> None:
    """Refuse a file cut short, from another version of this programme, or with a merge left half done."""
    for number, line in enumerate(lines, start=1):
        if _CONFLICT.match(line):
            raise _DamagedError(number, "两个版本的合并没有完成（留有冲突标记）")
    if lines[0] != OPENING:
        raise _DamagedError(1, f"第一行应是 {OPENING}")
    if lines[-1] != CLOSING:
        raise _DamagedError(len(lines), f"文件不完整，最后一行应是 {CLOSING}")


def _parsed(number: int, line: str) -> tuple[str, Entry]:
    """The key and the entry that one line holds."""
    try:
        ((key, record),) = json.loads(f"{{{line.removesuffix(',')}}}").items()
    except (ValueError, AttributeError):
        raise _DamagedError(number, "这一行不是一条完整的登记") from None
    if not line.endswith(",") or not _KEY.fullmatch(key):
        raise _DamagedError(number, f"编号“{key}”的写法不对，或行末缺少逗号")
    if not isinstance(record, dict) or not {"first", "text"} <= record.keys() <= set(_FIELDS):
        raise _DamagedError(number, "登记的栏目不对")
    if not all(isinstance(value, str) for value in record.values()):
        raise _DamagedError(number, "登记的内容都应是带引号的文字")
    return key, _entry(number, record)


def _entry(number: int, record: Mapping[str, str]) -> Entry:
    """The entry written as `record`, if its state is one, and agrees with the rest."""
    state = record.get("state", State.LIVE)
    if state not in tuple(State):
        raise _DamagedError(number, f"不认识的状态“{state}”")
    told = {name: value for name, value in record.items() if name != "state"}
    entry = Entry(**told, state=State(state))
    if (bool(entry.gone), bool(entry.at)) != _SHAPES[entry.state]:
        raise _DamagedError(number, f"状态“{state}”与其他栏目矛盾")
    return entry


def _record(entry: Entry) -> dict[str, str]:
    """`entry` as it is written: what goes without saying is left out, the text comes last."""
    values = {name: str(getattr(entry, name)) for name in _FIELDS}
    said = {"first", "text"}
    return {name: value for name, value in values.items() if name in said or value not in {"", State.LIVE}}
