"""What a catalogue's file says, in each format, and how entries are added to it."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import FORMATS, csv_file, xlsx_file, yaml_file
from generator.catalogue.rows import UnreadableError

TOLD = {"file": "甲.txt", "title": "在大会上的讲话", "date": "2020-03"}


def said(rows: list) -> list[dict[str, str]]:
    return [{cell.name: cell.value for cell in row.cells} for row in rows]


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_added_is_read_again(name: str) -> None:
    content = FORMATS[name].added(None, [TOLD])
    assert said(FORMATS[name].read(content)) == [{"文件": "甲.txt", "题目": "在大会上的讲话", "日期": "2020-03"}]
    more = FORMATS[name].added(content, [TOLD | {"file": "乙.txt"}])
    assert [row["文件"] for row in said(FORMATS[name].read(more))] == ["甲.txt", "乙.txt"]


LINES = st.text(
    st.one_of(st.sampled_from("#:：-'\"=,;{}[]&*!|>%@`\t是否null~ 0"), st.characters(codec="utf-8")), max_size=12
)


@pytest.mark.parametrize("name", ["catalogue.yml", "catalogue.csv"])
@settings(max_examples=60, deadline=None)
@given(title=LINES.filter(lambda text: text.isprintable() and text == text.strip()))
def test_any_title_at_all_comes_back_as_it_was(name: str, title: str) -> None:
    content = FORMATS[name].added(None, [{"file": "甲.txt", "title": title}])
    assert said(FORMATS[name].read(content))[0].get("题目", "") == title


def test_yaml_may_list_speeches_or_name_them_by_their_files() -> None:
    listed = yaml_file.read("- 文件: a.txt\n  标签: [党建, 作风]\n".encode())
    named = yaml_file.read("a.txt:\n  标签: [党建, 作风]\n".encode())
    assert said(listed) == [{"文件": "a.txt", "标签": "党建、作风"}]
    assert said(named) == [{"file": "a.txt", "标签": "党建、作风"}]
    assert [row.line for row in (*listed, *named)] == [1, 1]


def test_yaml_keeps_values_as_they_are_written() -> None:
    rows = yaml_file.read(b"- file: 1.txt\n  date: 2020-03-06\n  hidden: no\n  order: 007\n  place: ~\n")
    assert said(rows) == [{"file": "1.txt", "date": "2020-03-06", "hidden": "no", "order": "007"}]


def test_what_the_archivist_wrote_in_yaml_stays_letter_for_letter() -> None:
    before = "# 李明核对过\n- 文件: 甲.txt   # 定稿\n  题目: '旧题'"
    for old in (before, "甲.txt:\n    题目: 旧题 # 对的\n"):
        after = yaml_file.added(old.encode(), [TOLD | {"file": "乙.txt"}]).decode()
        assert after.startswith(old)
        assert len(yaml_file.read(after.encode())) == 2


@pytest.mark.parametrize("content", ["- 文件: [", "甲.txt: 题目", "- - 甲", "\x07", "- 文件:\n    甲: 乙", "[" * 500])
def test_yaml_of_another_shape_is_refused_with_its_line(content: str) -> None:
    with pytest.raises(UnreadableError):
        yaml_file.read(content.encode())


def test_yaml_that_multiplies_itself_is_refused() -> None:
    bomb = "a: &a [哈, 哈]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(UnreadableError):
        yaml_file.read(bomb.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize("comma", [",", "\t", ";"])
def test_csv_is_read_as_excel_writes_it(encoding: str, comma: str) -> None:
    table = f'文件{comma}题目\r\n甲.txt{comma}"第一行\n第二行"\r\n{comma}\r\n乙.txt{comma}发言\r\n'
    rows = csv_file.read(table.encode(encoding))
    assert said(rows) == [{"文件": "甲.txt", "题目": "第一行\n第二行"}, {"文件": "乙.txt", "题目": "发言"}]
    assert [row.line for row in rows] == [2, 5]


def test_no_value_becomes_a_formula() -> None:
    told = {"file": "甲.txt", "title": "=1+1"}
    assert b",=1+1" not in csv_file.added(None, [told])
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file.added(None, [told]))).active
    assert sheet["B2"].data_type == "s"


def test_an_excel_file_gives_days_numbers_and_yes_as_they_would_be_written() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["文件", "日期", "次序", "不公开", "我的备注"])
    workbook.active.append(["甲.txt", dt.date(2020, 3, 26), 2.0, True, None])
    workbook.active.append([])
    workbook.active.append(["乙.txt", 2020])
    made = io.BytesIO()
    workbook.save(made)
    rows = xlsx_file.read(made.getvalue())
    assert said(rows) == [
        {"文件": "甲.txt", "日期": "2020-03-26", "次序": "2", "不公开": "是"},
        {"文件": "乙.txt", "日期": "2020"},
    ]
    assert [row.line for row in rows] == [2, 4]
    again = openpyxl.load_workbook(io.BytesIO(xlsx_file.added(made.getvalue(), [TOLD]))).active
    assert [cell.value for cell in again[5]][:2] == ["甲.txt", "2020-03"]
    assert again["E1"].value == "我的备注"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "文件,题目".encode()])
def test_what_is_no_excel_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        xlsx_file.read(content)
