"""The whole way: a folder of seeds to a built site, as an archivist's command takes it."""

from __future__ import annotations

import datetime as dt
import html.parser
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import readers, structure
from tests.commands import run
from tests.conftest import ROOT

HAND_WRITTEN = ("mkdocs.yml", "site_src")
TELLING_THE_DAY = {"sitemap.xml.gz"}
SPEECH = "在大会上的讲话\n李　明\n（2020年3月26日）\n\n同志们：\n今天开会，增强“四个意识”。\n"


def project(folder: Path) -> Path:
    """A folder with what is in git of the site's source, and no seeds."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "--", *HAND_WRITTEN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "seeds").mkdir()
    return folder


def zensical_build(folder: Path, into: Path) -> Path:
    """The site that Zensical makes in the folder `into` of a project's generated pages."""
    for name in HAND_WRITTEN:
        source = folder / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, into / name)
    zensical = Path(sys.executable).parent / "zensical"
    result = subprocess.run([zensical, "build"], cwd=into, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return into / "site"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Shown(html.parser.HTMLParser):
    """The text inside elements of class `tei`, blocks parted by line ends; what is hidden by design has no text."""

    VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append("tei" in (dict(attrs).get("class") or "").split())

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(self.open):
            self.text.append(data)


def shown(page: Path) -> str:
    """All that a built page shows of its speech, line ends left out."""
    parser = Shown()
    parser.feed(page.read_text("utf-8").split("<article", 1)[1].split("</article>", 1)[0])
    return "".join(parser.text)


def given_text(path: Path) -> str:
    """What a page should show of a seed: the source less its removed artefacts and its line ends."""
    (source,), _ = readers.read_files([path])
    artefacts = structure.parse(source).artefacts
    gone = {artefact.offset + i for artefact in artefacts if artefact.removed for i in range(len(artefact.text))}
    return "".join(c for i, c in enumerate(source.text) if i not in gone and c != "\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five seeds, built."""
    folder = project(tmp_path_factory.mktemp("built"))
    shutil.rmtree(folder / "seeds")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    return folder


def test_the_seeds_give_five_speech_pages_and_at_least_fifty_slogan_pages(built: Path) -> None:
    assert len(list((built / "site" / "speeches").glob("*/index.html"))) == 5
    assert len(list((built / "site" / "slogans").glob("*/index.html"))) >= 50


def test_the_committed_ledger_is_what_a_build_makes_of_the_seeds(built: Path) -> None:
    assert (built / "seeds" / "ids.json").read_bytes() == (ROOT / "seeds" / "ids.json").read_bytes()


def test_every_speech_page_shows_its_source_character_for_character(built: Path) -> None:
    pages = sorted(shown(page) for page in (built / "site" / "speeches").glob("*/index.html"))
    assert pages == sorted(given_text(path) for path in (built / "seeds").glob("*.txt"))


def test_generating_again_with_nothing_changed_writes_nothing(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "site_src").rglob("*")}
    result = run(built, "generate")
    assert "写入 0 个文件" in result.stderr
    assert before == {path: path.stat().st_mtime_ns for path in (built / "site_src").rglob("*")}


def test_another_folder_day_hash_seed_and_order_of_files_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Both on another day than their last change: one is told a day, and says it in the head of a gzip file."""
    other = project(tmp_path / "别处 的文件夹")
    names = sorted((ROOT / "seeds").iterdir(), reverse=True)
    random.Random(1).shuffle(names)
    for path in names:
        shutil.copy(path, other / "seeds" / path.name)
    result = run(other, "build", PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Shanghai", SOURCE_DATE_EPOCH="")
    assert result.returncode == 0, result.stderr
    ours, theirs = bytes_of(built / "site"), bytes_of(other / "site")
    assert ours.keys() == theirs.keys()
    assert {name for name in ours if ours[name] != theirs[name]} <= TELLING_THE_DAY
    changed = max(re.findall(r'"(?:first|gone)": "([0-9-]+)"', theirs["ids.json"].decode()))
    said = dt.datetime.fromtimestamp(int.from_bytes(theirs["sitemap.xml.gz"][4:8], "little"), dt.UTC)
    assert f"{said:%F}" == changed


def test_zensical_builds_the_same_pages(built: Path, tmp_path: Path) -> None:
    theirs = zensical_build(built, tmp_path)
    pages = {name for name in bytes_of(built / "site") if name.endswith(".html")}
    assert {name for name in bytes_of(theirs) if name.endswith(".html")} == pages


def test_bad_seeds_are_told_and_the_others_are_built(tmp_path: Path) -> None:
    folder = project(tmp_path)
    seeds = folder / "seeds"
    (seeds / "好.txt").write_text(SPEECH, "utf-8")
    (seeds / "又一份.txt").write_text(SPEECH, "utf-8")
    (seeds / "空.txt").touch()
    (seeds / "空白.txt").write_text(" \n\u3000\n", "utf-8")
    (seeds / "乱码.txt").write_bytes("讲话".encode() + b"\xff")
    (seeds / "链接.txt").symlink_to("/etc/hostname")
    (seeds / 'a "b" ..c.txt').write_text(SPEECH.replace("四个", "五个"), "utf-8")
    (seeds / "无题.txt").write_text("今天我们开会，总结去年工作，部署今年任务，请大家发言。\n" * 2, "utf-8")
    result = run(folder, "build", "--strict")
    assert result.returncode == 1
    codes = {
        line.split(":")[0]: line.split(": ")[1].split()[0] for line in result.stderr.splitlines() if ".txt:" in line
    }
    assert codes["空.txt"] == "R001"
    assert codes["空白.txt"] == "R002"
    assert codes["乱码.txt"] == "R003"
    assert codes["链接.txt"] == "R004"
    assert codes["好.txt"] == "C001"
    assert codes['a "b" ..c.txt'] == "R006"
    assert "无题.txt:1: S001" in result.stderr
    assert len(list((folder / "site" / "speeches").glob("*/index.html"))) == 3
    assert run(folder, "build").returncode == 0


def test_a_build_that_fails_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "seeds" / "好.txt").write_text(SPEECH, "utf-8")
    assert run(folder, "build").returncode == 0
    before = bytes_of(folder / "site")
    (folder / "site_src" / "坏.md").write_text("[没有](nowhere.md)\n", "utf-8")
    result = run(folder, "build")
    assert result.returncode == 1
    assert "P002" in result.stderr
    assert bytes_of(folder / "site") == before
    assert not [path for path in folder.iterdir() if path.name.startswith(".site-")]


def test_a_damaged_ledger_stops_the_build_and_is_not_replaced(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "seeds" / "好.txt").write_text(SPEECH, "utf-8")
    (folder / "seeds" / "ids.json").write_text("{坏", "utf-8")
    result = run(folder, "build")
    assert result.returncode == 1
    assert "I001" in result.stderr
    assert (folder / "seeds" / "ids.json").read_text("utf-8") == "{坏"
    assert not (folder / "site").exists()


ANYTHING = st.text(
    st.one_of(
        st.sampled_from("一二、（）是要。：“”*_`#-+=|~<>&!^[](){}\\$%@\"':;/.,0123 \u3000\t\u2028\u200b\u202e"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=120,
)


@settings(max_examples=1)
@given(st.lists(ANYTHING.filter(lambda text: text.strip()), min_size=40, max_size=40, unique=True))
def test_any_text_at_all_is_shown_character_for_character(texts: list[str]) -> None:
    import tempfile  # noqa: PLC0415 - Hypothesis forbids the fixture

    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name))
        for number, text in enumerate(texts):
            (folder / "seeds" / f"{number}.txt").write_text(f"题目{number}\n同志们：\n{text}\n", "utf-8", newline="")
        result = run(folder, "build")
        assert result.returncode == 0, result.stderr
        pages = sorted(shown(page) for page in (folder / "site" / "speeches").glob("*/index.html"))
        assert pages == sorted(given_text(path) for path in (folder / "seeds").glob("*.txt"))
