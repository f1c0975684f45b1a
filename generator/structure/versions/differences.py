"""What one version of a speech has and another has not: sentence by sentence, then character by character."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model import Edit, Piece, Revision
from generator.structure.versions.likeness import folded, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SENTENCE: Final = re.compile(r".+?(?:[。！？；!?;]+[”’」』）)]*|$)", re.DOTALL)
_WINDOW: Final = 8
_REWORDED: Final = 0.5
_SPECK: Final = 2


class _Sentence(NamedTuple):
    """A sentence as printed, the number of its paragraph, and the words by which it is compared."""

    text: str
    paragraph: int
    key: str


def differences(main: Sequence[str], other: Sequence[str]) -> tuple[Revision, ...]:
    """The changes that make the paragraphs `other` of `main`.

    Where the words of a sentence are the same, script, punctuation and line ends are no change.

    >>> (change,) = differences(["同志们：", "今天开会研究。请讲。"], ["同志们：", "今日开会研究。请讲。"])
    >>> change.paragraph, [(str(piece.edit), piece.text) for piece in change.pieces]
    (1, [('same', '今'), ('deleted', '天'), ('inserted', '日'), ('same', '开会研究。请讲。')])
    """
    before, after = _sentences(main), _sentences(other)
    pieces = list(_joined(_compared(before, after)))
    changed = {paragraph for paragraph, piece in pieces if piece.edit is not Edit.SAME}
    return tuple(
        Revision(number, tuple(piece for paragraph, piece in pieces if paragraph == number))
        for number in sorted(changed)
    )


def _sentences(paragraphs: Iterable[str]) -> list[_Sentence]:
    """Every sentence in order."""
    return [
        _Sentence(match[0], number, words(match[0]) or match[0].strip())
        for number, text in enumerate(paragraphs)
        for match in _SENTENCE.finditer(text)
    ]


def _compared(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[tuple[int, Piece]]:
    """The pieces of both texts in order, each with its paragraph of the first; what is new stands where it was put."""
    matcher = SequenceMatcher(None, [each.key for each in before], [each.key for each in after], autojunk=False)
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        here = before[i - 1 if i else 0].paragraph if before else 0
        for old, new in _paired(before[i:i_end], after[j:j_end]):
            here = old.paragraph if old else here
            if old and new and old.key == new.key:
                yield here, Piece(Edit.SAME, old.text)
            else:
                yield from ((here, piece) for piece in _pieces(old.text if old else "", new.text if new else ""))


def _paired(
    before: Sequence[_Sentence], after: Sequence[_Sentence]
) -> Iterator[tuple[_Sentence | None, _Sentence | None]]:
    """Sentences of both sides in order, those that reword one another together."""
    at = 0
    for new in after:
        near = [(_alike(old.key, new.key), -place) for place, old in enumerate(before[at : at + _WINDOW])]
        alike, place = max(near, default=(0.0, 0))
        if alike >= _REWORDED:
            yield from ((old, None) for old in before[at : at - place])
            yield before[at - place], new
            at += 1 - place
        else:
            yield None, new
    yield from ((old, None) for old in before[at:])


def _alike(a: str, b: str) -> float:
    """How much two sentences are the same, 0 to 1, by their pairs of characters (Dice)."""
    one, other = ({text[i : i + 2] for i in range(len(text) - 1)} or {text} for text in (a, b))
    return 2 * len(one & other) / (len(one) + len(other))


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """One sentence made of another; what both share by chance between two edits belongs to the edits."""
    a, b = folded(before), folded(after)
    deleted = inserted = ""
    for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        speck = tag == "equal" and i_end - i <= _SPECK and i > 0 and i_end < len(a)
        if tag == "equal" and not speck:
            yield from _edits(deleted, inserted)
            deleted = inserted = ""
            yield Piece(Edit.SAME, before[i:i_end])
        else:
            deleted, inserted = deleted + before[i:i_end], inserted + after[j:j_end]
    yield from _edits(deleted, inserted)


def _edits(deleted: str, inserted: str) -> Iterator[Piece]:
    """What was taken out, then what was put in."""
    if deleted:
        yield Piece(Edit.DELETED, deleted)
    if inserted:
        yield Piece(Edit.INSERTED, inserted)


def _joined(pieces: Iterable[tuple[int, Piece]]) -> Iterator[tuple[int, Piece]]:
    """`pieces` with those of one kind that follow one another in a paragraph made one."""
    held: tuple[int, Piece] | None = None
    for paragraph, piece in pieces:
        if held and held[0] == paragraph and held[1].edit is piece.edit:
            held = paragraph, Piece(piece.edit, held[1].text + piece.text)
            continue
        if held:
            yield held
        held = paragraph, piece
    if held:
        yield held
