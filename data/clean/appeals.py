"""Appeals: one row per case of the higher court, with the number that the case had at first instance."""

import re

from data.clean.case_number import ADVICE, REASONS, parse_case_number
from data.clean.cases import Columns
from data.clean.columns import refuse_empty, required_dates
from data.clean.problem_log import shown
from data.clean.reading import EMPTY, Reading
from data.clean.sheet import Sheet, read_cells
from data.read.table import Cell, cell_text

_SEVERAL = re.compile(r"[,，;；、\n]")


def appeal_columns(sheet: Sheet) -> Columns:
    """Columns of the appeals schema but `sheet_row`, one value per data row."""
    originals = _originals(sheet)
    numbers, _ = read_cells(sheet.first_cells("number"), _parse_number)
    own = [reading.value for reading in numbers]
    return {
        "record_key": [f"{a or ''}|{b or ''}" for a, b in zip(own, originals, strict=True)],
        "original_case_number": originals,
        "number": own,
        "filed_on": required_dates(sheet, "filed_on"),
    }


def _originals(sheet: Sheet) -> list[str | None]:
    """Numbers of first instance in their standard form; a row without one names no case of ours and is set aside."""
    cells = sheet.first_cells("original_case_number")
    readings, _ = read_cells(cells, _parse_number)
    for position, reading in enumerate(readings):
        if reading.value is None and position not in sheet.dropped:
            _refuse(sheet, position, cells[position], reading.fault)
    return [reading.value for reading in readings]


def _refuse(sheet: Sheet, position: int, cell: Cell, fault: str | None) -> None:
    if fault is None or fault == "case_number_missing":
        refuse_empty(sheet, "original_case_number", position)
        return
    header = sheet.header("original_case_number")
    sheet.log.error(position, fault, header, shown(cell, is_kept=False), REASONS[fault], ADVICE[fault])


def _parse_number(cell: Cell) -> Reading:
    """The first number of a cell, in its standard form."""
    fault = None
    for part in _SEVERAL.split(cell_text(cell)):
        read = parse_case_number(part)
        if read.value is not None:
            return Reading(read.value.number)
        fault = fault or read.fault
    return Reading(fault=fault) if fault else EMPTY
