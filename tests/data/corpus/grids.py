"""Items 26 to 41: what a worksheet part can do to a grid, and values that are none."""

from collections.abc import Callable

from tests.data.corpus.entry import Entry, refused, taken
from tests.data.corpus.pieces import GOOD, N1, N2, N3, edited, raw_cell, with_date, with_row
from tests.data.read import odd_files as odd

_GOOD = odd.text_sheet(GOOD)
_STRICT = {
    odd.MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    odd.RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def sheet(rows: str, **more: str) -> bytes:
    """A workbook of this one sheet."""
    return odd.package(odd.sheet_xml(rows, **more))


def _strict() -> bytes:
    parts = odd.parts_of(odd.package(odd.sheet_xml(_GOOD)))
    for loose, strict in _STRICT.items():
        parts = [(name, body.replace(loose.encode(), strict.encode())) for name, body in parts]
    return odd.zipped(parts)


def _shared(index: str) -> bytes:
    return with_row(odd.cell("A4", N3), raw_cell("B4", index, "s"), strings=odd.strings_xml("2025-03-06"))


def _encoded(encoding: str) -> bytes:
    def edit(body: bytes) -> bytes:
        return body.decode().replace("UTF-8", encoding).encode(encoding)

    return edited(odd.package(odd.sheet_xml(_GOOD)), "xl/worksheets/sheet1.xml", edit)


def _formula(result: str) -> bytes:
    formula = f'<c r="B4" t="str"><f>TEXT(45722,"yyyy-mm-dd")</f>{result}</c>'
    return with_row(odd.cell("A4", N3), formula, odd.cell("C4", "离婚纠纷"))


def _formatted_far_below() -> bytes:
    columns = "".join(f'<c r="{"A" if n > 25 else ""}{chr(65 + n % 26)}1048576" s="0"/>' for n in range(30))
    return sheet(_GOOD + f'<row r="1048576">{columns}</row>')


def _backwards() -> bytes:
    rows = [f"{row}</row>" for row in _GOOD.split("</row>") if row]
    return sheet("".join(reversed(rows)))


def _far(where: str, number: int = 4) -> Callable[[], bytes]:
    return lambda: with_row(odd.cell(where), number=number)


def _date(value: str, kind: str = "") -> Callable[[], bytes]:
    return lambda: with_date(value, kind)


_TALL = '<dimension ref="A1:XFD1048576"/>'
_ERROR = taken(3, "error_cells", "filed_on_missing", aside=1)
_UNCOMPUTED = taken(3, "uncomputed_formulas", "filed_on_missing", aside=1)
_NO_INDEX = refused("damaged", says="编号")
_NO_DATE = taken(3, "serial_out_of_range", aside=1)

ENTRIES = (
    Entry("26", "opposite corners", _far("XFD1048576", 1_048_576), refused("too_many_columns")),
    Entry("27", "33 million cells", _far("XFD2000", 2000), refused("too_many_columns")),
    Entry("28", "formats in the last row", _formatted_far_below, taken()),
    Entry("29", "column XFE", _far("XFE4"), refused("outside_grid")),
    Entry("29b", "row 1,048,577", _far("A1048577", 1_048_577), refused("outside_grid")),
    Entry("30", "row 0", _far("A0", 0), refused("outside_grid")),
    Entry("31", "column ZZZZZZZ", _far("ZZZZZZZ4"), refused("outside_grid")),
    Entry("32", "a dimension of everything", lambda: sheet(_GOOD, dimension=_TALL), taken()),
    Entry("33", "rows out of order", _backwards, taken(case_number=[N1, N2])),
    Entry("34", "a cell twice", lambda: with_row(odd.cell("A4", N2), odd.cell("A4", N3)), refused("damaged")),
    Entry("34b", "a row twice", lambda: with_row(odd.cell("A3", N3), number=3), refused("duplicate_rows")),
    Entry("35", "a sheet in UTF-16", lambda: _encoded("UTF-16"), refused("part_encoding")),
    Entry("36", "the strict namespace", _strict, taken()),
    Entry("37", "a string index out of range", lambda: _shared("9"), refused("damaged")),
    Entry("37b", "a negative string index", lambda: _shared("-1"), _NO_INDEX),
    Entry("37c", "a string index of letters", lambda: _shared("ab"), _NO_INDEX),
    Entry("37d", "a string index with a fraction", lambda: _shared("0.0"), _NO_INDEX),
    Entry("38", "the number NaN", _date("NaN"), _NO_DATE),
    Entry("38b", "the number INF", _date("INF"), _NO_DATE),
    Entry("38c", "the number 1e400", _date("1e400"), _NO_DATE),
    Entry("38d", "a number with letters", _date("12abc"), taken(3, "not_a_date", aside=1)),
    Entry(
        "38e",
        "the number NaN as a cause",
        lambda: with_row(odd.cell("A4", N3), odd.cell("B4", "2025-03-06"), raw_cell("C4", "NaN")),
        taken(3, "error_value", cause=["离婚纠纷", "买卖合同纠纷", None]),
    ),
    Entry("39", "the error #N/A", _date("#N/A", "e"), _ERROR),
    Entry("39b", "the error #REF!", _date("#REF!", "e"), _ERROR),
    Entry("39c", "the error #DIV/0!", _date("#DIV/0!", "e"), _ERROR),
    Entry("40", "a formula without its result", lambda: _formula(""), _UNCOMPUTED),
    Entry("40b", "a formula with an empty result", lambda: _formula("<v></v>"), _UNCOMPUTED),
    Entry("41", "a formula with its result", lambda: _formula("<v>2025-03-06</v>"), taken(3)),
)
