"""The same speech twice is one speech; two speeches are two."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import permalinks, structure
from generator.hanzi import simplified
from generator.model import Edit
from generator.structure.versions.differences import differences
from generator.structure.versions.likeness import containment, promising, words
from tests.conftest import speech_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model import Speech, Version

BODY = (
    "今天，我们在这里召开全区春季植树工作会议，主要任务是总结去年造林绿化的成绩，安排今年的重点工作。\n"
    "去年，全区上下齐心协力，新造林一万二千亩，成活率在九成以上，群众看得见、摸得着，也得到了实惠。\n"
    "今年要把任务落到每一个村、每一面坡，谁种谁管，谁受益谁负责，年底由区里逐一验收，结果向社会公布。\n"
    "希望大家再接再厉，把这件功在当代、利在千秋的好事办好。\n"
)
HEAD = "在植树工作会议上的讲话\n王小明\n（2020年3月12日）\n同志们：\n"
TRADITIONAL = {other: one for one, other in simplified().items()}


def one(*texts: str) -> tuple[Speech, Version]:
    """The main version of two texts, and the other."""
    (main,), problems = structure.distinct([speech_of(text, f"{n}.txt") for n, text in enumerate(texts)])
    assert [each.code for each in problems] == ["C003"]
    (version,) = main.versions
    return main, version


def edits(version: Version) -> list[tuple[Edit, str]]:
    return [(p.edit, p.text) for change in version.changes for p in change.pieces if p.edit is not Edit.SAME]


def test_draft_and_final_are_one_speech_and_the_draft_s_words_are_kept_as_changes() -> None:
    draft = (HEAD + BODY).replace("一万二千亩", "一万亩").replace("王小明\n（2020年3月12日）", "（送审稿）")
    main, version = one(draft, HEAD + BODY)
    assert (main.path, version.path) == ("1.txt", "0.txt")
    assert (Edit.DELETED, "二千") in edits(version)


def test_a_news_agency_s_head_makes_no_other_speech() -> None:
    agency = (
        HEAD.replace("同志们：\n", "")
        + "新华社某地3月12日电  全区植树工作会议12日召开，王小明在会上讲话。\n同志们：\n"
        + BODY
    )
    _, version = one(HEAD + BODY, agency)
    assert [text for _, text in edits(version)] == ["新华社某地3月12日电  全区植树工作会议12日召开，王小明在会上讲话。"]


def test_traditional_script_is_the_same_speech_without_a_change() -> None:
    other = "".join(TRADITIONAL.get(character, character) for character in BODY)
    assert sum(a != b for a, b in zip(BODY, other, strict=True)) > 20
    main, version = one(HEAD + BODY, HEAD + other)
    assert main.path == "0.txt"
    assert version.changes == ()


def test_line_ends_are_no_difference_and_the_version_in_paragraphs_is_kept() -> None:
    run_on, parted = HEAD + BODY.replace("\n", "") + "\n", HEAD + BODY
    (main,), problems = structure.distinct([speech_of(run_on, "a.txt"), speech_of(parted, "b.txt")])
    assert (main.path, [each.code for each in problems]) == ("b.txt", ["C001"])


def test_the_same_file_twice_is_no_version_but_a_copy() -> None:
    copies = [speech_of(HEAD + BODY, "甲.txt"), speech_of(HEAD + BODY.replace("。", "。 "), "乙.txt")]
    (main,), problems = structure.distinct(copies)
    assert (main.path, main.versions) == ("乙.txt", ())
    assert [(each.code, each.path) for each in problems] == [("C001", "甲.txt")]


def test_the_archivist_chooses_the_main_version_or_that_there_are_two_speeches() -> None:
    two = [speech_of(HEAD + BODY, "定稿.txt"), speech_of(HEAD + BODY.replace("九成", "八成"), "草稿.txt")]
    (main,), _ = structure.distinct(two, mains={"草稿.txt"})
    assert (main.path, main.versions[0].path) == ("草稿.txt", "定稿.txt")
    both, problems = structure.distinct(two, separate={"草稿.txt"})
    assert [speech.path for speech in both] == ["定稿.txt", "草稿.txt"]
    assert not problems


def test_speeches_of_different_months_are_two_however_alike() -> None:
    later = (HEAD + BODY.replace("一万二千亩", "两万亩")).replace("2020年3月", "2021年3月")
    assert len(structure.distinct([speech_of(HEAD + BODY, "a.txt"), speech_of(later, "b.txt")])[0]) == 2


def test_the_later_of_two_complete_versions_is_the_main_one() -> None:
    later = (HEAD + BODY.replace("一万二千亩", "两万亩")).replace("3月12日", "3月20日")
    main, _ = one(HEAD + BODY, later)
    assert main.header.date == "2020-03-20"


def test_an_excerpt_is_no_version() -> None:
    excerpt = "".join(BODY.splitlines(keepends=True)[:1]) + "会议还研究了其他事项，明确了各单位的分工和完成时限。\n"
    assert len(structure.distinct([speech_of(HEAD + BODY * 3, "a.txt"), speech_of(HEAD + excerpt, "b.txt")])[0]) == 2


def test_no_two_seeds_are_the_same_speech(seeds: Path) -> None:
    speeches = [speech_of(path.read_text("utf-8"), path.name) for path in sorted(seeds.glob("*.txt"))]
    assert structure.distinct(speeches) == (tuple(speeches), ())


@pytest.mark.parametrize("share", [0.01, 0.03, 0.06])
def test_a_corrected_seed_is_found_and_put_together_again(seeds: Path, share: float) -> None:
    chance = random.Random(share)
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text("utf-8")
        other = "".join(
            chance.choice(("", "新", character + "的"))
            if chance.random() < share and character.isalnum()
            else character
            for character in text
        )
        speeches = [speech_of(text, "a.txt"), speech_of(other, "b.txt")]
        (main,), problems = structure.distinct(speeches)
        assert [each.code for each in problems] == ["C003"]
        assert len(main.versions) == 1


def test_a_hidden_version_is_not_shown_with_the_public_one() -> None:
    import dataclasses  # noqa: PLC0415 - for this test alone

    hidden = dataclasses.replace(speech_of(HEAD + BODY.replace("九成", "一成"), "a.txt"), hidden=True)
    (main,), problems = structure.distinct([hidden, speech_of(HEAD + BODY, "b.txt")])
    assert (main.path, main.versions, problems) == ("b.txt", (), ())


def test_links_to_a_version_published_before_lead_to_the_main_one() -> None:
    draft, final = speech_of(HEAD + BODY.replace("九成", "八成"), "draft.txt"), speech_of(HEAD + BODY, "final.txt")
    first, ledger = permalinks.assign([draft], permalinks.Ledger(), "2026-01-01")
    kept, _ = structure.distinct([draft, final])
    second, ledger = permalinks.assign(kept, ledger, "2026-01-02")
    assert [speech.id for speech in second.speeches] == [speech.id for speech in first.speeches]
    assert all(entry.live for _, entry in ledger.entries())


SENTENCES = st.lists(st.text("甲乙丙丁。！，\u3000", min_size=1, max_size=12), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(SENTENCES, SENTENCES)
def test_what_is_the_same_and_what_is_inserted_are_all_the_words_of_the_other(
    main: Sequence[str], other: Sequence[str]
) -> None:
    changes = {change.paragraph: change.pieces for change in differences(main, other)}
    without = [
        "".join(p.text for p in changes[n] if p.edit is not Edit.INSERTED) if n in changes else text
        for n, text in enumerate(main)
    ]
    assert without == list(main)
    made = [
        "".join(p.text for p in changes[n] if p.edit is not Edit.DELETED) if n in changes else text
        for n, text in enumerate(main)
    ]
    assert words("".join(made)) == words("".join(other))


def test_a_pair_is_found_among_many_and_no_other(seeds: Path) -> None:
    chance = random.Random(7)
    sentences = [s for path in sorted(seeds.glob("*.txt")) for s in path.read_text("utf-8").split("。")]
    texts = [words("".join(chance.sample(sentences, 25))) for _ in range(60)]
    texts.append(texts[30][:-40])
    found = {pair for pair in promising(texts) if containment(texts[pair[0]], texts[pair[1]]) > 0.45}
    assert found == {(30, 60)}


def test_texts_without_words_are_the_same_only_to_the_letter() -> None:
    speeches, problems = structure.distinct([speech_of(f"题目\n同志们：\n{mark}", f"{mark}.txt") for mark in "；！"])
    assert len(speeches) == 2
    assert not problems
