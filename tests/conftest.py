"""What all tests share: the seeds, and speeches made of a few lines."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright

from generator import permalinks, structure
from generator.readers import text
from generator.site import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser

    from generator.model import Corpus, Speech
    from generator.site.content import Content

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# How long a test takes says nothing of what it proves, and depends on what else the machine does.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a run: Playwright cannot be started twice in a thread."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "the browser tests need Chromium: run tests/ensure.sh"
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as browser:
        yield browser


def speech_of(lines: str, path: str = "讲话.txt") -> Speech:
    """The speech that a file with these lines holds."""
    source = text.read(lines.encode("utf-8-sig"), path)
    assert not hasattr(source, "code"), source
    return structure.parse(source)


def corpus_of(*speeches: str) -> Corpus:
    """Speeches with ids; each is given by its body, or by all its lines if it has a salutation."""
    whole = [
        each if "同志们：" in each else f"在第{n}次会议上的讲话\n同志们：\n{each}" for n, each in enumerate(speeches, 1)
    ]
    parsed = [speech_of(each, f"{n}.txt") for n, each in enumerate(whole, 1)]
    return permalinks.assign(parsed, permalinks.Ledger(), "2026-01-01")[0]


def texts(files: Mapping[str, Content]) -> dict[str, str]:
    """The texts of files that are made only when they are written."""
    return {path: whole(content).decode() for path, content in files.items()}


@pytest.fixture(scope="session")
def seeds_corpus(seeds: Path) -> Corpus:
    """The seeds as a corpus, ids minted anew."""
    parsed = [speech_of(path.read_text("utf-8"), path.name) for path in sorted(seeds.glob("*.txt"))]
    return permalinks.assign(parsed, permalinks.Ledger(), "2026-01-01")[0]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of a name, or writes that file anew under --accept."""

    def compare(name: str, found: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--accept"):
            path.write_text(found, "utf-8")
        assert path.read_text("utf-8") == found

    return compare
