"""How a file of the index is written: one call with its checksum and a value in JSON.

So it is data to a reader that fetches it and a script to a page opened by double click, which may not fetch.
"""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
