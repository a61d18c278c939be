"""Villages: one row per village or community; a cell that lists several gives several rows."""

import re
from typing import Any

from data.clean.columns import refuse_empty, words_of
from data.clean.population import parse_name
from data.clean.reading import PERSONAL_DIGITS, Reading, plain
from data.clean.sheet import Sheet, read_cells
from data.read.table import cell_text

SEPARATORS = re.compile(r"[、，,;；/|\n\r]+")
_NUMBERING = re.compile(r"^\d{1,3}[.、．)）]?")
_NOTE = re.compile(r"[（(][^（()）]*[）)]")
_LONGEST_NAME = 16
_ENDS = re.compile("(?:村|社区|嘎查|居委会|村委会|委员会|居民区|新区)$")


def listed_villages(text: str) -> list[str]:
    """The names in one cell: 和平村、新民村；幸福社区. Numbering and notes in brackets are not part of a name."""
    names = (_NUMBERING.sub("", plain(_NOTE.sub("", part))) for part in SEPARATORS.split(text))
    kept = (name for name in names if name and name not in ("无", "-", "—") and not PERSONAL_DIGITS.search(name))
    return list(dict.fromkeys(name for name in kept if 2 <= len(name) <= _LONGEST_NAME))


def parse_villages(cell: Any) -> Reading:
    """The villages of a township in one cell, joined by 、."""
    return Reading("、".join(listed_villages(cell_text(cell))) or None)


def village_rows(sheet: Sheet) -> tuple[dict[str, list[Any]], list[int]]:
    """Columns of the villages schema but `sheet_row`, and for each row the position of its data row."""
    townships = _townships(sheet)
    kinds = words_of(sheet, "kind")
    rows: dict[str, list[Any]] = {name: [] for name in ("record_key", "township", "village", "kind")}
    positions: list[int] = []
    for i, cell in enumerate(sheet.first_cells("village")):
        township, names = townships[i], listed_villages(cell_text(cell))
        if i in sheet.dropped or not _is_usable(sheet, i, township, names):
            continue
        for name in names:
            for values, value in zip(rows.values(), (f"{township}|{name}", township, name, kinds[i]), strict=True):
                values.append(value)
            positions.append(i)
    return rows, positions


def _is_usable(sheet: Sheet, i: int, township: str | None, names: list[str]) -> bool:
    if township is None:
        refuse_empty(sheet, "township", i)
        return False
    if not names:
        refuse_empty(sheet, "village", i)
        return False
    return True


def _townships(sheet: Sheet) -> list[str | None]:
    """The township of every row; a cell merged over the villages below it speaks for all of them."""
    names = [reading.value for reading in read_cells(sheet.first_cells("township"), parse_name)[0]]
    columns = sheet.columns("township")
    filled = []
    for i, name in enumerate(names):
        if name is None and i and any(sheet.is_merged(i, column) for column in columns):
            names[i] = names[i - 1]
            filled.append(i)
    header = sheet.header("township")
    sentence = "“{header}”有{n}行在合并单元格内（{rows}），已按合并的乡镇读取。"
    sheet.log.grouped("repair", "merged_township", header, filled, sentence, header=header)
    return names
