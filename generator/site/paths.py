"""Where pages stand in the site's source folder, and what in that folder is the generator's."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

#: Written and deleted by `write`, ignored by git. A name with a slash at its end is a folder.
OWNED: Final = (
    "index.md",
    "search.md",
    "ids.json",
    "speeches/",
    "slogans/",
    "outlines/",
    "passages/",
    "compare/",
    "figures/",
    "copies/",
    "assets/data/",
    "api/",
    "data/",
    "feeds/",
    "help/problems.md",
)

HOME: Final = "index.md"
SPEECHES: Final = "speeches/index.md"
SLOGANS: Final = "slogans/index.md"
OUTLINES: Final = "outlines/index.md"
COMPARE: Final = "compare/index.md"
FIGURES: Final = "figures/index.md"
NETWORK: Final = "figures/network.md"
#: The data of figures.
TABLES: Final = "assets/data/figures/"
#: What there is to tell of all speeches, by which their list is narrowed.
CATALOGUE: Final = "assets/data/speeches.js"
#: What there is to compare of each speech.
COMPARANDS: Final = "assets/data/compare/"
ABOUT: Final = "about.md"
LEDGER: Final = "ids.json"
#: What every page has, and what it is made of, by hand.
STYLE: Final = "assets/data/site.css"
SCRIPT: Final = "assets/data/site.js"
STYLE_PARTS: Final = "assets/css/"
SCRIPT_PARTS: Final = "assets/js/"
SEARCH: Final = "search.md"
#: What a browser fetches when someone searches: the programme, on the search page a longer one, and the index.
SEARCH_SCRIPT: Final = "assets/data/search.js"
SEARCH_PAGE_SCRIPT: Final = "assets/data/search-page.js"
SEARCH_INDEX: Final = "assets/data/index/"
#: What that programme is made of, by hand.
SEARCH_PARTS: Final = "assets/search/"

#: What the archive gives away to programs, and the page that tells of it.
API: Final = "api/index.md"
DATA: Final = "data/"
FEEDS: Final = "feeds/"
FEED: Final = "feeds/all.xml"
PROBLEMS: Final = "help/problems.md"

#: From a page in a folder to the site's root.
ROOT: Final = "../"


def speech(identifier: str) -> str:
    """The page of the speech with that permanent id."""
    return f"speeches/{identifier}.md"


def slogan(identifier: str) -> str:
    """The page of the slogan with that permanent id."""
    return f"slogans/{identifier}.md"


def passages(identifier: str, number: int = 0) -> str:
    """Page `number` (from 0) of what the speech with that permanent id shares with others.

    >>> passages("2k5ge8n"), passages("2k5ge8n", 1)
    ('passages/2k5ge8n.md', 'passages/2k5ge8n-2.md')
    """
    return f"passages/{identifier}-{number + 1}.md" if number else f"passages/{identifier}.md"


def comparand(identifier: str) -> str:
    """What there is to compare of the speech with that permanent id; `index` for the list of all speeches."""
    return f"{COMPARANDS}{identifier}.js"


def comparison(one: str, other: str) -> str:
    """The address of the comparison of two speeches."""
    return f"{COMPARE}?a={one}&b={other}"


def address(page: str) -> str:
    """Where `page` stands in the built site, for HTML that is not Markdown.

    >>> address("speeches/abc.md"), address("slogans/index.md")
    ('speeches/abc/', 'slogans/')
    """
    return page.removesuffix(".md").removesuffix("index").removesuffix("/") + "/"


def those_of(facet: str, value: str) -> str:
    """The address of the list of speeches narrowed to `value` of `facet` (`year`, `speaker`, `place` or `series`).

    >>> those_of("year", "2020")
    'speeches/index.md?year=2020'
    """
    return f"{SPEECHES}?{facet}={quote(value)}"


def uses(identifier: str) -> str:
    """The data file with every use of the slogan with that permanent id."""
    return f"assets/data/uses/{identifier}.json"


def copy(identifier: str, kind: str) -> str:
    """The copy, of that kind, of the speech with that permanent id."""
    return f"copies/{identifier}.{kind}"


def copies(number: int, kind: str) -> str:
    """Volume `number` (from 0) of the copies, of that kind, of all speeches; no speech's id has an l.

    >>> copies(0, "epub"), copies(1, "pdf")
    ('copies/all.epub', 'copies/all-2.pdf')
    """
    return copy(f"all-{number + 1}" if number else "all", kind)


def speech_data(identifier: str, ending: str) -> str:
    """The data file of the speech with that permanent id.

    >>> speech_data("2k5ge8n", "json")
    'data/speeches/2k5ge8n.json'
    """
    return f"{DATA}speeches/{identifier}.{ending}"


def feed(kind: str, identifier: str) -> str:
    """The Atom feed of a `speaker` or a `slogan`.

    >>> feed("slogan", "2k5ge8n")
    'feeds/slogan-2k5ge8n.xml'
    """
    return f"{FEEDS}{kind}-{identifier}.xml"


def owned(path: str) -> bool:
    """Whether the generator may write or delete `path` (relative, with `/`).

    >>> owned("speeches/abc.md"), owned("index.md"), owned("about.md"), owned("speeches/../about.md")
    (True, True, False, False)
    """
    inside = ".." not in path.split("/")
    return inside and any(path == own or (own.endswith("/") and path.startswith(own)) for own in OWNED)
