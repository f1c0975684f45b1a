"""Words and their edges. The only door to jieba: a tokenizer of our own, without its guesses at unknown words."""

from __future__ import annotations

import logging
import math
from functools import cache

import jieba

_COMMON = 100


@cache
def _tokenizer() -> jieba.Tokenizer:
    """One tokenizer a process, with jieba's own dictionary and nothing written to its logger."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@cache
def _idioms() -> frozenset[str]:
    """The dictionary's set phrases of four characters (its part of speech i)."""
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return frozenset(entry[0] for entry in entries if entry[-1] == "i")


def words(text: str) -> list[str]:
    """`text` cut into words.

    >>> words("建立微腐败清单")
    ['建立', '微', '腐败', '清单']
    """
    return list(_tokenizer().cut(text, HMM=False))


def edges(text: str) -> frozenset[int]:
    """The offsets at which a word of `text` begins or ends.

    >>> sorted(edges("建立微腐败清单"))
    [0, 2, 3, 5, 7]
    """
    offsets = [0]
    for word in words(text):
        offsets.append(offsets[-1] + len(word))
    return frozenset(offsets)


def is_idiom(form: str) -> bool:
    """Whether `form` is an old set phrase, which no one coined for politics.

    >>> is_idiom("一心一意"), is_idiom("管党治党")
    (True, False)
    """
    return form in _idioms()


def is_everyday(form: str) -> bool:
    """Whether `form` is a single common word: of two characters, or frequent in the dictionary's corpus.

    >>> is_everyday("在线"), is_everyday("阵地"), is_everyday("保护伞"), is_everyday("微腐败")
    (True, True, False, False)
    """
    return len(form) == 1 or (words(form) == [form] and (len(form) <= len("在线") or _frequency(form) >= _COMMON))


def _frequency(word: str) -> int:
    """How often the dictionary's corpus has `word`."""
    return int(_tokenizer().FREQ.get(word, 0))


def information(word: str) -> float:
    """How much a word tells, in bits: the less often the dictionary's corpus has it, the more (Shannon 1948).

    >>> information("的") < information("工作") < information("攻坚战")
    True
    """
    return math.log2(int(_tokenizer().total) / max(_frequency(word), 1))
