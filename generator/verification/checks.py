"""What a built site is held against: the table of checks, each giving a problem for every place where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problems import problem
from generator.verification import counts, links, policy, texts
from generator.verification.built import slogan_page, speech_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Problem
    from generator.verification.built import Built


def markup(site: Built) -> Iterator[Problem]:
    """The markup of every page is whole, and holds neither handlers nor styles."""
    for file, page in site.pages.items():
        yield from (problem("P004", file, each.line, why=each.what) for each in page.faults)


def dead(site: Built) -> Iterator[Problem]:
    """Every address on a page leads to a page, file and anchor that are there."""
    for file, page in site.pages.items():
        for target in page.targets:
            if links.executable(target) or not links.leads(file, target, site.files, site.anchors, site.base):
                yield problem("P001", file, site.line(file, f'"{target}"'), target=target)


def foreign(site: Built) -> Iterator[Problem]:
    """Nothing is fetched from another origin, neither by a page nor by a style sheet."""
    for file, page in site.pages.items():
        for target in filter(links.elsewhere, page.fetched):
            yield problem("P005", file, site.line(file, target), target=target)
    for file in sorted(site.files):
        if file.endswith(".css"):
            for target in filter(links.elsewhere, links.loaded_by(site.read(file))):
                yield problem("P005", file, site.line(file, target), target=target)


def blocked(site: Built) -> Iterator[Problem]:
    """Every inline script is in the policy that is published with the site."""
    if policy.FILE in site.files:
        written = site.read(policy.FILE)
        for file, page in site.pages.items():
            for script in page.scripts:
                if not policy.allows(written, script):
                    yield problem("P010", file, site.line(file, script[:80]))


def lost(site: Built) -> Iterator[Problem]:
    """Every id that was ever published still leads somewhere."""
    yield from site.damage
    for speech in site.ledger.speeches:
        there = site.anchors.get(speech_page(speech))
        if there is None:
            yield problem("P008", speech_page(speech), id=speech)
            continue
        for anchor in site.ledger.anchors[speech].keys() - frozenset(there):
            yield problem("P008", speech_page(speech), id=f"{speech}#{anchor}")
    for slogan in site.ledger.slogans:
        if slogan_page(slogan) not in site.files:
            yield problem("P008", slogan_page(slogan), id=slogan)


CHECKS: Final[tuple[Callable[[Built], Iterator[Problem]], ...]] = (
    markup,
    dead,
    foreign,
    blocked,
    lost,
    texts.altered,
    texts.misquoted,
    counts.wrong,
)
