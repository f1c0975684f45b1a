"""Word documents (.docx): the text as it is printed, with the numbers that the program counts.

Our own walk over the XML, because converters lose or leak something: automatic numbers, text boxes, tracked deletions.
What a reader of the paper would not see is not read, and how much of it there is is told.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import problem
from generator.readers import package
from generator.readers.blocks import source
from generator.readers.refusal import RefusedError
from generator.readers.word.body import Body
from generator.readers.word.notes import Notes
from generator.readers.word.numbering import numbering
from generator.readers.word.styles import styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

    from generator.model import Problem, Source
    from generator.readers.word.numbering import Numbering

#: What is left out, and the problem that tells it.
_TOLD = {
    "deleted": "W001",
    "hidden": "W002",
    "comments": "W003",
    "headers": "W004",
    "pictures": "W005",
    "embedded": "W006",
}


def read(content: bytes, path: str) -> Source | Problem:
    """The paragraphs of the document; raises `RefusedError` where it cannot be opened."""
    with package.opened(content) as opened:
        document = _document(opened)
        known = styles(document.parts.get("styles"))
        lists = numbering(document.parts.get("numbering"), known)
        notes = Notes(document.parts)
        body = Body(known, lists, notes)
        blocks = [*body.blocks(document.body), *notes.blocks(body)]
        left_out = body.left_out | {"comments": _comments(document.parts), "headers": _marginal(opened, document)}
    read = source(path, blocks, _problems(path, left_out, lists))
    return read if read.lines else problem("R002", path)


@dataclass(frozen=True, slots=True)
class _Document:
    """The body, the parts that belong to it by kind, and the names of those of which there may be several."""

    body: Element
    parts: Mapping[str, Element]
    margins: tuple[str, ...]


def _document(opened: ZipFile) -> _Document:
    """The main part, found by the package's relationships."""
    name = next((target for kind, target in _related(opened, "") if kind == "officeDocument"), "word/document.xml")
    root = package.part(opened, name)
    body = None if root is None else root.find("w-body")
    if body is None:
        raise RefusedError("R018")
    related = list(_related(opened, name))
    single = {"styles", "numbering", "footnotes", "endnotes", "comments", "settings"}
    found = {kind: package.part(opened, target) for kind, target in related if kind in single}
    margins = tuple(target for kind, target in related if kind in {"header", "footer"})
    return _Document(body, {kind: part for kind, part in found.items() if part is not None}, margins)


def _related(opened: ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """The kind and name of every part that the part called `name` refers to inside the package."""
    folder, base = posixpath.split(name)
    root = package.part(opened, posixpath.join(folder, "_rels", f"{base}.rels"))
    for each in root if root is not None else ():
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
            yield each.get("Type", "").rpartition("/")[2], target.lstrip("/")


def _comments(parts: Mapping[str, Element]) -> int:
    return len(parts["comments"].findall("w-comment")) if "comments" in parts else 0


def _marginal(opened: ZipFile, document: _Document) -> int:
    """How many headers and footers hold words (and not only a page's number)."""
    roots = (package.part(opened, name) for name in document.margins)
    texts = ("".join(each.text or "" for each in root.iter("w-t")) for root in roots if root is not None)
    return sum(1 for text in texts if any(character.isalpha() for character in text))


def _problems(path: str, left_out: Mapping[str, int], lists: Numbering) -> Iterator[Problem]:
    """What a reader of the paper would not see, and numbers that we cannot write."""
    for kind, code in _TOLD.items():
        if left_out.get(kind):
            yield problem(code, path, count=left_out[kind])
    if lists.unknown:
        yield problem("W007", path, formats="、".join(sorted(lists.unknown)))
