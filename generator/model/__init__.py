r"""The records that travel between the stages.

Everything here is frozen. A stage takes records and gives new ones; nothing is filled in later, save the
permanent ids, which `permalinks` sets with `dataclasses.replace` (before that they are empty).

Offsets are always counted in characters (Unicode code points), half-open, from 0. Two kinds of offset occur:
*source offsets* count in the decoded text of a seed (line ends as one `\n`, no byte order mark; of a file that is not
plain text, in its paragraphs), all others count in the shown text of one paragraph.
"""

from generator.model.copies import Copy
from generator.model.family import Bond, Chain, Change, Family, Wording
from generator.model.links import (
    Candidate,
    Collocate,
    Evidence,
    KwicLine,
    Links,
    Occurrence,
    Relation,
    Slogan,
    SloganKind,
)
from generator.model.passages import Doublet, Parallel, Reuse, Sameness
from generator.model.source import REMOVED, Artefact, ArtefactKind, Line, LineKind, Problem, Severity, Source
from generator.model.speech import (
    HEADER_ROLES,
    Bound,
    Corpus,
    Division,
    Edit,
    Header,
    HeadKind,
    Paragraph,
    Piece,
    Revision,
    Role,
    Span,
    Speech,
    Version,
)

__all__ = [
    "HEADER_ROLES",
    "REMOVED",
    "Artefact",
    "ArtefactKind",
    "Bond",
    "Bound",
    "Candidate",
    "Chain",
    "Change",
    "Collocate",
    "Copy",
    "Corpus",
    "Division",
    "Doublet",
    "Edit",
    "Evidence",
    "Family",
    "HeadKind",
    "Header",
    "KwicLine",
    "Line",
    "LineKind",
    "Links",
    "Occurrence",
    "Paragraph",
    "Parallel",
    "Piece",
    "Problem",
    "Relation",
    "Reuse",
    "Revision",
    "Role",
    "Sameness",
    "Severity",
    "Slogan",
    "SloganKind",
    "Source",
    "Span",
    "Speech",
    "Version",
    "Wording",
]
