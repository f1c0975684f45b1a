"""What surrounds the content of pages: learned from the theme's own template, once for all pages of a folder.

A page that is not in the navigation shares all of its HTML with its neighbours but its content, its title, its table of
contents and what is made of its own name. So the template renders a page that has marks in these places, and that page
is cut at the marks. Nothing else is known here of the template; if it does more with them than to copy them (or, of a
title, its text without tags), the marks are not where they should be, or the sample that every build compares differs.

A table of contents is a nested list. How the theme writes it shows in what stands between one entry and the next, and
that depends only on how deep the two are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

#: Levels below the page's title that headings can have.
_LEVELS = 5
#: The values of the page that is cut. A mark is letters, which nothing changes; one that stands for HTML is followed by
#: a tag and a reference, which show whether the theme takes tags away and whether it then escapes what is left.
_AS_HTML = "<i>&amp;"
NAME: Final = "qznamez"
FIRST: Final = "qzfirstz"
TITLE: Final = f"qztitlez{_AS_HTML}"
CONTENT: Final = "<h1>qzcontentz"  # Material looks whether the content has a heading of its own
_MARK = re.compile(r"(?:<h1>(?=qzcontentz))?qz(name|first|title|content|entry|label)\d*z(<i>&amp;|&amp;|&|)")
_LEFT_OVER = re.compile(r"qz|&lt;i&gt;")
#: What the theme makes of HTML, by what it leaves of `_AS_HTML`.
_MADE: Final[dict[str, Callable[[str], str]]] = {
    "<i>&amp;": str,
    "&": lambda html: Markup(html).striptags(),  # noqa: S704 - as Jinja's filter of that name
    "&amp;": lambda html: str(escape(Markup(html).striptags())),  # noqa: S704 - the same, escaped
    "": str,
}
_PLAIN = re.compile(r"[^<>&'\"\s]*(?: [^<>&'\"\s]+)*")


class Unlearned(Exception):  # noqa: N818 - nothing is wrong: the slow way knows
    """The theme does not write pages the way that is expected here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table of contents: its depth below the page's title, from 0; its id; its label, which is HTML."""

    depth: int
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a page: what goes there (name, first, title, content, entry, label), and what the theme makes of it.

    `kept` is what it leaves of `_AS_HTML`.
    """

    what: str
    kept: str


#: What stands between two entries: pieces that each end at a mark (of the first one's label), and the rest.
Step = tuple[tuple[tuple[bytes, Mark], ...], bytes]


@dataclass(frozen=True, slots=True)
class Shell:
    """A page in pieces.

    `before` are pieces that each end at a mark, `after` pieces that each begin at one. Between them stands the table of
    contents: `empty`, or `opening`, entries and `closings[d]`, where d is how deep the last entry is. An entry is its
    id, `within`, its label; between one at depth d and one at depth e stands `steps[d, e]`, in which the label of the
    first may be repeated, as it is where lists have names.
    """

    before: tuple[tuple[bytes, Mark], ...]
    empty: bytes
    opening: bytes
    within: bytes
    steps: Mapping[tuple[int, int], Step]
    closings: tuple[bytes, ...]
    after: tuple[tuple[Mark, bytes], ...]

    def page(self, values: Mapping[str, str], entries: Sequence[Entry]) -> bytes:
        """The page with these `values` (of name, first, title, content) and this table of contents."""
        parts: list[bytes] = []
        for piece, mark in self.before:
            parts += piece, _filled(mark, values[mark.what])
        parts += self._table(entries)
        for mark, piece in self.after:
            parts += _filled(mark, values[mark.what]), piece
        return b"".join(parts)

    def _table(self, entries: Sequence[Entry]) -> Iterator[bytes]:
        """The table of contents."""
        if not entries:
            yield self.empty
            return
        yield self.opening
        for number, entry in enumerate(entries, start=1):
            yield from (entry.id.encode(), self.within, entry.label.encode())
            if number == len(entries):
                yield self.closings[entry.depth]
                return
            repeated, rest = self.steps[entry.depth, entries[number].depth]
            for piece, mark in repeated:
                yield from (piece, _filled(mark, entry.label))
            yield rest


def _filled(mark: Mark, html: str) -> bytes:
    """What stands at `mark` for the value `html`."""
    return (html if mark.kept == _AS_HTML or _PLAIN.fullmatch(html) else _MADE[mark.kept](html)).encode()


def learned(render: Callable[[Sequence[Entry]], str]) -> Shell:
    """The shell of the pages that `render` gives: pages with marks for values, and with this table of contents.

    It is right for the pages that it was learned from, or it is Unlearned.
    """
    tables = [(), *(_marks(range(depth + 1)) for depth in range(_LEVELS)), _marks(_WALK)]
    pages = [render(table) for table in tables]
    empty, *chains, walk = (_Cut.of(page) for page in pages)
    within, steps = walk.joints(_WALK)
    shell = Shell(
        before=walk.before,
        empty=empty.table[0],
        opening=walk.table[0],
        within=within,
        steps=steps,
        closings=tuple(chain.table[-1] for chain in chains),
        after=walk.after,
    )
    values = {"name": NAME, "first": FIRST, "title": TITLE, "content": CONTENT}
    if [shell.page(values, table).decode() for table in tables] != pages:
        raise Unlearned("a page put together from the pieces is not the page")
    return shell


#: Depths of entries, among them every step that there is.
_WALK: Final = tuple(
    depth for start in range(_LEVELS) for end in range(start + 1) for depth in (*range(start + 1), end)
)


def _marks(depths: Iterable[int]) -> tuple[Entry, ...]:
    """Entries that are marks, of these depths."""
    return tuple(Entry(depth, f"qzentry{n}z", f"qzlabel{n}z{_AS_HTML}") for n, depth in enumerate(depths))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A page cut at its marks: before, in and after the table of contents, in which `marks` part the pieces."""

    before: tuple[tuple[bytes, Mark], ...]
    table: tuple[bytes, ...]
    marks: tuple[Mark, ...]
    after: tuple[tuple[Mark, bytes], ...]

    @classmethod
    def of(cls, page: str) -> _Cut:
        """The cut of `page`."""
        found = list(_MARK.finditer(page))
        edges = [0, *(edge for mark in found for edge in mark.span()), len(page)]
        pieces = [page[start:end].encode() for start, end in zip(edges[::2], edges[1::2], strict=True)]
        marks = [Mark(mark[1], mark[2]) for mark in found]
        entries = [n for n, mark in enumerate(marks) if mark.what in {"entry", "label"}]
        content = next((n for n, mark in enumerate(marks) if mark.what == "content"), -1)
        start, end = (entries[0], entries[-1] + 1) if entries else (content, content)
        if not 0 < start <= end <= content or any(map(_LEFT_OVER.search, map(bytes.decode, pieces))):
            raise Unlearned("the page does not show its title, its table of contents and its content, in this order")
        return cls(
            tuple(zip(pieces[:start], marks[:start], strict=True)),
            tuple(pieces[start : end + 1]),
            tuple(marks[start:end]),
            tuple(zip(marks[end:], pieces[end + 1 :], strict=True)),
        )

    def joints(self, depths: Sequence[int]) -> tuple[bytes, dict[tuple[int, int], Step]]:
        """What stands within an entry, and between two; the entries have these `depths`."""
        pieces, steps = list(zip(self.table, (*self.marks, None), strict=True)), {}
        starts = [n for n, (_, mark) in enumerate(pieces) if mark and mark.what == "entry"]
        for (depth, following), start, end in zip(pairwise(depths), starts, starts[1:], strict=False):
            repeated = tuple((piece, mark) for piece, mark in pieces[start + 2 : end] if mark)
            steps[depth, following] = repeated, pieces[end][0]
        return pieces[starts[0] + 1][0], steps
