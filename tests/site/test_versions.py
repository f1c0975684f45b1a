"""What the page of a speech shows of its other versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Edit, Header, Piece, Revision, Version
from generator.site.versions import versions
from tests.site.conftest import Reader, html

if TYPE_CHECKING:
    from generator.model import Speech


def page(speech: Speech, *changes: Revision) -> str:
    return "\n\n".join(versions(replace(speech, versions=(Version("草*稿.txt", Header(), changes),))))


def test_what_a_version_leaves_out_and_adds_is_marked_and_leads_to_its_paragraph(speech: Speech) -> None:
    same, gone, new = Piece(Edit.SAME, "同" * 80), Piece(Edit.DELETED, "<b>"), Piece(Edit.INSERTED, "**新**")
    made = html(page(speech, Revision(4, (same, gone, new, same))))
    read = Reader(made)
    assert "草*稿.txt（1 段有改动）" in read.text
    assert "<del>&lt;b&gt;</del><ins>**新**</ins>" in made.replace("&#60;", "&lt;").replace("&#62;", "&gt;").replace(
        "&#42;", "*"
    )
    assert ("#p-preamb", "") in read.links
    assert f"…{'同' * 24}<b>**新**{'同' * 24}…" in read.text


def test_versions_that_differ_in_script_alone_are_said_to_be_the_same(speech: Speech) -> None:
    assert "两份文字相同" in Reader(html(page(speech))).text


def test_a_speech_without_versions_says_nothing(speech: Speech) -> None:
    assert list(versions(speech)) == []
