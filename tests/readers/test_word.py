"""What the paper of a Word document shows is read, once and in order; what it does not show is only counted."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from generator import structure
from generator.model import LineKind, Problem, Source
from generator.readers import word
from generator.readers.refusal import RefusedError
from tests.readers.documents import W, box, docx, field, level, lists, p, package, run, table

DELETED = '<w:del w:id="1"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2">{run("新加的话")}</w:ins>'


def read(body: str, **parts: str) -> Source:
    source = word.read(docx(body, **parts), "讲话.docx")
    assert isinstance(source, Source)
    return source


def lines(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts).lines]


def codes(body: str, **parts: str) -> dict[str, str]:
    return {problem.code: problem.message for problem in read(body, **parts).problems}


def test_tracked_insertions_are_read_and_deletions_only_counted() -> None:
    body = p("前", DELETED, INSERTED, "后")
    assert lines(body) == ["前新加的话后"]
    assert "1 处" in codes(body)["W001"]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    moved = f"<w:moveFrom>{run('移动的话')}</w:moveFrom>"
    body = p("甲", moved) + p("乙", f"<w:moveTo>{run('移动的话')}</w:moveTo>")
    assert lines(body) == ["甲", "乙移动的话"]
    assert "W001" in codes(body)


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next() -> None:
    body = p("前半句，", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p("后半句。") + p("下一段。")
    assert lines(body) == ["前半句，后半句。", "下一段。"]


def test_hidden_text_is_only_counted_whether_the_run_or_its_style_hides_it() -> None:
    style = '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p("看得见", run("看不见", "<w:vanish/>"), run("也看不见", '<w:rStyle w:val="h"/>'))
    assert lines(body, styles=style) == ["看得见"]
    assert "2 处" in codes(body, styles=style)["W002"]
    assert lines(p(run("又看得见", '<w:vanish w:val="0"/>'))) == ["又看得见"]


def test_comments_headers_and_footers_are_never_read() -> None:
    parts = {
        "comments": f'<w:comment w:id="0">{p("内部意见")}</w:comment>',
        "header": p("内部资料"),
        "footer": p("— 1 —"),
    }
    body = p('<w:commentRangeStart w:id="0"/>', "正文", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert lines(body, **parts) == ["正文"]
    assert codes(body, **parts).keys() == {"W003", "W004"}


def test_a_footnote_has_its_sign_in_the_text_and_its_words_at_the_end() -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}">{p("<w:r><w:footnoteRef/></w:r>", f" 注{n}。")}</w:footnote>' for n in (5, 3)
    )
    body = p("甲", '<w:r><w:footnoteReference w:id="3"/></w:r>') + p("乙", '<w:r><w:footnoteReference w:id="5"/></w:r>')
    source = read(body, footnotes=notes)
    assert [line.text for line in source.lines] == ["甲[1]", "乙[2]", "[1]注3。", "[2]注5。"]
    assert [line.kind for line in source.lines[2:]] == [LineKind.NOTE] * 2
    circled = read(
        body, footnotes=notes, settings='<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>'
    )
    assert circled.lines[0].text == "甲①"


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    assert lines(p("前", box(p("框内一"), p("框内二")), "后") + p("下段")) == ["前后", "框内一", "框内二", "下段"]


def test_tables_are_read_by_rows_and_tables_inside_tables_once() -> None:
    inner = table(["丙", "丁"]) + p("")
    source = read(table(["甲", "乙"], [inner, "戊"]) + p("尾"))
    assert [line.text for line in source.lines] == ["甲\t乙", "丙\t丁", "戊", "尾"]
    assert [line.kind for line in source.lines] == [LineKind.ROW] * 3 + [LineKind.TEXT]


def test_a_table_that_only_sets_the_title_in_its_place_is_text() -> None:
    body = table(["在大会上的讲话"]) + p("同志们：") + p("今天开会。")
    assert structure.parse(read(body)).header.title == "在大会上的讲话"


def test_the_result_of_a_field_is_read_and_its_instruction_not() -> None:
    nested = field("IF ", field("PAGE", "3"), "结果")
    simple = f'<w:fldSimple w:instr="DATE">{run("2020年3月26日")}</w:fldSimple>'
    assert lines(p("前", field("REF x", "见第二节"), "后") + p(simple)) == ["前见第二节后", "2020年3月26日"]
    assert "IF" not in "".join(lines(p(nested)))


def test_a_field_that_never_ends_hides_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert lines(p(begun, "正文") + p("下段")) == ["正文", "下段"]


def test_a_field_over_several_paragraphs_keeps_them_all() -> None:
    whole = field("TOC", "目录一", "目录二").replace("目录一</w:t></w:r>", "目录一</w:t></w:r></w:p><w:p>")
    assert lines(p(whole)) == ["目录一", "目录二"]


def test_links_bookmarks_and_content_controls_leave_their_words() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("网站")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag>{run('标记')}</w:smartTag>"
    body = p('<w:bookmarkStart w:id="0" w:name="_GoBack"/>', "见", link, '<w:bookmarkEnd w:id="0"/>', control, tag)
    whole = f"<w:sdt><w:sdtContent>{p('整段')}</w:sdtContent></w:sdt>"
    assert lines(body + whole) == ["见网站控件标记", "整段"]


def test_breaks_part_lines_and_signs_of_symbol_fonts_are_shown() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
    assert lines(p("甲", "<w:r><w:br/></w:r>", "乙", "<w:r><w:tab/></w:r>", "丙", sign)) == ["甲", "乙\t丙●"]


def test_ruby_leaves_the_characters_without_their_reading() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('shì')}</w:rt><w:rubyBase>{run('是')}</w:rubyBase></w:ruby></w:r>"
    assert lines(p("这", ruby)) == ["这是"]


def test_pictures_are_counted() -> None:
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    assert "1 张" in codes(p("正文", picture))["W005"]


def test_a_table_of_contents_is_shown_but_is_no_outline() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = p("讲话") + p("一、总结 1", style="T") + p("二、部署 2", style="T") + p("同志们：")
    body += p("一、总结") + p("正文。" * 20) + p("二、部署") + p("正文。" * 20)
    speech = structure.parse(read(body, styles=styles))
    assert [head.title for head in speech.divisions] == ["总结", "部署"]
    assert speech.header.salutation == "同志们："


def test_automatic_numbers_and_heading_styles_make_the_outline() -> None:
    plan = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
    heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    text = p("这一段是正文，要求各级各部门认真研究，结合实际抓好落实，确保取得实效。" * 3)
    body = p("在大会上的讲话") + p("同志们：") + p("形势", style="H") + text
    body += p("国内", number=(1, 0)) + text + p("国际", number=(1, 0)) + text + p("任务", style="H") + text
    speech = structure.parse(read(body, styles=heading, numbering=lists(plan)))
    assert [(d.level, d.label, d.title) for d in speech.divisions] == [
        (1, "", "形势"), (2, "一、", "国内"), (2, "二、", "国际"), (1, "", "任务"),
    ]  # fmt: skip


def printed_in(body: str) -> list[str]:
    """Every paragraph's words by the XML alone: what is deleted, hidden, an instruction or said twice left out."""
    root = ET.fromstring(docx_body(body))  # noqa: S314 - our own
    name = f"{{{W}}}".__add__
    gone = {name("delText"), name("instrText")}

    def words(element: ET.Element) -> str:
        if element.tag in {name("txbxContent"), name("pPr")} | gone or element.tag.endswith("}Fallback"):
            return ""
        if element.tag == name("r") and element.find(f"{name('rPr')}/{name('vanish')}") is not None:
            return ""
        own = element.text or "" if element.tag == name("t") else ""
        return own + "".join(map(words, element))

    fallbacks = {each for back in root.iter() if back.tag.endswith("}Fallback") for each in back.iter()}
    return [text for each in root.iter(name("p")) if each not in fallbacks and (text := words(each))]


def docx_body(body: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(docx(body))).read("word/document.xml")


def test_every_paragraph_of_the_xml_is_read_once_and_in_order() -> None:
    control = f"<w:sdt><w:sdtContent>{p('十二')}</w:sdtContent></w:sdt>"
    body = p("一", DELETED, INSERTED) + table(["二", "三"], [table(["四", "五"]) + p("六"), "七"])
    body += p("八", box(p("九"), p("十"))) + p(run("隐", "<w:vanish/>"), "十一") + control + p(field("REF", "十三"))
    read_text = "\t".join(lines(body))
    assert read_text.replace("\n", "\t").split("\t") == printed_in(body)


def test_a_document_of_the_strict_standard_is_read_too() -> None:
    strict = docx(p("正文"))
    files = zipfile.ZipFile(io.BytesIO(strict))
    old, new = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    renamed = {
        name: files.read(name)
        .decode()
        .replace(f"{old}wordprocessingml/2006", f"{new}wordprocessingml")
        .replace(f"{old}officeDocument/2006", f"{new}officeDocument")
        for name in files.namelist()
    }
    source = word.read(package(renamed), "a.docx")
    assert isinstance(source, Source)
    assert [line.text for line in source.lines] == ["正文"]


def test_a_document_without_words_is_told() -> None:
    found = word.read(docx(p("")), "空.docx")
    assert isinstance(found, Problem)
    assert found.code == "R002"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and no more", "R016"),
        (package({"a.txt": "x"}), "R018"),
        (docx(p("正文"))[:-40], "R016"),
    ],
)
def test_what_is_no_whole_document_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        word.read(content, "a.docx")
    assert refused.value.code == code
