"""Sums of a month that people kept: area, month, count and number; what a count is called is told by a table."""

from datetime import date
from typing import Any

from data.clean.cases import Columns
from data.clean.columns import refuse_empty, words_of
from data.clean.dates import parse_date
from data.clean.place_text import stated_place
from data.clean.population import parse_name
from data.clean.problem_log import shown
from data.clean.reading import EMPTY, Reading, is_placeholder, plain
from data.clean.register import parse_count, places
from data.clean.sheet import Sheet, read_cells
from data.read.table import cell_text
from data.recognise.span import covers
from data.reference import rows_of

COUNT_NAMES = {plain(row["written"]): row["count"] for row in rows_of("count_names")}
_COUNTY_WORDS = frozenset(("全县", "全区", "全市", "全旗", "全院", "全县合计", "本院", "合计", "总计", "共计", "小计"))


def total_columns(sheet: Sheet) -> Columns:
    """Columns of the monthly totals schema but `sheet_row`, one value per data row."""
    names = [r.value for r in read_cells(sheet.first_cells("township"), parse_name)[0]]
    months = _required(sheet, "month", _parse_month, "请写成如 2023-05 或 2023年5月；只接受整月的数")
    counts = _required(sheet, "count_name", _parse_count_name, "请用模板下拉框中的计数名称")
    totals = _required(sheet, "total", parse_count, "请改为整数")
    is_county = [name is not None and _is_county(sheet, name) for name in names]
    for position, name in enumerate(names):
        if name is None:
            refuse_empty(sheet, "township", position)
    areas = ["全县" if whole else name for name, whole in zip(names, is_county, strict=True)]
    return {
        "record_key": [f"{area}|{month}|{count}" for area, month, count in zip(areas, months, counts, strict=True)],
        "month": months,
        "count_name": counts,
        "total": totals,
        "is_county": is_county,
        "source": words_of(sheet, "source"),
        **places(
            sheet,
            stated=[
                None if whole else stated_place(name) or name for name, whole in zip(names, is_county, strict=True)
            ],
        ),
    }


def _required(sheet: Sheet, field: str, parse: Any, advice: str) -> list[Any]:
    cells = sheet.first_cells(field)
    readings, _ = read_cells(cells, parse)
    for position, reading in enumerate(readings):
        if reading.value is None and reading.fault is None:
            refuse_empty(sheet, field, position)
        elif reading.fault:
            sheet.log.error(
                position, reading.fault, sheet.header(field), shown(cells[position]), _REASONS[reading.fault], advice
            )
    return [reading.value for reading in readings]


_REASONS = {
    "not_a_number": "不是能识别的整数",
    "not_a_month": "不是能识别的月份",
    "count_unknown": "不是本系统的计数名称",
}


def _parse_month(cell: Any) -> Reading:
    """The first day of a month; of days only the first of a month stands for it, as spreadsheets store 2024年1月."""
    text = plain(cell_text(cell))
    if is_placeholder(text):
        return EMPTY
    start, end = (covers("", text) if isinstance(cell, str) else None) or (None, None)
    if start is not None and end is not None:
        if (start.year, start.month) == (end.year, end.month) and start.day == 1 and end.day >= 28:
            return Reading(start)
        return Reading(fault="not_a_month")
    if text.isdigit() and len(text) == 6 and 1 <= int(text[4:]) <= 12 and 1990 <= int(text[:4]) <= 2100:
        return Reading(date(int(text[:4]), int(text[4:]), 1))
    day = parse_date(cell).value
    return Reading(day) if day is not None and day.day == 1 else Reading(fault="not_a_month")


def _parse_count_name(cell: Any) -> Reading:
    text = plain(cell_text(cell))
    if is_placeholder(text):
        return EMPTY
    name = COUNT_NAMES.get(text) or COUNT_NAMES.get(text.split("(")[0])
    return Reading(name) if name else Reading(fault="count_unknown")


def _is_county(sheet: Sheet, name: str) -> bool:
    """全县, 合计 and the county's own name where the title bears it."""
    return name in _COUNTY_WORDS or (name[-1:] in "县区市旗" and name in plain(sheet.layout.title))
