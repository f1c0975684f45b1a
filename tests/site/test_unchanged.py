"""What one edit changes of the site's source, what is not made again, and that nothing old is ever kept."""

from __future__ import annotations

import pickle
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from generator import copies, export, permalinks, pipeline, site
from generator.model import Copy
from generator.options import Options
from generator.site import content, passages, speech
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.site.content import Content

SPEECH = "在第{n}次会议上的讲话\n李　林\n（2020年3月1{n}日）\n同志们：\n{body}\n"
#: What speeches share stands in such as do not follow on one another, for a page names its neighbours.
BODIES = (
    "一、要增强“四个意识”。\n要让党旗在防控疫情斗争第一线高高飘扬，让群众看得见。\n二、今年粮食又丰收了。",
    "江河湖泊都要有人管，坚定“四个自信”，一件一件落到实处。\n各乡镇要把责任写在墙上，月底以前报来。",
    "一、要增强“四个意识”，坚定“四个自信”。\n要让党旗在防控疫情斗争第一线高高飘扬，让群众看得见。\n二、修好路。",
    "孩子们放学以后去哪里？增强“四个意识”，图书馆晚上也要开门。",
    "门前有台阶，台阶旁边种着树。",
    "要增强“四个意识”，早起的人先看见太阳。\n各乡镇要把责任写在墙上，月底以前报来。",
    "增强“四个意识”，井水不犯河水，也要有人去修井。",
    "增强“四个意识”，坚定“四个自信”，把老房子修旧如旧。",
    "增强“四个意识”，让老街热闹起来。",
)
SENTENCES = (
    "各乡镇要把责任写在墙上，月底以前报来。",
    "要增强“四个意识”，坚定“四个自信”。",
    "要让党旗在防控疫情斗争第一线高高飘扬，让群众看得见。",
    "老百姓的事情没有小事。",
    "（一）抓好春耕。",
)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for n, body in enumerate(BODIES):
        (folder / f"{n}.txt").write_text(SPEECH.format(n=n, body=body), "utf-8")
    return folder


def made(seeds: Path, build: str, address: str = "") -> dict[str, Content]:
    """The files of a build on the day `build`, whose ids are noted in the ledger."""
    found = pipeline.mined(pipeline.archive(seeds, build, Options()))
    assert found.ledger
    links = pipeline.linked(found)
    permalinks.write(found.ledger, seeds / pipeline.LEDGER)
    return {
        **site.pages(found.corpus, links, found.problems, found.ledger, hidden=found.hidden, copies=(Copy.EPUB,)),
        **export.files(export.Publication(found.corpus, links, found.ledger, address)),
        **copies.files(found.corpus, found.ledger, (Copy.EPUB,)),
    }


def built(seeds: Path, build: str, into: str = "site_src", address: str = "") -> site.Written:
    """Write these files into the folder `into` beside the seeds; of `site_src` alone anything is remembered."""
    memory = seeds.parent / "memory.json" if into == "site_src" else None
    return site.write(made(seeds, build, address), seeds.parent / into, memory=memory)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_edit_on_a_later_day_changes_no_page_of_another_speech(seeds: Path) -> None:
    built(seeds, "2026-01-01")
    before = files(seeds.parent / "site_src")
    (seeds / "4.txt").write_text(SPEECH.format(n=4, body=BODIES[4] + "\n门前有台阶。"), "utf-8")
    built(seeds, "2026-02-01")
    after = files(seeds.parent / "site_src")
    pages = {path for path in before if path.startswith("speeches/") and "index" not in path}
    changed = {path for path in pages if before[path] != after[path]}
    assert len(pages) == len(BODIES)
    assert len(changed) == 1
    assert "2026年2月1日" in after[changed.pop()].decode()


@pytest.mark.parametrize("workers", [2, 3])
def test_several_workers_write_what_one_does(seeds: Path, workers: int) -> None:
    found = made(seeds, "2026-01-01")
    site.write(found, seeds.parent / "one")
    written = site.write(found, seeds.parent / "several", Work(workers))
    assert written.written == len(found)
    assert files(seeds.parent / "one") == files(seeds.parent / "several")


def test_what_is_to_be_written_can_be_sent_to_a_worker(seeds: Path) -> None:
    """Where processes cannot be forked, everything goes to them as bytes."""
    found = made(seeds, "2026-01-01")
    sent = pickle.loads(pickle.dumps(found))  # noqa: S301 - made here
    assert {path: site.whole(each) for path, each in sent.items()} == {
        path: site.whole(each) for path, each in found.items()
    }


def hide(seeds: Path, chance: random.Random) -> None:
    (seeds / "catalogue.yml").write_text(f"- 文件: {chance.randrange(9)}.txt\n  不公开: 是\n", "utf-8")


def describe(seeds: Path, chance: random.Random) -> None:
    place = chance.choice(("北京", "上海"))
    (seeds / "catalogue.yml").write_text(f"- 文件: {chance.randrange(9)}.txt\n  地点: {place}\n", "utf-8")


def list_slogan(seeds: Path, chance: random.Random) -> None:
    (seeds / "lexicon.tsv").write_text(chance.choice(("高高飘扬\n", "-四个意识\n", "写在墙上\n")), "utf-8")


def reword(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.txt")))
    lines = path.read_text("utf-8").splitlines()
    lines.insert(chance.randrange(4, len(lines) + 1), chance.choice(SENTENCES))
    if len(lines) > 6 and chance.random() < 0.5:
        del lines[chance.randrange(4, len(lines))]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def redate(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.txt")))
    text = path.read_text("utf-8")
    path.write_text(text.replace("2020年3月", f"20{chance.randrange(10, 30)}年3月"), "utf-8")


def replace(seeds: Path, chance: random.Random) -> None:
    """One speech goes, and what the catalogue says of it; a copy of another comes with another title."""
    gone, source = chance.sample(sorted(seeds.glob("*.txt")), 2)
    (seeds / "catalogue.yml").unlink(missing_ok=True)
    text = source.read_text("utf-8").replace("次会议", f"届{chance.randrange(100)}次大会").replace("同志", "朋友")
    gone.write_text(text + chance.choice(SENTENCES) * 3, "utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (hide, describe, list_slogan, reword, redate, replace)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_what_is_kept_is_what_would_be_made(seeds: Path, seed: int) -> None:
    chance = random.Random(seed)
    built(seeds, "2026-01-01")
    for day in range(2, 9):
        for edit in chance.sample(EDITS, chance.randint(1, 2)):
            edit(seeds, chance)
        address = chance.choice(("", "https://archive.example/"))
        ledger = (seeds / "ids.json").read_bytes()
        built(seeds, f"2026-01-0{day}", address=address)
        (seeds / "ids.json").write_bytes(ledger)
        built(seeds, f"2026-01-0{day}", "fresh", address)
        assert files(seeds.parent / "site_src") == files(seeds.parent / "fresh")
        shutil.rmtree(seeds.parent / "fresh")


def test_only_what_an_edit_touches_is_made_again(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(seeds, "2026-01-01")
    rendered: list[str] = []

    def counted(module: object, name: str) -> None:
        function = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda one, *rest, **named: rendered.append(one.path) or function(one, *rest, **named)
        )

    counted(speech, "page")
    (seeds / "4.txt").write_text(SPEECH.format(n=4, body=BODIES[4] + "\n门前有台阶。"), "utf-8")
    built(seeds, "2026-01-01")
    assert sorted(rendered) == ["3.txt", "4.txt", "5.txt"]  # its neighbours name it


def test_a_file_that_somebody_changed_or_took_away_is_made_again(seeds: Path) -> None:
    built(seeds, "2026-01-01")
    built(seeds, "2026-01-01")
    into = seeds.parent / "site_src"
    before = files(into)
    book, text = next(into.glob("copies/*.epub")), next(into.glob("data/speeches/*.txt"))
    book.unlink()
    text.write_bytes(text.read_bytes()[::-1])
    assert built(seeds, "2026-01-01").written == 2
    assert files(into) == before


@pytest.mark.parametrize("damage", [b"", b"[1, 2]", b'{"a": [1]}', b"\xff"])
def test_without_a_memory_that_can_be_read_everything_is_made(seeds: Path, damage: bytes) -> None:
    built(seeds, "2026-01-01")
    before = files(seeds.parent / "site_src")
    (seeds.parent / "memory.json").write_bytes(damage)
    assert built(seeds, "2026-01-01").written == 0
    assert files(seeds.parent / "site_src") == before


def test_other_rules_make_everything_again(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(seeds, "2026-01-01")
    monkeypatch.setattr(content, "rules", lambda: b"others")
    monkeypatch.setattr(passages, "_told", lambda *_: ("另一种写法",))
    built(seeds, "2026-01-01")
    assert any(
        "另一种写法".encode() in page for path, page in files(seeds.parent / "site_src").items() if "passages" in path
    )
