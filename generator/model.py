r"""The records that travel between the stages.

Everything here is frozen. A stage takes records and gives new ones; nothing is filled in later, save the
permanent ids, which `permalinks` sets with `dataclasses.replace` (before that they are empty).

Offsets are always counted in characters (Unicode code points), half-open, from 0. Two kinds of offset occur:
*source offsets* count in the decoded text of a seed (line ends as one `\n`, no byte order mark), all others
count in the shown text of one paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """How much a `Problem` matters: the seed is left out, is published but should be looked at, is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something for the archivist: a code, the place (`line` from 1, 0 for the whole file) and a Chinese sentence."""

    path: str
    line: int
    code: str
    message: str
    severity: Severity = field(compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed as decoded, without its line end: `number` from 1, `start` its source offset."""

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A seed as read: `path` relative to the seeds folder, with `/`."""

    path: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The decoded text; source offsets count its characters."""
        return "\n".join(line.text for line in self.lines)


class ArtefactKind(StrEnum):
    """What an artefact is; `REMOVED` says which kinds are not shown."""

    BOOKMARK = "bookmark"
    CONTROL = "control"
    BLANK = "blank"
    MASK = "mask"
    HALF_WIDTH = "half-width-punctuation"


REMOVED = frozenset({ArtefactKind.BOOKMARK, ArtefactKind.CONTROL, ArtefactKind.BLANK})


@dataclass(frozen=True, slots=True, order=True)
class Artefact:
    """What a word processor or a redactor left at source offset `offset` of line `line`: `text`, as in the source."""

    offset: int
    line: int
    kind: ArtefactKind
    text: str

    @property
    def removed(self) -> bool:
        """Whether the page leaves it out."""
        return self.kind in REMOVED


class Role(StrEnum):
    """What a paragraph is to its speech, in the order in which they are printed."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SALUTATION = "salutation"
    HEAD = "head"
    BODY = "body"
    CLOSING = "closing"


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
    """What TEI puts in teiHeader, as far as it is printed; an empty string where it is not.

    `date` is ISO 8601 at the printed precision (2020, 2020-03, 2020-03-26), `time` is HH:MM, `date_text` the words.
    """

    title: str = ""
    subtitle: str = ""
    speaker: str = ""
    date: str = ""
    date_text: str = ""
    time: str = ""
    place: str = ""
    occasion: str = ""
    salutation: str = ""
    closing: str = ""


@dataclass(frozen=True)
class Speech:
    """One speech: every paragraph that is printed, in order, the header's lines among them."""

    path: str
    header: Header
    paragraphs: tuple[Paragraph, ...]
    divisions: tuple[Division, ...]
    artefacts: tuple[Artefact, ...] = ()
    problems: tuple[Problem, ...] = ()
    id: str = ""

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

    def division_at(self, paragraph: int, offset: int) -> int | None:
        """The innermost division, in-paragraph items included, that holds a character of that paragraph."""
        before = [i for i in self.heads_of.get(paragraph, ()) if self.divisions[i].start <= offset]
        return before[-1] if before else self.paragraphs[paragraph].division


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a paragraph (its number, from 0) of the speech with that id."""

    speech: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Corpus:
    """All speeches with their permanent ids, dated ones first by date, then by id (never by file name)."""

    speeches: tuple[Speech, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Speech]:
        """Each speech under its permanent id."""
        return {speech.id: speech for speech in self.speeches}


class SloganKind(StrEnum):
    """What sort of wording a slogan is; `site.labels` names them in Chinese."""

    DOCTRINE = "doctrine"
    NUMERIC = "numeric"
    PARALLEL = "parallel"
    METAPHOR = "metaphor"
    CAMPAIGN = "campaign"
    FORMULA = "formula"


class Evidence(StrEnum):
    """Why a form is taken for a slogan; `analysis.slogans.points` gives the weights."""

    LEXICON = "lexicon"
    QUOTED = "quoted"
    NUMBER = "number"
    SERIES = "series"
    REWORDED = "reworded"
    REPETITION = "repetition"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place where a slogan stands, as `form` (normalised: no quotation marks, ， as 、); `quoted` if printed so."""

    span: Span
    form: str
    quoted: bool


@dataclass(frozen=True)
class Slogan:
    """A 提法 with its wordings: `form` is the canonical one; `variants` are all forms found, most frequent first.

    `points` is the sum of the evidence's weights. `occurrences` are in the corpus's order and never overlap.
    """

    form: str
    kind: SloganKind
    points: int
    evidence: tuple[Evidence, ...]
    variants: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    id: str = ""

    @cached_property
    def speeches(self) -> tuple[str, ...]:
        """The ids of the speeches it stands in, in the corpus's order; its length is the dispersion."""
        return tuple(dict.fromkeys(occurrence.span.speech for occurrence in self.occurrences))


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """How near two speeches are: cosine `weight` (0 to 1) of their slogans; `reasons`: ids of the heaviest three."""

    a: str
    b: str
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collocate:
    """A slogan that keeps company: `sections` is the number of divisions in which both stand."""

    slogan: str
    sections: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form for the archivist to judge (a line of review.tsv): `reason` in Chinese, `example` its first sentence."""

    form: str
    reason: str
    speeches: int
    count: int
    example: str


@dataclass(frozen=True)
class Links:
    """What the analysis found between speeches."""

    slogans: tuple[Slogan, ...]
    relations: tuple[Relation, ...]
    collocates: Mapping[str, tuple[Collocate, ...]]
    review: tuple[Candidate, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Slogan]:
        """Each slogan under its permanent id."""
        return {slogan.id: slogan for slogan in self.slogans}


def dispersion(spans: Iterable[Span]) -> int:
    """In how many speeches `spans` lie (the *range* of corpus linguistics)."""
    return len({span.speech for span in spans})


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One occurrence as keyword in context: `left` and `right` are what the paragraph has on either side of `node`."""

    span: Span
    left: str
    node: str
    right: str
