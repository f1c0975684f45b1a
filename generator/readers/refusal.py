"""Why a file is not read, raised anywhere inside a reader and told at its door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import problem

if TYPE_CHECKING:
    from generator.model import Problem


class RefusedError(Exception):
    """The file cannot or must not be read: the problem's `code` and the `words` that fill its sentence's gaps."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code, self.words = code, words

    def told(self, path: str) -> Problem:
        """The refusal as a problem of the file at `path`."""
        return problem(self.code, path, 0, **self.words)
