"""How much decoded bytes look like Chinese prose: the share of characters that such prose is made of.

A wrong decoding may be without a fault (the GBK bytes of 同志 are also UTF-8), but it gives rare characters.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

_PUNCTUATION = "　、。·—…‘’“”〈〉《》「」『』【】〔〕！（），：；？～＊％〇①②③④⑤⑥⑦⑧⑨⑩×０１２３４５６７８９．－"
_ORDINARY = re.compile(r"[\t\n\f\r\x20-\x7e]+")
#: GB 2312's 3,755 characters in frequent use, as encoded.
_FIRST_LEVEL = (b"\xb0\xa1", b"\xd8\xa0")
_LESS_COMMON = 0.3
#: Of so many ASCII characters one may be strange (a stray control character in English).
_ASCII_FOR_ONE = 10


def plausibility(text: str) -> float:
    """From 0 to 1: the mean weight of the characters of `text` that are not printable ASCII.

    Common characters and punctuation weigh 1, others of frequent use 0.3, the rest nothing. Chinese prose is seldom
    below 0.8, a wrong decoding seldom above 0.3.

    >>> plausibility("坚持以人民为中心。"), plausibility("plain words"), plausibility("a" + chr(0) + "b" + chr(0))
    (1.0, 1.0, 0.0)
    >>> plausibility("同志们，今天开会".encode("gb18030").decode("cp950", "replace")) < 0.3
    True
    """
    foreign = _ORDINARY.sub("", text)
    if not foreign:
        return 1.0
    rest = _common().sub("", foreign)
    missing = len(rest) - _LESS_COMMON * sum(map(_in_use, rest))
    return max(1 - missing / max(len(foreign), len(text) / _ASCII_FOR_ONE), 0.0)


@functools.cache
def _common() -> re.Pattern[str]:
    """The characters that prose is made of."""
    lines = resources.files(__package__).joinpath("common.txt").read_text("utf-8").splitlines()
    return re.compile(f"[{_PUNCTUATION}{''.join(line for line in lines if not line.startswith('#'))}]+")


@functools.cache
def _in_use(character: str) -> bool:
    """Whether a character is of GB 2312's first level."""
    return _FIRST_LEVEL[0] <= character.encode("gb2312", "replace") < _FIRST_LEVEL[1]
