"""Addresses and their checks, without a browser; that the script agrees is shown in tests/browser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.site.address import ALPHABET, Address, address_in, check, found

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
ids = st.text(ALPHABET, min_size=6, max_size=6)
anchors = st.builds("{}-{}".format, st.sampled_from("hp"), ids)
speeches = st.text(ALPHABET, min_size=7, max_size=7)
wholes = st.builds(Address, speeches, anchors, st.one_of(st.just(""), ids))
offsets = st.integers(0, 999_999)
parts = st.builds(Address, speeches, anchors, ids, offsets, offsets)


@given(st.one_of(wholes, parts))
def test_an_address_that_is_written_is_read_again(address: Address) -> None:
    assert address_in(str(address)) == address


@given(st.one_of(wholes, parts), st.sampled_from(["", "。", "，", "）", "”", ".", " ", "\n后文", "见下"]))
def test_an_address_is_found_in_what_stands_around_it(address: Address, after: str) -> None:
    assert address_in(f"李林：《讲话》，https://x.gov.cn/文库/{address}{after}") == address


@given(st.one_of(wholes, parts), st.sampled_from(["%7E", "%7e"]))
def test_an_address_survives_percent_encoding(address: Address, tilde: str) -> None:
    assert address_in(str(address).replace("~", tilde)) == address


@given(speeches, anchors, ids)
def test_what_is_too_long_for_an_id_is_none(speech: str, anchor: str, more: str) -> None:
    assert address_in(f"speeches/{speech}{more}/#{anchor}") is None
    assert address_in(f"speeches/{speech}/#{anchor}{more}") == Address(speech)


@given(words, st.data())
def test_words_are_found_where_they_were_cited(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert found(Address("", "", check(text[start:end]), start, end), text) == start


@given(words, words, words)
def test_words_are_found_where_they_have_moved(before: str, cited: str, after: str) -> None:
    at = found(Address("", "", check(cited), 0, len(cited)), before + cited + after)
    assert at is not None
    assert (before + cited + after)[at : at + len(cited)] == cited


@given(words, words)
def test_a_whole_text_is_found_only_while_it_is_the_same(text: str, other: str) -> None:
    assert found(Address("", "", check(text)), text) == 0
    assert (found(Address("", "", check(text)), other) is None) == (text != other)


def test_no_words_are_nowhere() -> None:
    assert found(Address("", "", check(""), 2, 2), "不忘初心") is None
    assert found(Address("", "", check("心"), 3, 2), "不忘初心") is None
    assert found(Address("", "", check("不忘初心"), 0, 999_999), "不忘初心") is None
