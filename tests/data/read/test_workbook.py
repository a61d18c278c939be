import io
from datetime import date, datetime

import pytest
import xlsxwriter

from data.read import read_tables
from tests.data.read import odd_files as odd
from tests.data.read.refusals import code_of


def sheet(*rows: str, **more: str) -> bytes:
    return odd.package(odd.sheet_xml("".join(rows), **more))


def book(fill, **options) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **options}) as made:
        fill(made)
    return target.getvalue()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((odd.row(1, odd.cell("A1")), odd.row(1_048_576, odd.cell("XFD1048576"))), "too_many_columns"),
        ((odd.row(1, odd.cell("A1")), odd.row(2000, odd.cell("XFD2000"))), "too_many_columns"),
        ((odd.row(1, odd.cell("A1")), odd.row(1_000_000, odd.cell("Z1000000"))), "area_too_large"),
        ((odd.row(1, odd.cell("A1"), odd.cell("SS1")),), "too_many_columns"),
        ((odd.row(1, odd.cell("xfd1")),), "too_many_columns"),
        (("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>",), "too_many_columns"),
        (('<x:row r="900000"><x:c r="ZZ900000"><x:v>1</x:v></x:c></x:row>',), "too_many_columns"),
        ((odd.row(1, odd.cell("XFE1")),), "outside_grid"),
        ((odd.row(1, odd.cell("ZZZZZZZ1")),), "outside_grid"),
        ((odd.row(1_048_577, odd.cell("A1048577")),), "outside_grid"),
        ((odd.row(0, odd.cell("A0")),), "outside_grid"),
        ((odd.row(1, odd.cell("A1", "甲")), odd.row(1, odd.cell("A1", "乙"))), "duplicate_rows"),
        (('<row r="1"><c r="A1" t="s"><v>7</v></c></row>',), "damaged"),
        ((odd.row(1, odd.cell("A1", "甲"), odd.cell("A1", "乙")),), "damaged"),
        ((odd.row(1, odd.cell("A2", "甲")), odd.row(2, odd.cell("A2", "乙"))), "damaged"),
        ((odd.row(1, odd.cell("A2", "甲"), odd.cell("B1", "乙")),), "damaged"),
    ],
)
def test_a_sheet_that_would_fill_memory_or_mislead_is_refused(rows, code):
    assert code_of(sheet(*rows)) == code


def test_column_512_is_still_taken():
    assert read_tables(sheet(odd.row(1, odd.cell("SR1"))))[0].rows[0][511] == "甲"


def test_formatting_far_below_the_table_is_not_its_area():
    tail = '<row r="1048576"><c r="AD1048576" s="0"/></row>'
    assert read_tables(sheet(odd.row(1, odd.cell("A1")), tail))[0].rows == [["甲"]]


def test_a_wrong_dimension_changes_nothing():
    for reference in ("A1:XFD1048576", "A1"):
        rows = (odd.row(1, odd.cell("A1")), odd.row(3, odd.cell("B3", "乙")))
        (table,) = read_tables(sheet(*rows, dimension=f'<dimension ref="{reference}"/>'))
        assert table.rows == [["甲"], [], ["", "乙"]]


def test_rows_stored_out_of_order_come_out_by_their_number():
    stored = (odd.row(n, odd.cell(f"A{n}", str(n))) for n in (3, 1, 2))
    assert read_tables(sheet(*stored))[0].rows == [["1"], ["2"], ["3"]]


def test_row_and_column_places_are_those_of_the_spreadsheet_when_the_table_begins_at_b3():
    def fill(made):
        page = made.add_worksheet("案件")
        page.merge_range("B3:D3", "标题")
        page.write("D5", "乙")

    (table,) = read_tables(book(fill))
    assert table.rows == [[], [], ["", "标题"], [], ["", "", "", "乙"]]
    assert (table.first_row, table.merged) == (1, ((2, 1, 2, 3),))


@pytest.mark.parametrize("date_1904", [False, True])
def test_dates_are_dates_in_either_date_system(date_1904):
    def fill(made):
        page = made.add_worksheet()
        page.write_datetime(0, 0, datetime(2025, 3, 4), made.add_format({"num_format": "yyyy-mm-dd"}))
        page.write(0, 1, 12)

    assert read_tables(book(fill, default_date_format="", **{"date_1904": date_1904}))[0].rows == [
        [date(2025, 3, 4), 12.0]
    ]


def test_every_sheet_comes_out_and_hidden_ones_are_marked():
    def fill(made):
        for name, hide in (("甲", None), ("乙", "hide"), ("丙", "very_hidden")):
            page = made.add_worksheet(name)
            page.write(0, 0, name)
            if hide:
                getattr(page, hide)()
        made.add_chartsheet("图")

    assert [(t.name, t.hidden) for t in read_tables(book(fill))] == [("甲", False), ("乙", True), ("丙", True)]


def test_error_cells_are_blank_but_the_table_says_where_they_were():
    def fill(made):
        made.add_worksheet("封面")
        made.add_worksheet("案件").write_formula("B2", "=1/0", None, "#DIV/0!")

    cover, table = read_tables(book(fill))
    assert (cover.error_count, table.error_count, table.error_cells) == (0, 1, ("B2",))
    assert table.rows == []


def test_rare_characters_and_text_that_looks_like_formulas_come_through_unchanged():
    texts = ["𠮷㙍䶮", "=cmd|' /C calc'!A0", "+1+1", "<script>", "😀", "NA", "007"]
    cells = (odd.cell(f"{chr(65 + n)}1", text.replace("<", "&lt;")) for n, text in enumerate(texts))
    assert read_tables(sheet(odd.row(1, *cells)))[0].rows == [texts]


def test_a_large_sheet_keeps_equal_texts_once(monkeypatch):
    monkeypatch.setattr("data.read.workbook._POOLED_FROM", 0)
    (table,) = read_tables(sheet(odd.text_sheet([["离婚纠纷"], ["离婚纠纷"]])))
    assert table.rows[0][0] is table.rows[1][0]
