"""Chinese in alphabetical order: the only door to pypinyin."""

from __future__ import annotations

from functools import cache

from pypinyin import lazy_pinyin


@cache
def spelled(text: str) -> tuple[str, ...]:
    """`text` syllable by syllable, as a key to sort by.

    >>> spelled("初心")
    ('chu', 'xin')
    """
    return tuple(lazy_pinyin(text))


def initial(text: str) -> str:
    """The capital letter under which `text` is listed, empty where it has none.

    >>> initial("初心"), initial("“三严三实”"), initial("3个")
    ('C', 'S', '')
    """
    letters = "".join(spelled("".join(filter(str.isalnum, text))))[:1].upper()
    return letters if "A" <= letters <= "Z" else ""
