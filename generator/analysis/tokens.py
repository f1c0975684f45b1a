"""Words, their edges and classes. The only door to jieba's dictionary, and to rjieba, which cuts by it.

jieba itself cuts some 0.3 million characters a second and takes over a second to begin; rjieba, the same method and
dictionary in Rust, cuts ten times as many and begins at once. Guesses at words that the dictionary lacks are off.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import rjieba

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON = 100
_REMEMBERED = 1 << 14
#: Word classes of jieba's dictionary (those of the Peking corpus) that a noun phrase is made of.
_NOMINAL = frozenset({"n", "vn", "an", "a", "b", "m", "q", "f", "s", "t", "j", "g", "z"})
_NAMES = frozenset({"nr", "nrt", "nrfg", "nt"})


@cache
def _dictionary() -> Mapping[str, str]:
    """What the dictionary says of every word: how often its corpus has it, a blank, the word's class."""
    found = find_spec("jieba")  # the package is not imported: that alone would take longer than to read the file
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    lines = Path(found.origin).with_name("dict.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@cache
def _total() -> int:
    """How many words the dictionary's corpus has."""
    return sum(int(entry.partition(" ")[0]) for entry in _dictionary().values())


def _class(word: str) -> str:
    """The dictionary's own class of `word`, empty where it is not known."""
    return _dictionary().get(word, "").partition(" ")[2]


@lru_cache(_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """`text` cut into words.

    >>> words("建立微腐败清单")
    ('建立', '微', '腐败', '清单')
    """
    return tuple(rjieba.cut(text, hmm=False))


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
    found = _class(word)
    return "v" if found.startswith("v") else found[:1]


def is_noun_phrase(text: str) -> bool:
    """Whether `text` is made of nouns and what goes before them, without any verb, adverb or pronoun.

    >>> is_noun_phrase("经济杠杆"), is_noun_phrase("新技术"), is_noun_phrase("有令不行"), is_noun_phrase("自我教育")
    (True, True, False, False)
    """
    classes = [_class(word) for word in words(text)]
    nominal = all(each[:1] == "n" or each in _NOMINAL for each in classes)
    return nominal and (classes[-1][:1] == "n" or classes[-1] == "vn")


def is_known(form: str) -> bool:
    """Whether the dictionary has `form` as one word: old set phrases, which no one coined for politics.

    >>> is_known("一心一意"), is_known("重中之重"), is_known("管党治党")
    (True, True, False)
    """
    return form in _dictionary()


def is_idiom(form: str) -> bool:
    """Whether the dictionary has `form` as an idiom.

    >>> is_idiom("大势所趋"), is_idiom("拥军优属")
    (True, False)
    """
    return _class(form) == "i"


def is_name(form: str) -> bool:
    """Whether `form` is the name of a person or an institution.

    >>> is_name("邓小平"), is_name("国务院"), is_name("保护伞")
    (True, True, False)
    """
    return _class(form) in _NAMES


def begins_with_place(form: str) -> bool:
    """Whether the first word of `form` is the name of a place (China itself apart).

    >>> begins_with_place("上海合作组织"), begins_with_place("中国梦"), begins_with_place("城中村")
    (True, False, False)
    """
    first = words(form)[0]
    return first != form and _class(first) == "ns" and first not in {"中国", "中华"}


def is_everyday(form: str) -> bool:
    """Whether `form` is a single common word: of two characters, or frequent in the dictionary's corpus.

    >>> is_everyday("在线"), is_everyday("阵地"), is_everyday("保护伞"), is_everyday("微腐败")
    (True, True, False, False)
    """
    return len(form) == 1 or (words(form) == (form,) and (len(form) <= len("在线") or frequency(form) >= _COMMON))


def frequency(word: str) -> int:
    """How often the dictionary's corpus has `word`."""
    return int(_dictionary().get(word, "0").partition(" ")[0])


def information(word: str) -> float:
    """How much a word tells, in bits: the less often the dictionary's corpus has it, the more (Shannon 1948).

    >>> information("的") < information("工作") < information("攻坚战")
    True
    """
    return math.log2(_total() / max(frequency(word), 1))
