"""How the text of a speech is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Division, Header, HeadKind, Role, Speech
from generator.site import body
from generator.site.mentions import Mention, mentions
from generator.site.outline import ranks
from tests.site.conftest import Reader, html, occurrence, part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Slogan


def read(speech: Speech, there: Iterable[Mention] = ()) -> Reader:
    return Reader(html("\n\n".join((*body.title_block(speech, {}), *body.text(speech, there, {}, {})))))


def slogan_links(speech: Speech, *slogans: Slogan) -> list[tuple[str, str]]:
    found = read(speech, mentions(slogans)[speech.id]).links
    return [link for link in found if link[0].startswith("../slogans/")]


def test_the_speech_is_shown_character_for_character_in_order(speech: Speech, slogan: Slogan, longer: Slogan) -> None:
    page = read(speech, mentions((slogan, longer))[speech.id])
    assert page.tei.replace("\n", "") == "".join(part.text for part in speech.paragraphs)


def test_every_paragraph_is_an_anchor_that_holds_its_text(speech: Speech) -> None:
    page = read(speech)
    assert {part.id: page.by_id[part.id] for part in speech.paragraphs} == {p.id: p.text for p in speech.paragraphs}


def test_every_division_is_an_anchor_that_holds_its_head(speech: Speech) -> None:
    page = read(speech)
    heads = {d.id: speech.paragraphs[d.paragraph].text[d.start : d.end] for d in speech.divisions}
    assert {identifier: page.by_id[identifier] for identifier in heads} == heads


def test_every_paragraph_and_section_of_the_text_has_one_permanent_link(speech: Speech) -> None:
    links = [target for target, _ in read(speech).links if target.startswith("#")]
    wanted = {p.id for p in speech.paragraphs if p.role not in {Role.TITLE, Role.BYLINE}}
    assert sorted(links) == sorted(f"#{each}" for each in wanted | {d.id for d in speech.divisions})


def test_the_title_over_two_lines_is_one_heading(speech: Speech) -> None:
    assert next(body.title_block(speech, {})).count("<br>") == 1
    assert read(speech).ranks[0] == 1


def test_a_speech_without_title_is_headed_by_its_file_which_is_no_text_of_the_speech(undated: Speech) -> None:
    page = read(undated)
    assert page.ranks == [1]
    assert "b <b>.txt" in page.text
    assert page.tei == "要不忘初心。"


def test_headings_inside_a_paragraph_follow_the_outline_and_never_skip_a_rank(speech: Speech) -> None:
    assert read(speech).ranks == [1, 2, 3, 4, 4]


def test_a_list_in_the_preamble_is_anchors_not_headings(speech: Speech) -> None:
    assert ranks(speech.divisions)[:2] == (None, None)


def test_what_lies_deeper_than_html_has_ranks_is_an_anchor() -> None:
    chain = [Division(n + 1, HeadKind.BLOCK, "", 1, "", n, 0, 1, n - 1 if n else None) for n in range(7)]
    assert ranks(chain) == (2, 3, 4, 5, 6, None, None)


def test_a_byline_printed_at_the_end_stays_there() -> None:
    paragraphs = (part(Role.BODY, "正文。", "p-aaaaaa"), part(Role.BYLINE, "李林", "p-bbbbbb"))
    assert read(Speech("x.txt", Header(), paragraphs, ())).tei.replace("\n", "") == "正文。李林"


def test_a_slogan_is_linked_at_its_first_mention_in_each_division(speech: Speech, slogan: Slogan) -> None:
    content = "\n".join(body.text(speech, mentions([slogan])[speech.id], {}, {}))
    assert content.count("(../slogans/ssssss1.md)") == 2
    assert "要[不忘初心](../slogans/ssssss1.md)，再说不忘初心、" in content


def test_a_head_is_never_linked_nor_counts_as_the_first_mention(speech: Speech, slogan: Slogan) -> None:
    content = "\n".join(body.text(speech, mentions([slogan])[speech.id], {}, {}))
    assert "## 一、不忘初心[](#h-first1)" in content


def test_of_slogans_that_overlap_the_longest_is_linked(speech: Speech, slogan: Slogan, longer: Slogan) -> None:
    alone = replace(slogan, occurrences=(occurrence(speech.id, 6, 8, "不忘初心"),))
    assert slogan_links(speech, alone, longer) == [("../slogans/ssssss2.md", "")]


def test_a_slogan_over_the_edge_of_a_head_is_not_linked_but_its_next_mention_is(slogan: Slogan) -> None:
    text = "一是抓学习。学习学习。"
    there = (part(Role.BODY, text, "p-aaaaaa"),)
    head = Division(1, HeadKind.RUN_IN, "一是", 1, "抓学习", 0, 0, 5, None, "h-aaaaaa")
    places = (occurrence("x", 0, 4, "习。学"), occurrence("x", 0, 6, "学习学"))
    straddling = replace(slogan, form="学习", occurrences=places)
    content = "\n".join(
        body.text(Speech("x.txt", Header(), there, (head,), id="x"), mentions([straddling])["x"], {}, {})
    )
    assert content.count("../slogans/") == 1
    assert '[学习学](../slogans/ssssss1.md "提法：学习")习。' in content


def test_a_link_in_another_wording_tells_the_canonical_form(speech: Speech, longer: Slogan) -> None:
    reworded = replace(longer, occurrences=(occurrence(speech.id, 6, 1, "不忘初心"),))
    assert slogan_links(speech, reworded) == [("../slogans/ssssss2.md", "提法：不忘初心、牢记使命")]
