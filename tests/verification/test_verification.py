"""A built site that breaks a promise is found out, by page and line; one that keeps them all is not blamed."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator import pipeline, verification
from generator.options import Options
from generator.rendered import page
from generator.verification.policy import FILE, policy
from tests.commands import run
from tests.test_build import SPEECH, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Speech

OTHER = "在另一次大会上的讲话\n李　明\n（2021年3月26日）\n\n同志们：\n要增强“四个意识”，坚定信心。\n一、抓学习\n学。\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Speech, ...]]:
    folder = project(tmp_path_factory.mktemp("verified"))
    (folder / "seeds" / "a.txt").write_text(SPEECH, "utf-8")
    (folder / "seeds" / "b.txt").write_text(OTHER, "utf-8")
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    return folder / "site", tuple(pipeline.archive(folder / "seeds", "2027-01-15", Options()).corpus.speeches)


@pytest.fixture
def site(archive: tuple[Path, tuple[Speech, ...]], tmp_path: Path) -> Path:
    return shutil.copytree(archive[0], tmp_path / "site")


def speech_page(site: Path) -> Path:
    """The page of the speech that has a section."""
    return next(path for path in site.glob("speeches/*/index.html") if "抓学习" in path.read_text("utf-8"))


def slogan_page(site: Path) -> Path:
    return next(path for path in site.glob("slogans/*/index.html") if 'data-at="' in path.read_text("utf-8"))


def changed(path: Path, pattern: str, by: str) -> int:
    """Change the first match in a file; the line on which it stands."""
    before = path.read_text("utf-8")
    found = re.search(pattern, before)
    assert found, pattern
    path.write_text(before[: found.start()] + found.expand(by) + before[found.end() :], "utf-8")
    return before.count("\n", 0, found.start()) + 1


def test_a_site_as_built_keeps_its_promises(archive: tuple[Path, tuple[Speech, ...]]) -> None:
    assert verification.problems(*archive) == ()


@pytest.mark.parametrize(
    ("where", "pattern", "by", "code"),
    [
        (speech_page, "坚定信心", "坚定信仰", "P006"),
        (speech_page, "坚定信心", "坚定信心！", "P006"),
        (speech_page, r'(class="permalink"[^>]*>)', r"\1¶", "P006"),
        (speech_page, "</article>", "</b></article>", "P004"),
        (speech_page, "</article>", '<p id="title"></p></article>', "P004"),
        (speech_page, "<h1", '<h1 onclick="alert(1)"', "P004"),
        (speech_page, "<h1", '<h1 style="color: red"', "P004"),
        (speech_page, "<h1", '<a href="../../nowhere/">x</a><h1', "P001"),
        (speech_page, "<h1", '<a href="#nowhere">x</a><h1', "P001"),
        (speech_page, "<h1", '<a href="javascript:alert(1)">x</a><h1', "P001"),
        (speech_page, "<h1", '<img src="https://elsewhere.example/a.png"><h1', "P005"),
        (speech_page, "<h1", '<script src="//elsewhere.example/a.js"></script><h1', "P005"),
        (slogan_page, r'data-at="(\d)', r'data-at="1\1', "P009"),
        (slogan_page, r"共 \d+ 次", "共 7 次", "P007"),
        (slogan_page, r"见于 \d+ 篇", "见于 7 篇", "P007"),
    ],
)
def test_what_a_page_breaks_is_told_by_page_and_line(  # noqa: PLR0913, PLR0917 - a table of faults
    archive: tuple[Path, tuple[Speech, ...]],
    site: Path,
    where: Callable[[Path], Path],
    pattern: str,
    by: str,
    code: str,
) -> None:
    path = where(site)
    line = changed(path, pattern, by)
    found = [each for each in verification.problems(site, archive[1]) if each.code == code]
    assert [each.path for each in found] == [path.relative_to(site).as_posix()] * len(found) != []
    assert found[0].line in {0, line} if code == "P007" else found[0].line == line


def test_a_count_of_the_whole_archive_that_is_wrong_is_told(site: Path) -> None:
    changed(site / "index.html", "2 篇讲话", "3 篇讲话")
    assert [(each.code, each.path) for each in verification.problems(site)] == [("P007", "index.html")]


def test_a_published_id_that_no_page_has_is_told(site: Path) -> None:
    path = speech_page(site)
    changed(path, 'id="h-[a-z0-9]{6}"', 'id="h-gone00"')
    assert "P008" in {each.code for each in verification.problems(site)}
    path.unlink()
    assert path.parent.name in "".join(each.message for each in verification.problems(site) if each.code == "P008")


def test_a_style_sheet_that_asks_another_origin_is_told(site: Path) -> None:
    with next(site.glob("assets/data/*.css")).open("a", encoding="utf-8") as sheet:
        sheet.write('\n@import "https://fonts.example/a.css";')
    assert [each.code for each in verification.problems(site)] == ["P005"]


def test_a_script_that_the_published_policy_does_not_allow_is_told(site: Path) -> None:
    scripts = {script for path in site.rglob("*.html") for script in page(path.read_bytes()).scripts}
    (site / FILE).write_text(policy(scripts), "utf-8")
    assert verification.problems(site) == ()
    changed(speech_page(site), "<h1", "<script>alert(1)</script><h1")
    assert [each.code for each in verification.problems(site)] == ["P010"]


def test_a_damaged_ledger_is_told(site: Path) -> None:
    (site / "ids.json").write_text("{", "utf-8")
    assert "I001" in {each.code for each in verification.problems(site)}


def test_the_command_says_so_and_fails(site: Path, archive: tuple[Path, tuple[Speech, ...]]) -> None:
    folder = archive[0].parent
    assert run(folder, "verify", str(site)).returncode == 0
    changed(speech_page(site), "坚定信心", "坚定信仰")
    told = run(folder, "verify", str(site))
    assert told.returncode == 1
    assert "P006" in told.stdout + told.stderr
