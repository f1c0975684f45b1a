"""What of a text identifies it: its words without numbering, punctuation, blanks and redaction marks."""

from __future__ import annotations

import re

GRAM = 3
"""Length of the character n-grams that likeness counts."""

REDACTED = "*"
"""What a redaction mark of any style and length becomes in `words`; n-grams stop at it, so it matches anything."""

_NUMBER = r"(?:\d+|[一二三四五六七八九十百零〇两]+|[①-⑳⒈-⒛㈠-㈩])"
_LABEL = re.compile(
    rf"\s*(?:[（(〔［\[]\s*{_NUMBER}\s*[)）〕］\]][、.．]?|第?{_NUMBER}\s*(?:[、.．，,：:)）]|是|要)|[①-⑳⒈-⒛㈠-㈩])\s*"
)
_MUTE = re.compile(rf"[^\w{re.escape(REDACTED)}]+|_+")
_REDACTING = re.compile(r"[XxＸｘ×✕*＊]")
_REDACTION = re.compile(rf"(?<![A-Za-z]){_REDACTING.pattern}+(?![A-Za-z])")


def words(text: str) -> str:
    """The characters of `text` that a typographer's or a numberer's hand leaves alone.

    >>> words("（二）科技 创新，是“关键”。")
    '科技创新是关键'
    >>> words("二是XX区要**带头") == words("三是×区要XX带头")
    True
    >>> words("十九大以来")
    '十九大以来'
    >>> words("二是"), words("————")
    ('', '')
    """
    if label := _LABEL.match(text):
        text = text[label.end() :]
    if _REDACTING.search(text):  # nearly no text has such a sign, and looking for one is quicker
        text = _REDACTION.sub(REDACTED, text)
    return _MUTE.sub("", text)


def grams(said: str) -> frozenset[str]:
    """The character n-grams of `said` (as `words` gives it); a stretch too short for one counts whole.

    >>> sorted(grams("不忘初心*区"))
    ['不忘初', '区', '忘初心']
    """
    return frozenset(
        stretch[start : start + GRAM]
        for stretch in said.split(REDACTED)
        if stretch
        for start in range(max(1, len(stretch) - GRAM + 1))
    )
