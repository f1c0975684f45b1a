"""How a speech is cited."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Header, Speech
from generator.site.citation import plain, standard


def test_a_citation_tells_speaker_title_date_archive_and_edition(speech: Speech) -> None:
    place, address = "，第2段", "https://a.cn/"
    before, after = plain(speech, "2026-11-21")
    assert before + place + after + address == (
        "李林：《在全区**会议上的讲话》（2020年3月26日），第2段，讲话文库2026年11月21日版，https://a.cn/"
    )
    before, after = standard(speech)
    assert before + "2026-11-22" + after + address == (
        "李林. 在全区**会议上的讲话[EB/OL]. （2020-03-26）[2026-11-22]. https://a.cn/"
    )


def test_a_citation_leaves_out_what_is_not_known(undated: Speech) -> None:
    assert plain(undated, "") == ("《b <b>.txt》", "，讲话文库，")
    assert standard(undated) == ("b <b>.txt[EB/OL]. [", "]. ")


def test_a_title_within_a_title_has_the_inner_marks(speech: Speech) -> None:
    nested = replace(speech, header=Header(title="学习《党章》的体会"))
    assert plain(nested, "")[0] == "《学习〈党章〉的体会》"
