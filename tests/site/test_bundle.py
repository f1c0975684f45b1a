"""One style sheet and one script for every page."""

from __future__ import annotations

import re

import yaml

from generator.site import bundles, paths
from generator.site.bundle import SCRIPTS, STYLES
from tests.conftest import ROOT


def parts(folder: str, kind: str) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in (ROOT / "site_src" / folder).glob(kind)}


def test_every_part_by_hand_is_in_them_or_a_file_of_its_own() -> None:
    config = yaml.safe_load(re.sub(r"!ENV \[.*?, (.*?)\]", r"\1", (ROOT / "mkdocs.yml").read_text("utf-8")))
    alone = set(re.findall(r"!/assets/js/(\w+)\.js", config["exclude_docs"]))
    assert parts("assets/css", "*.css").keys() == set(STYLES)
    assert parts("assets/js", "*.js").keys() == {*SCRIPTS, *alone}
    assert not alone & set(SCRIPTS)


def test_a_page_asks_for_them_and_for_nothing_else() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert re.findall(r"^  - (assets/\S+)$", text, re.MULTILINE) == [paths.STYLE, paths.SCRIPT]


def test_parts_follow_one_another_and_comments_are_left_out() -> None:
    styles = dict.fromkeys(STYLES, "") | {"reading": "/* 一\n二 */\np { a: 1; }\n", "citing": "p {\n  b: 2;\n}\n"}
    made = bundles(styles, dict.fromkeys(SCRIPTS, "") | {"local": "甲;\n", "panels": "乙;\n"})
    assert made[paths.STYLE] == "p { a: 1; }\np {\nb: 2;\n}\n"
    assert made[paths.SCRIPT].startswith("const WORDS = ")
    assert made[paths.SCRIPT].endswith("甲;\n乙;\n")
