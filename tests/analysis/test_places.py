"""What is found in one pass over the archive is what is found paragraph by paragraph."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.counts import counted
from generator.analysis.matching import Matcher
from generator.analysis.normal import normal
from generator.analysis.places import Places, places

if TYPE_CHECKING:
    from random import Random

#: Paragraphs so short that the same one in two speeches counts twice.
speeches = st.lists(st.lists(st.text("甲乙丙、“”\ud800a", max_size=15), max_size=4), max_size=4)
wordings = st.sets(st.text("甲乙丙、", min_size=1, max_size=4), max_size=6)


def found(texts: list[list[str]], forms: set[str], at_once: int = 2) -> Places:
    with patch("generator.analysis.places._AT_ONCE", at_once):
        return places([[normal(text) for text in speech] for speech in texts], forms)


@settings(max_examples=60, deadline=None)
@given(speeches, wordings, st.randoms(use_true_random=False))
def test_the_longest_have_their_places_to_themselves(texts: list[list[str]], forms: set[str], chance: Random) -> None:
    wanted = {form for form in forms if chance.random() < 0.7}
    told = found(texts, forms)
    numbers = told.longest(told.are(wanted))
    columns = (told.speech, told.paragraph, told.start, told.end, told.form, told.quoted)
    assert [
        (speech, paragraph - told.firsts[speech], start, end, told.forms[form], quoted)
        for speech, paragraph, start, end, form, quoted in zip(
            *(each[numbers].tolist() for each in columns), strict=True
        )
    ] == [
        (speech, number, start, end, form, (start, end) in normal(text).quotes)
        for speech, paragraphs in enumerate(texts)
        for number, text in enumerate(paragraphs)
        for start, end, form in Matcher(wanted).longest(normal(text).text)
    ]


@settings(max_examples=60, deadline=None)
@given(speeches, wordings)
def test_counts_are_of_every_place_inside_longer_ones_too(texts: list[list[str]], forms: set[str]) -> None:
    counts, whole = counted(found(texts, forms)), counted(found(texts, forms, 100))
    assert counts == whole
    lines = [(number, normal(text)) for number, speech in enumerate(texts) for text in speech]
    for form in forms:
        standing = [
            (number, (at, at + len(form)) in line.quotes)
            for number, line in lines
            for at in range(len(line.text))
            if line.text.startswith(form, at)
        ]
        assert counts.total[form] == len(standing)
        assert counts.quoted[form] == sum(quoted for _, quoted in standing)
        assert counts.speeches.get(form, frozenset()) == {number for number, _ in standing}
        assert counts.quoting.get(form, frozenset()) == {number for number, quoted in standing if quoted}


def test_a_paragraph_that_another_speech_has_word_for_word_is_no_witness() -> None:
    notice = "本文依照公开来源整理而成仅供学习参考使用。"
    told = found([[notice, "参考"], [notice, "参考", notice]], {"参考"})
    assert told.speech.tolist() == [0, 0, 1, 1, 1]
    assert told.witness.tolist() == [True, True, False, True, False]
    assert counted(told).total == {"参考": 3}


def test_what_finds_forms_can_be_sent_to_another_process() -> None:
    matcher = Matcher({"责任", "主体责任"})
    assert list(copy.copy(matcher).all("主体责任")) == list(matcher.all("主体责任"))
