"""What slogans belong with: wordings, chains, closeness."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator import analysis
from generator.analysis.chains import change
from generator.analysis.collocates import likelihood
from generator.model import Bond, Corpus, Slogan, Wording
from tests.analysis.test_slogans import lexicon_of, mined
from tests.conftest import corpus_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOUR, FIVE, TWO, OTHER = "四个意识", "四个自信", "两个维护", "两个确立"
LISTED = "".join(f"收入\t{form}\n" for form in (FOUR, FIVE, TWO, OTHER))


def named(corpus: Corpus, lines: str) -> tuple[Slogan, ...]:
    """The slogans of the corpus, their forms for ids."""
    found = mined(corpus, lexicon_of(lines), 1)
    return tuple(replace(slogan, id=form) for form, slogan in found.items())


def chains(*speeches: str, lines: str = LISTED) -> Mapping[str, list[tuple[str, ...]]]:
    corpus = corpus_of(*speeches)
    found = analysis.chains(corpus, named(corpus, lines))
    return {slogan: [chain.members for chain in held] for slogan, held in found.items()}


def below(tree: Wording) -> Iterator[tuple[str, str, Bond]]:
    """Every wording under another: the other's form, its own, and how it comes of it."""
    for child in tree.children:
        yield tree.form, child.form, child.bond
        yield from below(child)


def test_slogans_each_with_its_verb_are_a_chain_in_the_order_in_which_they_are_said() -> None:
    found = chains("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "坚决做到“两个维护”，增强“四个意识”。")
    assert found[FOUR] == [(FOUR, FIVE, TWO), (TWO, FOUR)]
    assert found[FIVE] == [(FOUR, FIVE, TWO)]


def test_marks_of_quotation_alone_join_and_so_does_a_conjunction() -> None:
    assert chains("增强“四个意识”“四个自信”。")[FOUR] == [(FOUR, FIVE)]
    assert chains("增强“四个意识”和“四个自信”。")[FOUR] == [(FOUR, FIVE)]


def test_what_stands_in_another_sentence_or_far_off_or_hangs_on_is_no_chain() -> None:
    assert chains("增强“四个意识”。坚定“四个自信”。") == {}
    assert chains("增强“四个意识”，在今后很长一段时间里都要坚定“四个自信”。") == {}
    assert chains("增强四个意识的四个自信。") == {}


def test_the_chain_of_most_speeches_comes_first_and_its_words_are_whole() -> None:
    corpus = corpus_of(
        "夺取“双胜利”，坚定“四个自信”。", "“双胜利”、“主体责任”。", "全区上下要做到“双胜利”、“主体责任”。"
    )
    lines = LISTED + "收入\t双胜利\n收入\t主体责任\n"
    first, second = analysis.chains(corpus, named(corpus, lines))["双胜利"]
    assert [first.members, len(first.speeches)] == [("双胜利", "主体责任"), 2]
    assert second.members == ("双胜利", FIVE)
    words = []
    for place in first.places:
        text = corpus.by_id[place.speech].paragraphs[place.paragraph].text
        words.append(text[place.start : place.end])
    assert sorted(words) == ["“双胜利”、“主体责任”", "要做到“双胜利”、“主体责任”"]


def test_a_member_may_be_lost_gained_replaced_or_moved() -> None:
    usual = (FOUR, FIVE, TWO)
    assert change((FOUR, TWO), usual).lost == (FIVE,)
    assert change((FOUR, FIVE, TWO, OTHER), usual).gained == (OTHER,)
    assert change((FOUR, OTHER, TWO), usual).replaced == ((FIVE, OTHER),)
    assert change((FIVE, FOUR, TWO), usual).moved


@given(*[st.lists(st.sampled_from("abcdef"), unique=True)] * 2)
def test_a_change_accounts_for_every_member(members: list[str], usual: list[str]) -> None:
    told = change(members, usual)
    old, new = {a for a, _ in told.replaced}, {b for _, b in told.replaced}
    assert set(usual) - set(members) == set(told.lost) | old
    assert set(members) - set(usual) == set(told.gained) | new
    assert set(told.moved) <= set(members) & set(usual)
    assert bool(told.moved) == ([m for m in members if m in usual] != [m for m in usual if m in members])


def test_wordings_hang_from_the_fullest_and_say_how_they_come_of_it() -> None:
    lines = "收入\t不忘初心、牢记使命\n" + "".join(
        f"别名\t{form}\t不忘初心、牢记使命\n" for form in ("初心使命", "牢记使命、不忘初心", "牢记使命", "初心如磐")
    )
    corpus = corpus_of("不忘初心、牢记使命。初心使命。牢记使命、不忘初心。牢记使命。初心如磐。")
    (slogan,) = named(corpus, lines)
    tree = analysis.families([slogan])[slogan.id].tree
    assert tree.form == "不忘初心、牢记使命"
    assert set(below(tree)) == {
        ("不忘初心、牢记使命", "初心使命", Bond.ABBREVIATION),
        ("不忘初心、牢记使命", "牢记使命、不忘初心", Bond.REORDERED),
        ("不忘初心、牢记使命", "牢记使命", Bond.PART),
        ("不忘初心、牢记使命", "初心如磐", Bond.REWORDED),
    }


def test_a_slogan_knows_what_contains_it_directly_and_what_lies_in_it() -> None:
    forms = ("主体责任", "管党治党主体责任", "落实管党治党主体责任")
    corpus = corpus_of("。".join(forms))
    found = analysis.families(named(corpus, "".join(f"收入\t{form}\n" for form in forms)))
    assert found["主体责任"].wider == ("管党治党主体责任",)
    assert found["落实管党治党主体责任"].wider == ()
    assert list(below(found["落实管党治党主体责任"].tree)) == [
        ("落实管党治党主体责任", "管党治党主体责任", Bond.WITHIN),
        ("管党治党主体责任", "主体责任", Bond.WITHIN),
    ]


def test_every_wording_of_the_seeds_stands_once_in_its_slogan_s_tree(seeds_corpus: Corpus) -> None:
    slogans = tuple(replace(slogan, id=form) for form, slogan in mined(seeds_corpus, analysis.base()).items())
    for slogan, family in analysis.families(slogans).items():
        own = [family.tree.form, *(form for _, form, bond in below(family.tree) if bond is not Bond.WITHIN)]
        variants = next(each.variants for each in slogans if each.id == slogan)
        assert sorted(own) == sorted(variants)


def test_two_that_stand_everywhere_keep_no_company_worth_telling() -> None:
    corpus = corpus_of(
        *["做到“两个维护”，增强“四个意识”。"] * 1, *[f"做到“两个维护”，增强“四个意识”{n}。" for n in range(6)]
    )
    assert set(analysis.collocates(corpus, named(corpus, LISTED)).values()) == {()}


def test_two_that_only_meet_one_another_are_as_close_as_can_be() -> None:
    together = [f"做到“两个维护”，增强“四个意识”{n}。" for n in range(4)]
    corpus = corpus_of(*together, *[f"坚定“四个自信”{n}。" for n in range(20)])
    ((company,), (other,)) = (analysis.collocates(corpus, named(corpus, LISTED))[form] for form in (TWO, FOUR))
    assert (company.slogan, company.sections, company.log_dice) == (FOUR, 4, 14.0)
    assert other.slogan == TWO


def test_the_likelihood_ratio_is_never_negative() -> None:
    for both, one, other in product(range(5), range(5, 9), range(5, 9)):
        assert likelihood(both, one, other, 20) >= 0
