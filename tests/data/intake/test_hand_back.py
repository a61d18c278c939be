import io

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill

from data.intake.hand_back import hand_back
from data.intake.marks import Mark
from data.intake.spawn import parse_file
from data.taught import Taught
from tests.data.read import odd_files as odd

SECRET = b"k" * 32
HEAD = ("案号", "立案日期", "案由", "结案方式", "备注")
BAD = (
    HEAD,
    ("（2025）甘0702民初1号", "2025-03-04", "离婚纠纷", "调解", "=1+1"),
    ("（2025）甘0702民初2号", "2025-13-45", "买卖合同纠纷", "判决", "@SUM(A1)"),
    ("（2025）甘0702民初3号", "2025-03-06", "买卖合同纠纷", "调了", "+cmd|' /C calc'!A0"),
)


@pytest.fixture
def back(tmp_path):
    """Hands these bytes back, marked."""

    def run(raw: bytes, name: str = "案件.xlsx", **more):
        path = tmp_path / "upload"
        path.write_bytes(raw)
        return hand_back(path, name, folder=tmp_path, secret=SECRET, forced=None, taught=Taught(), **more)

    return run


def rows_of(content: bytes, sheet: str | None = None) -> list[tuple]:
    book = load_workbook(io.BytesIO(content))
    return [tuple(cell.value for cell in row) for row in (book[sheet] if sheet else book.worksheets[0]).iter_rows()]


def typed(rows=BAD) -> bytes:
    """A workbook in which everything was typed as text."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False, "in_memory": True}) as book:
        sheet = book.add_worksheet("案件")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def designed(raw: bytes) -> bytes:
    """The same workbook with a look of its own: a title, a fill, a wide column."""
    book = load_workbook(io.BytesIO(raw))
    sheet = book.worksheets[0]
    sheet["A1"].font = Font(bold=True, name="SimSun", size=14)
    sheet["B3"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.column_dimensions["A"].width = 33.5
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_the_two_columns_stand_beside_the_rows_that_need_a_hand_and_no_other(back):
    found = rows_of(back(typed()).content)
    assert found[0][5:7] == ("问题", "建议")
    assert [row[5] is not None for row in found[1:]] == [False, True, True]
    assert "2025-13-45" in found[2][5]
    assert "调了" in found[3][5]
    assert all(row[6] for row in found[2:])


def test_a_row_is_spoken_of_as_itself_not_as_one_of_a_count(back):
    found = rows_of(back(typed()).content)
    assert not any("有1" in row[5] or "第4行" in row[5] for row in found[2:])


def test_formatting_is_kept(back):
    returned = back(designed(typed()))
    sheet = load_workbook(io.BytesIO(returned.content)).worksheets[0]
    assert returned.keeps_formatting
    assert (sheet["A1"].font.name, sheet["A1"].font.size, sheet.freeze_panes) == ("SimSun", 14, "A2")
    assert sheet["B3"].fill.fgColor.rgb == "FF00FF00"
    assert sheet.column_dimensions["A"].width == 33.5


def test_text_that_looks_like_a_formula_stays_text_everywhere(back):
    for raw, name in ((typed(), "案件.xlsx"), (odd.xls(BAD), "案件.xls")):
        book = load_workbook(io.BytesIO(back(raw, name).content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
        assert {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0"} <= {cell.value for cell in cells}


def test_a_formula_leaves_its_stored_result_and_one_without_result_stays_as_text(back):
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>案号</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>立案日期</t></is></c><c r="C1" t="inlineStr"><is><t>案由</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>（2025）甘0702民初1号</t></is></c>'
        '<c r="B2" t="str"><f>"2025-03-"&amp;"04"</f><v>2025-03-04</v></c><c r="C2"><f>D9</f></c></row>'
    )
    found = rows_of(back(odd.package(odd.sheet_xml(cells))).content)
    assert found[1][1:3] == ("2025-03-04", "=D9")
    book = load_workbook(io.BytesIO(back(odd.package(odd.sheet_xml(cells))).content))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {"s", "n"}


def test_an_old_workbook_and_a_csv_come_back_as_xlsx_with_their_rows_in_place(back):
    lines = "\r\n".join(",".join(row) for row in [("案件查询结果", "", "", "", ""), *BAD]) + "\r\n"
    for raw, name, shift in ((odd.xls(BAD), "案件.xls", 0), (lines.encode("gb18030"), "案件.csv", 1)):
        returned = back(raw, name)
        found = rows_of(returned.content)
        assert not returned.keeps_formatting
        assert found[shift][:7] == (*HEAD, "问题", "建议")
        assert [row[5] is not None for row in found[shift + 1 :]] == [False, True, True]


def test_remarks_of_the_store_stand_at_their_rows_too(back):
    sheet = load_workbook(io.BytesIO(typed())).worksheets[0].title
    further = [Mark.of(sheet, 2, "同一案号有不同的立案日期，无法判断以哪一个为准；请改为一致后重新上传。")]
    found = rows_of(back(typed(), further=further).content)
    assert "不同的立案日期" in found[1][5]
    assert found[1][6] == "请改为一致后重新上传"


def test_corrected_and_uploaded_again_it_is_read_like_the_original(back, tmp_path):
    book = load_workbook(io.BytesIO(back(designed(typed())).content))
    sheet = book.worksheets[0]
    sheet["B3"], sheet["D4"] = "2025-03-05", "判决"
    corrected = tmp_path / "corrected.xlsx"
    book.save(corrected)
    (read,) = parse_file(corrected, "案件.xlsx", out_dir=tmp_path / "out", secret=SECRET).sheets
    (first,) = parse_file(_kept(tmp_path, typed()), "案件.xlsx", out_dir=tmp_path / "o2", secret=SECRET).sheets
    assert (read.rows_read, read.rows_set_aside, first.rows_set_aside) == (3, 0, 1)
    assert (read.layout, read.hints["unknown"]) == (first.layout, first.hints["unknown"])


def _kept(folder, raw):
    path = folder / "first"
    path.write_bytes(raw)
    return path


def test_handed_back_twice_it_has_one_pair_of_columns_and_only_the_new_remarks(back):
    once = back(typed()).content
    book = load_workbook(io.BytesIO(once))
    book.worksheets[0]["B3"] = "2025-03-05"
    target = io.BytesIO()
    book.save(target)
    found = rows_of(back(target.getvalue()).content)
    assert found[0].count("问题") == 1
    assert [row[5] is not None for row in found[1:]] == [False, False, True]


def test_what_cannot_be_marked_is_one_sentence(back):
    for raw in (b"", b"PK\x03\x04broken", odd.xlsx([("a",)])):
        returned = back(raw)
        assert (returned.content, returned.error.endswith("。")) == (b"", True)


def test_a_remark_about_most_rows_stands_once_beside_the_header(back):
    rows = [("案号", "收案日期", "案由")] + [
        (f"（2025）甘0702民初{n}号", "2025-03-04", "离婚纠纷") for n in range(1, 9)
    ]
    found = rows_of(back(odd.xlsx(rows)).content)
    assert "立案日期" in " ".join(str(cell) for cell in found[0][5:])
    assert not any(cell for row in found[1:] for cell in row[3:])


def test_a_ledgers_own_columns_of_these_names_are_not_taken_for_ours(back):
    own = [(*row[:4], "问题" if n == 0 else "未送达", "建议" if n == 0 else "补寄") for n, row in enumerate(BAD)]
    found = rows_of(back(typed(own)).content)
    assert [row[4:6] for row in found[1:]] == [("未送达", "补寄")] * 3
    assert found[0][4:8] == ("问题", "建议", "问题", "建议")


def test_remarks_stand_beside_the_last_filled_column_however_far_the_colours_run(back):
    book = load_workbook(io.BytesIO(typed()))
    sheet = book.worksheets[0]
    sheet.cell(1, 16_384).fill = PatternFill("solid", fgColor="FF00FF00")
    target = io.BytesIO()
    book.save(target)
    returned = load_workbook(io.BytesIO(back(target.getvalue()).content)).worksheets[0]
    assert [returned.cell(1, at).value for at in (5, 6, 7)] == ["备注", "问题", "建议"]
    assert returned.cell(3, 6).value


def test_remarks_are_not_hidden_under_a_header_merged_over_two_columns(back):
    book = load_workbook(io.BytesIO(typed()))
    book.worksheets[0].merge_cells("E1:F1")
    target = io.BytesIO()
    book.save(target)
    returned = load_workbook(io.BytesIO(back(target.getvalue()).content)).worksheets[0]
    assert [returned.cell(1, at).value for at in (7, 8)] == ["问题", "建议"]
