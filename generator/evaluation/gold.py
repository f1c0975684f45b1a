"""Answers made by hand, as they are read from a folder; docs/evaluation.md says how its files are written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SLOGANS, _PASSAGES = "slogans.json", "parallel.json"
#: What is compared of a header.
FIELDS = ("title", "subtitle", "speaker", "date", "time", "place", "salutation", "closing")
_QUOTES = "“”‘’\"'《》〈〉「」『』"
_WIDE = str.maketrans({",": "、", "，": "、", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"})


@dataclass(frozen=True, slots=True)
class Head:
    """A head at a source offset: the levels and titles (`plain`) that are right; `counts` if not doubtful."""

    levels: frozenset[int]
    titles: frozenset[str]
    counts: bool


@dataclass(frozen=True, slots=True)
class OutlineGold:
    """The outline and header of one `file`: heads by source offset, and for each header field what is right."""

    file: str
    heads: Mapping[int, Head]
    header: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class SloganGold:
    """A slogan (`plain`, like its variants; none has a gap); `wanted` if it must be found, else it may be."""

    canonical: str
    variants: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a passage: the stretches of source offsets in `file` at which it may be."""

    file: str
    stretches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PassageGold:
    """A passage; `wanted` if it must be found, else it may be."""

    a: Place
    b: Place
    wanted: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """All answers of a folder."""

    outlines: tuple[OutlineGold, ...]
    slogans: tuple[SloganGold, ...]
    passages: tuple[PassageGold, ...]


def plain(text: str) -> str:
    """`text` without quotation marks and blanks, in full-width punctuation, none at its ends.

    >>> plain("“不忘初心, 牢记使命”。")
    '不忘初心、牢记使命'
    """
    kept = "".join(c for c in text if c not in _QUOTES and not c.isspace() and c not in "\ufeff\u200b")
    return kept.translate(_WIDE).strip("、。；：")


def lacking(folder: Path) -> tuple[str, ...]:
    """The files that `folder` must have to be read, and has not."""
    return tuple(name for name in (_SLOGANS, _PASSAGES) if not (folder / name).is_file())


def read(folder: Path) -> Gold:
    """The answers in `folder`: `outline_*.json`, `slogans.json`, `parallel.json`."""
    books = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("outline_*.json"))]
    names = {book["id"]: book["file"] for book in books}
    slogans = json.loads((folder / _SLOGANS).read_text("utf-8"))["slogans"]
    pairs = json.loads((folder / _PASSAGES).read_text("utf-8"))["pairs"]
    return Gold(
        tuple(_outline(book) for book in books),
        tuple(_slogan(each) for each in slogans if each.get("scope", "shared") == "shared"),
        tuple(
            PassageGold(_place(each["a"], names), _place(each["b"], names), each["cls"] != "loose") for each in pairs
        ),
    )


def _outline(book: Mapping[str, Any]) -> OutlineGold:
    """One outline; heads without a mark may be found or not."""
    heads = {node["char_offset"]: _head(node) for node in book["nodes"]}
    for lead in book.get("unmarked_leads", ()):
        heads[lead["char_offset"]] = Head(frozenset(), frozenset(), counts=False)
    header = book["metadata"]
    right = {name: frozenset(map(plain, _several(header.get(name), header.get(f"{name}_alt")))) for name in FIELDS}
    return OutlineGold(book["file"], heads, right)


def _head(node: Mapping[str, Any]) -> Head:
    """One head with what else would be right."""
    levels = [int(level) for level in _several(str(node["level"]), node.get("level_alt"))]
    titles = map(plain, _several(node["title"], node.get("title_alt")))
    return Head(frozenset(levels), frozenset(titles), counts=not node.get("doubtful"))


def _several(first: object, more: object) -> Iterator[str]:
    """`first` and `more`, which is one value, a list of them or none; nothing printed is an empty string."""
    yield str(first or "")
    yield from (str(each) for each in (more if isinstance(more, list) else [more] if more else []))


def _slogan(entry: Mapping[str, Any]) -> SloganGold:
    """One slogan; no form that is found is equal to one with a gap, so that these are left out."""
    variants = frozenset(plain(form) for form in entry.get("variants", ()) if "…" not in form)
    canonical = "" if "…" in entry["canonical"] else plain(entry["canonical"])
    return SloganGold(canonical, variants, entry["tier"] == "A")


def _place(side: Mapping[str, Any], names: Mapping[int, str]) -> Place:
    """One side of a passage."""
    length = side["end"] - side["start"]
    starts = (side["start"], *side["other_starts"])
    return Place(names[side["speech"]], tuple((start, start + length) for start in starts))
