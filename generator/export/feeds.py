"""Atom feeds (RFC 4287): what came into the archive, all of it, of one speaker, with one slogan.

An entry's id is a UUID made of the speech's permanent id, so that it stays when the site moves. Links are absolute
where the site's address is known; else they are relative, which a reader resolves by where it found the feed. The feed
of everything goes on to further files (RFC 5005); the others show the latest.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from generator.export.xml import escaped
from generator.site import citation, labels, paths
from generator.site.takeaway import speaker_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.export.publication import Publication
    from generator.model import Speech

_NAMESPACE: Final = UUID("6b1d7c1e-5a0e-5c39-9d3f-0f6c2c8a4f11")
_ATOM: Final = "http://www.w3.org/2005/Atom"
#: So many entries stand in one file.
ENTRIES: Final = 100
_OPENING: Final = 120


def urn(what: str) -> str:
    """The name for ever of what has a permanent id.

    >>> urn("speeches/2k5ge8n")
    'urn:uuid:6dc3be58-7cbd-5c8a-b132-ab3d07838667'
    """
    return uuid5(_NAMESPACE, what).urn


def files(publication: Publication) -> Mapping[str, Callable[[], Iterable[bytes]]]:
    """Every feed, made when it is written."""
    latest = publication.latest()
    entries = _Entries(publication)
    found = dict(_all(latest, publication, entries))
    for name, speeches in speakers(latest).items():
        path = paths.feed("speaker", speaker_id(name))
        found[path] = partial(_feed, path, name, speeches[:ENTRIES], publication, entries)
    place = {speech.id: number for number, speech in enumerate(latest)}
    for slogan in publication.links.slogans:
        path = paths.feed("slogan", slogan.id)
        some = sorted(slogan.speeches, key=place.__getitem__)[:ENTRIES]
        speeches = [publication.corpus.by_id[each] for each in some]
        found[path] = partial(_feed, path, slogan.form, speeches, publication, entries)
    return found


def speakers(speeches: Iterable[Speech]) -> Mapping[str, Sequence[Speech]]:
    """The speeches of each speaker, in their order."""
    found: dict[str, list[Speech]] = defaultdict(list)
    for speech in speeches:
        for name in dict.fromkeys(citation.speakers(speech)):
            found[name].append(speech)
    return found


def _all(
    latest: Sequence[Speech], publication: Publication, entries: _Entries
) -> Iterator[tuple[str, Callable[[], Iterable[bytes]]]]:
    """The feed of everything, in files of `ENTRIES`, each leading to the next."""
    shares = [latest[start : start + ENTRIES] for start in range(0, max(len(latest), 1), ENTRIES)]
    names = [paths.FEED, *(paths.FEED.replace(".xml", f"-{number}.xml") for number in range(2, len(shares) + 1))]
    for share, path, following in zip(shares, names, (*names[1:], ""), strict=True):
        yield path, partial(_feed, path, "", share, publication, entries, following)


class _Entries:
    """The entries of speeches, each made once however many feeds have it."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.made: dict[str, bytes] = {}

    def __getitem__(self, speech: Speech) -> bytes:
        if speech.id not in self.made:
            self.made[speech.id] = _entry(speech, self.publication).encode()
        return self.made[speech.id]


def _feed(  # noqa: PLR0913, PLR0917 - what a feed consists of
    path: str, of: str, speeches: Sequence[Speech], publication: Publication, entries: _Entries, following: str = ""
) -> Iterator[bytes]:
    """One file: the feed at `path`, of the speaker or slogan `of`, that goes on in `following`."""
    title = labels.FEED_OF.format(archive=labels.HOME, of=of) if of else labels.HOME
    updated = max((publication.dates[each.id].modified for each in speeches), default=publication.modified)
    links = [("self", path), *([("next", following)] if following else [])]
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="{_ATOM}" xml:lang="zh">\n'
        f"<id>{urn(path)}</id>\n<title>{escaped(title)}</title>\n<updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>{labels.HOME}</name></author>\n"
        + "".join(f'<link rel="{rel}" href="{_there(publication, to)}"/>\n' for rel, to in links)
        + f'<link rel="alternate" type="text/html" href="{publication.site or paths.ROOT}"/>\n'
    ).encode()
    yield from (entries[each] for each in speeches)
    yield b"</feed>\n"


def _there(publication: Publication, path: str) -> str:
    """The address of a file of the site, from a feed."""
    return (publication.site or paths.ROOT) + path


def _entry(speech: Speech, publication: Publication) -> str:
    """One speech: who, what, when, and how it begins."""
    dates = publication.dates[speech.id]
    page = _there(publication, paths.address(paths.speech(speech.id)))
    authors = "".join(f"<author><name>{escaped(name)}</name></author>\n" for name in citation.speakers(speech))
    told = [part for part in (labels.date(speech.header.date), speech.header.place) if part]
    summary = labels.LIST_COMMA.join(told) + labels.FEED_DASH * bool(told) + _begins(speech)
    return (
        f"<entry>\n<id>{urn(f'speeches/{speech.id}')}</id>\n<title>{escaped(speech.name)}</title>\n"
        f"<published>{dates.published}T00:00:00Z</published>\n<updated>{dates.modified}T00:00:00Z</updated>\n"
        f'{authors}<link rel="alternate" type="text/html" href="{page}"/>\n'
        f"<summary>{escaped(summary)}</summary>\n</entry>\n"
    )


def _begins(speech: Speech) -> str:
    """The first words of the text."""
    first = next((each.text for each in speech.paragraphs if each.role == "body"), "")
    return first if len(first) <= _OPENING else first[:_OPENING] + labels.ELLIPSIS
