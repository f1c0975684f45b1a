"""A site is put in the old one's place only when it is whole."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from generator import permalinks
from generator.publishing import publish
from generator.site import labels

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "site_name: 试\ndocs_dir: !ENV [SITE_SOURCE, docs]\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
PAGE = '<!doctype html><html lang="zh"><head><title>试</title></head><body>{{ page.content }}</body></html>\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The least that a site of no speeches needs."""
    lead = labels.COUNT_SPEECHES + labels.COUNT_SLOGANS
    leads = {"": lead, "speeches/": labels.SPEECHES_LEAD, "slogans/": labels.SLOGANS_LEAD}
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text(PAGE, "utf-8")
    for place, lead in leads.items():
        (tmp_path / "pages" / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / place / "index.md").write_text(f"# 首页\n\n{lead.format(count=0)}\n", "utf-8")
    (tmp_path / "pages" / "ids.json").write_text(permalinks.dump(permalinks.Ledger()), "utf-8")
    return tmp_path


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def published(project: Path) -> list[str]:
    record = project / "build" / "site.json"
    found = publish(project / "mkdocs.yml", project / "pages", project / "site", record, fast=False)
    return [each.code for each in found.wrong]


def test_a_whole_site_takes_the_place_of_the_old_one(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "old.html").touch()
    assert published(project) == []
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "old.html").exists()


def test_nothing_is_left_beside_the_site_but_its_hashes(project: Path) -> None:
    published(project)
    assert sorted(path.name for path in project.iterdir()) == [
        "build",
        "mkdocs.yml",
        "pages",
        "site",
        "site.sha256",
        "theme",
    ]


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
    with (project / "pages" / "index.md").open("a", encoding="utf-8") as home:
        home.write(f"\n{page}\n")
    assert set(published(project)) == {code}
    assert {path: path.read_bytes() for path in files_of(project / "site")} == before
