"""The archive as data to take away: a file a speech in each format, files of everything, and feeds.

Nothing here is made before it is written (`site.write.Content`), so that no more than one file is in memory at a time.
Names of files come from permanent ids alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.export import bibliography, database, feeds, guide, records, tables, tei, text
from generator.export.publication import Publication
from generator.permalinks import slogan_forwards
from generator.site import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Speech
    from generator.site.write import Content

__all__ = ["Publication", "files"]


def files(publication: Publication) -> Mapping[str, Content]:
    """Every file of data and every feed, by its path in the site's source; and the page that tells of them."""
    return {
        **{path: made for speech in publication.corpus.speeches for path, made in _speech(speech, publication)},
        **_archive(publication),
        **feeds.files(publication),
        paths.API: guide.page(publication.site),
    }


def _speech(speech: Speech, publication: Publication) -> Iterator[tuple[str, Content]]:
    """The files of one speech."""
    yield paths.speech_data(speech.id, "xml"), lambda: (tei.document(speech, publication),)
    yield paths.speech_data(speech.id, "json"), lambda: (records.line(speech, publication),)
    yield paths.speech_data(speech.id, "txt"), lambda: (text.plain(speech).encode(),)
    for ending, form in bibliography.FORMATS.items():
        yield paths.speech_data(speech.id, ending), partial(_reference, form, speech, publication)


def _reference(form: bibliography.Form, speech: Speech, publication: Publication) -> Iterable[bytes]:
    """The reference to one speech in one form."""
    return (form(bibliography.reference(speech, publication)).encode(),)


def _archive(publication: Publication) -> dict[str, Content]:
    """The files of everything."""

    def references() -> Iterator[bibliography.Reference]:
        return (bibliography.reference(each, publication) for each in publication.corpus.speeches)

    made: dict[str, Content] = {
        "speeches.txt": lambda: text.all_plain(publication.corpus.speeches),
        "speeches.jsonl": lambda: records.lines(publication),
        "archive.sqlite": lambda: database.database(publication),
        "slogans.csv": lambda: tables.slogans(publication),
        "occurrences.csv": lambda: tables.uses(publication),
        "references.csl.json": lambda: bibliography.all_csl(references()),
        "references.ris": lambda: (bibliography.ris(each).encode() for each in references()),
        "references.bib": lambda: (bibliography.bibtex(each).encode() for each in references()),
        "datapackage.json": tables.package(publication),
        "redirects.map": _redirects(publication),
    }
    return {paths.DATA + name: content for name, content in made.items()}


def _redirects(publication: Publication) -> str:
    """For nginx (publishing/nginx.conf): under each slogan that was merged the one that has its words now."""
    live = publication.links.by_id
    moved = slogan_forwards(publication.ledger).items()
    return "".join(f'"slogans/{old}" "slogans/{new}/";\n' for old, new in sorted(moved) if new in live)
