"""A speech as programs for references take it: CSL-JSON, RIS and BibTeX, all of one table of what is known.

A speech is cited as a page on the web, as the citation by GB/T 7714 has it (`site/citation.py`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from generator.site import citation, labels, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.export.publication import Publication
    from generator.model import Speech

    Form = Callable[["Reference"], str]

_LANGUAGE: Final = "zh-CN"
_GENRE: Final = labels.SPEECHES
_LINE: Final = str.maketrans("\r\n\t", "   ")
#: BibTeX counts braces even behind a backslash, so that none of a text may stay one.
_LATEX: Final = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        '"': r"{\textquotedbl}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What there is to say of a speech in a list of references; empty where it is not known."""

    id: str
    title: str
    speakers: Sequence[str]
    date: str
    place: str
    occasion: str
    tags: Sequence[str]
    rights: str
    url: str


def reference(speech: Speech, publication: Publication) -> Reference:
    """The reference to `speech`; its title is the one that the citation by GB/T 7714 has."""
    header = speech.header
    return Reference(
        id=speech.id,
        title=citation.whole_title(speech).translate(_LINE),
        speakers=[name.translate(_LINE) for name in citation.speakers(speech)],
        date=header.date,
        place=header.place.translate(_LINE),
        occasion=header.occasion.translate(_LINE),
        tags=[tag.translate(_LINE) for tag in header.tags],
        rights=header.rights.translate(_LINE),
        url=publication.address(paths.speech(speech.id)) if publication.site else "",
    )


def csl(known: Reference) -> dict[str, Any]:
    """An item of CSL-JSON (citation-style-language 1.0.2)."""
    item: dict[str, Any] = {"id": known.id, "type": "webpage", "title": known.title, "language": _LANGUAGE}
    item |= {"genre": _GENRE, "container-title": labels.HOME}
    if known.speakers:
        item["author"] = [{"literal": name} for name in known.speakers]
    if known.date:
        item["issued"] = {"date-parts": [[int(part) for part in known.date.split("-")]]}
    named = {
        "URL": known.url,
        "event-title": known.occasion,
        "event-place": known.place,
        "keyword": ", ".join(known.tags),
    }
    return item | {key: value for key, value in named.items() if value}


def csl_json(known: Reference) -> str:
    """A file of CSL-JSON with that item alone."""
    return _json([csl(known)]) + "\n"


def ris(known: Reference) -> str:
    """A record in RIS; lines end as the format asks, with CR and LF."""
    year, _, rest = known.date.partition("-")
    day = f"{year}/{rest.replace('-', '/')}" + "/" * (2 - known.date.count("-")) if known.date else ""
    lines = (
        ("TY", "ELEC"),
        ("ID", known.id),
        *(("AU", name) for name in known.speakers),
        ("TI", known.title),
        ("T2", labels.HOME),
        ("PY", year),
        ("DA", day),
        ("CY", known.place),
        *(("KW", tag) for tag in known.tags),
        ("LA", _LANGUAGE),
        ("UR", known.url),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def bibtex(known: Reference) -> str:
    """An entry for BibTeX and biblatex. Names stand in braces, so that no program takes them apart."""
    year, month = (*known.date.split("-"), "")[:2]
    fields = (
        ("author", " and ".join(f"{{{name.translate(_LATEX)}}}" for name in known.speakers)),
        ("title", f"{{{known.title.translate(_LATEX)}}}"),
        ("date", known.date),
        ("year", year),
        ("month", month),
        ("organization", labels.HOME),
        ("keywords", ", ".join(known.tags).translate(_LATEX)),
        ("langid", "chinese"),
        ("url", known.url),
    )
    told = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@online{{speech-{known.id},\n{told}}}\n"


#: The files that each speech has, by the ends of their names.
FORMATS: Final[Mapping[str, Form]] = {
    "csl.json": csl_json,
    "ris": ris,
    "bib": bibtex,
}


def all_csl(references: Iterable[Reference]) -> Iterator[bytes]:
    """One array of every reference."""
    yield b"["
    for number, known in enumerate(references):
        yield (",\n"[number == 0 :] + _json(csl(known))).encode()
    yield b"\n]\n"


def all_ris(references: Iterable[Reference]) -> Iterator[bytes]:
    """Every reference, one after another."""
    return (ris(each).encode() for each in references)


def all_bibtex(references: Iterable[Reference]) -> Iterator[bytes]:
    """Every reference, one after another."""
    return (bibtex(each).encode() for each in references)


def _json(data: object) -> str:
    """`data` as JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
