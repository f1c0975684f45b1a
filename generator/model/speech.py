"""Speeches with their paragraphs, divisions and headers, and the corpus of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.source import Artefact, Problem


class Role(StrEnum):
    """What a paragraph is to its speech, in the order in which they are printed; the last three stand anywhere."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SALUTATION = "salutation"
    HEAD = "head"
    BODY = "body"
    CLOSING = "closing"
    ROW = "row"
    NOTE = "note"
    CONTENTS = "contents"


HEADER_ROLES = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph: `text` exactly as shown, every character of the seed less the removed artefacts.

    `runs` pairs each unbroken stretch's first offset in `text` with its source offset; more than one where an
    artefact was cut out. `division` is the index in `Speech.divisions` of the innermost block or run-in division
    that holds the paragraph, None before the first and after the last. `id` is the anchor on the page: `p-xxxxxx`,
    and for a paragraph that is wholly a head that division's `h-xxxxxx`.
    """

    role: Role
    text: str
    line: int
    runs: tuple[tuple[int, int], ...]
    division: int | None = None
    id: str = ""

    def source_offset(self, offset: int) -> int:
        """Where in the source the character at `offset` of `text` stands.

        >>> Paragraph(Role.BODY, "甲乙丙", 1, ((0, 10), (2, 30))).source_offset(2)
        30
        """
        at, source = self.runs[bisect_right(self.runs, offset, key=lambda run: run[0]) - 1]
        return source + offset - at


class HeadKind(StrEnum):
    """How a head is printed: on a line of its own, opening its paragraph, or inside one."""

    BLOCK = "block-heading"
    RUN_IN = "run-in"
    INLINE = "inline-enumeration"


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a speech (TEI div), known by its head.

    `level` is 1 for the outermost; `label` is as printed (一、 （二） 第一， 一是), empty for a head without a mark;
    `number` is what it counts, `title` the head's words. `start` to `end` is the head, label included, in paragraph
    number `paragraph`. `parent` is an index in `Speech.divisions`, None at the top and in a list in the preamble.
    """

    level: int
    kind: HeadKind
    label: str
    number: int
    title: str
    paragraph: int
    start: int
    end: int
    parent: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What TEI puts in teiHeader, as far as it is printed or in the catalogue; empty where it is not.

    `date` is ISO 8601 at the known precision (2020, 2020-03, 2020-03-26), `time` is HH:MM, `date_text` the words.
    `role` is the speaker's office. Only the catalogue tells what follows `closing`; `order` ranks speeches of one date.
    """

    title: str = ""
    subtitle: str = ""
    speaker: str = ""
    role: str = ""
    date: str = ""
    date_text: str = ""
    time: str = ""
    place: str = ""
    occasion: str = ""
    salutation: str = ""
    closing: str = ""
    level: str = ""
    series: str = ""
    source: str = ""
    rights: str = ""
    tags: tuple[str, ...] = ()
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """The `month` (ISO 8601) before which a speech cannot have been given, and what proves it.

    The sentence is characters `start` to `end` of paragraph number `paragraph`; `event` is what it speaks of.
    """

    month: str
    paragraph: int
    start: int
    end: int
    event: str


class Edit(StrEnum):
    """What another version of a speech does with words of the main one."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or one of them."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Paragraph number `paragraph` of the main version, and what the other one makes of it."""

    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Another file with the same speech: `changes` lead from the main version to it."""

    path: str
    header: Header
    changes: tuple[Revision, ...]


@dataclass(frozen=True)
class Speech:
    """One speech: every paragraph that is printed, in order, the header's lines among them.

    `corrected` names the fields of the header in which the catalogue says something else than was detected. One that
    is `hidden` keeps its ids and is not published. `versions` are the other files that hold the same speech.
    `bound` is told where no date is printed.
    """

    path: str
    header: Header
    paragraphs: tuple[Paragraph, ...]
    divisions: tuple[Division, ...]
    artefacts: tuple[Artefact, ...] = ()
    problems: tuple[Problem, ...] = ()
    id: str = ""
    corrected: tuple[str, ...] = ()
    hidden: bool = False
    versions: tuple[Version, ...] = ()
    bound: Bound | None = None

    @property
    def name(self) -> str:
        """What the speech is called in lists: its title, or its file's name where none was found."""
        return self.header.title or self.path

    @cached_property
    def heads_of(self) -> Mapping[int, tuple[int, ...]]:
        """For each paragraph number that holds a head, the indices of its divisions in printed order."""
        found: dict[int, list[int]] = {}
        for index, division in enumerate(self.divisions):
            found.setdefault(division.paragraph, []).append(index)
        return {number: tuple(indices) for number, indices in found.items()}

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that is known of the speech."""
        return blake2b(repr(self).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def division_at(self, paragraph: int, offset: int) -> int | None:
        """The innermost division, in-paragraph items included, that holds a character of that paragraph."""
        before = [i for i in self.heads_of.get(paragraph, ()) if self.divisions[i].start <= offset]
        return before[-1] if before else self.paragraphs[paragraph].division


@dataclass(frozen=True)
class Corpus:
    """All speeches with their permanent ids, dated ones first by date, then by `order` and id (never by file name)."""

    speeches: tuple[Speech, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Speech]:
        """Each speech under its permanent id."""
        return {speech.id: speech for speech in self.speeches}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a paragraph (its number, from 0) of the speech with that id."""

    speech: str
    paragraph: int
    start: int
    end: int
