"""A worksheet while it streams by: its reach, its row numbers, its error cells."""

import re
from array import array
from collections.abc import Iterator

import settings
from data.read import heard
from data.read.fill_count import FillCount
from data.read.parts import TAIL, Notes, PartScan, Strings
from data.read.references import CellLimit
from data.refusal import Refused

GRID_ROWS, GRID_COLUMNS = 1_048_576, 16_384
_STRING_LIMIT = 1 << 30  # bytes that all cells of a sheet may take when shared strings are copied into them
_ROW = re.compile(rb'<row r="(\d+)"')
_LOOSE_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr\s*=\s*["'](\d+)""")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\b")
_FIRST_CELL = re.compile(rb'<row r="(\d+)"[^<>]*><c r="[A-Z]+(\d+)"')
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)(\d+)["']""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^<>]*?\sr\s*=\s*["']([A-Za-z]+)(\d+)["'][^<>]*>\s*<(?:\w+:)?(?:v|is|f)\b""")
_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"[^<>]*\st="e"')
_UNCOMPUTED = re.compile(rb'<c r="([A-Z]+\d+)"[^<>]*><f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
_HIDDEN = re.compile(rb"""<row\s(?=[^<>]*\shidden="(?:1|true)")[^<>]*?\br="(\d{1,7})\"""")
_NO_INDEX = re.compile(rb'"s"><v>\d*[^<\d]')
_STRING_INDEX = re.compile(rb't="s"[^<>]*><v>(\d+)<')


class SheetScan(PartScan):
    """A worksheet: used area, row numbers, error cells, weight of its shared strings."""

    def __init__(self, name: str, strings: Strings) -> None:
        super().__init__(name)
        self._strings = strings
        self._limit = CellLimit()
        self._rows = array("Q")
        self._in_order = True
        self._last_row = 0
        self._string_bytes = 0
        self._has_formulas = False
        self._notes = Notes()
        self._filled = FillCount(strings)

    def _last_whole(self, data: bytes) -> int:
        cell = data.rfind(b"<c ", -TAIL)
        return cell if cell >= 0 else super()._last_whole(data)

    def _look(self, data: bytes) -> None:
        by_row = data.split(b"<row")
        self._look_at_rows(data, len(by_row) - 1, _FIRST_CELL.findall(data))
        if b"'" in data or self._limit.passed_in(data):
            self._limit.widen(_CELL.findall(data))
        errors = self._notes.error_count
        self._look_at_cells(data)
        self._filled.add(data, by_row, self._notes.error_count - errors, self._has_formulas)
        if self._strings.long:
            self._weigh(data)

    def _look_at_rows(self, data: bytes, rows: int, firsts: list[tuple[bytes, bytes]]) -> None:
        """`firsts` are the numbers of rows and what their first cells say."""
        for row, said in firsts:
            if row != said:
                sentence = f"工作表第 {row.decode()} 行里的单元格写着第 {said.decode()} 行：文件已损坏，请重新导出。"
                raise Refused("damaged", sentence)
        found = [row for row, _ in firsts] if len(firsts) == rows else _ROW.findall(data)
        if not found or len(found) != rows:
            found = self._loose_rows(data)
        if not found:
            return
        numbers = array("Q", [int(number[:12]) for number in found])
        before = self._last_row
        self._last_row = numbers[-1]
        self._in_order &= before < numbers[0] and all(map(int.__lt__, numbers, numbers[1:]))
        self._limit.include_row(max(numbers))
        self._rows.extend(numbers)
        heard.rows(len(numbers))
        if b"h" in data and b"hidden" in data:
            self._notes.hidden_rows += map(int, _HIDDEN.findall(data))

    def _loose_rows(self, data: bytes) -> list[bytes]:
        found = _LOOSE_ROW.findall(data)
        unnumbered = len(_ANY_ROW.findall(data)) - len(found)
        if unnumbered:
            self._limit.include_row(self._limit.rows + unnumbered)
        return found

    def _look_at_cells(self, data: bytes) -> None:
        # One byte is found ten times as fast as four: most sheets have no # (as in #N/A) and no formula at all.
        if b"#" in data and b't="e"' in data:
            self._notes.note_error(*(name.decode() for name in _ERROR.findall(data)))
        if _NO_INDEX.search(data):  # a reader may take it for the first of all strings
            sentence = "工作表中有单元格引用的共享文字编号不是数字：文件已损坏，请用 Excel 或 WPS 打开后另存再上传。"
            raise Refused("damaged", sentence)
        self._has_formulas = self._has_formulas or (b"f" in data and b"</f>" in data)
        if self._has_formulas:
            self._notes.note_uncomputed(*(name.decode() for name in _UNCOMPUTED.findall(data)))

    def _weigh(self, data: bytes) -> None:
        size = self._strings.long.get
        self._string_bytes += sum(size(int(index[:9]), 0) for index in _STRING_INDEX.findall(data))
        if self._string_bytes > _STRING_LIMIT:
            found = self._string_bytes >> 20
            sentence = f"工作表中重复引用超长文字，展开后超过 {found:,} MB，不是正常导出的表格：请检查后重新导出。"
            raise Refused("string_inflation", sentence)

    def needs_filled_area(self) -> bool:
        """Formatting without content often reaches far beyond the table."""
        self._look(self._carry)
        self._carry = b""
        return self._limit.is_beyond(settings.MAX_CELLS, settings.MAX_COLUMNS)

    def use_filled_area(self, chunks: Iterator[bytes]) -> None:
        """Judges by the cells with a value or formula alone."""
        self._limit.refuse_outside(GRID_ROWS, GRID_COLUMNS)
        filled = CellLimit()
        tail = b""
        for chunk in chunks:
            data = tail + chunk
            filled.widen(_FILLED.findall(data))
            tail = data[-TAIL:]
        filled.refuse_beyond(settings.MAX_CELLS, settings.MAX_COLUMNS)
        self._limit = filled

    def close(self) -> Notes:
        """Row numbers must be unique: two rows of one number would be merged or lost, reader by reader."""
        self._limit.refuse_outside(GRID_ROWS, GRID_COLUMNS)
        if 0 in self._rows:
            raise Refused("outside_grid", "工作表中有行号为 0 的行，表格行号从 1 开始：文件已损坏，请重新导出。")
        if not self._in_order and len(set(self._rows)) != len(self._rows):
            raise Refused("duplicate_rows", "工作表中有行号相同的两行，无法判断以哪一行为准：文件已损坏，请重新导出。")
        self._notes.filled = self._filled.tally()
        return self._notes
