"""Speeches that are one speech, told from those that only have passages in common."""

from __future__ import annotations

import pytest

from generator.analysis import doublets
from generator.model import Corpus, Role, Sameness, Speech
from tests.conftest import corpus_of


def body(speech: Speech) -> str:
    return "\n".join(part.text for part in speech.paragraphs if part.role is Role.BODY)


@pytest.fixture
def long(seeds_corpus: Corpus) -> str:
    return body(max(seeds_corpus.speeches, key=lambda each: len(body(each))))


def found(*texts: str) -> list[tuple[set[str], Sameness]]:
    corpus = corpus_of(*texts)
    return [({corpus.by_id[each].path for each in f.speeches}, f.sameness) for f in doublets(corpus)]


def test_the_five_seeds_are_five_speeches(seeds_corpus: Corpus) -> None:
    assert doublets(seeds_corpus) == ()


def test_a_speech_issued_again_with_a_sentence_more_is_a_version(long: str) -> None:
    again = long.replace("。", "。这一句是后来加上去的。", 1)
    assert found(long, "今天讲三件事，都很要紧。" * 20, again) == [({"1.txt", "3.txt"}, Sameness.VERSION)]


def test_a_template_with_the_names_of_places_changed_is_one_doublet(long: str) -> None:
    towns = [long.replace("党", f"{name}党") for name in ("清河镇", "石桥乡", "柳林街道", "东关村")]
    assert found(*towns) == [({f"{n}.txt" for n in range(1, 5)}, Sameness.TEMPLATE)]


def test_heads_counted_anew_make_no_template(long: str) -> None:
    again = long.replace("一是", "二是").replace("二要", "三要").replace("（一）", "（三）")
    assert [sameness for _, sameness in found(long, again)] == [Sameness.VERSION]


def test_a_long_passage_in_common_makes_no_doublet(seeds_corpus: Corpus) -> None:
    one, other = (body(each)[:1500] for each in seeds_corpus.speeches[:2])
    passage = body(seeds_corpus.speeches[2])[:700]
    assert found(one + passage, other + passage) == []


def test_more_speeches_of_one_template_than_are_paired_are_still_one_doublet(long: str) -> None:
    ((members, _),) = found(*(long[:1500].replace("党", f"第{n}党") for n in range(20)))
    assert len(members) == 20


def test_short_speeches_are_left_alone() -> None:
    assert found("感谢大家的到来，会议到此结束。", "感谢大家的到来，会议到此结束！！") == []
