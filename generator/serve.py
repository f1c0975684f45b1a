"""A preview that follows the archivist: what changes in the seeds or in the programme is generated anew.

MkDocs serves and reloads the pages; it sees that the generated Markdown has changed.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PAUSE = 0.2
_LEDGER = "ids.json"
_CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class _Watch(FileSystemEventHandler):
    """Notes that something changed which the generator reads."""

    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A folder counts as modified whenever a file in it is written, whichever that is.
        inside = event.is_directory and event.event_type == "modified"
        ends = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if event.event_type in _CHANGES and not inside and not all(map(_is_ignored, ends)):
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


def serve(config: Path, seeds: Path, into: Path, port: int) -> None:
    """Generate, serve on 127.0.0.1:`port`, and generate again whenever something changes, until interrupted."""
    generate = [sys.executable, "-m", "generator", "generate", "--seeds", str(seeds), "--into", str(into)]
    subprocess.run(generate, check=False)
    mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    with _watching(folders(seeds, into)) as watch:
        server = subprocess.Popen(mkdocs)
        try:
            _follow(watch, server, generate)
        except KeyboardInterrupt:
            pass
        finally:
            server.terminate()


def folders(seeds: Path, into: Path) -> list[Path]:
    """The folders that the generator reads: the seeds, itself, and the parts of which it makes scripts and styles."""
    parts = (into / part for part in (paths.SEARCH_PARTS, paths.STYLE_PARTS, paths.SCRIPT_PARTS))
    return [seeds, Path(__file__).parent, *(folder for folder in parts if folder.is_dir())]


def _follow(watch: _Watch, server: subprocess.Popen[bytes], generate: Sequence[str]) -> None:
    """Generate after each change, once its writers have paused, as long as the server lives."""
    while server.poll() is None:
        if watch.changed.wait(timeout=1):
            _settle(watch)
            subprocess.run(generate, check=False)
