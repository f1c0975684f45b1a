r"""Addresses in a speech, as they are published, cited and pasted; `site_src/assets/js/address.js` is the same in JS.

    …/speeches/<speech>/#<anchor>                          a paragraph (p-xxxxxx) or a section (h-xxxxxx)
    …/speeches/<speech>/#<anchor>~<check>                  the same, with a check of its text
    …/speeches/<speech>/#<anchor>~<start>-<end>-<check>    some of its words, with a check of them

Only what begins with `speeches/` counts, so that an address outlives a change of server. The text of a section is its
head. Offsets count Unicode code points of the shown text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from typing import Final

from generator.permalinks.ids import ALPHABET

_LENGTH: Final = 6
#: A citation may have been through a word processor: `~` percent-encoded, Chinese set close to the end.
_FRAGMENT: Final = (
    rf"#(?P<anchor>[hp]-[{ALPHABET}]{{6}})(?![0-9a-z])"
    rf"(?:(?:~|%7[Ee])(?:(?P<start>[0-9]{{1,6}})-(?P<end>[0-9]{{1,6}})-)?(?P<check>[{ALPHABET}]{{6}})(?![0-9a-z]))?"
)
_ADDRESS: Final = re.compile(rf"speeches/(?P<speech>[{ALPHABET}]{{7}})/?(?:index\.html)?(?:{_FRAGMENT})?(?![0-9a-z])")


@dataclass(frozen=True, slots=True)
class Address:
    """A speech, or the paragraph or section `anchor` of it, or characters `start` to `end` (exclusive) of that.

    `check` is the `check` of the words meant, empty in an address that has none. Without `start` and `end`, -1 in
    both, the whole text of the anchor is meant.
    """

    speech: str
    anchor: str = ""
    check: str = ""
    start: int = -1
    end: int = -1

    def __str__(self) -> str:
        """The address from `speeches/` on.

        >>> str(Address("19szat6", "p-abc123", "k3f9x2", 4, 9))
        'speeches/19szat6/#p-abc123~4-9-k3f9x2'
        """
        words = f"{self.start}-{self.end}-" if self.start >= 0 else ""
        checked = f"~{words}{self.check}" if self.check else ""
        return f"speeches/{self.speech}/" + (f"#{self.anchor}{checked}" if self.anchor else "")


def check(words: str) -> str:
    """Six characters that tell whether `words` are still the same.

    The 32-bit FNV-1a hash of the words in UTF-8 (http://www.isthe.com/chongo/tech/comp/fnv/), its lowest five bits as
    the first character of Crockford's base32, the next five as the second and so on; the topmost two are not used.

    >>> check(""), check("a"), check("不忘初心"), check("不忘初心。")
    ('5e7sh0', 'c9ar0j', 'n9ddar', 'ccy6g0')
    """
    number = reduce(lambda value, byte: (value ^ byte) * 0x01000193 & 0xFFFFFFFF, words.encode(), 0x811C9DC5)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(_LENGTH))


def address_in(text: str) -> Address | None:
    """The first address that `text` (an address, a citation, anything pasted) holds.

    >>> address_in("李林：《讲话》，https://a.cn/b/speeches/19szat6/#p-abc123%7Ek3f9x2。")
    Address(speech='19szat6', anchor='p-abc123', check='k3f9x2', start=-1, end=-1)
    >>> address_in("speeches/19szat6/#h-abc123~4-9-k3f9x2")
    Address(speech='19szat6', anchor='h-abc123', check='k3f9x2', start=4, end=9)
    >>> address_in("https://a.cn/slogans/19szat6/#p-abc123") is None
    True
    """
    if not (there := _ADDRESS.search(text)):
        return None
    speech, anchor, words, start, end = there.group("speech", "anchor", "check", "start", "end")
    if start is None:
        return Address(speech, anchor or "", words or "")
    return Address(speech, anchor, words, int(start), int(end))


def found(address: Address, text: str) -> int | None:
    """At which offset the words of `address` stand in `text`, which its anchor has now; None if they are gone.

    Where they have moved and stand there more than once, the nearest to where they were.

    >>> cited = Address("19szat6", "p-abc123", check("初心"), 2, 4)
    >>> found(cited, "不忘初心"), found(cited, "初心不可忘"), found(cited, "不忘XX")
    (2, 0, None)
    >>> found(Address("19szat6", "p-abc123", check("不忘初心")), "不忘初心、牢记使命") is None
    True
    """
    if address.start < 0:
        return 0 if address.check in {"", check(text)} else None
    length = address.end - address.start
    places = sorted(range(len(text) - length + 1), key=lambda at: (abs(at - address.start), at)) if length > 0 else []
    return next((at for at in places if check(text[at : at + length]) == address.check), None)
