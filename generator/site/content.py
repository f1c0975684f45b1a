"""What a file of the site's source holds: text, bytes, or what is made only when the file is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.cache.rules import digest, rules

#: Pieces of a file, one after another; a tuple of them may be in memory at once.
Pieces = Iterable[bytes]
#: Text is written in UTF-8.
Content = str | bytes | Callable[[], Pieces]


@dataclass(frozen=True, slots=True)
class Kept:
    """What `make` gives; it need not be made again as long as `told`, a hash of all that it depends on, is the same."""

    told: str
    make: Callable[[], Pieces]

    def __call__(self) -> Pieces:
        """The pieces, made now."""
        return self.make()


def kept(make: Callable[..., str | bytes], given: Iterable[object], *told: object) -> Kept:
    """What `make` makes of `given`; of these it may look at nothing but what the `repr` of `told` shows.

    >>> from operator import add
    >>> made = kept(add, ("甲", "乙"), "甲", "乙")
    >>> tuple(made())[0].decode(), made.told == kept(add, ("甲", "丙"), "甲", "丙").told
    ('甲乙', False)
    """
    return Kept(fingerprint(rules(), *told), made(make, *given))


def fingerprint(*told: object) -> str:
    """A hash of the `repr` of `told`.

    >>> fingerprint("甲", 1) == fingerprint("甲", 1), fingerprint("甲", "1") == fingerprint("甲", 1)
    (True, False)
    """
    return digest(repr(each).encode("utf-8", "surrogatepass") for each in told).hex()


def made(make: Callable[..., str | bytes], *given: object) -> Callable[[], Pieces]:
    """What `make` makes of `given`, at the time when it is written."""
    return partial(_encoded, make, given)


def whole(content: Content) -> bytes:
    """All of `content`.

    >>> whole("甲").decode(), whole(b"b"), whole(lambda: (b"c", b"d"))
    ('甲', b'b', b'cd')
    """
    if callable(content):
        return b"".join(content())
    return content.encode() if isinstance(content, str) else content


def _encoded(make: Callable[..., str | bytes], given: Iterable[object]) -> Pieces:
    """What `make` makes of `given`, as the one piece of a file."""
    made = make(*given)
    return (made.encode() if isinstance(made, str) else made,)
