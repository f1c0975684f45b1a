"""The page that tells programmers and researchers what there is to take away, and how."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

from generator.export import records, tables
from generator.site import labels
from generator.site.markdown import enclosed, table

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands in the examples for a site's address that nobody told.
NOWHERE: Final = "https://archive.example/"


def page(site: str) -> str:
    """The page; `site` is the site's address, empty where it is not known."""
    words = Template(Path(__file__).with_suffix(".md").read_text("utf-8"))
    return words.substitute(
        site=site or NOWHERE,
        record=_fields(records.FIELDS.items()),
        slogans=_fields((name, what) for name, (_, what) in tables.SLOGANS.items()),
        uses=_fields((name, what) for name, (_, what) in tables.OCCURRENCES.items()),
    )


def _fields(fields: Iterable[tuple[str, str]]) -> str:
    """Fields and what they mean, as a table."""
    rows = ((f"`{name}`", what) for name, what in fields)
    return enclosed("div", 'class="described"', table(labels.FIELDS_HEAD, *rows))
