"""Every problem has a folder under problems/ with files that show it, and the lines that `check` then prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.problems import PROBLEMS
from tests.problems_made import MADE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: Problems that no folder can show, with tests of their own: a pipe, a file without permission, one that takes too
#: long, LibreOffice and what it cannot read, a PDF (printed by the browser), those of later stages.
ELSEWHERE = {"R005", "R008", "R022", "R023", "R024", "R028", "I002"} | {code for code in PROBLEMS if code[0] == "P"}


@pytest.mark.parametrize("code", sorted(PROBLEMS.keys() - ELSEWHERE))
def test_check_tells_it_in_these_words(
    code: str, root: Path, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    folder = root / "tests" / "problems" / code
    if code in MADE:
        name, made = MADE[code]
        folder = tmp_path
        (folder / name).write_bytes(made())
    result = CliRunner().invoke(main, ["check", "--seeds", str(folder), "--strict"])
    lines = [line for line in result.stdout.splitlines() if f" {code} " in line]
    assert lines
    assert result.exit_code == (0 if PROBLEMS[code][0] == "note" else 1)
    golden(f"problem_{code}.txt", "\n".join(lines) + "\n")


def test_no_problem_is_without_a_sentence_that_says_what_to_do() -> None:
    assert [code for code, (_, sentence) in PROBLEMS.items() if "请" not in sentence] == []
