"""The index's files: what they hold, and that they are the same for the same archive."""

from __future__ import annotations

import json
import re
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import search
from generator.model import Corpus, Evidence, Links, Occurrence, Slogan, SloganKind, Span
from generator.search.alphabet import letters
from generator.search.grams import tree
from generator.search.layout import layout
from generator.search.levels import LEAF
from generator.search.normal import normal, normals, simplified
from generator.search.numbers import codes, packed
from generator.search.places import Places
from generator.search.places import places as grams_places
from tests.conftest import corpus_of
from tests.search.reference import plain

NONE = Links((), (), {}, ())


def values(file: bytes) -> list:
    """What stands in each part of a file."""
    return [value(part) for part in file.split(b"\n") if part]


def value(part: bytes) -> object:
    told = re.fullmatch(rb'shard\("([0-9a-f]{8})",(.*)\)', part, re.DOTALL)
    assert told
    assert int(told[1], 16) == crc32(told[2])
    return json.loads(told[2])


def numbers(data: bytes, order: int, count: int) -> list[int]:
    """A second reader of docs/search-format.md, bit by bit."""
    bits = "".join(f"{byte:08b}" for byte in data)
    found, at = [], 0
    for _ in range(count):
        zeros = bits.index("1", at) - at
        end = at + 2 * zeros + 1 + order
        found.append(int(bits[at + zeros : end], 2) - (1 << order))
        at = end
    return found


@settings(deadline=None)
@given(st.text())
def test_a_text_is_normalised_as_a_whole_as_it_is_character_by_character(text: str):
    one_line = text.replace("\n", " ")
    assert normal(one_line) == plain(one_line).text


def test_a_text_is_normalised_in_blocks_as_it_is_as_a_whole(seeds_corpus: Corpus, monkeypatch: pytest.MonkeyPatch):
    lines = [*(p.text for p in seeds_corpus.speeches[0].paragraphs[:30]), *["ＡＢ 2020年COVID　19"] * 9]
    for size in (1, 2, 1000):
        monkeypatch.setattr("generator.search.normal._BLOCK", size)
        assert normals(lines) == [plain(line).text for line in lines]


@settings(deadline=None)
@given(st.text())
def test_what_is_normal_stays_as_it_is(text: str):
    once = normal(text.replace("\n", " "))
    assert normal(once) == once


def test_no_simplified_character_has_a_simpler_one():
    assert not set(simplified().values()) & simplified().keys()


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**30), min_size=1), st.integers(0, 12))
def test_numbers_are_read_as_they_were_written(written: list[int], order: int):
    assert numbers(packed([codes(np.array(written), order)]), order, len(written)) == written


def places(characters: list[int], runs: np.ndarray) -> Places:
    number = len(characters) + 1
    cells, none = np.arange(number, dtype=np.uint32), np.zeros(number, np.uint8)
    marks, after = np.zeros(0, np.uint16), np.zeros(0, np.int32)
    return Places(np.array([*characters, 0], np.uint16), marks, after, cells, runs, none)


@settings(deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=3000), st.integers(0, 3))
def test_every_place_is_in_one_leaf(characters: list[int], seed: int):
    runs = np.random.default_rng(seed).integers(1, 13, len(characters) + 1).astype(np.uint8)
    grown = tree(places(characters, runs))
    owner = np.repeat(np.repeat(grown.inner, grown.lists), grown.kept)
    assert sorted(grown.cells[~owner]) == list(range(len(characters)))


def test_a_gram_may_start_with_punctuation_and_passes_over_it_after_that():
    # 1 ， 2 1 。: the grams are 1 2 1, ， 2 1, 2 1, 1, 。
    start = Places(
        np.array([1, 2, 1, 0], np.uint16),
        np.array([8, 9], np.uint16),
        np.array([1, 3], np.int32),
        np.arange(6, dtype=np.uint32),
        np.array([1, 2, 1, 1, 3, 1], np.uint8),
        np.array([1, 2, 2, 0, 2, 0], np.uint8),
    )
    assert start.at(np.array([4], np.int32), 0).tolist() == [8]
    assert [start.at(np.array([4], np.int32), depth).tolist() for depth in (1, 2, 3)] == [[2], [1], [0]]
    assert sorted(tree(start).cells) == [0, 1, 2, 4, 5]


def test_a_place_knows_how_far_it_is_to_the_next_mark_and_of_what_kind_it_is():
    found = grams_places(*layout(corpus_of("党建。", "党，建设”。")))
    told = list(zip(found.runs.tolist(), found.breaks.tolist(), strict=True))
    # the marks of 同志们： 党，建设”。 同志们： 党建。 come last; their kinds are 1 for ， 2 for ： 3 for ” 4 for 。
    assert told[-6:] == [(1, 0), (3, 3), (1, 4), (1, 0), (1, 0), (1, 0)]
    assert (2, 3) in told  # 建


def test_a_gram_of_many_places_has_children_and_knows_its_count():
    characters = [1, 2] * LEAF * 2
    grown = tree(places(characters, np.full(len(characters) + 1, 13, np.uint8)))
    assert grown.inner[0]
    assert grown.sizes[:3].tolist() == [2 * LEAF, 0, 0]


def test_every_character_has_a_cell(seeds_corpus: Corpus):
    laid, text = layout(seeds_corpus)
    cells = laid.cell_of_each()
    assert len(cells) == len(text)
    assert int(cells[-1]) == sum(map(len, laid.parts)) - 1


def test_every_paragraph_is_in_one_part(seeds_corpus: Corpus):
    files = search.files(seeds_corpus, NONE)
    ids = [
        unit[0]
        for name, file in files.items()
        if re.search(r"/t\d+\.js$", name)
        for part in values(file)
        for stretch in part
        for cell in stretch[4:]
        for unit in cell
    ]
    assert sorted(ids) == sorted(p.id for speech in seeds_corpus.speeches for p in speech.paragraphs)


def test_every_file_has_its_checksum_and_is_a_script(seeds_corpus: Corpus):
    files = search.files(seeds_corpus, NONE)
    assert all(values(file) for file in files.values())


def test_the_same_archive_gives_the_same_files(seeds_corpus: Corpus):
    assert search.files(seeds_corpus, NONE) == search.files(seeds_corpus, NONE)


def test_another_text_gives_another_folder():
    one, other = (search.files(corpus_of(text), NONE) for text in ("甲乙。", "甲丙。"))
    assert value(one["index.js"])["folder"] != value(other["index.js"])["folder"]
    assert not (one.keys() & other.keys()) - {"index.js"}


def test_an_alphabet_tells_what_is_searched_from_what_is_only_printed():
    found = layout(corpus_of("甲，乙（2020 年）。發Ａ"))[0].alphabet
    searched = set(map(chr, found.searched))
    assert {"甲", "乙", "2", " ", ",", "发", "a"} <= searched
    assert not {"發", "Ａ", "，"} & searched
    assert {"發", "Ａ"} <= set(map(chr, found.characters))


@pytest.mark.parametrize("number", [0, 39, 40, 4875, 4876, 10_000, 800_000])
def test_no_two_characters_are_written_alike(number: int):
    assert len({letters(number), letters(number + 1), letters(number - 1 if number else 2)}) == 3
    assert json.dumps(letters(number)) == f'"{letters(number)}"'


@pytest.mark.parametrize("speeches", [(), ("",), ("。",)])
def test_an_archive_with_nothing_to_find_has_an_index(speeches: tuple[str, ...]):
    corpus = corpus_of(*speeches) if speeches else Corpus(())
    assert "index.js" in search.files(corpus, NONE)


def test_slogans_know_their_speeches_by_number_newest_first():
    corpus = corpus_of("讲“两个维护”。", "再讲。", "又讲“两个维护”。")
    here = tuple(
        Occurrence(Span(speech.id, 2, 2, 6), "两个维护", quoted=True)
        for speech in (corpus.speeches[0], corpus.speeches[2])
    )
    slogan = Slogan("两个维护", SloganKind.DOCTRINE, 10, (Evidence.LEXICON,), ("两个维护",), here, "abc")
    files = search.files(corpus, Links((slogan,), (), {}, ()))
    name = next(name for name in files if name.endswith("/slogans.js"))
    assert value(files[name]) == [["abc", "两个维护", ["两个维护"], [0, 2]]]
