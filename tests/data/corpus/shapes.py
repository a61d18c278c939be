"""Items 53 to 68 and 74 to 76: headers, sheets, hidden and merged cells, and sizes."""

from typing import Any

from tests.data.corpus.entry import Entry, refused, taken
from tests.data.corpus.pieces import GOOD, N1, N2, N3, book, with_row, with_rows, write
from tests.data.read import odd_files as odd

_THIRD = (N3, "2025-03-06", "离婚纠纷", "调解")


def _at_b3() -> bytes:
    def fill(made: Any) -> None:
        sheet = write(made, "案件", GOOD, top=3, left=1)
        sheet.merge_range("B2:E2", "2025年一审民事案件台账")

    return book(fill)


def _two_row_header() -> bytes:
    def fill(made: Any) -> None:
        sheet = write(made, "案件", [("案号", "立案", "", "案由", "结案方式"), ("", "立案日期", "承办庭室")])
        for column in (0, 3, 4):
            sheet.merge_range(0, column, 1, column, GOOD[0][min(column, 3)] if column != 3 else "案由")
        sheet.merge_range(0, 1, 0, 2, "立案")
        for number, row in enumerate(GOOD[1:], 2):
            sheet.write_row(number, 0, (row[0], row[1], "立案庭", *row[2:]))

    return book(fill)


def _columns(*headers: str, rows: Any = None) -> bytes:
    return odd.xlsx([headers, *(rows or GOOD[1:])])


def _sheets(*sheets: tuple[str, Any, str]) -> bytes:
    def fill(made: Any) -> None:
        for name, rows, hide in sheets:
            sheet = write(made, name, rows)
            if hide:
                getattr(sheet, hide)()

    return book(fill)


def _filtered() -> bytes:
    def fill(made: Any) -> None:
        sheet = write(made, "案件", [*GOOD, _THIRD])
        sheet.autofilter("A1:D4")
        sheet.set_row(2, options={"hidden": True})

    return book(fill)


def _merged() -> bytes:
    def fill(made: Any) -> None:
        sheet = write(made, "案件", [*GOOD, (N3, "", "离婚纠纷", "调解")])
        sheet.merge_range("B3:B4", "2025-03-05")

    return book(fill)


def _rich() -> bytes:
    reading = '<is><r><t>离婚</t></r><r><rPr><b/></rPr><t>纠纷</t></r><rPh sb="0" eb="1"><t>li</t></rPh></is>'
    return with_row(odd.cell("A4", N3), odd.cell("B4", "2025-03-06_x000D_"), f'<c r="C4" t="inlineStr">{reading}</c>')


def _dates(*pairs: tuple[str, str]) -> bytes:
    rows = [(f"（2025）甘0702民初{n}号", filed, closed) for n, (filed, closed) in enumerate(pairs, 1)]
    return odd.xlsx([("案号", "立案日期", "结案日期"), *rows])


ENTRIES = (
    Entry("52", "closed before filed", lambda: _dates(("2025-03-04", "2025-03-01")), taken(1, "closed_before_filed")),
    Entry(
        "52b", "filed before 1990", lambda: _dates(("1989-03-04", "1989-06-01")), taken(1, "year_out_of_range", aside=1)
    ),
    Entry("53", "a table that begins at B4", _at_b3, taken(sheet_row=[5, 6])),
    Entry("54", "a merged header of two rows", _two_row_header, taken(sheet_row=[3, 4])),
    Entry("55", "the header once more", lambda: with_rows(GOOD[0], _THIRD), taken(3, left_out=1, sheet_row=[2, 3, 5])),
    Entry("56", "a total below", lambda: with_rows(("合计", 2)), taken(2, left_out=1)),
    Entry(
        "57",
        "a header twice",
        lambda: _columns("案号", "案号", "立案日期", rows=[(N1, N1, "2025-03-04")]),
        refused("header_twice"),
    ),
    Entry(
        "58", "a header with line breaks", lambda: _columns(" 案\n号 ", "立案\r\n日期", "案 由", "结案方式"), taken()
    ),
    Entry(
        "59",
        "no filing date",
        lambda: _columns("案号", "承办人", "案由", "结案方式"),
        refused("missing_column", says="立案日期"),
    ),
    Entry("60", "a column nobody knows", lambda: _columns("案号", "立案日期", "案由", "星座"), taken()),
    Entry(
        "61",
        "columns in another order",
        lambda: _columns("结案方式", "案由", "立案日期", "案号", rows=[row[::-1] for row in GOOD[1:]]),
        taken(case_number=[N1, N2]),
    ),
    Entry("62", "a cover first", lambda: _sheets(("封面", [("填报说明",)], ""), ("案件", GOOD, "")), taken()),
    Entry(
        "63",
        "a very hidden sheet",
        lambda: _sheets(("案件", GOOD, ""), ("旧", GOOD, "very_hidden")),
        taken(2, "hidden_sheet"),
    ),
    Entry("64", "a filtered row", _filtered, taken(3, "hidden_rows")),
    Entry("65", "charts alone", lambda: book(lambda made: made.add_chartsheet("图")), refused("no_table", "damaged")),
    Entry("67", "merged data", _merged, taken(3, "merged_cell", aside=1)),
    Entry("68", "rich text and readings", _rich, taken(3, cause=["离婚纠纷", "买卖合同纠纷", "离婚纠纷"])),
    Entry(
        "74",
        "1,048,575 rows of 30",
        lambda: with_row(odd.cell("AD1048576"), number=1_048_576),
        refused("area_too_large"),
    ),
    Entry("75", "a header alone", lambda: odd.xlsx(GOOD[:1]), refused("no_data")),
    Entry("76", "one row", lambda: odd.xlsx(GOOD[:2]), taken(1)),
)
