"""A speech as one JSON object: the file of the speech, and its line among all.

What each field means stands in `FIELDS`, which the page on the data shows; a test holds the two together.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.site import citation, paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.export.publication import Publication
    from generator.model import Division, Paragraph, Speech
    from generator.site.mentions import Mention

#: The fields of the header that go out as they are.
HEADER: Final = (
    "title",
    "subtitle",
    "speaker",
    "role",
    "date",
    "time",
    "place",
    "occasion",
    "level",
    "series",
    "source",
    "rights",
)
FIELDS: Final[Mapping[str, str]] = {
    "id": "永久编号，7 个字符",
    "address": "网页的地址；没有设定网站地址的，从网站根目录算起",
    "title": "题目；没有题目的，是文件名",
    "subtitle": "副题",
    "speaker": "演讲人",
    "role": "职务",
    "date": "日期，ISO 8601，知道多少写多少：2020、2020-03、2020-03-26",
    "time": "时间，时:分",
    "place": "地点",
    "occasion": "场合",
    "level": "级别（编目表）",
    "series": "系列（编目表）",
    "source": "来源（编目表）",
    "rights": "版权（编目表）",
    "tags": "标签（编目表），一组",
    "not_before": "没有日期的，不早于哪一年哪一月（由正文推出）",
    "published": "收入文库的日期",
    "modified": "最近改动的日期",
    "characters": "字数，标点在内",
    "citation": "引文，plain 为普通写法，gbt7714 按 GB/T 7714—2025；请把“引用日期”换成您读到的那一天",
    "paragraphs": "段落，一组：id、role（是什么）、section（在哪一节，没有为 null）、text（原文）",
    "sections": (
        "提纲，一组：id、level（层级）、kind（独立成行、段首、段中）、label（编号）、title、parent（上一层），"
        "paragraph、start、end（标题在哪一段的第几个字符到第几个字符）"
    ),
    "slogans": "提法，一组：slogan（编号）、form（提法）、paragraph、start、end（在哪一段的第几个字符到第几个字符）",
}


def record(speech: Speech, publication: Publication) -> dict[str, Any]:
    """The object; its keys are `FIELDS`. Offsets count characters (Unicode code points) of a paragraph, from 0."""
    header = speech.header
    dates = publication.dates[speech.id]
    address = publication.address(paths.speech(speech.id))
    return {
        "id": speech.id,
        "address": address,
        **{name: getattr(header, name) for name in HEADER},
        "title": speech.name,
        "tags": header.tags,
        "not_before": speech.bound.month if speech.bound and not header.date else "",
        "published": dates.published,
        "modified": dates.modified,
        "characters": sum(len(each.text) for each in speech.paragraphs),
        "citation": _citation(speech, address),
        "paragraphs": [_paragraph(each, speech) for each in speech.paragraphs],
        "sections": [_section(each, speech) for each in speech.divisions],
        "slogans": [_mention(each, speech) for each in publication.mentions.get(speech.id, ())],
    }


def _citation(speech: Speech, address: str) -> dict[str, str]:
    """How to cite the speech, in running text and in a list of references."""
    return {"plain": "".join(citation.plain(speech, "")) + address, "gbt7714": citation.unread(speech, address)}


def line(speech: Speech, publication: Publication) -> bytes:
    """The object as one line of JSON in UTF-8."""
    return (json.dumps(record(speech, publication), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def lines(publication: Publication) -> Iterator[bytes]:
    """Every speech, in the corpus's order."""
    return (line(each, publication) for each in publication.corpus.speeches)


def _paragraph(paragraph: Paragraph, speech: Speech) -> dict[str, str | None]:
    """One paragraph."""
    section = None if paragraph.division is None else speech.divisions[paragraph.division].id
    return {"id": paragraph.id, "role": paragraph.role, "section": section, "text": paragraph.text}


def _section(division: Division, speech: Speech) -> dict[str, str | int | None]:
    """One section."""
    return {
        "id": division.id,
        "level": division.level,
        "kind": division.kind,
        "label": division.label,
        "title": division.title,
        "parent": None if division.parent is None else speech.divisions[division.parent].id,
        "paragraph": speech.paragraphs[division.paragraph].id,
        "start": division.start,
        "end": division.end,
    }


def _mention(mention: Mention, speech: Speech) -> dict[str, str | int]:
    """One use of a slogan."""
    span = mention.span
    return {
        "slogan": mention.slogan.id,
        "form": mention.slogan.form,
        "paragraph": speech.paragraphs[span.paragraph].id,
        "start": span.start,
        "end": span.end,
    }
