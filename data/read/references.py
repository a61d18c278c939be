"""Cell references as bytes: how far a sheet reaches, found by one search per chunk instead of one look per cell."""

import re
from collections.abc import Iterable
from functools import cache

from data.refusal import Refused


def column_number(letters: str) -> int:
    """1 for A, 26 for Z, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """The inverse of `column_number`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def _beyond(columns: int) -> re.Pattern[bytes]:
    """Finds a cell reference further right than that column."""
    letters = column_letters(columns)
    longer = f"[A-Za-z]{{{len(letters) + 1}}}"
    return re.compile(f' r="(?:{longer}|{_above(letters)}\\d|[a-z])'.encode())


def _above(letters: str) -> str:
    """Pattern of as many letters that sort after these."""
    head, rest = letters[0], letters[1:]
    options = [f"[{chr(ord(head) + 1)}-Z][A-Z]{{{len(rest)}}}"] if head < "Z" else []
    if rest:
        options.append(head + _above(rest))
    return f"(?:{'|'.join(options) or '(?!)'})"


class CellLimit:
    """The furthest row and column (from 1) that a sheet's references name."""

    def __init__(self) -> None:
        self.rows = 1
        self.columns = 1

    def include_row(self, number: int) -> None:
        """A row by its own number, whether or not it has cells."""
        self.rows = max(self.rows, number)

    def passed_in(self, data: bytes) -> bool:
        """True when `data` names a cell further right than what is known; one search, no list of cells."""
        return _beyond(self.columns).search(data) is not None

    def widen(self, cells: Iterable[tuple[bytes, bytes]]) -> None:
        """Takes (letters, digits) of cells into account."""
        seen = set(cells)
        if not seen:
            return
        # Longer than any real reference is far outside; int() of a megabyte of digits is not wanted.
        self.columns = max(self.columns, *(column_number(name[:6].decode()) for name in {c for c, _ in seen}))
        self.rows = max(self.rows, *(int(digits[:12]) for digits in {r for _, r in seen}))

    def is_beyond(self, cells: int, columns: int) -> bool:
        """True when the used area passes either limit."""
        return self.columns > columns or self.rows * self.columns > cells

    def refuse_outside(self, rows: int, columns: int) -> None:
        """No spreadsheet program can hold a cell outside the grid."""
        if self.rows > rows or self.columns > columns:
            where = f"{column_letters(self.columns)}{self.rows}"
            sentence = f"工作表引用到 {where}，超出表格允许的范围（XFD1048576），文件已损坏：请重新导出。"
            raise Refused("outside_grid", sentence)

    def refuse_beyond(self, cells: int, columns: int) -> None:
        """Raises Refused when the used area passes a limit."""
        if self.columns > columns:
            where = column_letters(self.columns)
            sentence = f"工作表有内容的列一直到 {where} 列，超过 {columns} 列的上限：请删去表格右侧无关的内容后再上传。"
            raise Refused("too_many_columns", sentence)
        if self.rows * self.columns > cells:
            found = f"{self.rows:,} 行 × {self.columns:,} 列"
            sentence = f"工作表的使用范围为 {found}，超过 {cells:,} 格的上限：请删去远处无关的内容，或按年份分开导出。"
            raise Refused("area_too_large", sentence)
