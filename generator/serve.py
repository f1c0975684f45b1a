"""A preview that follows the archivist: what changes in the seeds or in the programme is built anew.

Each build is made by a copy of a process that has the whole programme loaded already, and goes to a folder of the
preview's own. What was published stays as it is.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator import preview
from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.process import BaseProcess

_PAUSE = 0.2
_LEDGER = "ids.json"
#: Folders of the site's source that are written by hand.
_BY_HAND = (paths.STYLE_PARTS, paths.SCRIPT_PARTS, paths.SEARCH_PARTS, "assets/images", "templates")
_CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class _Watch(FileSystemEventHandler):
    """Notes that something changed which the generator reads, and whether that was the programme itself."""

    def __init__(self) -> None:
        self.changed = threading.Event()
        self.programme = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A folder counts as modified whenever a file in it is written, whichever that is.
        inside = event.is_directory and event.event_type == "modified"
        ends = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if event.event_type in _CHANGES and not inside and not all(map(_is_ignored, ends)):
            self.programme |= str(event.src_path).endswith(".py")
            self.changed.set()


def _is_ignored(path: Path) -> bool:
    """Whether the generator does not read a file of that name, or writes it itself."""
    return path.name.startswith(".") or path.name == _LEDGER or path.parent.name == "__pycache__"


def changes(*folders: Path) -> Iterator[None]:
    """Now, and again after each change in `folders`, until interrupted."""
    with _watching(folders) as watch:
        yield
        with suppress(KeyboardInterrupt):
            while True:
                watch.changed.wait()
                _settle(watch)
                yield


@contextmanager
def _watching(folders: Iterable[Path]) -> Iterator[_Watch]:
    """A watch over `folders` and what is in them."""
    watch, observer = _Watch(), Observer()
    for folder in folders:
        observer.schedule(watch, str(folder), recursive=True)
    observer.start()
    try:
        yield watch
    finally:
        observer.stop()
        observer.join()


def _settle(watch: _Watch) -> None:
    """Wait until whoever changes something has paused."""
    while watch.changed.is_set():
        watch.changed.clear()
        watch.changed.wait(timeout=_PAUSE)


def serve(build: Callable[[], None], watched: Iterable[Path], site: Path, port: int) -> None:
    """Build, serve the folder `site` on 127.0.0.1:`port`, and build again after each change, until interrupted.

    `build` builds it; it can be called in another process. When the programme has changed, all begins anew.
    """
    with _watching(watched) as watch, preview.served(site, port) as renewals, suppress(KeyboardInterrupt):
        while not watch.programme:
            _in_a_copy(build)
            renewals.renewed()
            watch.changed.wait()
            _settle(watch)
    if watch.programme:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _in_a_copy(build: Callable[[], None]) -> None:
    """Call `build` in a process that begins with all its modules loaded, where the system can do that."""
    if sys.platform == "win32":
        process: BaseProcess = multiprocessing.get_context("spawn").Process(target=build)
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["generator.cli"])
        process = context.Process(target=build)
    process.start()
    process.join()


def folders(seeds: Path, into: Path) -> list[Path]:
    """The folders that a build reads: the seeds, the programme, and what of the site's source is written by hand."""
    found = (into / name for name in _BY_HAND)
    return [seeds, Path(__file__).parent, *filter(Path.is_dir, found)]
