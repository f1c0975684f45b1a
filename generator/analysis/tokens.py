"""Words, their edges and classes. The only door to jieba: a tokenizer of our own, without its guesses at unknown words.

Cutting is slow (some 0.4 million characters a second), so what calls this asks only where a shape has been seen.
"""

from __future__ import annotations

import logging
import math
import sys
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import jieba

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON = 100
_REMEMBERED = 1 << 14
#: Word classes of jieba's dictionary (those of the Peking corpus) that a noun phrase is made of.
_NOMINAL = frozenset({"n", "vn", "an", "a", "b", "m", "q", "f", "s", "t", "j", "g", "z"})
_NAMES = frozenset({"nr", "nrt", "nrfg", "nt"})


@cache
def _tokenizer() -> jieba.Tokenizer:
    """One tokenizer a process, with jieba's own dictionary and nothing written to its logger."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@cache
def _classes() -> Mapping[str, str]:
    """The class of every word of the dictionary."""
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {entry[0]: sys.intern(entry[-1]) for entry in entries}


@lru_cache(_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """`text` cut into words.

    >>> words("建立微腐败清单")
    ('建立', '微', '腐败', '清单')
    """
    return tuple(_tokenizer().cut(text, HMM=False))


@lru_cache(_REMEMBERED)
def edges(text: str) -> frozenset[int]:
    """The offsets at which a word of `text` begins or ends.

    >>> sorted(edges("建立微腐败清单"))
    [0, 2, 3, 5, 7]
    """
    offsets = [0]
    for word in words(text):
        offsets.append(offsets[-1] + len(word))
    return frozenset(offsets)


def word_class(word: str) -> str:
    """The dictionary's class of `word`; verbs used as nouns count as verbs; empty where it is not known.

    >>> word_class("优化"), word_class("提高"), word_class("两岸"), word_class("微腐败")
    ('v', 'v', 'f', '')
    """
    found = _classes().get(word, "")
    return "v" if found.startswith("v") else found[:1]


def is_noun_phrase(text: str) -> bool:
    """Whether `text` is made of nouns and what goes before them, without any verb, adverb or pronoun.

    >>> is_noun_phrase("经济杠杆"), is_noun_phrase("新技术"), is_noun_phrase("有令不行"), is_noun_phrase("自我教育")
    (True, True, False, False)
    """
    classes = [_classes().get(word, "") for word in words(text)]
    nominal = all(each[:1] == "n" or each in _NOMINAL for each in classes)
    return nominal and (classes[-1][:1] == "n" or classes[-1] == "vn")


def is_known(form: str) -> bool:
    """Whether the dictionary has `form` as one word: old set phrases, which no one coined for politics.

    >>> is_known("一心一意"), is_known("重中之重"), is_known("管党治党")
    (True, True, False)
    """
    return form in _classes()


def is_idiom(form: str) -> bool:
    """Whether the dictionary has `form` as an idiom.

    >>> is_idiom("大势所趋"), is_idiom("拥军优属")
    (True, False)
    """
    return _classes().get(form, "") == "i"


def is_name(form: str) -> bool:
    """Whether `form` is the name of a person or an institution.

    >>> is_name("邓小平"), is_name("国务院"), is_name("保护伞")
    (True, True, False)
    """
    return _classes().get(form, "") in _NAMES


def begins_with_place(form: str) -> bool:
    """Whether the first word of `form` is the name of a place (China itself apart).

    >>> begins_with_place("上海合作组织"), begins_with_place("中国梦"), begins_with_place("城中村")
    (True, False, False)
    """
    first = words(form)[0]
    return first != form and _classes().get(first, "") == "ns" and first not in {"中国", "中华"}


def is_everyday(form: str) -> bool:
    """Whether `form` is a single common word: of two characters, or frequent in the dictionary's corpus.

    >>> is_everyday("在线"), is_everyday("阵地"), is_everyday("保护伞"), is_everyday("微腐败")
    (True, True, False, False)
    """
    return len(form) == 1 or (words(form) == (form,) and (len(form) <= len("在线") or _frequency(form) >= _COMMON))


def _frequency(word: str) -> int:
    """How often the dictionary's corpus has `word`."""
    return int(_tokenizer().FREQ.get(word, 0))


def information(word: str) -> float:
    """How much a word tells, in bits: the less often the dictionary's corpus has it, the more (Shannon 1948).

    >>> information("的") < information("工作") < information("攻坚战")
    True
    """
    return math.log2(int(_tokenizer().total) / max(_frequency(word), 1))
