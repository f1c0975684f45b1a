"""From the speeches to the site's source: what every command does that makes pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import cache, copies, export, permalinks, pipeline, search, site
from generator.cli import arguments, configuration, read, terminal
from generator.model import Severity
from generator.options import Options
from generator.problems import problem
from generator.search.script import script, squeezed
from generator.site import Written, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from generator.model import Copy, Corpus, Links, Problem, Speech
    from generator.site.content import Content
    from generator.work import Work


@dataclass(frozen=True, slots=True)
class Wanted:
    """The folders of the speeches and of the site's source, who works, and the kinds of copies for readers.

    Where `locked`, no id may be minted.
    """

    seeds: Path
    into: Path
    work: Work
    copies: Collection[Copy]
    locked: bool

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.seeds / pipeline.LEDGER

    def given(self) -> str:
        """What a build reads and does not write, and what is wanted of it, in one hash."""
        parts = (self.into / part for part in (paths.SEARCH_PARTS, paths.STYLE_PARTS, paths.SCRIPT_PARTS))
        read_from = cache.contents([self.seeds, *parts], but=self.ledger)
        return " ".join((read_from, configuration.site_url(arguments.CONFIG), *sorted(self.copies)))

    def left(self) -> str:
        """What a build leaves, in one hash."""
        return cache.places([self.into], [self.ledger])


@dataclass(frozen=True, slots=True)
class Generated:
    """What is to be told of it, and a way to get at the speeches."""

    problems: Sequence[Problem]
    speeches: Callable[[], Sequence[Speech]]


def generated(wanted: Wanted) -> Generated:
    """Generate, unless the last build would only be repeated."""
    options = Options(work=wanted.work)
    last, given = cache.done(arguments.STAMP), wanted.given()
    if last and (last.given, last.left) == (given, wanted.left()):
        _say(last.speeches, last.slogans, Written(0, last.files, 0))
        return Generated(last.problems, lambda: read.archive(wanted.seeds, options).corpus.speeches)
    with read.reachable():
        made = read.mined(wanted.seeds, options)
        _guard(made, locked=wanted.locked)
        written = _write(made, wanted)
    failed = any(each.severity is Severity.ERROR for each in made.problems)
    if pipeline.is_settled(made) and not failed and wanted.given() == given:
        counts = len(made.corpus.speeches), len(made.slogans), written.written + written.unchanged
        cache.remember(arguments.STAMP, cache.Done(given, wanted.left(), *counts, made.problems))
    return Generated(made.problems, lambda: made.corpus.speeches)


def _guard(made: pipeline.Archive, *, locked: bool) -> None:
    """Stop before anything is written if a published id would get lost, or if `locked` and the ledger would change."""
    if made.ledger is None:
        terminal.tell(made.problems)
        raise SystemExit(1)
    lost = permalinks.dropped(made.known, made.ledger)
    if lost:
        raise AssertionError(f"published ids without a state: {lost}")
    if locked and permalinks.changed(made.known, made.ledger):
        before = dict(made.known.entries())
        what = next(key for key, entry in made.ledger.entries() if before.get(key) != entry)
        terminal.tell([problem("I002", pipeline.LEDGER, what=what)])
        raise SystemExit(1)


def _write(made: pipeline.Archive, wanted: Wanted) -> Written:
    """Write the pages, the data, the copies and the ledger; say what changed."""
    if made.ledger is None:
        return Written(0, 0, 0)
    links = read.linked(made)
    pages = site.pages(made.corpus, links, made.problems, made.ledger, hidden=made.hidden, copies=wanted.copies)
    searched = _search(made.corpus, links, wanted.into / paths.SEARCH_PARTS)
    address = configuration.site_url(arguments.CONFIG)
    data = export.files(export.Publication(made.corpus, links, made.ledger, address))
    files = {**pages, **data, **_bundles(wanted.into), **searched, **_copies(made, wanted)}
    memory = made.options.cache and made.options.cache.with_name("written.json")
    with read.status.status("正在写网页的源文件……"):
        written = site.write(files, wanted.into, wanted.work, memory)
    permalinks.write(made.ledger, wanted.ledger)
    _say(len(made.corpus.speeches), len(made.slogans), written)
    return written


def _copies(made: pipeline.Archive, wanted: Wanted) -> Mapping[str, Content]:
    """The copies for readers to take away."""
    if made.ledger is None or not wanted.copies:
        return {}
    with read.status.status("正在制作供下载的讲话……"):
        return copies.files(made.corpus, made.ledger, wanted.copies, wanted.work, arguments.PRINTED)


def _bundles(into: Path) -> Mapping[str, str]:
    """The style sheet and the script of every page, made of the parts in the folder `into` if they are there."""
    styles, scripts = into / paths.STYLE_PARTS, into / paths.SCRIPT_PARTS
    if not (styles.is_dir() and scripts.is_dir()):
        return {}
    made = site.bundles(_texts(styles, "*.css"), _texts(scripts, "*.js"))
    return {path: squeezed(code) if path == paths.SCRIPT else code for path, code in made.items()}


def _texts(folder: Path, kind: str) -> Mapping[str, str]:
    """The texts of the files of that kind in a folder, by their names without ending."""
    return {path.stem: path.read_text("utf-8") for path in folder.glob(kind)}


def _search(corpus: Corpus, links: Links, parts: Path) -> Mapping[str, str | bytes]:
    """The search's index, and its scripts, made of the `parts` in that folder if they are there."""
    index = {f"{paths.SEARCH_INDEX}{name}": data for name, data in search.files(corpus, links).items()}
    if not parts.is_dir():
        return index
    engine, shown = (_texts(parts, kind) for kind in ("*.mjs", "ui/*.js"))
    return {**site.search_scripts(script(engine), shown), **index}


def _say(speeches: int, slogans: int, written: Written) -> None:
    """Say what there is, and what changed of it."""
    terminal.say(f"{speeches} 篇讲话，{slogans} 条提法。")
    terminal.say(f"写入 {written.written} 个文件，{written.unchanged} 个没有变化，删去 {written.deleted} 个。")
