"""The kinds of copies of speeches that readers may take away."""

from enum import StrEnum


class Copy(StrEnum):
    """A kind of copy, by the end of its files' names."""

    EPUB = "epub"
    PDF = "pdf"
