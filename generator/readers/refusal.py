"""Why a file is not read, raised anywhere inside a reader and told at its door."""

from __future__ import annotations


class RefusedError(Exception):
    """The file cannot or must not be read: the problem's `code` and the `words` that fill its sentence's gaps."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code, self.words = code, words
