"""Placements: one row per case number with the township a person wrote beside it; rows not filled in are left out."""

import re
from collections.abc import Collection
from typing import Any

from data.clean.cases import case_numbers
from data.clean.place_text import stated_place
from data.clean.reading import is_placeholder, plain
from data.clean.sheet import Sheet
from data.read.table import cell_text
from data.receipt import Problem

_NOT_SAID = re.compile("未归属|待定|待查|不清楚|不明|请选择")


def placement_rows(sheet: Sheet) -> tuple[dict[str, list[Any]], list[int]]:
    """Columns of the placements schema but `sheet_row`, and for each row the position of its data row."""
    cells = [cell_text(cell) for cell in sheet.first_cells("township")]
    empty = [i for i, text in enumerate(cells) if is_placeholder(plain(text)) or _NOT_SAID.fullmatch(plain(text))]
    for position in empty:
        sheet.leave_out(position)
    places = [stated_place(text) for text in cells]
    for position, place in enumerate(places):
        if place is None and position not in sheet.dropped:
            reason = "不像乡镇街道的名称"
            sheet.log.error(
                position, "township_unreadable", sheet.header("township"), None, reason, "请从下拉列表中选择"
            )
    numbers, heads = case_numbers(sheet)
    _forget_dropped(sheet)
    sentence = "“{header}”有{n}行没有填（{rows}），没有读取，这些案件的归属不变。"
    header = sheet.header("township")
    sheet.log.grouped("warning", "township_empty", header, empty, sentence, header=header)
    kept = [i for i in range(len(cells)) if i not in sheet.dropped]
    columns: dict[str, list[Any]] = {
        "record_key": numbers,
        "case_number": numbers,
        "court_code": [head and head.court_code for head in heads],
        "township": places,
    }
    return {name: [values[i] for i in kept] for name, values in columns.items()}, kept


def _forget_dropped(sheet: Sheet) -> None:
    """What is wrong with the number of a row that was not filled in concerns nobody."""
    rows = {sheet.numbers[i] for i in sheet.dropped}
    sheet.log.aside -= sheet.dropped
    sheet.log.problems = [p for p in sheet.log.problems if not _concerns(p, rows)]
    sheet.log.where = [(p, named) for p, named in sheet.log.where if not _concerns(p, rows)]


def _concerns(problem: Problem, rows: Collection[int]) -> bool:
    return problem.severity == "error" and problem.row in rows
