"""The archive as data to take away: a file a speech in each format, files of everything, and feeds.

Nothing here is made before it is written (`site.content`), so that no more than one file is in memory at a time, and
the files of a speech only where it has changed. Names of files come from permanent ids alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.export import bibliography, database, feeds, guide, records, tables, tei, text
from generator.export.publication import Publication
from generator.permalinks import slogan_forwards
from generator.site import paths
from generator.site.content import fingerprint, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model import Speech
    from generator.site.content import Content

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
    dates, there = publication.dates[speech.id], publication.mentions.get(speech.id, ())
    said = [(each.span, each.slogan.id, each.slogan.form) for each in there]
    seen = fingerprint(speech.fingerprint, dates, said, publication.site)
    forms: Mapping[str, Callable[[Speech, Publication], str | bytes]] = {
        "xml": tei.document,
        "json": records.line,
        "txt": _plain,
        **{ending: partial(_reference, form) for ending, form in bibliography.FORMATS.items()},
    }
    for ending, form in forms.items():
        yield paths.speech_data(speech.id, ending), kept(form, (speech, publication), seen)


def _plain(speech: Speech, _: Publication) -> str:
    """The text of one speech."""
    return text.plain(speech)


def _reference(form: bibliography.Form, speech: Speech, publication: Publication) -> str:
    """The reference to one speech in one form."""
    return form(bibliography.reference(speech, publication))


def _archive(publication: Publication) -> dict[str, Content]:
    """The files of everything."""
    made: dict[str, Content] = {
        "speeches.txt": partial(text.all_plain, publication.corpus.speeches),
        "speeches.jsonl": partial(records.lines, publication),
        "archive.sqlite": partial(database.database, publication),
        "slogans.csv": partial(tables.slogans, publication),
        "occurrences.csv": partial(tables.uses, publication),
        "references.csl.json": partial(_references, bibliography.all_csl, publication),
        "references.ris": partial(_references, bibliography.all_ris, publication),
        "references.bib": partial(_references, bibliography.all_bibtex, publication),
        "datapackage.json": tables.package(publication),
        "redirects.map": _redirects(publication),
    }
    return {paths.DATA + name: content for name, content in made.items()}


def _references(
    form: Callable[[Iterable[bibliography.Reference]], Iterable[bytes]], publication: Publication
) -> Iterable[bytes]:
    """The references to all speeches in one form."""
    return form(bibliography.reference(each, publication) for each in publication.corpus.speeches)


def _redirects(publication: Publication) -> str:
    """For nginx (publishing/nginx.conf): under each slogan that was merged the one that has its words now."""
    live = publication.links.by_id
    moved = slogan_forwards(publication.ledger).items()
    return "".join(f'"slogans/{old}" "slogans/{new}/";\n' for old, new in sorted(moved) if new in live)
