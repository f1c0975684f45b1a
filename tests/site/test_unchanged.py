"""What one edit changes of the site's source, and what it leaves as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import permalinks, pipeline, site
from generator.options import Options

if TYPE_CHECKING:
    from pathlib import Path

SPEECH = "在第{n}次会议上的讲话\n李　林\n（2020年3月2{n}日）\n同志们：\n{body}\n"
BODIES = ("要让党旗高高飘扬。", "今年粮食又丰收了。", "江河湖泊都要有人管。", "孩子们放学以后去哪里？")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for n, body in enumerate(BODIES):
        (tmp_path / "seeds" / f"{n}.txt").write_text(SPEECH.format(n=n, body=body), "utf-8")
    return tmp_path / "seeds"


def built(seeds: Path, build: str) -> dict[str, bytes]:
    """The site's source after a build on the day `build`, by path."""
    made = pipeline.mined(pipeline.archive(seeds, build, Options()))
    assert made.ledger
    into = seeds.parent / "site_src"
    site.write(site.pages(made.corpus, pipeline.linked(made), made.problems, made.ledger), into)
    permalinks.write(made.ledger, seeds / pipeline.LEDGER)
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*") if path.is_file()}


def test_an_edit_on_a_later_day_changes_no_page_of_another_speech(seeds: Path) -> None:
    before = built(seeds, "2026-01-01")
    (seeds / "3.txt").write_text(SPEECH.format(n=3, body=BODIES[3] + "\n图书馆晚上也要开门。"), "utf-8")
    after = built(seeds, "2026-02-01")
    pages = {path for path in before if path.startswith("speeches/") and "index" not in path}
    changed = {path for path in pages if before[path] != after[path]}
    assert len(pages) == len(BODIES)
    assert len(changed) == 1
    assert "2026年2月1日" in after[changed.pop()].decode()
