"""The second count agrees with the parser on everything honest and on nothing that was lost."""

import io
from datetime import date

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from data.read import package, read_tables
from data.read.page_count import page_tally, quick_tally
from data.read.tally import Tally, tally_of, tally_of_text
from data.read.text_count import text_tally
from tests.data.read import odd_files as odd
from tests.data.read.refusals import code_of

CELLS = st.one_of(
    st.sampled_from(["", " ", "甲", "\n", "<&>\"'", "0", "_x000D_", "#N/A", "</v>", "=1", "\u3000"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=6),
    st.integers(-9, 9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2050, 1, 1)),
)
GRIDS = st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=8)


def workbook(grid, **options) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd", **options}) as made:
        sheet, style = made.add_worksheet(), made.add_format({"bold": True})
        for r, row in enumerate(grid):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell) if c % 3 else sheet.write(r, c, cell, style)
    return target.getvalue()


@settings(max_examples=60, deadline=None)
@given(GRIDS, st.booleans())
def test_no_honest_workbook_is_refused_by_the_count(grid, inline):
    raw = workbook(grid, constant_memory=inline, strings_to_formulas=False, strings_to_urls=False)
    assert code_of(raw) == "read"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(CELLS.filter(lambda cell: not isinstance(cell, str) or len(cell) < 4), max_size=4), max_size=8)
)
def test_no_honest_old_workbook_is_refused_by_the_count(grid):
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("甲")
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    target = io.BytesIO()
    made.save(target)
    assert code_of(target.getvalue()) == "read"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C1" s="0"/>',
        '<c r="C1"></c>',
        '<c r="C1"><v></v></c>',
        '<c r="C1"><v/></c>',
        '<c r="C1" t="s"><v>0</v></c>',
        '<c r="C1" t="s"><v>1</v></c>',
        '<c r="C1" t="s"><v>3</v></c>',
        '<c r="C1" t="s"><v></v></c>',
        '<c r="C1" t="str"><f>A1</f><v></v></c>',
        '<c r="C1" t="str"><f>A1</f></c>',
        '<c r="C1" t="str"><v xml:space="preserve"> </v></c>',
        '<c t="e" r="C1"><v>#N/A</v></c>',
        "<c r='C1' t='n'><v>7</v></c>",
        '<c r="C1" t="b"><v>0</v></c>',
        '<c r="C1" t="d"><v>2025-03-04</v></c>',
        '<c r="C1" t="inlineStr"><is><t/></is></c>',
        '<c r="C1" t="inlineStr"><is><t></t></is></c>',
        '<c r="C1" t="inlineStr"><is><t> </t></is></c>',
        '<c r="C1" t="inlineStr"><is/></c>',
        '<c r="C1" t="inlineStr"><is><r><t>富</t></r><r><t>文</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></is></c>',
        '<c r="C1"><f t="shared" si="0"/><v>3</v></c>',
        "<c><v>5</v></c>",
        "",
    ],
)
def test_what_known_writers_write_is_never_refused_by_the_count(cell):
    items = ("<si><t/></si>", "<si/>", "<si><t>甲</t></si>", '<si><t xml:space="preserve"></t></si>')
    strings = f'<sst xmlns="{odd.MAIN}">{"".join(items)}</sst>'
    row = odd.row(1, odd.cell("A1"), '<c r="B1" t="s"><v>2</v></c>', cell)
    assert code_of(odd.package(odd.sheet_xml(row), strings)) == "read"


def test_many_kinds_of_empty_strings_are_known_by_their_index(monkeypatch):
    items = "".join(f"<si><t>{'' if n % 2 else n}</t></si>" for n in range(40))
    cells = "".join(odd.row(n + 1, odd.cell(f"A{n + 1}"), f'<c r="B{n + 1}" t="s"><v>{n}</v></c>') for n in range(40))
    raw = odd.package(odd.sheet_xml(cells), f'<sst xmlns="{odd.MAIN}">{items}</sst>')
    for size in (1 << 19, 300, 71):
        monkeypatch.setattr(package, "CHUNK", size)
        assert package.scan_package(raw)["xl/worksheets/sheet1.xml"].filled == Tally(40, 60, 20)


def test_cells_that_the_parser_lost_refuse_their_sheet_and_no_other(monkeypatch):
    real = read_tables(odd.xlsx())[0].rows
    monkeypatch.setattr("data.read.workbook._rows", lambda sheet: real[:-1])
    (table,) = read_tables(odd.xlsx())
    assert table.fault.code == "count_differs"
    assert "文件里有内容的是 3 行、12 格，读出来的是 2 行、8 格" in table.fault.sentence


def test_rows_may_be_fewer_only_by_those_that_hold_nothing_but_blanks():
    assert Tally(10, 30, 2).allows(Tally(8, 30))
    assert not Tally(10, 30, 2).allows(Tally(7, 30))
    assert not Tally(10, 30, 2).allows(Tally(11, 30))
    assert not Tally(10, 30).allows(Tally(10, 29))


FIELDS = st.text(st.sampled_from('甲乙,\t;"\n\r '), max_size=5)


@given(st.lists(st.lists(FIELDS, min_size=1, max_size=4), min_size=1, max_size=6), st.sampled_from(",\t;|"))
def test_quoted_text_is_counted_as_the_writer_wrote_it(rows, delimiter):
    text = "\n".join(delimiter.join('"' + field.replace('"', '""') + '"' for field in row) for row in rows)
    assert text_tally(text, delimiter, True) == tally_of_text(rows)


@given(st.text(st.sampled_from('<>/tdrhable &;!-"x甲'), max_size=60))
def test_counting_a_page_never_fails(text):
    page = f"<table><tr><td>{text}</table>"
    assert page_tally(page).cells >= 0
    assert quick_tally(page).cells >= 0


def test_a_page_is_counted_as_browsers_show_it():
    inner = "<td><table><tr><td>2</table></td>"
    page = f"<table><tr><td>1<td>&nbsp;<td><b> </b>{inner}<tr><!-- <td>3 --><th title='>'>4</table>"
    assert page_tally(page) == Tally(3, 3)


def test_white_space_is_a_cell_for_one_count_and_none_for_the_other():
    rows = [["甲", " ", "", 0.0], [], ["\u3000"]]
    assert (tally_of(rows), tally_of_text(rows)) == (Tally(2, 4), Tally(1, 2))
