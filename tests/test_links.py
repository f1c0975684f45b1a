"""Published links, followed through the built site after the seeds were changed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.commands import run
from tests.test_build import bytes_of, project

if TYPE_CHECKING:
    from pathlib import Path

FIRST = """在全区党建工作会议上的讲话
同志们：
今天我们召开会议，总结去年的党建工作，部署今年的任务，大家要认真领会。
一、切实提高政治站位
要深入学习领会会议精神，把思想和行动统一到党中央的决策部署上来，不折不扣抓好落实。
要坚持问题导向，对照先进找差距，针对短板定措施，推动各项工作迈上新台阶。
二、切实抓好工作落实
要压实责任链条，建立台账，定期督查，确保件件有着落、事事有回音。
要加强队伍建设，关心爱护基层干部，让想干事的人有舞台。
"""
SECOND = """在全区经济工作会议上的讲话
同志们：
今天的会议很重要，主要任务是分析形势，明确目标，动员全区上下大干一百天。
要扩大有效投资，抓好重点项目建设，做到谋划一批、开工一批、投产一批。
要优化营商环境，推进一窗受理、集成服务，让企业和群众办事更方便。
"""
KEPT = "要压实责任链条，建立台账，定期督查，确保件件有着落、事事有回音。"
MERGED = ("要深入学习领会会议精神，把思想和行动统一到党中央的决策部署上来，不折不扣抓好落实。\n", "不折不扣抓好落实。")
DELETED = "要加强队伍建设，关心爱护基层干部，让想干事的人有舞台。\n"
MOVED = "要优化营商环境，推进一窗受理、集成服务，让企业和群众办事更方便。\n"


def anchors(page: str) -> set[str]:
    return set(re.findall(r'id="((?:[ph]-|s\d)[^"]*)"', page))


def keys(folder: Path) -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = json.loads((folder / "seeds" / "ids.json").read_text("utf-8"))
    return {key: entry for key, entry in entries.items() if key not in {"schema", ""}}


def key_of(folder: Path, text: str) -> tuple[str, str]:
    """The speech and anchor of the paragraph with that text."""
    (key,) = (key for key, entry in keys(folder).items() if "#p-" in key and entry["text"] == text.strip())
    speech, _, anchor = key.partition("#")
    return speech, anchor


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[str, str]]]:
    """A site built, its seeds changed and built again; and the old places of the texts."""
    folder = project(tmp_path_factory.mktemp("links"))
    seeds = folder / "seeds"
    (seeds / "党建.txt").write_text(FIRST, "utf-8")
    (seeds / "经济.txt").write_text(SECOND, "utf-8")
    (seeds / "撤下.txt").write_text(
        "在某次会议上的讲话\n同志们：\n这一篇以后要撤下来，它和别的讲话没有相同的话。\n", "utf-8"
    )
    assert run(folder, "build").returncode == 0
    texts = {"kept": KEPT, "merged": "要坚持问题导向，对照先进找差距，针对短板定措施，推动各项工作迈上新台阶。"}
    texts |= {"deleted": DELETED, "moved": MOVED, "withdrawn": "这一篇以后要撤下来，它和别的讲话没有相同的话。"}
    before = {name: key_of(folder, text) for name, text in texts.items()}
    first = FIRST.replace("不折不扣抓好落实。\n要坚持", "不折不扣抓好落实。要坚持").replace(DELETED, MOVED)
    (seeds / "党建.txt").unlink()
    (seeds / "党建工作（改名）.txt").write_text(first, "utf-8")
    (seeds / "经济.txt").write_text(SECOND.replace(MOVED, ""), "utf-8")
    (seeds / "撤下.txt").unlink()
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    return folder, before


def page(folder: Path, speech: str) -> str:
    return (folder / "site" / "speeches" / speech / "index.html").read_text("utf-8")


def element(html: str, anchor: str) -> str:
    """The element with the id, its start and some of what follows."""
    return html[html.index(f'id="{anchor}"') :][:600]


def test_a_paragraph_that_stayed_keeps_its_link(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, before = changed
    speech, anchor = before["kept"]
    assert "要压实责任链条" in element(page(folder, speech), anchor)


def test_a_merged_paragraph_s_link_leads_into_the_one_that_holds_it(
    changed: tuple[Path, dict[str, tuple[str, str]]],
) -> None:
    folder, before = changed
    speech, anchor = before["merged"]
    assert "要坚持问题导向" in element(page(folder, speech), anchor)


def test_a_deleted_paragraph_s_link_shows_what_it_said(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, before = changed
    speech, anchor = before["deleted"]
    shown = element(page(folder, speech), anchor)
    assert "此段已删除" in shown
    assert "要加强队伍建设" in shown
    assert 'class="tei"' not in shown.split("</details>")[0]


def test_a_paragraph_moved_to_another_speech_leaves_a_link_there(
    changed: tuple[Path, dict[str, tuple[str, str]]],
) -> None:
    folder, before = changed
    speech, anchor = before["moved"]
    link = re.search(r'href="\.\./([0-9a-z]{7})/#([ph]-[0-9a-z]{6})"', element(page(folder, speech), anchor))
    assert link
    assert link[1] == before["kept"][0]
    assert "要优化营商环境" in element(page(folder, link[1]), link[2])


def test_a_withdrawn_speech_leaves_a_page_that_says_so(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, before = changed
    speech, anchor = before["withdrawn"]
    html = page(folder, speech)
    assert "已从文库撤下" in html
    assert "此段已删除" in element(html, anchor)
    assert speech not in (folder / "site" / "speeches" / "index.html").read_text("utf-8")


def test_every_id_in_the_ledger_resolves(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, _ = changed
    for key in keys(folder):
        name, _, anchor = key.partition("#")
        path = name if name.startswith("slogans/") else f"speeches/{name}"
        html = (folder / "site" / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, key


def test_sections_have_readable_aliases(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, before = changed
    html = page(folder, before["kept"][0])
    assert {"s1", "s2"} <= anchors(html)
    assert "切实抓好工作落实" in element(html, "s2")


def test_the_ledger_is_published_with_the_site(changed: tuple[Path, dict[str, tuple[str, str]]]) -> None:
    folder, _ = changed
    assert (folder / "site" / "ids.json").read_bytes() == (folder / "seeds" / "ids.json").read_bytes()


def written(folder: Path) -> dict[str, bytes]:
    """All files but what is remembered of readings."""
    return {name: content for name, content in bytes_of(folder).items() if not name.startswith(".cache/")}


def test_a_locked_build_fails_before_it_writes_if_the_ledger_would_change(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "seeds" / "党建.txt").write_text(FIRST, "utf-8")
    assert run(folder, "build").returncode == 0
    assert run(folder, "build", "--locked").returncode == 0
    (folder / "seeds" / "经济.txt").write_text(SECOND, "utf-8")
    before = written(folder)
    result = run(folder, "build", "--locked")
    assert result.returncode == 1
    assert "I002" in result.stderr
    assert written(folder) == before
