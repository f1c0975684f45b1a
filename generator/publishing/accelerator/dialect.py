"""The words of the Markdown that our own writer emits, as patterns.

Python-Markdown understands far more. What matches here is what `site.markdown` writes, and about that alone it is known
what Python-Markdown makes of it; whatever does not match sends its page the slow way. So a pattern that is too narrow
costs time, and one that is too wide costs the truth (which the sample that every build compares would then find).

The patterns are possessive (`++`, and `(?>…)` around groups): each character is looked at once, and a page that does
not match fails at once. `++` behind a group is not used: until 3.11.4, Python went on behind what it had matched half
(https://github.com/python/cpython/issues/106052).
"""

from __future__ import annotations

import re
from typing import Final

from markdown.util import BLOCK_LEVEL_ELEMENTS

#: Blanks and controls: Python-Markdown strips, splits or drops them, each in places of its own.
_BLANK = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
#: What can begin, end or break markup, wherever it stands; and what can do so at the beginning of a line.
_MARKUP = r"!&*<>\[\\\]_`{|}"
_LEADING = r"\#\-+:~=.,;?%/@$^)"
_PLAIN = rf"[^{_BLANK}{_MARKUP}]"
_BARE = rf"[^{_BLANK}{_MARKUP}\#()'\"]"
_REFERENCE = r"&\#[0-9]{1,7};"

#: Tags within a line: Python-Markdown keeps them as they are and reads what stands between them. Those of other
#: elements begin a block, or (the last few) hide what follows from it.
_OTHERS = "|".join((*BLOCK_LEVEL_ELEMENTS, "code", "xmp", "noembed", "noframes", "plaintext"))
_NAME = r"[A-Za-z][A-Za-z0-9-]*+"
_KEPT = rf"(?>(?:{_BARE}++|[ \#()]|{_REFERENCE})*)"
_TAG = rf"<(?!/?(?i:{_OTHERS})\b)(?:/[a-zA-Z]++|[a-zA-Z]++(?>(?:\ {_NAME}(?:=\"{_KEPT}\")?)*)\ ?/?)>"

#: The inside of `{ #id .class key="value" }`.
ATTRIBUTES: Final = rf"(?>(?:(?:[\#.][A-Za-z0-9-]++|{_NAME}=\"(?>(?:{_BARE}++|\ |{_REFERENCE})*)\")\ )+)"
#: Text, with the tags of elements in it. A blank stands alone, and not at the end.
_TEXT = rf"(?:{_PLAIN}++|{_REFERENCE}|\ (?=[^ \n])|{_TAG})"
_TITLE = rf"(?!\ )(?>(?:{_BARE}++|{_REFERENCE}|\ (?=[^ \n\"]))+)"
#: Groups: text, target, title, attributes. What follows must not look like attributes.
LINK: Final = rf"\[((?>{_TEXT}*))\]\(([A-Za-z0-9./\#%?=&-]*+)(?:\ \"({_TITLE})\")?\)(?:\{{\ ({ATTRIBUTES})\}})?"
#: Groups: text, attributes.
STRONG: Final = rf"\*\*((?>(?:{_PLAIN}++|{_REFERENCE})+))\*\*(?!\*)(?:\{{\ ({ATTRIBUTES})\}})?"
#: A line's content; and as that of a paragraph, a point or a definition, where its beginning could mean something.
INLINE: Final = rf"(?>(?:{_TEXT}|{LINK}|{STRONG})+)"
LINE: Final = rf"(?![{_LEADING} ]|[0-9]+\.\ ){INLINE}"


def unnamed(pattern: str) -> str:
    """`pattern` without groups that are remembered, for use inside another.

    >>> unnamed(r"(a)(?:b)[(]")
    '(?:a)(?:b)[(]'
    """
    return re.sub(r"(?<![\\\[])\((?!\?)", "(?:", pattern)
