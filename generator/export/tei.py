"""A speech in TEI P5: header, divisions and paragraphs as text, slogans beside it.

The text is untouched: what a paragraph says is what its element says. A head inside a paragraph is a `seg`; the uses of
slogans stand in `standOff` with the characters that they cover, for they may cross heads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.export.xml import legal
from generator.model import HeadKind, Role
from generator.site import citation, labels, paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from generator.export.publication import Publication
    from generator.model import Division, Paragraph, Speech
    from generator.site.mentions import Mention

_TEI: Final = "http://www.tei-c.org/ns/1.0"
_NAMED: Final = f"{{{_TEI}}}"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
#: What stands before the text, as long as nothing else does; everything else is a paragraph that says its role.
_OPENING: Final = {Role.TITLE: "head", Role.SUBTITLE: "head", Role.BYLINE: "byline"}


def document(speech: Speech, publication: Publication) -> bytes:
    """The TEI document of one speech, in UTF-8."""
    root = etree.Element(f"{{{_TEI}}}TEI", nsmap={None: _TEI})
    root.text = "\n"
    _header(_within(root, "teiHeader"), speech, publication)
    if there := publication.mentions.get(speech.id):
        _slogans(_within(root, "standOff"), speech, there, publication)
    body = _within(_within(root, "text"), "body")
    body.text = "\n"
    _Body(speech, body).filled()
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _within(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new last child of `parent`."""
    if "id" in attributes:
        attributes[_ID] = attributes.pop("id")
    child = etree.SubElement(parent, _NAMED + name, attributes)
    if text:
        child.text = legal(text)
    child.tail = "\n"
    return child


def _header(head: Element, speech: Speech, publication: Publication) -> None:
    """What is known of the speech besides its text."""
    header = speech.header
    file = _within(head, "fileDesc")
    title = _within(file, "titleStmt")
    _within(title, "title", speech.name)
    if header.subtitle:
        _within(title, "title", header.subtitle, type="sub")
    for name in citation.speakers(speech):
        _within(_within(title, "author"), "persName", name)
    _publication(_within(file, "publicationStmt"), speech, publication)
    if header.series:
        _within(_within(file, "seriesStmt"), "title", header.series)
    _within(_within(file, "sourceDesc"), "bibl", header.source or labels.TEI_SOURCE)
    _profile(_within(head, "profileDesc"), speech)


def _publication(statement: Element, speech: Speech, publication: Publication) -> None:
    """Where the text is published, and since when it stands as it does."""
    _within(statement, "publisher", labels.HOME)
    _within(statement, "date", when=publication.dates[speech.id].modified)
    _within(statement, "idno", publication.address(paths.speech(speech.id)), type="permalink")
    if speech.header.rights:
        _within(_within(statement, "availability"), "p", speech.header.rights)


def _profile(profile: Element, speech: Speech) -> None:
    """When and where it was given, in what language, of what kind."""
    header = speech.header
    creation = _within(profile, "creation")
    if header.date:
        _within(creation, "date", labels.date(header.date), when=header.date)
    elif speech.bound:
        _within(creation, "date", labels.not_before(speech.bound.month), notBefore=speech.bound.month)
    _within(_within(profile, "langUsage"), "language", labels.TEI_LANGUAGE, ident="zh")
    if header.place or header.occasion:
        setting = _within(_within(profile, "settingDesc"), "setting")
        if header.place:
            _within(setting, "placeName", header.place)
        if header.occasion:
            _within(setting, "activity", header.occasion)
    if header.tags:
        keywords = _within(_within(profile, "textClass"), "keywords")
        for tag in header.tags:
            _within(keywords, "term", tag)


def _slogans(beside: Element, speech: Speech, there: Iterable[Mention], publication: Publication) -> None:
    """Where which slogan stands: the paragraph, its first character and how many (RFC 5147 counts so, TEI too)."""
    group = _within(beside, "spanGrp", type="slogan")
    for mention in there:
        span = mention.span
        part = speech.paragraphs[span.paragraph]
        place = f"#string-range({part.id},{span.start},{span.end - span.start})"
        page = publication.address(paths.slogan(mention.slogan.id))
        _within(group, "span", part.text[span.start : span.end], target=place, ana=page)


class _Body:
    """The body that is being filled: which division every head opened."""

    def __init__(self, speech: Speech, body: Element) -> None:
        self.speech, self.body = speech, body
        self.opened: dict[int, Element] = {}

    def filled(self) -> None:
        """Put every paragraph in its place."""
        for number, part in enumerate(self.speech.paragraphs):
            heads = [(index, self.speech.divisions[index]) for index in self.speech.heads_of.get(number, ())]
            for index, division in heads:
                if division.kind is not HeadKind.INLINE:
                    self.opened[index] = self._division(division)
            self._put(part, [division for _, division in heads])
        if not len(self.body) or self.body[-1].tag.endswith(("head", "byline")):
            _within(self.body, "p")

    def _division(self, division: Division) -> Element:
        """A new division, in the nearest one above it that is open."""
        above = division.parent
        while above is not None and above not in self.opened:
            above = self.speech.divisions[above].parent
        parent = self.body if above is None else self.opened[above]
        new = _within(parent, "div", id=division.id, **({"n": legal(division.label)} if division.label else {}))
        new.text = "\n"
        return new

    def _put(self, part: Paragraph, heads: list[Division]) -> None:
        """One paragraph: a head, a line of the title block, or text with heads inside."""
        holder = self.opened.get(part.division, self.body) if part.division is not None else self.body
        if len(heads) == 1 and part.id == heads[0].id and holder is not self.body and not len(holder):
            _within(holder, "head", part.text)
        elif part.role in _OPENING and all(each.tag.endswith(("head", "byline")) for each in self.body):
            kind = {"type": "sub"} if part.role is Role.SUBTITLE else {}
            _within(self.body, _OPENING[part.role], part.text, id=part.id, **kind)
        else:
            role = {} if part.role is Role.BODY else {"rend": str(part.role)}
            _spoken(_within(_room(holder), "p", id=part.id, **role), part.text, heads)


def _room(holder: Element) -> Element:
    """Where a paragraph may stand in a division: TEI has no paragraphs after the divisions within, so in a new one."""
    if not any(each.tag.endswith("div") for each in holder):
        return holder
    if holder[-1].get("type") == "continued":
        return holder[-1]
    rest = _within(holder, "div", type="continued")
    rest.text = "\n"
    return rest


def _spoken(element: Element, text: str, heads: Iterable[Division]) -> None:
    """Fill a paragraph's element with its text, the heads marked."""
    at, last = 0, None
    for head in heads:
        _append(element, last, text[at : head.start])
        attributes = {"id": head.id} if head.kind is HeadKind.INLINE else {}
        label = {"n": legal(head.label)} if head.label else {}
        last = _within(element, "seg", text[head.start : head.end], type="head", **attributes, **label)
        last.tail = None
        at = head.end
    _append(element, last, text[at:])


def _append(element: Element, last: Element | None, text: str) -> None:
    """Set `text` at the end of `element`, after its child `last`."""
    if last is None:
        element.text = legal(text)
    else:
        last.tail = legal(text)
