"""The fast way gives the same site as MkDocs, byte for byte, or says that it steps aside."""

from __future__ import annotations

import os
import random
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.publishing import inputs, publish
from generator.publishing.accelerator import build, mkdocs_site, pages
from generator.publishing.accelerator.blocks import Content, content
from generator.publishing.output import Output
from generator.publishing.record import Record
from tests.commands import run
from tests.conftest import ROOT
from tests.site.test_markdown import HOSTILE
from tests.test_build import bytes_of, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITS = ("很好。", "- 甲\n- 乙", "## 又一节 { #more }", "[回首页](../index.md)", "***", "一行\n两行", "<b>粗</b>*体*")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with generated pages: of the seeds, and of speeches that are hostile throughout."""
    folder = project(tmp_path_factory.mktemp("archive"))
    for seed in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(seed, folder / "seeds")
    for number in range(0, len(HOSTILE), 5):
        some = "\n".join(HOSTILE[number : number + 5])
        (folder / "seeds" / f"{number}.txt").write_text(
            f"{HOSTILE[number]}\n（2020年1月2日）\n同志们：\n{some}\n", "utf-8"
        )
    assert run(folder, "generate").returncode == 0
    config = folder / "mkdocs.yml"
    without_search = re.sub(
        r"(?s)\nplugins:.*?\n\n", "\nplugins:\n  - search:\n      enabled: false\n\n", config.read_text("utf-8")
    )
    config.write_text(without_search, "utf-8")
    return folder


@pytest.fixture(scope="module", autouse=True)
def today() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "1800000000"


def published(folder: Path, name: str, *, fast: bool, workers: int = 1) -> list[str]:
    found = publish(
        folder / "mkdocs.yml",
        folder / "site_src",
        folder / name,
        folder / "build" / f"{name}.json",
        fast=fast,
        workers=workers,
    )
    return [f"{each.code} {each.message}" for each in (*found.told, *found.wrong)]


def assert_same(folder: Path, workers: int = 1) -> None:
    """The site built the fast way, from what is known of the last time, is the one that MkDocs builds."""
    assert published(folder, "plain", fast=False) == []
    assert published(folder, "fast", fast=True, workers=workers) == []
    ours, theirs = bytes_of(folder / "fast"), bytes_of(folder / "plain")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_every_page_that_our_writer_writes_goes_the_fast_way(archive: Path) -> None:
    for page in sorted((archive / "site_src").glob("s*/???????.md")):
        assert content(page.read_text("utf-8"), str).headings, page


def test_the_site_is_the_same_from_nothing_and_after_any_edits(archive: Path) -> None:
    assert_same(archive)
    chance = random.Random(11)
    source = archive / "site_src"
    generated = sorted((source / "speeches").glob("???????.md"))
    for page in chance.sample(generated, len(EDITS)):
        blocks = page.read_text("utf-8").split("\n\n")
        blocks.insert(chance.randrange(1, len(blocks)), chance.choice(EDITS))
        page.write_text("\n\n".join(blocks), "utf-8")
    (source / "slogans" / "new.md").write_text("# 新 { #title }\n\n[讲话](../speeches/index.md)\n", "utf-8")
    (source / "about.md").write_text("# 关于 { #title }\n\n**好**\n", "utf-8")
    (source / "assets" / "css" / "reading.css").write_text("p { margin: 1px }\n", "utf-8")
    assert_same(archive, workers=2)


def test_nothing_is_touched_where_nothing_changed(archive: Path) -> None:
    published(archive, "still", fast=True)
    before = (archive / "still").stat().st_ino
    assert published(archive, "still", fast=True) == []
    assert (archive / "still").stat().st_ino == before


def test_nothing_is_built_where_nothing_changed_and_nobody_sets_the_day(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert published(archive, "dayless", fast=True) == []
    monkeypatch.setattr("generator.publishing.accelerator.built", lambda *_: pytest.fail("built again"))
    assert published(archive, "dayless", fast=True) == []


def test_only_files_that_changed_are_new(archive: Path) -> None:
    published(archive, "old", fast=True)
    before = {path: path.stat() for path in (archive / "old").rglob("*.*")}
    page = min((archive / "site_src" / "speeches").glob("???????.md"))
    page.write_text(page.read_text("utf-8") + "\n又一段。\n", "utf-8")
    published(archive, "old", fast=True)
    after = {path: path.stat() for path in (archive / "old").rglob("*.*")}
    new = [path for path in after if path.is_file() and after[path].st_ino != before[path].st_ino]
    assert new == [archive / "old" / "speeches" / page.stem / "index.html"]
    assert all(
        after[path].st_mtime_ns == before[path].st_mtime_ns for path in after if path.is_file() and path not in new
    )


def test_a_site_that_was_meddled_with_is_made_whole(archive: Path) -> None:
    published(archive, "marred", fast=True)
    whole = bytes_of(archive / "marred")
    min((archive / "marred" / "speeches").glob("*/index.html")).write_text("改", "utf-8")
    (archive / "marred" / "extra.html").touch()
    (archive / "marred" / "404.html").unlink()
    published(archive, "marred", fast=True)
    assert bytes_of(archive / "marred") == whole


def test_a_dead_link_leaves_the_old_site_as_it_was(archive: Path) -> None:
    published(archive, "dead", fast=True)
    before = bytes_of(archive / "dead")
    about = archive / "site_src" / "about.md"
    text = about.read_text("utf-8")
    try:
        for link, code in (("[无](nowhere.md)", "P002"), ("[无](speeches/index.md#no)", "P001")):
            about.write_text(f"{text}\n{link}\n", "utf-8")
            assert {line[:4] for line in published(archive, "dead", fast=True)} == {code}
    finally:
        about.write_text(text, "utf-8")
    assert bytes_of(archive / "dead") == before


def test_it_steps_aside_for_what_it_was_not_proved_with_and_says_so(archive: Path) -> None:
    config = archive / "mkdocs.yml"
    text = config.read_text("utf-8")
    try:
        config.write_text(text.replace("  - attr_list\n", "  - attr_list\n  - admonition\n"), "utf-8")
        (told,) = published(archive, "aside", fast=True)
        assert told.startswith("P003")
        published(archive, "plain", fast=False)
    finally:
        config.write_text(text, "utf-8")
    assert bytes_of(archive / "aside") == bytes_of(archive / "plain")


def test_a_page_that_differs_stops_the_fast_way(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(source: str, address: Callable[[str], str]) -> Content:
        found = content(source, address)
        return replace(found, html=found.html.replace("</p>", " </p>"))

    monkeypatch.setattr(pages, "content", wrong)
    monkeypatch.setenv("SITE_SOURCE", str(archive / "site_src"))
    config = mkdocs_site.configured(archive / "mkdocs.yml", archive / "wrong")
    with pytest.raises(build.Different):
        build.built(
            config,
            Output(str(archive / "wrong"), "", Record()),
            inputs.given(archive / "site_src", {}),
            "",
            archive / "build",
            1,
        )
