"""Small answers to very many questions, each under a hash of all that it came of: one file, read and written whole.

For single speeches there is `Store`; a row for each pair of speeches would cost more than to compare them.
"""

from __future__ import annotations

from array import array
from contextlib import suppress
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Self, TypeVar

from generator import atomic
from generator.cache.rules import digest, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

Given = TypeVar("Given")

#: The length of a key, and of the hash that a file begins with, in bytes.
KEY, _HASH = 16, 20


class Memo:
    """The answers of the last build in the file at `path` (None: there is none); to be used in a `with`."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._old: Mapping[bytes, bytes] = {}
        self._used: dict[bytes, bytes] = {}

    def __enter__(self) -> Self:
        if self._path:
            with suppress(OSError, ValueError):
                self._old = dict(_read(self._path.read_bytes()))
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """If the build came to its end, keep what it used and nothing else; what cannot be kept is not."""
        if self._path and not failed and self._used != self._old:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                atomic.put(self._path, _written(self._used))

    def recalled(
        self, keys: Sequence[bytes], items: Sequence[Given], run: Callable[[Sequence[Given]], Iterable[bytes]]
    ) -> list[bytes]:
        """The answers for `items`, in their order; `run` works out those whose key is not known.

        A key has `KEY` bytes, and must tell all that the answer depends on besides the programme.
        """
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in self._old}
        made = dict(zip(missing, run(list(missing.values())), strict=True)) if missing else {}
        answers = [made[key] if key in made else self._old[key] for key in keys]
        self._used.update(zip(keys, answers, strict=True))
        return answers


def _written(answers: Mapping[bytes, bytes]) -> bytes:
    """A file: its hash, in which the rules are, how many answers there are, their lengths, their keys, they."""
    lengths = array("I", map(len, answers.values())).tobytes()
    body = b"".join((len(answers).to_bytes(8, "big"), lengths, *answers, *answers.values()))
    return digest((rules(), body)) + body


def _read(file: bytes) -> Iterable[tuple[bytes, bytes]]:
    """The answers of a file; none if it is of other rules or not as it was written."""
    hashed, body = file[:_HASH], file[_HASH:]
    if hashed != digest((rules(), body)):
        return ()
    count = int.from_bytes(body[:8], "big")
    lengths = array("I")
    first = 8 + count * lengths.itemsize
    lengths.frombytes(body[8:first])
    start = first + KEY * count
    keys = (body[at : at + KEY] for at in range(first, start, KEY))
    return zip(keys, (body[a:b] for a, b in pairwise(accumulate(lengths, initial=start))), strict=True)
