"""What `check` tells: the problems by file, with what was understood of each speech."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.model import Severity
from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Problem, Speech

_ORDER: Final = tuple(Severity)
#: What a spreadsheet would take for a formula.
_FORMULA: Final = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the seeds' folder: the speech that it holds, if any was read, and its problems, gravest first."""

    path: str
    speech: Speech | None
    problems: Sequence[Problem]

    @property
    def gravity(self) -> int:
        """How much it matters that someone looks at it: less is graver."""
        return min((_ORDER.index(each.severity) for each in self.problems), default=len(_ORDER))


def files(speeches: Iterable[Speech], problems: Iterable[Problem]) -> list[File]:
    """Every file that holds a speech or has a problem, the gravest first, then by name."""
    told: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        told[problem.path].append(problem)
    read = {speech.path: speech for speech in speeches}
    every = (File(path, read.get(path), sorted(told[path], key=_gravest)) for path in {*read, *told})
    return sorted(every, key=lambda file: (file.gravity, file.path))


def _gravest(problem: Problem) -> tuple[int, int, str]:
    """What a file's problems are ordered by."""
    return _ORDER.index(problem.severity), problem.line, problem.code


def summary(found: Iterable[File]) -> str:
    """How much there is to do, in a sentence."""
    every = list(found)
    counts = Counter(problem.severity for file in every for problem in file.problems)
    told = "，".join(f"{labels.SEVERITIES[each]} {counts[each]} 处" for each in Severity if counts[each])
    return f"{len(every)} 个文件，{told}。" if told else f"{len(every)} 个文件，没有发现问题。"


def known(speech: Speech) -> Iterator[tuple[str, str, str]]:
    """The header of `speech` as it was understood: a field, what it is called, its value (empty: not found)."""
    header = speech.header
    yield "title", labels.FACT_TITLE, header.title
    yield "speaker", labels.FACT_SPEAKER, header.speaker
    yield "role", labels.FACT_ROLE, header.role
    bound = labels.not_before(speech.bound.month) if speech.bound else ""
    yield "date", labels.FACT_DATE, labels.date(header.date) or bound
    yield "place", labels.FACT_PLACE, header.place
    yield "occasion", labels.FACT_OCCASION, header.occasion


def table(found: Iterable[File]) -> str:
    """Every problem as a row of CSV, with the mark by which Excel knows UTF-8; no cell is a formula."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(("文件", "题目", "行", "程度", "代码", "问题和办法"))
    for file in found:
        title = file.speech.header.title if file.speech else ""
        for each in file.problems:
            cells = (file.path, title, each.line or "", labels.SEVERITIES[each.severity], each.code, each.message)
            writer.writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in cells])
    return "\ufeff" + made.getvalue()
