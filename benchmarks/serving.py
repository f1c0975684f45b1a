"""A static web server as one finds it, with a memory of what was asked: gzip, parts of files, a round trip.

A part that is asked for (`Range`) is sent uncompressed, as browsers then ask for no compression and servers do.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LEVEL = 6


@dataclass(frozen=True, order=True)
class Request:
    """A file that was asked for; seconds from its coming in to its being sent, bytes as sent without headers."""

    start: float
    end: float
    path: str
    size: int


@dataclass
class Host:
    """What is served: the files under `root`, each after `delay` seconds; `asked` has all requests.

    Without `parts` it sends whole files only.
    """

    root: Path
    delay: float = 0
    parts: bool = True
    asked: list[Request] = field(default_factory=list)
    packed: dict[str, bytes] = field(default_factory=dict)

    def part(self, path: str, asked: str) -> bytes | None:
        """The part of a file that a Range header asks for; None if the whole is to be sent."""
        found = re.fullmatch(r"bytes=(\d+)-(\d+)", asked)
        file = self.root / path.lstrip("/")
        if not self.parts or not found or not file.is_file():
            return None
        with file.open("rb") as opened:
            opened.seek(int(found[1]))
            return opened.read(int(found[2]) + 1 - int(found[1]))

    def body(self, path: str) -> bytes | None:
        """The file as it is sent, None if there is none."""
        if path not in self.packed:
            file = self.root / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                return None
            self.packed[path] = gzip.compress(file.read_bytes(), _LEVEL, mtime=0)
        return self.packed[path]


def served(host: Host) -> ThreadingHTTPServer:
    """A running server; its address is at `server_address`, and `shutdown` ends it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            start = time.perf_counter()
            path = self.path.partition("?")[0]
            part = host.part(path, self.headers.get("Range", ""))
            body = host.body(path) if part is None else part
            time.sleep(host.delay)
            self.send_response(404 if body is None else 200 if part is None else 206)
            kind = mimetypes.guess_type("index.html" if path.endswith("/") else path)[0]
            self.send_header("Content-Type", kind or "application/octet-stream")
            if part is None:
                self.send_header("Content-Encoding", "gzip")
            else:
                self.send_header("Content-Range", f"{self.headers['Range'].replace('=', ' ')}/*")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")
            host.asked.append(Request(start, time.perf_counter(), path, len(body or b"")))

        def log_message(self, *_: object) -> None:
            """Nothing: the memory is the log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def round_trips(times: Iterable[tuple[float, float]]) -> int:
    """The longest chain of requests, from asking to answer, of which each was asked after the one before was answered.

    >>> round_trips([(0, 1), (2, 3), (2.5, 4)])
    2
    """
    depths: list[int] = []
    ordered = sorted(times)
    for start, _ in ordered:
        before = (depth for (_, end), depth in zip(ordered, depths, strict=False) if end <= start)
        depths.append(1 + max(before, default=0))
    return max(depths, default=0)
