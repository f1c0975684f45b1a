"""A built page as its reader's browser sees it. The only module here that knows of lxml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Faults of the markup that libxml2 sees only because it does not know the elements of HTML 5 and SVG.
_NO_FAULT: Final = {"HTML_UNKNOWN_TAG"}
#: What a browser fetches by itself. Whatever else has an address is only a link.
_FETCHED: Final = etree.XPath(
    "//@src | //@srcset | //@poster | //@data | //@background | //link[not(contains(' canonical alternate prev next "
    "license author search ', concat(' ', @rel, ' ')))]/@href | //image/@href | //use/@href | //*[@action]/@action"
    " | //*[@formaction]/@formaction | //meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content",
    smart_strings=False,
)
_LINKED: Final = etree.XPath("//@href | //@src", smart_strings=False)
_ANCHORS: Final = etree.XPath("//@id", smart_strings=False)
_HANDLERS: Final = etree.XPath("//@*[starts-with(name(), 'on')]")
_SCRIPTS: Final = etree.XPath("//script[not(@src)][not(@type) or contains(@type, 'javascript') or @type = 'module']")
_STYLED: Final = etree.XPath("//*[@style] | //style")
_LEAD: Final = etree.XPath("//h1/following-sibling::*[1]//text()", smart_strings=False)
_TEXT: Final = etree.XPath("//*[contains(concat(' ', @class, ' '), ' tei ')]")
_USES: Final = etree.XPath("//a[@data-at]")
_CITED: Final = re.compile(r"[ph]-[0-9a-z]{6}")


@dataclass(frozen=True, slots=True)
class Use:
    """A quotation that names its place: the address and anchor, the characters `start` to `end` there; the words."""

    target: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the markup, and the line (from 1) where that shows."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Page:
    """What matters of a page here.

    `targets` are the addresses that it links to or loads, `fetched` those that a browser loads by itself, `anchors` the
    ids that it offers, `scripts` the contents of its inline scripts, `text` what it shows of a speech, in printed order
    by anchor, `uses` its quotations, `lead` the words under its title, `faults` what is wrong with its markup.
    """

    targets: frozenset[str]
    fetched: frozenset[str]
    anchors: frozenset[str]
    scripts: frozenset[str]
    text: Sequence[tuple[str, str]]
    uses: Sequence[Use]
    lead: str
    faults: Sequence[Fault]


def page(html: bytes) -> Page:
    """The page that `html` (UTF-8) is; an empty one has a fault and nothing else."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        tree = etree.fromstring(html, parser)
    except etree.XMLSyntaxError as fault:
        nothing: frozenset[str] = frozenset()
        return Page(nothing, nothing, nothing, nothing, (), (), "", (Fault(fault.lineno or 1, fault.msg),))
    return Page(
        frozenset(_LINKED(tree)),
        frozenset(_FETCHED(tree)),
        frozenset(_ANCHORS(tree)),
        frozenset(script.text or "" for script in _SCRIPTS(tree)),
        tuple((_anchor(each), _words(each)) for each in _TEXT(tree)),
        tuple(map(_use, _USES(tree))),
        "".join(_LEAD(tree)),
        tuple(_faults(tree, parser)),
    )


def _words(element: etree._Element) -> str:
    """All text in `element`."""
    return "".join(element.itertext())


def _anchor(element: etree._Element) -> str:
    """The anchor of the paragraph that the text in `element` belongs to, which may hold headings with their own."""
    names = (each.get("id", "") for each in (*reversed(tuple(element.iterancestors())), element))
    return next(filter(_CITED.fullmatch, names), "")


def _use(link: etree._Element) -> Use:
    """The quotation that `link` is."""
    start, _, end = link.get("data-at", "").partition("-")
    return Use(link.get("href", ""), int(start), int(end), _words(link))


def _faults(tree: etree._Element, parser: etree.HTMLParser) -> Iterator[Fault]:
    """What libxml2 found wrong, and what a policy that forbids inline code would block."""
    for told in parser.error_log:
        if told.type_name not in _NO_FAULT:
            yield Fault(told.line, told.message)
    for name, line in ((each.attrname, each.getparent().sourceline) for each in _HANDLERS(tree)):
        yield Fault(line or 1, name)
    for element in _STYLED(tree):
        yield Fault(element.sourceline or 1, "style")
