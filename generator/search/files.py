"""How a file of the index is written: calls, each with a value in JSON and its checksum.

So it is data to a reader that fetches it, or a part of it, and a script to a page opened by double click, which may not
fetch.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Json: TypeAlias = Sequence["Json"] | Mapping[str, "Json"] | str | int


def file(value: Json) -> bytes:
    """`value` as a file of the index.

    >>> file(["发展"]).decode()
    'shard("6167bb36",["发展"])'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return b'shard("%08x",%b)' % (crc32(text), text)


def binary(data: bytes) -> str:
    """`data` as text; a server's gzip takes the difference back."""
    return b64encode(data).decode()


_ROOM = 3
"""Parts are three quarters full, at the least."""


@dataclass(frozen=True)
class Packing:
    """How values of about so many bytes together are put into files, as parts of which each can be fetched alone.

    Up to so many `files` each has one part, which a server compresses; the parts of more are all padded to `size`, so
    that a reader knows where each begins.
    """

    total: int
    files: int
    least: int
    most: int
    parts: int

    @property
    def size(self) -> int:
        """Bytes of a part: in files of one part up to `most`, and more only where there would be too many `parts`."""
        total = self.total + self.total // _ROOM
        return max(min(max(total // self.files, self.least), self.most), total // self.parts)

    def per_file(self, parts: int) -> int:
        """How many of so many parts there are in a file."""
        return max(-(-parts // self.files), 1)


def packs(values: Iterable[Json], per_file: int, size: int) -> Iterator[tuple[bytes, int]]:
    """Files of so many parts each, and how many times `size` each part of it takes.

    >>> [(len(data), times) for data, times in packs(["a", "b" * 99, "c"], 2, 64)]
    [(256, 2), (64, 1)]
    """
    parts = map(file, values)
    while group := list(islice(parts, per_file)):
        times = len(max(group, key=len)) // size + 1
        yield (b"".join(part.ljust(times * size, b"\n") for part in group) if per_file > 1 else group[0]), times
