"""The five seeds, built and served on this machine, and a Chromium to look at them with."""

from __future__ import annotations

import shutil
import threading
import time
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect

from generator.verification.policy import FILE
from tests.commands import run
from tests.conftest import ROOT
from tests.test_build import project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
#: How long a page may take to come to what is expected, on a busy machine, in milliseconds.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


class _Quiet(SimpleHTTPRequestHandler):
    """A server as the site's own files ask for: with the policy that is published among them."""

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        policy = Path(self.directory, FILE)
        if policy.is_file():
            self.send_header("Content-Security-Policy", policy.read_text("utf-8").strip())
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while this machine serves it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def until(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a condition (JavaScript) holds; Playwright's own way evaluates strings, which the policy forbids."""
    last = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < last:
        with suppress(Error):  # the page is just giving way to another
            if page.evaluate(condition, arg):
                return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = project(tmp_path_factory.mktemp("browser"))
    shutil.rmtree(folder / "seeds")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    result = run(folder, "build")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of the served site, with `/` at its end."""
    with served(site) as address:
        yield address


class Visit:
    """A page in a window of its own that notes what should not happen."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda r: None if self._ours(r.url) else self.complaints.append(r.url))
        self.page.on(
            "response", lambda r: None if r.ok or r.status == 304 else self.complaints.append(f"{r.status} {r.url}")
        )

    def _ours(self, url: str) -> bool:
        return url.startswith((self.origin, "data:", "blob:"))

    def go(self, path: str = "") -> Page:
        self.page.goto(self.origin + path)  # all scripts have run: on a busy machine, the network may rest before
        self.page.wait_for_load_state("networkidle")
        return self.page


#: For what has another look, or another way to it, in a narrow window.
both_widths = pytest.mark.parametrize("visit", WIDTHS, indirect=True)


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Visit]:
    """A visit, 1280 wide or as asked; fails the test on a console error, a failed request or one off the origin."""
    window = {"width": getattr(request, "param", WIDTHS[0]), "height": 800}
    context = browser.new_context(viewport=window, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = Visit(context, origin)
    yield made
    context.close()
    assert made.complaints == []
