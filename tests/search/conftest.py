"""A Chromium that has the engine's modules and an index, both served from memory."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from generator import search
from generator.model import Links
from tests.search.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from generator.model import Corpus, Slogan

    Sites = Callable[..., "Site"]

ORIGIN = "http://archive.test/"

RUN = """async ([module, method, calls]) => {
  const { openIndex } = await import("/engine/engine.mjs");
  const { fetched } = await import("/engine/loaders.mjs");
  const index = (globalThis.index ??= await openIndex(fetched("/index/")));
  const plain = (value) => (value instanceof Map ? Object.fromEntries(value) : value);
  const found = [];
  for (const call of calls) {
    try {
      found.push(await index[method](...call));
    } catch (error) {
      found.push({ error: error.code ?? String(error), file: error.file ?? "" });
    }
  }
  return JSON.stringify(found, (_, value) => plain(value));
}"""


TRIPS = """async ([texts, options]) => {
  const { openIndex } = await import("/engine/engine.mjs");
  const { fetched } = await import("/engine/loaders.mjs");
  const load = fetched("/index/");
  const found = [];
  for (const text of texts) {
    let trips = 0;
    let waiting = [];
    const answer = async () => {
      const wave = waiting;
      waiting = [];
      trips += 1;
      const all = await Promise.all(wave.map(({ asked }) => load(...asked)));
      for (const [n, { resolve }] of wave.entries()) resolve(all[n]);
    };
    const fetchBytes = (...asked) => new Promise((resolve) => {
      if (waiting.push({ asked, resolve }) === 1) setTimeout(answer);
    });
    await (await openIndex(fetchBytes)).search(text, options);
    found.push(trips);
  }
  return found;
}"""


@dataclass
class Site:
    """A page with an index; `faults` changes what the server answers for a file, None for no answer at all.

    `asked` has the names of the files that were asked for, `sent` the bytes; a server that knows no `parts` sends the
    whole file. A request for what is `stalled` is never answered.
    """

    page: Page
    files: Mapping[str, bytes]
    engine: Path
    faults: dict[str, Callable[[bytes], bytes] | None] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: int = 0
    parts: bool = True
    stalled: str = ""

    def call(self, method: str, *calls: Sequence[object]) -> list[Any]:
        """What the index's `method` gives for each of `calls`, a list of arguments."""
        return json.loads(self.page.evaluate(RUN, ["", method, [list(call) for call in calls]]))

    def search(self, text: str, **options: object) -> Any:  # noqa: ANN401
        return self.call("search", [text, options])[0]

    def trips(self, texts: Sequence[str], **options: object) -> list[int]:
        """How often each query waits for the network, the entry included; what is asked at once is answered at once."""
        return self.page.evaluate(TRIPS, [list(texts), options])

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("engine/"):
            file = self.engine / path.removeprefix("engine/")
            route.fulfill(body=file.read_bytes(), content_type="text/javascript")
        elif path.startswith("index/"):
            self._answer(route, path.removeprefix("index/"))
        else:
            route.fulfill(body="<!doctype html><title>·</title>", content_type="text/html")

    def _answer(self, route: Route, name: str) -> None:
        self.asked.append(name)
        if self.stalled and name.endswith(self.stalled):
            return
        fault = next((name_end for name_end in self.faults if name.endswith(name_end)), None)
        change = self.faults[fault] if fault else lambda data: data
        if change is None:
            route.abort()
            return
        body = change(self.files[name])
        part = re.fullmatch(r"bytes=(\d+)-(\d+)", route.request.headers.get("range", "")) if self.parts else None
        if part:
            body = body[int(part[1]) : int(part[2]) + 1]
        self.sent += len(body)
        route.fulfill(status=206 if part else 200, body=body, content_type="text/html" if fault else "text/javascript")


@pytest.fixture(scope="session")
def opened(browser: Browser, root: Path) -> Callable[..., Site]:
    """Opens a page with an index's files."""

    def page_with(files: Mapping[str, bytes]) -> Site:
        site = Site(browser.new_page(), files, root / "site_src" / "assets" / "search")
        site.page.route(f"{ORIGIN}**", site.answer)
        site.page.goto(ORIGIN)
        return site

    return page_with


@pytest.fixture
def site_of(opened: Callable[..., Site], seeds_corpus: Corpus, seeds_files: Mapping[str, bytes]) -> Iterator[Sites]:
    """Opens a page with the index of a corpus."""
    sites: list[Site] = []

    def site(corpus: Corpus, slogans: tuple[Slogan, ...] = ()) -> Site:
        cached = corpus is seeds_corpus and not slogans
        sites.append(opened(seeds_files if cached else search.files(corpus, Links(slogans, (), {}, ()))))
        return sites[-1]

    yield site
    for each in sites:
        each.page.close()


@pytest.fixture(scope="session")
def seeds_files(seeds_corpus: Corpus) -> Mapping[str, bytes]:
    """The index of the seeds."""
    return search.files(seeds_corpus, Links((), (), {}, ()))


@pytest.fixture(scope="session")
def packed_files(seeds_corpus: Corpus) -> Mapping[str, bytes]:
    """The index of the seeds with many parts to a file and short lists, as a large archive has it."""
    texts = {"layout._FILES": 3, "layout._MOST": 4 << 10}
    grams = {"shards._FILES": 12, "shards._LEAST": 512, "shards._MOST": 512, "levels.LEAF": 32}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (texts | grams).items():
            module, _, constant = name.partition(".")
            patch.setattr(import_module(f"generator.search.{module}"), constant, value)
        return search.files(seeds_corpus, Links((), (), {}, ()))


@pytest.fixture
def packed_site(opened: Callable[..., Site], packed_files: Mapping[str, bytes]) -> Iterator[Site]:
    """A page with that index."""
    site = opened(packed_files)
    yield site
    site.page.close()


@pytest.fixture(scope="session")
def seeds_site(opened: Callable[..., Site], seeds_files: Mapping[str, bytes]) -> Site:
    """One page with the index of the seeds, for tests that leave it as it is."""
    return opened(seeds_files)


@pytest.fixture(scope="session")
def reference(seeds_corpus: Corpus) -> Reference:
    """The seeds, to be looked through."""
    return Reference(seeds_corpus)
