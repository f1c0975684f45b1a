"""A site built the fast way: MkDocs's own steps, but pages made here, by processes, and only those that changed."""

from __future__ import annotations

import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_theme_template

from generator.publishing.accelerator import mkdocs_site
from generator.publishing.accelerator.pages import Pages
from generator.publishing.links import Linked, dead
from generator.publishing.record import Given, Record, Source, Stored, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from generator.publishing.accelerator.mkdocs_site import MkDocsSite, Told
    from generator.publishing.accelerator.pages import Made
    from generator.publishing.links import DeadLink
    from generator.publishing.output import Output

#: One page in so many is made the slow way too, and so many of each folder at least.
_SAMPLED, _LEAST = 500, 2
#: Pages that a process is given at a time.
_SHARE = 64


class Different(Exception):  # noqa: N818 - the slow way goes on
    """A page that was made both ways, and is not the same."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: its record, what MkDocs warned of, dead links, how many pages were made, and slowly."""

    record: Record
    warnings: tuple[str, ...]
    dead: tuple[DeadLink, ...]
    made: int
    slow: int


@dataclass(frozen=True, slots=True)
class _Task:
    """A page to make: its file, what it is made from, and whether it is to be made both ways."""

    file: File
    key: str
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was made: where it stands, from what, its file, whether slowly, what MkDocs told of it meanwhile."""

    path: str
    source: Source
    stored: Stored
    slow: bool
    warnings: tuple[str, ...]


def built(  # noqa: PLR0913, PLR0917 - what it is made from, and where things are
    config: MkDocsConfig,
    output: Output,
    given: Mapping[str, Given],
    environment: str,
    templates: Path,
    workers: int,
) -> Built:
    """Build the site that `config` speaks of.

    `given` are its files, `environment` the digest of all else that its pages are made from. In the folder `templates`
    those of the theme are kept compiled.
    """
    told = mkdocs_site.Told()
    logging.getLogger("mkdocs").addHandler(told)
    site = mkdocs_site.opened(config, templates)
    work = _Work(site, Pages(site), output, given, told)
    kept, named = work.named(environment)
    files = dict(work.files())
    others, tasks = work.divided(environment)
    kept += others
    pages = [*named, *work.all(_sampled(tasks), workers)]
    config.plugins.on_post_build(config=config)
    config.plugins.on_shutdown()
    known = output.known
    sources = {path: known.pages[path] for path in kept} | {page.path: page.source for page in pages}
    files |= {path: known.files[path] for path in kept} | {page.path: page.stored for page in pages}
    warnings = (*told.taken(), *(line for page in pages for line in page.warnings))
    slow = sum(page.slow for page in pages)
    return Built(Record(files=files, pages=sources), warnings, dead(work.linked(sources), files), len(pages), slow)


@dataclass(frozen=True, slots=True)
class _Work:
    """What all steps need."""

    site: MkDocsSite
    pages: Pages
    output: Output
    given: Mapping[str, Given]
    told: Told

    def files(self) -> Iterator[tuple[str, Stored]]:
        """The files that are no pages: those of the site's source and of the theme, and what its templates give."""
        config = self.site.config
        for file in self.site.files:
            if not file.is_documentation_page() and file.inclusion in mkdocs_site.PUBLISHED:
                kept = file.src_uri in self.given and self.output.keep(file.dest_uri, self.given[file.src_uri].digest)
                yield file.dest_uri, kept or self.output.put(file.dest_uri, file.content_bytes)
        for name in config.theme.static_templates:
            _build_theme_template(name, self.site.env, self.site.files, config, self.site.nav)
            for made in (name, f"{name}.gz"):
                path = Path(self.output.new, made)
                if path.is_file():
                    content = path.read_bytes()
                    path.unlink()
                    yield made, self.output.put(made, content)

    def named(self, environment: str) -> tuple[list[str], list[_Page]]:
        """The pages of the navigation: where those stand that are taken over from the old site, and those made.

        Each shows the names of all. So they are read together, and not even read if the configuration names them and
        none has changed.
        """
        files = {page.file.dest_uri: page.file for page in self.site.nav.pages}
        key = digest("\n".join((environment, *(self.given[file.src_uri].digest for file in files.values()))).encode())
        known = self.output.known.pages
        titled = all("title" in vars(page) for page in self.site.nav.pages)
        if (
            titled
            and all(path in known and known[path].key == key for path in files)
            and all(map(self.output.keep, files))
        ):
            return list(files), []
        fast = {path: self.pages.read(file, file.content_string) for path, file in files.items()}
        made = {path: self.pages.filled(file, fast=fast[path]) for path, file in files.items()}
        for path in sorted(filter(fast.__getitem__, files), key=lambda path: len(made[path].html))[:1]:
            self._compared(files[path], made[path])
        return [], [self._put(file, key, made[path]) for path, file in files.items()]

    def divided(self, environment: str) -> tuple[list[str], list[_Task]]:
        """The other pages: where those stand that are taken over from the old site, and those to be made."""
        kept, tasks = [], []
        around: dict[str, str] = {}
        named = {page.file.src_uri for page in self.site.nav.pages}
        for file in self.site.documents:
            if file.src_uri in named:
                continue
            folder = file.src_uri.rpartition("/")[0]
            if folder not in around:
                around[folder] = digest(f"{environment}{self.pages.surroundings(file).bare}".encode())
            key = digest(f"{around[folder]}{self.given[file.src_uri].digest}".encode())
            known = self.output.known.pages.get(file.dest_uri)
            if known and known.key == key and self.output.keep(file.dest_uri):
                kept.append(file.dest_uri)
            else:
                tasks.append(_Task(file, key))
        return kept, tasks

    def all(self, tasks: Sequence[_Task], workers: int) -> list[_Page]:
        """The pages of `tasks`, by `workers` processes that begin with all that this one knows."""
        if workers == 1 or len(tasks) <= _SHARE or "fork" not in multiprocessing.get_all_start_methods():
            return [self.page(task) for task in tasks]
        shares = [range(start, min(start + _SHARE, len(tasks))) for start in range(0, len(tasks), _SHARE)]
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=fork, initializer=_begin, initargs=(self, tasks)) as pool:
            return [page for pages in pool.map(_share, shares) for page in pages]

    def page(self, task: _Task) -> _Page:
        """The page of `task`."""
        made = self.pages.made(task.file, task.file.content_string)
        if task.sampled and made.fast:
            self._compared(task.file, made)
        if task.file.page:
            task.file.page.content = task.file.page.markdown = None  # thousands of pages need not all stay in memory
        return self._put(task.file, task.key, made)

    def _compared(self, file: File, made: Made) -> None:
        """Make the page of `file` the slow way too."""
        if self.pages.made_slowly(file).html != made.html:
            raise Different(file.src_uri)

    def _put(self, file: File, key: str, made: Made) -> _Page:
        """Write a page that was made."""
        stored = self.output.put(file.dest_uri, made.html)
        return _Page(file.dest_uri, Source(key, made.linked), stored, not made.fast, tuple(self.told.taken()))

    def linked(self, sources: Mapping[str, Source]) -> dict[str, Linked]:
        """Links and anchors of all pages; the links that surround the pages of a folder are those of its first one."""
        found = {path: source.linked for path, source in sources.items()}
        first = {path.rsplit("/", 2)[0]: path for path in reversed(found) if path.count("/") > 1}
        for folder, around in self.pages.around.items():
            if folder in first:
                page = found[first[folder]]
                found[first[folder]] = Linked(f"{page.targets}\n{around.linked.targets}", page.anchors)
        return found


def _sampled(tasks: Sequence[_Task]) -> list[_Task]:
    """`tasks`, with those marked that the slow way is to confirm: as good as chosen by chance, for keys are digests."""
    seen: dict[str, int] = {}
    chosen = set()
    for task in sorted(tasks, key=lambda task: task.key):
        folder = task.file.src_uri.rpartition("/")[0]
        seen[folder] = seen.get(folder, 0) + 1
        if seen[folder] <= _LEAST or seen[folder] % _SAMPLED == 0:
            chosen.add(task.key)
    return [_Task(task.file, task.key, task.key in chosen) for task in tasks]


_work: _Work
_tasks: Sequence[_Task]


def _begin(work: _Work, tasks: Sequence[_Task]) -> None:
    """Let this process, a copy of its parent, know where it finds its work."""
    global _work, _tasks  # a process of a pool has no other place to keep what it inherits
    _work, _tasks = work, tasks


def _share(numbers: range) -> list[_Page]:
    """The pages of the tasks with these numbers."""
    return [_work.page(_tasks[number]) for number in numbers]
