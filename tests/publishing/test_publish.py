"""A site is put in the old one's place only when it is whole."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.publishing import publish
from generator.publishing.links import DeadLink, dead_links

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "site_name: 试\ndocs_dir: !ENV [SITE_SOURCE, docs]\ntheme: mkdocs\nplugins: []\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# 首页\n", "utf-8")
    return tmp_path


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def published(project: Path) -> list[str]:
    found = publish(project / "mkdocs.yml", project / "pages", project / "site", project / "build" / "site.json")
    return [each.code for each in found.wrong]


def test_a_whole_site_takes_the_place_of_the_old_one(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "old.html").touch()
    assert published(project) == []
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "old.html").exists()


def test_nothing_is_left_beside_the_site_but_its_hashes(project: Path) -> None:
    published(project)
    assert sorted(path.name for path in project.iterdir()) == ["build", "mkdocs.yml", "pages", "site", "site.sha256"]


def test_the_hashes_are_those_of_the_files(project: Path) -> None:
    published(project)
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "../site.sha256"], cwd=project / "site", check=False)
    assert checked.returncode == 0
    told = {line.split("  ", 1)[1] for line in (project / "site.sha256").read_text("utf-8").splitlines()}
    assert told == {path.relative_to(project / "site").as_posix() for path in files_of(project / "site")}


@pytest.mark.parametrize(
    ("page", "code"),
    [("[无](nowhere.md)", "P002"), ('<a href="nowhere/">无</a>', "P001"), ('<a href="#nowhere">无</a>', "P001")],
)
def test_a_site_with_a_dead_link_leaves_the_old_one_as_it_was(project: Path, page: str, code: str) -> None:
    published(project)
    before = {path: path.read_bytes() for path in files_of(project / "site")}
    (project / "pages" / "index.md").write_text(page, "utf-8")
    assert set(published(project)) == {code}
    assert {path: path.read_bytes() for path in files_of(project / "site")} == before


@pytest.mark.parametrize(
    "target",
    ["./", "b/", "b", "b/index.html", "b/#here", "/b/", "a.css?v=1", "%E5%AD%97.html", "https://e.org/x"],
)
def test_a_link_to_what_is_there_or_outside_is_not_dead(tmp_path: Path, target: str) -> None:
    assert _dead(tmp_path, target) == ()


@pytest.mark.parametrize("target", ["c/", "b/#gone", "x.css", "/c/", "#top"])
def test_a_link_to_what_is_not_there_is_dead(tmp_path: Path, target: str) -> None:
    assert _dead(tmp_path, target) == (DeadLink("index.html", target),)


def _dead(site: Path, target: str) -> tuple[DeadLink, ...]:
    """The dead links of a site whose home links to `target`."""
    (site / "b").mkdir()
    (site / "b" / "index.html").write_text('<p id="here">', "utf-8")
    (site / "a.css").touch()
    (site / "字.html").touch()
    (site / "index.html").write_text(f'<a href="{target}">', "utf-8")
    return dead_links(site)
