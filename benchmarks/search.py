"""What a reader's browser fetches and waits for when it searches: our search, Material's own, Pagefind, side by side.

    python -m benchmarks.search FOLDER [SPEECHES [QUERIES [ENGINE…]]]
    python -m benchmarks.search --exact LAWS.tar.xz [QUERIES]

FOLDER holds seeds; `benchmarks.archive` makes a large one. Of them so many SPEECHES (default: all) are indexed, and
QUERIES (default 200) asked, each in a browser with an empty cache: substrings of 1 to 20 characters of the archive as
they are, in traditional or full-width characters, with blanks inside, with a character that makes them absent, and
slogans. A first query fetches everything that is needed to see the hits that the search box shows, 6; what it takes to
count all hits, which ours does afterwards on its search page, is told apart. Of the ENGINEs (ours, Material, Pagefind;
default: all) Material is left out above 1,000 speeches. Pagefind is `pagefind[extended]` from PyPI.

`--exact` compares all hits with those of reading every document.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import tarfile
from pathlib import Path
from random import Random
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import engines
from benchmarks.archive import documents
from benchmarks.costs import built
from benchmarks.engines import ENGINES
from benchmarks.readers import SHOWN, first
from benchmarks.serving import Host, served
from generator import permalinks
from generator.analysis import base
from generator.model import Corpus
from generator.options import Options
from generator.pipeline import parsed
from generator.work import Work
from tests.conftest import FLAGS
from tests.search.reference import Query, Reference, pattern, queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

    from benchmarks.serving import Request

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ALL = 100_000
DELAY = 0.05
COMPARED = 1200
"""Above so many speeches recall is not measured."""
HITS = """async ([text, loose]) => {
  const { hits } = await index.search(text, { limit: 10_000_000, loose });
  const told = ({ speech, section, paragraph, start, end }) => [speech, section, paragraph, start, end];
  return JSON.stringify(hits.map(told));
}"""
_KILOBYTE = 1024
_SLOGANS = 6


def corpus_in(folder: Path, speeches: int | None) -> Corpus:
    """The archive, kept beside the folder for the next run; some of its speeches, by chance with a fixed seed."""
    kept = folder.with_suffix(".corpus")
    if not kept.exists():
        found, _ = permalinks.assign(parsed(folder, Options(work=Work(2)))[0], permalinks.Ledger(), "2026-01-01")
        kept.write_bytes(pickle.dumps(found))
    corpus: Corpus = pickle.loads(kept.read_bytes())  # noqa: S301 (written above)
    if speeches is None or speeches >= len(corpus.speeches):
        return corpus
    return Corpus(tuple(Random(0).sample(corpus.speeches, speeches)))  # noqa: S311


def asked(corpus: Corpus, count: int, seed: int) -> list[Query]:
    """Phrases to ask for: what `queries` makes of one phrase, and slogans."""
    sorts = queries(corpus, 10 * count, seed)
    one = [q for q in sorts if len(q.must) == 1 and not q.without and not q.loose and "*" not in q.text]
    forms = sorted(base().canonical)
    slogans = [Query(f'"{form}"', (pattern(form),)) for form in Random(seed).sample(forms, count // _SLOGANS)]  # noqa: S311
    return [*one[: count - len(slogans)], *slogans]


def phrase(query: Query) -> str:
    """What is typed, without the quotation marks of our query language."""
    return query.text.removeprefix('"').removesuffix('"').replace('""', '"')


def spread(values: Sequence[float]) -> str:
    """Median, 95 % and most."""
    return f"{median(values):.0f} / {quantiles(values, n=20, method='inclusive')[-1]:.0f} / {max(values):.0f}"


def size(requests: Sequence[Request]) -> float:
    """Kilobytes sent."""
    return sum(request.size for request in requests) / _KILOBYTE


def measured(browser: Browser, site: Path, texts: Sequence[str], *, ours: bool) -> Iterator[tuple[str, str]]:
    """The rows of one engine: what is fetched, then how long it takes, also where a round trip is slow."""
    host = Host(site)
    server = served(host)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    answers = [first(browser, host, address, text) for text in texts]
    yield "before a query, KB", f"{size(answers[0].before):.0f}"
    yield "a query, KB", spread([size(each.after) for each in answers])
    yield "first query, KB", spread([size([*each.before, *each.after]) for each in answers])
    yield "requests", spread([len(each.before) + len(each.after) for each in answers])
    yield "latency at 0 ms a round trip, ms", spread([each.waited for each in answers])
    host.delay = DELAY
    answers = [first(browser, host, address, text) for text in texts]
    yield "latency at 50 ms a round trip, ms", spread([each.waited for each in answers])
    yield "dependent round trips", spread([each.trips for each in answers])
    host.delay = 0
    if ours:
        answers = [first(browser, host, address, text, count="total") for text in texts]
        yield "the total, KB more", spread([size(each.counting) for each in answers])
        host.parts = False
        answers = [first(browser, host, address, text) for text in texts]
        yield "first query of a host that sends no parts, KB", spread([size([*a.before, *a.after]) for a in answers])
    server.shutdown()


def judged(page: Page, reference: Reference, asked: Sequence[Query]) -> Iterator[tuple[str, str]]:
    """Recall over the queries that have hits, precision over those that are answered; a hit is a paragraph."""
    recall: list[float] = []
    precision: list[float] = []
    for query in asked:
        right = {f"{speech}/{paragraph}" for speech, _, paragraph, *_ in reference.hits(query)}
        found = set(page.evaluate("async ([t, n]) => await ask(t, n)", [phrase(query), ALL]))
        recall += [len(right & found) / len(right)] if right else []
        precision += [len(right & found) / len(found)] if found else []
    yield "recall", f"{mean(recall):.3f}"
    yield "precision", f"{mean(precision):.3f}"


def page_at(browser: Browser, site: Path, *, parts: bool = True) -> Iterator[Page]:
    """A page of the site on which `open` has been called; of a host that sends parts, or whole files only."""
    server = served(Host(site, parts=parts))
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/ask.html")
    page.evaluate("async () => { await open(); }")
    yield page
    page.close()
    server.shutdown()


def table(corpus: Corpus, queries_asked: Sequence[Query], names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Engine, what is measured, and the figure."""
    texts = [phrase(query) for query in queries_asked]
    chosen = [engine for engine in ENGINES if len(corpus.speeches) <= engine.most and engine.name in names]
    compared = len(corpus.speeches) <= COMPARED
    with TemporaryDirectory() as folder:
        sites = {engine.name: Path(folder, engine.name) for engine in chosen}
        for engine in chosen:
            yield from ((engine.name, *row) for row in built(engine.build, corpus, sites[engine.name]))
        reference = Reference(corpus) if compared else None
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS)) as browser,
        ):
            for name, site in sites.items():
                yield from ((name, *row) for row in measured(browser, site, texts, ours=name == "ours"))
                for page in page_at(browser, site):
                    if name == "ours":
                        spent = [
                            page.evaluate("async ([t, n]) => await repeated(t, n)", [text, SHOWN]) for text in texts
                        ]
                        yield name, "engine, files at hand, least of 3, ms", spread(spent)
                    if reference:
                        yield from ((name, *row) for row in judged(page, reference, queries_asked))


def exact(archive: Path, count: int) -> None:
    """Every hit of `count` queries on the documents of an archive file, against reading them all."""
    with TemporaryDirectory() as folder:
        corpus = corpus_of(archive, Path(folder))
        site = Path(folder, "site")
        engines.ours(corpus, site)
        reference = Reference(corpus)
        right = found = wanted = 0
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS)) as browser,
        ):
            for page in page_at(browser, site, parts=False):  # all of it will be asked for
                for query in queries(corpus, count, 2):
                    theirs = reference.hits(query)
                    ours = {tuple(hit) for hit in json.loads(page.evaluate(HITS, [query.text, query.loose]))}
                    right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
                    if ours != theirs:
                        print("not the same:", query.text, flush=True)
        print(f"{len(corpus.speeches)} documents, {count} queries, {wanted} hits")
        print(f"recall {right / wanted:.6f}, precision {right / found:.6f}")


def corpus_of(archive: Path, folder: Path) -> Corpus:
    """The documents of an archive file, written as seeds into the folder and read."""
    originals, seeds = folder / "originals", folder / "seeds"
    with tarfile.open(archive) as opened:
        opened.extractall(originals, filter="data")
    seeds.mkdir()
    for number, each in enumerate(documents([originals])):
        (seeds / f"{number:06}.txt").write_text(each.text, "utf-8")
    return corpus_in(seeds, None)


def main(*arguments: str) -> None:
    """Print the figures."""
    if arguments[0] == "--exact":
        exact(Path(arguments[1]), int(arguments[2]) if len(arguments) > 2 else 2000)  # noqa: PLR2004
        return
    folder, speeches, count = (*arguments, "", "")[:3]
    names = arguments[3:] or [engine.name for engine in ENGINES]
    corpus = corpus_in(Path(folder), int(speeches) if speeches else None)
    characters = sum(len(p.text) for speech in corpus.speeches for p in speech.paragraphs)
    print(f"{len(corpus.speeches)} documents, {characters} characters; median / 95 % / most")
    for name, measure, figure in table(corpus, asked(corpus, int(count or 200), 1), names):
        print(f"{name:10}{measure:48}{figure}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
