"""Zip packages and the XML in them, from people we do not know: looked at before they are opened.

Sizes are checked as declared, which is safe, as `zipfile` never gives more than an entry declares. Markup with a
document type (the only way to entities) or too deep is refused while it is parsed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final
from xml.etree import ElementTree as ET

from generator.readers.refusal import RefusedError

_MEGABYTE = 1 << 20
_ENTRIES, _EXPANDED, _PART, _DEPTH = 3000, 200 * _MEGABYTE, 40 * _MEGABYTE, 200
#: Text shrinks to a fifth, markup of a long table to a fiftieth; what is small enough may be anything.
_RATIO, _SMALL = 100, _MEGABYTE
_ENCRYPTED = 0x1

#: The prefixes under which the namespaces are known here, those of the transitional and the strict standard alike.
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "urn:schemas-microsoft-com:vml": "v",
}


def opened(content: bytes) -> zipfile.ZipFile:
    """The package, if it is whole and not larger inside than any document."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise RefusedError("R016") from None
    entries = package.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise RefusedError("R017")
    swollen = (entry.file_size > max(_SMALL, _RATIO * entry.compress_size) for entry in entries)
    if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _EXPANDED or any(swollen):
        raise RefusedError("R013")
    return package


def part(package: zipfile.ZipFile, name: str) -> ET.Element | None:
    """The XML of the entry called `name`, None where there is none."""
    try:
        entry = package.getinfo(name.lstrip("/"))
    except KeyError:
        return None
    if entry.file_size > _PART:
        raise RefusedError("R013")
    try:
        return xml(package.read(entry))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise RefusedError("R016") from None


def xml(content: bytes) -> ET.Element:
    """The root element; names are written with the prefixes above (`w-p`, as a colon means more in a path)."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 - the builder refuses what is dangerous
    try:
        parser.feed(content)
        return parser.close()
    except (ET.ParseError, LookupError, ValueError):
        raise RefusedError("R016") from None


class _Builder(ET.TreeBuilder):
    """Builds the tree, unless it has a document type or is too deep."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise RefusedError("R014")

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > _DEPTH:
            raise RefusedError("R015")
        return super().start(_short(tag), {_short(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(_short(tag))


def _short(name: str) -> str:
    """`{namespace}local` as `prefix-local`; without a prefix where we know none."""
    namespace, brace, local = name.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '')}-{local}" if brace else local
