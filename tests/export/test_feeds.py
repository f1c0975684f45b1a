"""Atom feeds as a feed reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
from lxml import etree

from generator.export import feeds
from generator.site import paths
from generator.site.takeaway import speaker_id
from tests.export.conftest import SITE

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.export import Publication

TOLD = {"content-type": "application/atom+xml; charset=utf-8"}
ATOM = "{http://www.w3.org/2005/Atom}"
SPEECH = "在第{n}次会议上的讲话\n李林\n（2020年3月{day}日）\n\n同志们：\n今天是第{n}次会议，要抓好第{n}项工作。\n"


def read(publication: Publication, path: str) -> feedparser.FeedParserDict:
    content = b"".join(feeds.files(publication)[path]())
    found = feedparser.parse(content, response_headers={**TOLD, "content-location": f"{SITE}{path}"})
    assert not found.bozo, found.get("bozo_exception")
    return found


def through(publication: Publication) -> list[feedparser.FeedParserDict]:
    """Every entry of the feed of everything, its files followed to the last."""
    found, path = [], paths.FEED
    while path:
        feed = read(publication, path)
        found += feed.entries
        after = [link.href for link in feed.feed.links if link.rel == "next"]
        path = after[0].removeprefix(SITE) if after else ""
    return found


def test_a_reader_finds_every_speech_with_its_address(both: list[Publication]) -> None:
    for publication in both:
        entries = through(publication)
        speeches = publication.corpus.by_id
        assert {entry.link for entry in entries} == {f"{SITE}speeches/{each}/" for each in speeches}
        assert len({entry.id for entry in entries}) == len(speeches)
        assert sorted(entry.title for entry in entries) == sorted(each.name for each in speeches.values())


def test_the_feed_of_everything_goes_on_until_no_speech_is_missing(make: Callable[..., Publication]) -> None:
    publication = make(*(SPEECH.format(n=n, day=n % 28 + 1) for n in range(feeds.ENTRIES * 2 + 5)))
    assert len(through(publication)) == feeds.ENTRIES * 2 + 5
    assert {len(read(publication, path).entries) for path in feeds.files(publication) if "all" in path} == {100, 5}


def test_the_feed_of_a_slogan_has_the_speeches_that_its_page_has(publication: Publication) -> None:
    for slogan in publication.links.slogans:
        entries = read(publication, paths.feed("slogan", slogan.id)).entries
        assert {entry.link.split("/")[-2] for entry in entries} == set(slogan.speeches)


def test_the_feed_of_a_speaker_has_the_speeches_of_that_speaker(make: Callable[..., Publication]) -> None:
    publication = make(*(SPEECH.format(n=n, day=n) for n in (1, 2)), SPEECH.format(n=3, day=3).replace("李林", "王明"))
    entries = read(publication, paths.feed("speaker", speaker_id("李林"))).entries
    assert {entry.title for entry in entries} == {"在第1次会议上的讲话", "在第2次会议上的讲话"}


def test_ids_stay_when_the_site_moves_and_links_lead_without_its_address(make: Callable[..., Publication]) -> None:
    text = SPEECH.format(n=1, day=1)
    here, nowhere = (through(make(text, site=site)) for site in (SITE, ""))
    assert [entry.id for entry in here] == [entry.id for entry in nowhere]
    assert [entry.link for entry in here] == [entry.link for entry in nowhere]


def test_a_feed_has_all_that_the_standard_asks_for(both: list[Publication]) -> None:
    for publication in both:
        for made in feeds.files(publication).values():
            feed = etree.fromstring(b"".join(made()))
            for element in (feed, *feed.iterfind(f"{ATOM}entry")):
                for name in ("id", "title", "updated"):
                    (found,) = element.findall(ATOM + name)
                    assert found.text
            assert feed.find(f"{ATOM}author/{ATOM}name") is not None


def test_an_archive_without_speeches_has_a_feed(make: Callable[..., Publication]) -> None:
    assert read(make(), paths.FEED).entries == []
