from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator import structure
from generator.model import Source
from generator.readers import text
from generator.structure.artefacts import radicals
from tests.conftest import speech_of

#: Characters of all kinds, those that outlines and artefacts are made of much oftener than chance.
CHARACTERS = st.one_of(
    st.sampled_from("一二三十、（）()是要第，。：；！？“”*X[bookmark: a]　 \t\x0b\x00\u2028\ufeff\n"),
    st.sampled_from("同志们各位代表在上的讲话2020年3月—"),
    st.characters(exclude_categories=["Cs"]),
)


@given(st.text(CHARACTERS, max_size=300).filter(str.strip))
def test_every_character_is_shown_or_listed_as_removed(written: str) -> None:
    source = text.read(written.encode("utf-8-sig"), "a.txt")
    assert isinstance(source, Source)
    speech = structure.parse(source)
    shown = {p.source_offset(i): c for p in speech.paragraphs for i, c in enumerate(p.text)}
    removed = {a.offset + i: c for a in speech.artefacts if a.removed for i, c in enumerate(a.text)}
    assert not shown.keys() & removed.keys()
    ends = {i for i, c in enumerate(source.text) if c == "\n"}
    assert {shown[i] for i in ends & shown.keys()} <= {" "}
    kept = {i: c for i, c in (shown | removed).items() if i not in ends}
    said = source.text.translate(radicals())
    assert kept == {i: c for i, c in enumerate(said) if i not in ends} | {i: source.text[i] for i in removed}


@given(st.text(CHARACTERS, max_size=300).filter(str.strip))
def test_the_outline_is_a_tree_in_printed_order(written: str) -> None:
    divisions = speech_of(written).divisions
    assert [(d.paragraph, d.start) for d in divisions] == sorted({(d.paragraph, d.start) for d in divisions})
    for number, division in enumerate(divisions):
        assert division.parent is None or (
            division.parent < number and divisions[division.parent].level < division.level
        )
        assert division.start <= division.end


def test_bookmarks_go_and_redaction_marks_stay() -> None:
    speech = speech_of("在大会上的讲话\n同志们：\n[bookmark: x]一、命名**班子\nXX同志说，压缩**%。\n")
    assert [p.text for p in speech.paragraphs][2:] == ["一、命名**班子", "XX同志说，压缩**%。"]
    assert [(a.kind.value, a.removed) for a in speech.artefacts] == [
        ("bookmark", True), ("mask", False), ("mask", False), ("mask", False),
    ]  # fmt: skip
