"""Every kind of page as readers see it: wide, narrow, dark, sepia, on paper.

    python -m benchmarks.screenshots SITE INTO

Writes small WebP files into the folder INTO, which holds nothing else. What Chromium draws differs a little between
machines with other fonts.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmarks.serving import Host, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Page

WIDE, NARROW, SHEET = (1280, 860), (390, 780), (794, 1123)
QUALITY = 55
#: What is done on a page before it is shown: a script, and what must be there afterwards.
ACTS: Mapping[str, tuple[str, str]] = {
    "outline": ("document.querySelector('details.outline summary').click(); scrollBy(0, 420)", "details.outline[open]"),
    "settings": ("document.querySelector('button.settings').click()", "#settings"),
    "keys": ("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true}))", "#keys"),
    "cite": ("document.querySelector('p.tei.body .permalink').click()", ".citing"),
}


@dataclass(frozen=True)
class Look:
    """How pages are looked at: `name` ends the file's name."""

    name: str
    size: tuple[int, int]
    scheme: str = "light"


LOOKS = (Look("1280", WIDE), Look("390", NARROW), Look("dark", WIDE, "dark"), Look("390-dark", NARROW, "dark"))


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """A page of each kind: its name and its address."""
    speech, slogan = (_longest(site, kind) for kind in ("speeches", "slogans"))
    passages = next(iter(sorted(path.parent.name for path in (site / "passages").glob("*/index.html"))), "")
    speeches = sorted(path.parent.name for path in (site / "speeches").glob("*/index.html"))
    yield "home", ""
    yield "speeches", "speeches/"
    yield "speech", f"speeches/{speech}/"
    yield "slogans", "slogans/"
    yield "slogan", f"slogans/{slogan}/"
    yield "outlines", "outlines/"
    if passages:
        yield "passages", f"passages/{passages}/"
    if len(speeches) > 1:
        yield "compare", f"compare/?a={speeches[0]}&b={speeches[1]}"
    yield "figures", "figures/"
    yield "network", "figures/network/"
    yield "search", "search/?q=干部"
    yield "about", "about/"
    yield from ((name, f"{name}/") for name in ("data", "help") if (site / name / "index.html").is_file())
    yield "404", "404.html"


def _longest(site: Path, kind: str) -> str:
    """The name of the longest page of a kind."""
    found = [path for path in (site / kind).glob("*/index.html") if "-" not in path.parent.name]
    return max(found, key=lambda page: page.stat().st_size).parent.name


def shot(page: Page, into: Path, name: str) -> None:
    """What the window shows, as a file of that name."""
    image = Image.open(io.BytesIO(page.screenshot()))
    image.convert("RGB").save(into / f"{name}.webp", quality=QUALITY, method=6)


def sheet(page: Page, into: Path, name: str) -> None:
    """The first sheet of the page on paper, as a file of that name (pdftoppm, of Poppler, draws it)."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "90", "-png", "-l", "1"],
        input=page.pdf(prefer_css_page_size=True),
        capture_output=True,
        check=True,
    )
    Image.open(io.BytesIO(drawn.stdout)).convert("RGB").save(into / f"{name}.webp", quality=QUALITY, method=6)


def visit(browser: Browser, look: Look) -> Page:
    """A window of that look."""
    width, height = look.size
    scheme = "dark" if look.scheme == "dark" else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN", reduced_motion="reduce"
    )
    return context.new_page()


def go(page: Page, address: str) -> None:
    """Open an address and wait until all is there."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(200)


def main(site: str, into: str) -> None:
    """Write the files."""
    shutil.rmtree(into, ignore_errors=True)
    folder = Path(into)
    folder.mkdir(parents=True)
    server = served(Host(Path(site)))
    origin = f"http://127.0.0.1:{server.server_address[1]}/"
    kinds = dict(pages(Path(site)))
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser,
    ):
        for look in LOOKS:
            page = visit(browser, look)
            for name, address in kinds.items():
                go(page, origin + address)
                shot(page, folder, f"{name}-{look.name}")
        page = visit(browser, Look("sepia", WIDE))
        go(page, origin + kinds["speech"])
        page.evaluate("document.body.dataset.mdColorScheme = 'sepia'")
        shot(page, folder, "speech-sepia")
        for look in LOOKS[:2]:
            page = visit(browser, look)
            for name, (act, there) in ACTS.items():
                go(page, origin + kinds["speech"])
                page.evaluate(act)
                page.locator(there).first.wait_for()
                shot(page, folder, f"speech-{name}-{look.name}")
        page = visit(browser, Look("print", SHEET))
        for name in ("speech", "slogan"):
            go(page, origin + kinds[name])
            sheet(page, folder, f"{name}-print")
    server.shutdown()
    sizes = [path.stat().st_size for path in folder.iterdir()]
    print(f"{len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
