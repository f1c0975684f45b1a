"""The engine as one script: small, and the same engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import search
from generator.model import Links
from generator.search.script import MODULES, script, squeezed
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture
def engine(root: Path) -> str:
    return script({name: (root / f"site_src/assets/search/{name}.mjs").read_text("utf-8") for name in MODULES})


def test_the_engine_is_at_most_25_kilobytes(engine: str):
    assert len(engine.encode()) <= 25_000


def test_what_looks_like_a_comment_in_a_string_a_template_or_a_pattern_stays():
    code = """const f = (text) => /[/"] {2}\\/\\/ x/.test(text) ? `// ${text}  /* kept */` : "a  // b"; // gone"""
    squeezed_code = squeezed(code)
    assert "gone" not in squeezed_code
    assert all(part in squeezed_code for part in (r'/[/"] {2}\/\/ x/', "`// ${", "}  /* kept */`", '"a  // b"'))


def test_the_same_search_works_in_a_folder_opened_by_double_click(browser: Browser, tmp_path: Path, engine: str):
    for name, data in search.files(corpus_of("我们抓落实。", "别的话。"), Links((), (), {}, ())).items():
        (tmp_path / "search" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "search" / name).write_bytes(data)
    (tmp_path / "engine.js").write_text(engine, "utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><meta charset=utf-8><script src=engine.js></script>", "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    ask = """async (text) => {
      const index = (globalThis.index ??= await speechSearch.openIndex(speechSearch.scripted("search/")));
      return (await index.search(text)).hits.map((hit) => hit.text);
    }"""
    assert page.evaluate(ask, "抓落實") == ["我们抓落实。"]
    (text,) = (tmp_path / "search").glob("*/t0.js")
    text.unlink()
    assert page.evaluate("() => { delete globalThis.index; }") is None
    assert page.evaluate(ask, "别的话") == []
    page.close()
