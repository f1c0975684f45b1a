"""Speeches as EPUB 3.2, of nothing but the standard library's zip.

What there is of libraries writes the time of the writing and random ids, so that no two builds were alike; a book here
is the same as long as its speeches are.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.copies import markup
from generator.copies.markup import shown
from generator.site import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.copies.edition import Edition

_KIND: Final = "application/epub+zip"
_DATE: Final = "1980-01-01"


def speech(edition: Edition) -> bytes:
    """The book of one speech."""
    header = edition.speech.header
    told = [f"<dc:creator>{shown(header.speaker)}</dc:creator>"] if header.speaker else []
    told += [f"<dc:date>{header.date}</dc:date>"] if header.date else []
    return _book(edition.speech.id, edition.speech.name, [edition], told)


def volume(title: str, editions: Sequence[Edition]) -> bytes:
    """One book of all speeches, each a chapter."""
    return _book(" ".join(each.speech.id for each in editions), title, editions, [])


def _book(name: str, title: str, editions: Sequence[Edition], told: Sequence[str]) -> bytes:
    """The book `title` with what else is `told` of it; `name` is what its identifier is made of."""
    package = _template("package.opf").substitute(
        identifier=uuid5(NAMESPACE_URL, f"speeches/{name}"),
        title=shown(title),
        publisher=shown(labels.HOME),
        told="\n".join(told),
        modified=max((each.date for each in editions), default="") or _DATE,
        items="\n".join(_item(each) for each in editions),
        order="\n".join(f'<itemref idref="s-{each.speech.id}"/>' for each in editions),
    )
    listed = "".join(_contents(each) for each in editions)
    parts = {
        "META-INF/container.xml": _template("container.xml").template,
        "book/package.opf": package,
        "book/nav.xhtml": _template("nav.xhtml").substitute(
            title=shown(title), heading=shown(labels.CONTENTS), contents=listed
        ),
        "book/book.css": _template("book.css").template,
        **{f"book/{each.speech.id}.xhtml": _chapter(each) for each in editions},
    }
    return _zipped(parts.items())


def _item(edition: Edition) -> str:
    """The speech in the list of the book's files."""
    name = edition.speech.id
    return f'<item id="s-{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'


def _contents(edition: Edition) -> str:
    """The speech in the table of contents."""
    page = f"{edition.speech.id}.xhtml"
    return f'<li><a href="{page}">{shown(edition.speech.name)}</a>{markup.contents(edition.speech, page)}</li>'


def _chapter(edition: Edition) -> str:
    """The speech's own file."""
    return _template("chapter.xhtml").substitute(
        title=shown(edition.speech.name),
        text="\n".join(markup.speech(edition.speech)),
        imprint=shown(edition.imprint),
    )


def _zipped(parts: Iterable[tuple[str, str]]) -> bytes:
    """A zip by the rules of EPUB, its first part the kind of file; the same parts give the same bytes."""
    made = io.BytesIO()
    with ZipFile(made, "w") as book:
        for name, content in _all(parts):
            entry = ZipInfo(name)
            entry.external_attr = 0o644 << 16
            book.writestr(entry, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return made.getvalue()


def _all(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """`parts` after the one that every EPUB begins with."""
    yield "mimetype", _KIND
    yield from parts


@cache
def _template(name: str) -> Template:
    """A file of this package that holds `$names`."""
    return Template(files("generator.copies").joinpath(name).read_text("utf-8"))
