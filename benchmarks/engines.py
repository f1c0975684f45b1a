"""Searches side by side on the same paragraphs: ours, Material's own, Pagefind. What each builds, how each is asked.

A page of each site defines `open()`, which fetches what is needed before anything can be asked, and `ask(text, most)`,
which gives the addresses (speech/paragraph) of the first hits as a reader sees them listed, `most` of them or fewer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from generator import search
from generator.model import Links
from generator.search.script import MODULES, script
from generator.site import markdown, search_scripts
from generator.site.search_script import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Corpus

_SOURCE = Path("site_src/assets/search")
_PAGE = "<!doctype html><html lang=zh><meta charset=utf-8><title>·</title>{}<script>{}</script></html>"
_OURS = """
globalThis.Local = { at: (path) => "/" + path.replace("assets/data/", "") };
globalThis.Search = {};
const loaded = (src) => new Promise((done) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload: done }));
});
const open = async () => {
  Search.entry = fetch("/index/index.js");
  await loaded("/search.js");
  await Search.engine.ask((index) => { globalThis.index = index; }, console.error);
};
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const ask = async (text, most) => {
  const [{ hits }] = await Promise.all([index.search(quoted(text), { limit: most }), index.suggestions(text, 5)]);
  return hits.map(({ speech, paragraph }) => `${speech}/${paragraph}`);
};
const total = async (text) => (await index.tally(quoted(text))).total;
const repeated = async (text, most) => {
  const query = quoted(text);
  const kept = new Map();
  const fetchBytes = speechSearch.fetched("/index/");
  const remembered = async (name, ...part) => {
    const key = [name, ...part].join();
    return kept.get(key) ?? (kept.set(key, await fetchBytes(name, ...part)), kept.get(key));
  };
  const times = [];
  for (let n = 0; n < 4; n++) {
    const again = await speechSearch.openIndex(remembered);
    const start = performance.now();
    await again.search(query, { limit: most });
    times.push(performance.now() - start);
  }
  return Math.min(...times.slice(1));
};
"""
_MATERIAL = """
const open = async () => {
  const { config, docs } = await (await fetch("/search/search_index.json")).json();
  const name = (await (await fetch("/worker.txt")).text()).trim();
  globalThis.worker = new Worker(`/assets/javascripts/workers/${name}`);
  await asked({ type: 0, data: { config, docs, options: { suggest: false } } }, 1);
};
const asked = (message, type) => new Promise((done) => {
  worker.onmessage = ({ data }) => { if (data.type === type) done(data.data); };
  worker.postMessage(message);
});
const ask = async (text, most) => {
  const { items } = await asked({ type: 2, data: text }, 3);
  const found = items.flat().map(({ location }) => location).filter((location) => location.includes("#"));
  return found.slice(0, most).map((location) => location.replace("/#", "/"));
};
"""
_PAGEFIND = """
const open = async () => {
  globalThis.finder = await import("/pagefind/pagefind.js");
  await finder.init();
};
const ask = async (text, most) => {
  const { results } = await finder.search(text);
  const found = [];
  for (let at = 0; at < results.length && found.length < most; at += most) {
    const pages = await Promise.all(results.slice(at, at + most).map((result) => result.data()));
    const urls = pages.flatMap(({ sub_results }) => sub_results.map(({ url }) => url));
    found.push(...urls.filter((url) => url.includes("#")));
  }
  return found.slice(0, most).map((url) => url.replace(/^.*\\/(\\w+)\\.html#/, "$1/"));
};
"""
_CONFIG = b"""site_name: archive
theme: {name: material, font: false, language: zh}
nav: [index.md]
not_in_nav: "*.md"
plugins: [search: {lang: zh}]
markdown_extensions: [attr_list]
"""


@dataclass(frozen=True)
class Engine:
    """A search: what writes its site for a corpus into a folder, and for how many speeches at most it is asked to."""

    name: str
    build: Callable[[Corpus, Path], None]
    most: int = 1_000_000


def ours(corpus: Corpus, into: Path) -> None:
    """The index, and the script that the box fetches, in a page without the box."""
    for name, data in search.files(corpus, Links((), (), {}, ())).items():
        _write(into / "index" / name, data)
    engine = script({name: (_SOURCE / f"{name}.mjs").read_text("utf-8") for name in MODULES})
    parts = {path.stem: path.read_text("utf-8") for path in (_SOURCE / "ui").glob("*.js")}
    box = next(iter(PARTS))
    _write(into / "search.js", search_scripts(engine, parts)[box].encode())
    _write(into / "ask.html", _PAGE.format("", _OURS).encode())


def material(corpus: Corpus, into: Path) -> None:
    """A site of Material for MkDocs with its search as it comes, Chinese cut into words by jieba."""
    source = into.with_suffix(".source")
    for speech in corpus.speeches:
        blocks = [f"## · {{ #{p.id} }}\n\n{markdown.escape(p.text)}" for p in speech.paragraphs]
        _write(source / "docs" / f"{speech.id}.md", "\n\n".join(blocks).encode())
    _write(source / "docs" / "index.md", b"# .\n")
    _write(source / "mkdocs.yml", _CONFIG)
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", source / "mkdocs.yml", "-d", into]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    (worker,) = (into / "assets/javascripts/workers").glob("search.*.js")
    _write(into / "worker.txt", worker.name.encode())
    _write(into / "ask.html", _PAGE.format("", _MATERIAL).encode())


def pagefind(corpus: Corpus, into: Path) -> None:
    """Plain pages indexed by Pagefind, in its edition that cuts Chinese into words."""
    for speech in corpus.speeches:
        body = "".join(f'<h2 id="{p.id}">·</h2><p>{escape(p.text)}</p>' for p in speech.paragraphs)
        _write(into / f"{speech.id}.html", _PAGE.format(f"<main>{body}</main>", "").encode())
    subprocess.run([sys.executable, "-m", "pagefind", "--silent", "--site", into], check=True)
    _write(into / "ask.html", _PAGE.format("", _PAGEFIND).encode())


ENGINES = (Engine("ours", ours), Engine("Material", material, 1000), Engine("Pagefind", pagefind))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
