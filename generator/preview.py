"""A site's folder served on this computer, to browsers that load a page anew whenever the site was renewed.

Pages get one script more than the site's own, just before their end; nothing else is other than on a server.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT, _CHANGES = "/-/reload.js", "/-/renewed"
_END: Final = b"</body>"
_TAG: Final = f'<script src="{_SCRIPT}"></script>'.encode()
#: Asks, again and again, how often the site was renewed, and is answered when that has changed.
_RELOAD: Final = """const known = "%d";
const ask = () => fetch("/-/renewed?since=" + known)
  .then(answer => answer.text())
  .then(now => now === known ? ask() : location.reload())
  .catch(() => setTimeout(ask, 1000));
ask();
"""
_PATIENCE: Final = 30  # seconds that a question may stay open


class Renewals:
    """How often a site was renewed, for those who wait for the next time."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def renewed(self) -> None:
        """Count one more."""
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def after(self, known: int) -> int:
        """The count, as soon as it is another than `known`, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.count != known, _PATIENCE)
            return self.count


@contextmanager
def served(site: Path, port: int) -> Iterator[Renewals]:
    """Serve the folder `site` on 127.0.0.1:`port`; whoever renews it says so."""
    renewals = Renewals()
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, renewals, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield renewals
        finally:
            server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    """Answers one browser's requests."""

    def __init__(self, renewals: Renewals, *args: object, **more: object) -> None:
        self.renewals = renewals
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or for the script."""
        path, _, query = self.path.partition("?")
        file = Path(self.translate_path(self.path))
        if path == _SCRIPT:
            self._answer((_RELOAD % self.renewals.count).encode(), "text/javascript")
        elif path == _CHANGES:
            since = query.removeprefix("since=")
            self._answer(str(self.renewals.after(int(since) if since.isdecimal() else -1)).encode(), "text/plain")
        elif file.suffix == ".html" and file.is_file():
            self._page(file, 200)
        elif path.endswith("/") and (file / "index.html").is_file():
            self._page(file / "index.html", 200)
        elif not file.exists() and (missing := Path(self.directory, "404.html")).is_file():
            self._page(missing, 404)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Say of everything that it may be other the next time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
        """Keep the terminal for what the build says."""

    def _page(self, file: Path, status: int) -> None:
        """Answer with a page and the script."""
        before, end, after = file.read_bytes().rpartition(_END)
        self._answer(b"".join((before, _TAG, end, after)), "text/html; charset=utf-8", status)

    def _answer(self, content: bytes, kind: str, status: int = 200) -> None:
        """Answer with `content`."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
