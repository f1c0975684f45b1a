"""A reader who has never been here: a browser with an empty cache asks once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.serving import round_trips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from benchmarks.serving import Host, Request


SHOWN = 6
"""Hits that the search box shows."""


@dataclass(frozen=True)
class Asked:
    """A first query: what was requested before it, for it and to count all, what was found.

    `waited` is milliseconds, `trips` the requests that had to wait for one another.
    """

    before: Sequence[Request]
    after: Sequence[Request]
    counting: Sequence[Request]
    found: Sequence[str]
    waited: float
    trips: int


def first(browser: Browser, host: Host, address: str, text: str, *, count: str = "") -> Asked:
    """The first query of a browser that has the page and nothing else; then all is counted by `count`, if given."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/ask.html")
    page.wait_for_load_state("load")
    host.asked.clear()
    start = page.evaluate("async () => { const start = performance.now(); await open(); return start; }")
    before = [request for request in host.asked if not request.path.endswith("favicon.ico")]
    host.asked.clear()
    found, end = page.evaluate("async ([t, n]) => [await ask(t, n), performance.now()]", [text, SHOWN])
    after = list(host.asked)
    times = page.evaluate("() => performance.getEntriesByType('resource').map((e) => [e.startTime, e.responseEnd])")
    host.asked.clear()
    if count:
        page.evaluate(f"async (text) => {{ await {count}(text); }}", text)
    counting = list(host.asked)
    context.close()
    return Asked(before, after, counting, found, end - start, round_trips(each for each in times if each[0] >= start))
