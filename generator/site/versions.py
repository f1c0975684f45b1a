"""The other files with the same speech, on its page: what they have more and what less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model import Edit
from generator.site import labels
from generator.site.markdown import escape, folded, item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Piece, Revision, Speech

_CONTEXT: Final = 24
_TAGS: Final = {Edit.DELETED: "del", Edit.INSERTED: "ins"}


def versions(speech: Speech) -> Iterator[str]:
    """A line for each other version that unfolds its differences."""
    for version in speech.versions:
        label = labels.VERSIONS.format(file=escape(version.path), count=len(version.changes))
        if version.changes:
            changes = "\n".join(item(_change(speech, change)) for change in version.changes)
            yield folded(label, labels.VERSIONS_TEXT, changes)
        else:
            yield folded(label, labels.VERSIONS_SAME)


def _change(speech: Speech, change: Revision) -> str:
    """One paragraph with its changes, under a sign that leads to it."""
    anchor = speech.paragraphs[change.paragraph].id
    last = len(change.pieces) - 1
    shown = (_shown(piece, first=place == 0, last=place == last) for place, piece in enumerate(change.pieces))
    return f"[{labels.VERSIONS_PLACE}](#{anchor}) " + "".join(shown)


def _shown(piece: Piece, *, first: bool, last: bool) -> str:
    """What both have, cut where it is long; what one has, whole."""
    if piece.edit is not Edit.SAME:
        return f"<{_TAGS[piece.edit]}>{escape(piece.text)}</{_TAGS[piece.edit]}>"
    before = "" if first else piece.text[:_CONTEXT]
    after = "" if last else piece.text[-_CONTEXT:]
    whole = len(piece.text) <= len(before) + len(after)
    return escape(piece.text) if whole else escape(before) + labels.ELLIPSIS + escape(after)
