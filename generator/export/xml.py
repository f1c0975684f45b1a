"""Text as XML can hold it."""

from __future__ import annotations

import re
from html import escape

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    r"""`text` with the sign for lost characters in place of those that XML cannot hold.

    >>> legal("甲\ufffe乙\u0007") == "甲\ufffd乙\ufffd"
    True
    """
    return text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """`text` within an element or an attribute.

    >>> escaped('甲<b>"乙"')
    '甲&lt;b&gt;&quot;乙&quot;'
    """
    return escape(legal(text))
