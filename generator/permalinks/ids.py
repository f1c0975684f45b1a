"""New ids: a few base32 characters of a hash of the words, so that the same text has the same id everywhere."""

from __future__ import annotations

from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32 in lower case: no i, l, o, u, so that an id read out or copied by hand stays the same."""

PAGE = 7
ANCHOR = 6


def digest(text: str, length: int) -> str:
    """`length` characters (up to 12) that `text` always gives.

    >>> digest("不忘初心", 7)
    'qxg8sbz'
    """
    number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(length))


def page_id(words: str, taken: Container[str]) -> str:
    """An id for a speech or a slogan that is not among `taken`."""
    return next(name for name in (digest(text, PAGE) for text in _salted(words)) if name not in taken)


def anchor_id(kind: str, words: str, taken: Container[str]) -> str:
    """An anchor `p-xxxxxx` or `h-xxxxxx` that is not among `taken`.

    >>> first = anchor_id("p", "不忘初心", ())
    >>> first, anchor_id("p", "不忘初心", {first})
    ('p-qxg8sb', 'p-t4sjsf')
    """
    names = (f"{kind}-{digest(text, ANCHOR)}" for text in _salted(words))
    return next(name for name in names if name not in taken)


def _salted(words: str) -> Iterator[str]:
    """`words`, then for each collision `words` with the next number."""
    yield words
    yield from (f"{words}\n{number}" for number in count(2))
