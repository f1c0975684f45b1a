"""The text as it is searched, in whole arrays: traditional, full-width and upper-case letters as their plain selves.

Blanks and control characters go. A word of Latin letters or digits is preceded by `MARK`, so that 2020 is found as a
whole or by its beginning (202), but not by its middle (02). docs/search-format.md has the rules for a second reader.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from generator.hanzi import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Characters = NDArray[np.uint32]
    Mask = NDArray[np.bool_]

Kind = TypeVar("Kind", bound=np.generic)
MARK, END = " ", "\n"
_DROPPED = (b"Zs", b"Zl", b"Zp", b"Cc", b"Cf")
#: Their small letters are two characters, or another at the end of a word.
_BY_THEMSELVES = "İΣ"
_BY_ITSELF = re.compile(f"([{_BY_THEMSELVES}])")
CODE_POINTS: Final = 0x110000
_BLOCK = 1 << 17
_WORDS = (("0", "9"), ("a", "z"), ("ß", "ö"), ("ø", "ɏ"))
_WIDE, _NARROWER = range(0xFF01, 0xFF5F), 0xFEE0


def normal(text: str) -> str:
    """`text` as it is searched.

    >>> normal("發展 “ＣＯＶＩＤ　１９”，2020年")
    '发展“ covid 19”, 2020年'
    """
    return normalised(code_points(text)).tobytes().decode("utf-32-le")


def normals(lines: Sequence[str]) -> list[str]:
    """Each of `lines`, which have no `END` in them, as it is searched; all at once, for each costs as much as a page.

    >>> normals(["發展", "ＣＯＶＩＤ"])
    ['发展', ' covid']
    """
    return normal("".join(f"{line}{END}" for line in lines)).split(END)[:-1]


def code_points(text: str) -> Characters:
    """The characters of `text` as numbers."""
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def at_each(table: NDArray[Kind], text: Characters) -> NDArray[Kind]:
    """What `table` has for each character; in blocks, for numpy makes more of all that it looks up at once."""
    found = np.empty(len(text), table.dtype)
    for start in range(0, len(text), _BLOCK):
        found[start : start + _BLOCK] = table[text[start : start + _BLOCK]]
    return found


def normalised(text: Characters) -> Characters:
    """The characters of `text` as they are searched; `END` stays."""
    starts = range(0, len(text), _BLOCK)  # the processor keeps blocks of this size at hand
    blocks = (_normalised(text[max(start - 1, 0) : start + _BLOCK], min(start, 1)) for start in starts)
    return np.concatenate([text[:0], *blocks])


def _normalised(text: Characters, before: int) -> Characters:
    """The same of a part, in which so many characters are there only for what comes behind."""
    folded = _folded()[text]
    words = _words()[folded]
    opens = words.copy()
    opens[1:] &= ~words[:-1]
    folded, opens = folded[before:], opens[before:]
    width = (~_dropped()[folded]).astype(np.uint8) + opens
    plain = np.repeat(folded, width)
    plain[(np.cumsum(width) - width)[opens]] = ord(MARK)
    return plain


@cache
def punctuation() -> Mask:
    """For each code point whether it is punctuation, which has no entry of its own in the index."""
    return np.char.startswith(_categories(), b"P")


@cache
def _categories() -> NDArray[np.bytes_]:
    """The category of each code point in Unicode."""
    return np.frombuffer("".join(map(unicodedata.category, _every())).encode(), "S2")


def _every() -> str:
    """All code points in their order."""
    return np.arange(CODE_POINTS, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _folded() -> Characters:
    """For each code point the one that stands for it."""
    lower = "".join(each if each in _BY_THEMSELVES else each.lower() for each in _BY_ITSELF.split(_every()))
    table = np.frombuffer(lower.encode("utf-32-le", "surrogatepass"), np.uint32).copy()
    table[ord("Σ")] = ord("σ")
    table[_WIDE.start : _WIDE.stop] = table[_WIDE.start - _NARROWER : _WIDE.stop - _NARROWER]
    for one, other in simplified().items():
        table[ord(one)] = ord(other)
    return table


@cache
def _words() -> Mask:
    """For each code point whether it is a Latin letter or a digit."""
    table = np.zeros(CODE_POINTS, np.bool_)
    for first, last in _WORDS:
        table[ord(first) : ord(last) + 1] = True
    return table


@cache
def _dropped() -> Mask:
    """For each code point whether it is a blank or a control character other than `END`."""
    table = np.isin(_categories(), _DROPPED)
    table[ord(END)] = False
    return table
