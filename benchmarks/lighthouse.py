"""How Lighthouse judges the built site, on its mobile settings, served with compression.

    python -m benchmarks.lighthouse SITE [RUNS]

Prints a table for docs/evaluation.md: the four scores, how much the page moves while it loads (CLS), what a first view
costs; the median of RUNS (3). Needs node ≥ 18.16 and Chromium; npx fetches Lighthouse.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.serving import Host, served

if TYPE_CHECKING:
    from collections.abc import Iterator

LIGHTHOUSE = ("npx", "--yes", "lighthouse@12.8.2")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"


@dataclass(frozen=True)
class Judgement:
    """One run: the scores (0 to 100), the shift, kilobytes as sent, requests, what was found wrong."""

    scores: tuple[float, ...]
    shift: float
    kilobytes: float
    requests: int
    wrong: frozenset[str]


def kinds(site: Path) -> Iterator[tuple[str, str]]:
    """A page of each kind that readers come to, with its address."""
    yield "home", ""
    yield "a speech", f"speeches/{_largest(site, 'speeches')}/"
    yield "a slogan", f"slogans/{_largest(site, 'slogans')}/"
    yield "search", "search/"


def _largest(site: Path, kind: str) -> str:
    """The name of the longest page of a kind."""
    pages = [path for path in (site / kind).glob("*/index.html") if "-" not in path.parent.name]
    return max(pages, key=lambda page: page.stat().st_size).parent.name


def judged(address: str) -> Judgement:
    """What Lighthouse says of an address."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [
            *LIGHTHOUSE,
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={FLAGS}",
        ]
        chrome = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chrome})
        found = json.loads(report.read_text("utf-8"))
    audits = found["audits"]
    asked = audits["network-requests"]["details"]["items"]
    wrong = {
        each["id"]
        for name in CATEGORIES
        for each in found["categories"][name]["auditRefs"]
        if each["weight"] and (audits[each["id"]]["score"] or 0) < 1 and audits[each["id"]]["score"] is not None
    }
    return Judgement(
        tuple(100 * found["categories"][name]["score"] for name in CATEGORIES),
        audits["cumulative-layout-shift"]["numericValue"],
        sum(each.get("transferSize", 0) for each in asked) / 1000,
        len(asked),
        frozenset(wrong),
    )


def main(site: str, runs: str = "3") -> None:
    """Print the table."""
    server = served(Host(Path(site)))
    origin = f"http://127.0.0.1:{server.server_address[1]}/"
    print(f"| page | {' | '.join(CATEGORIES)} | CLS | KB | requests |")
    print("|---|" + "---|" * (len(CATEGORIES) + 3))
    for name, path in kinds(Path(site)):
        found = [judged(origin + path) for _ in range(int(runs))]
        scores = [f"{median(scores):.0f}" for scores in zip(*(each.scores for each in found), strict=True)]
        shift, size = (median(getattr(each, field) for each in found) for field in ("shift", "kilobytes"))
        print(f"| {name} | {' | '.join(scores)} | {shift:.3f} | {size:.0f} | {found[0].requests} |", flush=True)
        print(f"  {name}: {', '.join(sorted(frozenset.union(*(each.wrong for each in found))))}", file=sys.stderr)
    server.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
