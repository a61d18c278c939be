"""CSV and tab-separated text: strict quoting, and rows that do not fit are refused with their line, never bent."""

import csv
import io
from collections import Counter

from data.read.decode import decode, refuse_binary
from data.read.table import Table
from data.read.tally import differs, tally_of_text
from data.read.text_count import text_tally
from data.refusal import Refused

_DELIMITERS = "\t,;|"
_FIRST_LINES = 200
_HEADER_ROWS = 20
_CELL_LIMIT = 131_072
_REMEDY = "请用 Excel 或 WPS 打开检查该行后另存为 .xlsx，再上传"

Record = tuple[int, list[str]]
"""Physical line on which the record starts, and its cells."""


def read_text_file(raw: bytes) -> list[Table]:
    """One table; row numbers count records as a spreadsheet program would show them."""
    text = decode(raw)
    refuse_binary(text)
    if not text.strip():
        raise Refused("empty_file", "文件里没有内容：请重新导出后再上传。")
    if text.startswith("sep=") and "\n" in text:  # a hint to Excel, which does not show it as a row
        text = text.split("\n", 1)[1]
    delimiter = _delimiter(text)
    records, has_quotes = _records(text, delimiter)
    _refuse_ragged(records)
    rows: list[list] = [_trimmed(cells) for _, cells in records]
    expected, found = text_tally(text, delimiter, has_quotes), tally_of_text(rows)
    if not expected.allows(found):
        raise differs("文本文件", expected, found)
    while rows and not rows[-1]:
        rows.pop()
    return [Table(name="文本", rows=rows, format="text")]


def _records(text: str, delimiter: str) -> tuple[list[Record], bool]:
    """The records, and whether quotation marks were taken for such."""
    try:
        return _parsed(text, delimiter, csv.QUOTE_MINIMAL), True
    except Refused:
        # Tab-separated exports do not quote: a quotation mark is then a letter like any other.
        if delimiter != "\t":
            raise
        plain = _parsed(text, delimiter, csv.QUOTE_NONE)
        if len({len(cells) for _, cells in plain if len(cells) > 1}) > 1:
            raise
        return plain, False


def _delimiter(text: str) -> str:
    """The one that splits most of the first lines into the same number of cells; a tab before a comma on a tie.

    None at all is a list of one column, such as names of townships.
    """
    sample = "".join(text[: 1 << 18].splitlines(keepends=True)[:_FIRST_LINES])
    best, best_score = ",", 0
    for candidate in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=candidate))
        except csv.Error:
            continue
        widths[0] = widths[1] = 0
        width, lines = widths.most_common(1)[0]
        score = lines * min(width, 4)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _parsed(text: str, delimiter: str, quoting: int) -> list[Record]:
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, quoting=quoting)  # type: ignore[arg-type]
    records: list[Record] = []
    line = 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unclosed(line, reader.line_num, str(error)) from error
    return records


def _unclosed(line: int, reached: int, error: str) -> Refused:
    if "expected after" in error:
        sentence = f"第 {reached} 行的引号后面还有文字，引号没有成对：{_REMEDY}。"
    elif "field limit" in error or "unexpected end" in error:
        sentence = f"第 {line} 行开始的引号一直没有结束，后面的内容无法分列：{_REMEDY}。"
    else:
        sentence = f"第 {line} 行无法分列：{_REMEDY}。"
    return Refused("unclosed_quote", sentence)


def _trimmed(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _refuse_ragged(records: list[Record]) -> None:
    """A row with more cells than the header has a stray delimiter in it, and every cell after that is misplaced.

    Rows with fewer cells are padded: exports drop trailing blanks, and titles and notes are short by nature.
    """
    width, header_line = _header_width(records)
    for line, cells in records:
        if len(cells) > width and len(_trimmed(cells)) > width:
            found = len(_trimmed(cells))
            sentence = (
                f"第 {line} 行有 {found} 列，表头（第 {header_line} 行）只有 {width} 列，"
                f"多半是内容里混入了分隔符：{_REMEDY}。"
            )
            raise Refused("ragged_row", sentence)


def _header_width(records: list[Record]) -> tuple[int, int]:
    """Cells and line of the header: the first row with three fifths of the usual width filled, else the usual."""
    widths = Counter(len(cells) for _, cells in records if len(cells) > 1).most_common(1)
    usual = widths[0][0] if widths else 1
    for line, cells in records[:_HEADER_ROWS]:
        filled = sum(1 for cell in cells if cell.strip())
        if filled >= max(2, usual * 3 // 5):
            return len(cells), line
    return usual, 1
