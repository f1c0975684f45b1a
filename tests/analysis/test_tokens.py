"""The quick cutter has jieba's dictionary and cuts as jieba does."""

from __future__ import annotations

import logging
import re
from functools import cache
from pathlib import Path

import jieba
import rjieba

from generator.analysis import base, tokens

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def slow() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


def test_speeches_and_slogans_are_cut_as_jieba_cuts_them() -> None:
    told = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    clauses = {clause for text in told for clause in re.split("[，。；：、！？\n]", text)}
    texts = [*clauses, *told, *base().canonical]
    assert len(texts) > 1000
    assert [(text, tokens.words(text)) for text in texts] == [
        (text, tuple(slow().cut(text, HMM=False))) for text in texts
    ]


def test_the_dictionary_is_jieba_s() -> None:
    words = {word: count for word, count in slow().FREQ.items() if count}
    assert len(words) > 300_000
    assert [word for word, count in words.items() if tokens.frequency(word) != count] == []
    assert all(map(rjieba.Jieba().has_word, words))
    assert not rjieba.Jieba().has_word("微腐败")
