from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import permalinks
from generator.permalinks import Ledger, State
from generator.permalinks.ids import ALPHABET
from generator.permalinks.ledger import load
from tests.conftest import ROOT, speech_of
from tests.permalinks.edits import EDITS, archive_of, detected_otherwise, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.model import Corpus, Speech

HEADER = "在全区党建工作会议上的讲话\n同志们：\n"
POINTS = (
    "今天我们召开会议，总结去年的党建工作，部署今年的任务，大家要认真领会。",
    "要深入学习领会会议精神，把思想和行动统一到党中央的决策部署上来，不折不扣抓好落实。",
    "要坚持问题导向，对照先进找差距，针对短板定措施，推动各项工作迈上新台阶。",
    "要压实责任链条，建立台账，定期督查，确保件件有着落、事事有回音。",
    "要加强队伍建设，关心爱护基层干部，让想干事的人有舞台、能干事的人有位子。",
)
INVESTMENT = "要扩大有效投资，抓好重点项目建设，做到谋划一批、开工一批、投产一批。"
OTHER = f"在全区经济工作会议上的讲话\n同志们：\n{INVESTMENT}\n要优化营商环境。"


def built(ledger: Ledger, **files: str) -> tuple[Corpus, Ledger]:
    speeches = [speech_of(content, f"{name}.txt") for name, content in files.items()]
    return permalinks.assign(speeches, ledger, f"2026-01-{len(list(ledger.entries())) % 28 + 1:02}")


def said(*points: str) -> str:
    return HEADER + "\n".join(points)


def ids(corpus: Corpus) -> Mapping[str, str]:
    """The key of each paragraph under its words, where no other says the same."""
    return {
        paragraph.text: f"{speech.id}#{paragraph.id}" for speech in corpus.speeches for paragraph in speech.paragraphs
    }


def shown(corpus: Corpus) -> set[str]:
    """Every key that the pages show."""
    anchors = {
        f"{speech.id}#{part.id}" for speech in corpus.speeches for part in (*speech.paragraphs, *speech.divisions)
    }
    return anchors | {speech.id for speech in corpus.speeches}


def paths_aside(corpus: Corpus) -> list[Speech]:
    return [replace(speech, path="", problems=()) for speech in corpus.speeches]


def test_ids_are_ascii_and_never_hold_a_letter_that_looks_like_another(seeds_corpus: Corpus) -> None:
    assert all(re.fullmatch(rf"[{ALPHABET}]{{7}}(#[ph]-[{ALPHABET}]{{6}})?", key) for key in shown(seeds_corpus))
    assert not set("ilou") & set(ALPHABET)


def test_a_paragraph_that_is_a_head_has_its_sections_id() -> None:
    corpus, _ = built(Ledger(), a=said("一、切实提高政治站位", POINTS[1], "二、狠抓落实", POINTS[3]))
    (speech,) = corpus.speeches
    heads = [paragraph.id for paragraph in speech.paragraphs if paragraph.role == "head"]
    assert heads == [division.id for division in speech.divisions]
    assert all(head.startswith("h-") for head in heads)


def test_the_same_paragraph_twice_has_two_ids() -> None:
    corpus, _ = built(Ledger(), a=said(POINTS[0], POINTS[1], POINTS[0]))
    names = [paragraph.id for paragraph in corpus.speeches[0].paragraphs]
    assert len(set(names)) == len(names)


def test_undated_speeches_come_last() -> None:
    corpus, _ = built(Ledger(), a=said(*POINTS), b=OTHER.replace("同志们", "（2020年3月26日）\n同志们"))
    assert [speech.header.date for speech in corpus.speeches] == ["2020-03-26", ""]


@settings(max_examples=30)
@given(st.permutations(range(5)))
def test_ids_do_not_depend_on_the_order_or_names_of_files(order: list[int]) -> None:
    texts = [said(*POINTS), OTHER, said(*POINTS[:3]), said("一是抓早。二是抓小。"), said(POINTS[4], POINTS[4])]
    usual, _ = built(Ledger(), **{f"f{n}": text for n, text in enumerate(texts)})
    other, _ = built(Ledger(), **{f"f{place}": texts[n] for place, n in enumerate(order)})
    assert paths_aside(usual) == paths_aside(other)


REBUILD = """
from pathlib import Path
from random import Random
from generator import permalinks
from tests.permalinks.edits import archive_of, parsed, together
archive = archive_of({path.name: path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))})
_, ledger = permalinks.assign(parsed(archive), permalinks.Ledger(), "2026-01-01")
_, ledger = permalinks.assign(parsed(together(Random(0), archive)), ledger, "2026-01-02")
print(ascii(permalinks.dump(ledger)))
"""


def test_ids_and_matches_do_not_depend_on_the_hash_seed() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", REBUILD],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


def test_a_renamed_file_keeps_its_ids() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS))
    after, again = built(ledger, z=said(*POINTS))
    assert paths_aside(before) == paths_aside(after)
    assert not permalinks.changed(ledger, again)


def test_two_speeches_swapped_between_files_keep_their_ids() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS), b=OTHER)
    after, _ = built(ledger, a=OTHER + "\n请大家抓紧。", b=said(*POINTS[1:]))
    assert ids(before)[POINTS[2]] == ids(after)[POINTS[2]]
    assert {speech.id for speech in before.speeches} == {speech.id for speech in after.speeches}


def test_a_speech_with_another_date_and_speaker_keeps_its_id() -> None:
    dated = said(*POINTS).replace("同志们", "李 林\n（2020年3月26日）\n同志们")
    before, ledger = built(Ledger(), a=dated)
    after, _ = built(ledger, a=dated.replace("李 林", "李 琳").replace("3月26日", "4月2日"))
    assert before.speeches[0].id == after.speeches[0].id
    assert [p.id for p in before.speeches[0].paragraphs] == [p.id for p in after.speeches[0].paragraphs]


def test_a_redaction_mark_stands_for_anything() -> None:
    before, ledger = built(Ledger(), a=said(POINTS[0], "刚才，XX同志通报了情况。", "我完全赞同**的意见。"))
    after, _ = built(ledger, a=said(POINTS[0], "刚才，王建国同志通报了情况。", "我完全赞同市委组织部的意见。"))
    assert [p.id for p in before.speeches[0].paragraphs] == [p.id for p in after.speeches[0].paragraphs]


def test_a_split_leaves_the_id_with_the_larger_part() -> None:
    before, ledger = built(Ledger(), a=said(POINTS[0], POINTS[1] + POINTS[2][:20], POINTS[3]))
    after, split = built(ledger, a=said(POINTS[0], POINTS[1], POINTS[2][:20], POINTS[3]))
    key = ids(before)[POINTS[1] + POINTS[2][:20]]
    assert ids(after)[POINTS[1]] == key
    part = dict(split.entries())[ids(after)[POINTS[2][:20]]]
    assert (part.state, part.at) == (State.SPLIT, key)


def test_a_merge_leaves_the_other_id_as_an_alias_of_the_survivor() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS))
    after, merged = built(ledger, a=said(POINTS[0], POINTS[1] + POINTS[2], POINTS[3]))
    speech = after.speeches[0].id
    survivor, other = (ids(before)[point].removeprefix(f"{speech}#") for point in (POINTS[1], POINTS[2]))
    assert ids(after)[POINTS[1] + POINTS[2]] == f"{speech}#{survivor}"
    assert permalinks.anchors(merged, speech).aliases == {survivor: (other,)}


def test_a_merge_that_is_undone_gives_the_id_back() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS))
    _, merged = built(ledger, a=said(POINTS[0], POINTS[1] + POINTS[2], *POINTS[3:]))
    after, _ = built(merged, a=said(*POINTS))
    assert ids(before) == ids(after)


def test_a_deleted_paragraph_has_a_tombstone_behind_what_it_followed() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS))
    after, cut = built(ledger, a=said(*POINTS[:2], *POINTS[3:]))
    speech = after.speeches[0].id
    (tombstone,) = permalinks.anchors(cut, speech).tombstones
    assert tombstone.text == POINTS[2]
    assert f"{speech}#{tombstone.id}" == ids(before)[POINTS[2]]
    assert f"{speech}#{tombstone.behind}" == ids(before)[POINTS[1]]


def test_a_deleted_paragraph_that_is_back_has_its_id_back() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS))
    _, cut = built(ledger, a=said(*POINTS[:2], *POINTS[3:]))
    after, _ = built(cut, a=said(*POINTS))
    assert ids(before) == ids(after)


def test_a_paragraph_that_moved_to_another_speech_is_forwarded() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS), b=OTHER)
    after, moved = built(ledger, a=said(*POINTS[:2], *POINTS[3:]), b=f"{OTHER}\n{POINTS[2]}")
    speech, _, anchor = ids(before)[POINTS[2]].partition("#")
    assert permalinks.anchors(moved, speech).moved == {anchor: ids(after)[POINTS[2]]}


def test_a_speech_that_is_gone_leaves_tombstones_and_comes_back_whole() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS), b=OTHER)
    _, cut = built(ledger, b=OTHER)
    (gone,) = permalinks.forwards(cut)
    assert permalinks.forwards(cut) == {gone: ""}
    assert len(permalinks.anchors(cut, gone).tombstones) == len(ledger.anchors[gone])
    after, _ = built(cut, b=OTHER, renamed=said(*POINTS))
    assert ids(before) == ids(after)


def test_a_speech_put_into_another_forwards_there() -> None:
    before, ledger = built(Ledger(), a=said(*POINTS), b=OTHER)
    after, merged = built(ledger, a=said(*POINTS) + "\n" + "\n".join(OTHER.split("\n")[2:]))
    gone, _, anchor = ids(before)[INVESTMENT].partition("#")
    assert permalinks.forwards(merged) == {gone: after.speeches[0].id}
    assert permalinks.anchors(merged, gone).moved[anchor] == ids(after)[INVESTMENT]


def test_a_head_that_the_parser_takes_for_a_paragraph_keeps_its_old_id_as_an_alias() -> None:
    speech = speech_of(said("一、切实提高政治站位", POINTS[1], "二、狠抓落实", POINTS[3]), "a.txt")
    before, ledger = permalinks.assign([speech], Ledger(), "2026-01-01")
    plain = replace(speech, divisions=(), paragraphs=tuple(replace(p, role="body") for p in speech.paragraphs))
    after, demoted = permalinks.assign([plain], ledger, "2026-01-02")
    aliases = permalinks.anchors(demoted, after.speeches[0].id).aliases
    assert [alias for (alias,) in aliases.values()] == [division.id for division in before.speeches[0].divisions]
    again, _ = permalinks.assign([speech], demoted, "2026-01-03")
    assert again == before


def test_a_paragraph_of_which_less_than_half_is_left_is_listed_for_a_person_and_not_guessed() -> None:
    old = "要压实责任链条，建立台账，定期督查，确保件件有着落、事事有回音，绝不能走过场、搞形式。"
    new = "要压实责任链条，建立台账，定期督查，把任务分解到每一个科室、每一名干部，年底逐项对照检查。"
    before, ledger = built(Ledger(), a=said(POINTS[0], old, POINTS[4]))
    after, cut = built(ledger, a=said(POINTS[0], new, POINTS[4]))
    (doubt,) = permalinks.review(cut)
    assert (doubt.key, doubt.near) == (ids(before)[old], ids(after)[new])
    assert dict(cut.entries())[doubt.key].state is State.DELETED


def test_a_stock_phrase_is_no_evidence() -> None:
    stock = "要更加紧密地团结在以习近平同志为核心的党中央周围"
    before, ledger = built(
        Ledger(), a=said(POINTS[0], f"{stock}，抓党建。", f"{stock}，抓经济。", f"{stock}，抓民生。")
    )
    _, cut = built(ledger, a=said(POINTS[0], f"{stock}，抓党建。", f"{stock}，抓民生。"))
    assert dict(cut.entries())[ids(before)[f"{stock}，抓经济。"]].state is State.DELETED


def test_nothing_changed_means_the_same_ledger(seeds_corpus: Corpus) -> None:
    _, ledger = permalinks.assign(seeds_corpus.speeches, Ledger(), "2026-01-01")
    corpus, again = permalinks.assign(reversed(seeds_corpus.speeches), ledger, "2026-01-02")
    assert corpus == seeds_corpus
    assert again == ledger


def test_after_two_hundred_rebuilds_every_id_resolves_and_none_was_reused(seeds: Path) -> None:
    rng = Random(0)
    texts = {path.name: path.read_text("utf-8").split("\n")[:11] for path in sorted(seeds.glob("*.txt"))[:3]}
    original = archive_of({name: "\n".join(lines) for name, lines in texts.items()})
    archive, ledger, ever = original, Ledger(), set[str]()
    for day in range(200):
        archive = rng.choice([*EDITS.values()])(rng, archive) if day % 3 else original
        speeches = [detected_otherwise(rng, speech) for speech in parsed(archive)]
        corpus, ledger = permalinks.assign(rng.sample(speeches, rng.randint(2, 3)), ledger, f"{day:03}")
        entries = dict(ledger.entries())
        assert ever <= entries.keys()
        assert shown(corpus) == {key for key, entry in entries.items() if entry.live}
        assert all(entries[entry.at].live for entry in entries.values() if entry.at and not entry.live)
        assert all(entries[entry.near].live for entry in entries.values() if entry.near)
        ever |= entries.keys()
    assert load(permalinks.dump(ledger)) == ledger
