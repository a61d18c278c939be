"""Typed columns of a sheet: each reads its cells, reports what it could not read, and gives one value per row."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from typing import Any

from data.clean import amounts, dates
from data.clean.place_names import names_parties, without_names
from data.clean.place_text import cut_address
from data.clean.problem_log import shown, words_named
from data.clean.reading import EMPTY, ERROR_VALUES, PERSONAL_DIGITS, Reading, is_placeholder
from data.clean.sheet import Sheet, read_cells
from data.read.table import Cell, cell_text
from data.recognise.header_text import header_text

_LONGEST_WORD = 60
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DATE_ADVICE = "请改为如 2025-03-05 的形式后重新上传"
_REASONS = {
    **dates.REASONS,
    **amounts.REASONS,
    "cell_too_long": "超过电子表格单元格的字数上限32767",
    "long_text": "是长段文字",
    "error_value": "是公式错误值",
    "names_persons": "像是含有当事人姓名",
}


def dates_of(sheet: Sheet, field: str) -> list[date | None]:
    """Days of a column that may be empty; what cannot be read stays empty, with a warning."""
    readings, odd = read_cells(sheet.first_cells(field), dates.parse_date)
    if odd:
        warn_of_faults(sheet, field, readings, _DATE_ADVICE)
        warn_of_short_years(sheet, field, readings)
    return [reading.value for reading in readings]


def required_dates(sheet: Sheet, field: str) -> list[date | None]:
    """Days of a column without which a row cannot count: empty or unreadable cells set their row aside."""
    cells = sheet.first_cells(field)
    readings, odd = read_cells(cells, dates.parse_date)
    if odd:
        warn_of_short_years(sheet, field, readings)
    for position, reading in enumerate(readings):
        if reading.value is None:
            _refuse_date(sheet, field, position, cells[position], reading)
    return [reading.value for reading in readings]


def _refuse_date(sheet: Sheet, field: str, position: int, cell: Cell, reading: Reading) -> None:
    header = sheet.header(field)
    if reading.fault is None:
        refuse_empty(sheet, field, position)
        return
    advice = f"请写明具体的日，{_DATE_ADVICE}" if reading.fault == "month_only" else _DATE_ADVICE
    sheet.log.error(position, reading.fault, header, shown(cell), _REASONS[reading.fault], advice)


def refuse_empty(sheet: Sheet, field: str, position: int) -> None:
    """Set a row aside whose required cell is empty; a merged cell is named as the cause."""
    header = sheet.header(field)
    if any(sheet.is_merged(position, column) for column in sheet.columns(field)):
        reason = "在合并单元格内，值只在第一格"
        sheet.log.error(position, "merged_cell", header, None, reason, "请取消合并并在每行填写后重新上传")
        return
    reason, advice = "为空", f"请补填“{header}”后重新上传"
    if sheet.table.error_count or sheet.table.uncomputed_count:
        reason, advice = "为空，或是出错、没有保存结果的公式", f"请把“{header}”填成值后重新上传"
    sheet.log.error(position, f"{field}_missing", header, None, reason, advice)


def warn_of_faults(sheet: Sheet, field: str, readings: Sequence[Reading], advice: str) -> None:
    """One warning per kind of fault in a column whose value then stays empty; the row itself counts."""
    cells, by_fault = sheet.first_cells(field), {}  # type: ignore[var-annotated]
    for position, reading in enumerate(readings):
        if reading.fault:
            by_fault.setdefault(reading.fault, []).append(position)
    for fault, positions in by_fault.items():
        example = shown(cells[positions[0]], sheet.is_kept(field) and fault not in ("names_persons", "long_text"))
        sheet.log.grouped(
            "warning",
            fault,
            sheet.header(field),
            positions,
            "“{header}”有{n}格{reason}（{rows}，如“{example}”），该格按空处理、该行照常计数；{advice}。",
            header=sheet.header(field),
            reason=_REASONS[fault],
            example=example,
            advice=advice,
        )


def warn_of_short_years(sheet: Sheet, field: str, readings: Sequence[Reading]) -> None:
    """A year of two digits beside a month's name is read as 20xx and said aloud."""
    positions = [i for i, reading in enumerate(readings) if "two_digit_year" in reading.repairs]
    sheet.log.grouped(
        "warning",
        "two_digit_year",
        sheet.header(field),
        positions,
        "“{header}”有{n}格年份只有两位（{rows}），已按20xx年读取；请核对。",
        header=sheet.header(field),
    )


def money_of(sheet: Sheet, field: str) -> list[float | None]:
    """Amounts in yuan; what cannot be read stays empty, with a warning."""
    columns = sheet.columns(field)
    scale = columns[0].scale if columns else 1.0
    cells = sheet.first_cells(field)
    if scale == 1.0 and all(
        cell == "" or (type(cell) is float and 0 <= cell < amounts.LARGEST_AMOUNT) for cell in cells
    ):
        return [None if cell == "" else round(cell, 2) for cell in cells]  # type: ignore[arg-type]
    readings, odd = read_cells(cells, lambda cell: amounts.parse_money(cell, scale))
    if odd:
        warn_of_faults(sheet, field, readings, "请改为数字（元）后重新上传")
    return [reading.value for reading in readings]


def words_of(sheet: Sheet, field: str, parse: Callable[[Any], Reading] | None = None) -> list[Any]:
    """Short texts as typed, without control characters, long digit runs and text that names persons."""
    readings, odd = read_cells(sheet.first_cells(field), parse or parse_word)
    if odd:
        warn_of_faults(sheet, field, readings, "请核对该列")
        _report_word_repairs(sheet, field, readings)
    return [reading.value for reading in readings]


def parse_word(cell: Any) -> Reading:
    """Reading of a short text; a longer one, an error value or one that names persons is a fault."""
    if isinstance(cell, float) and not isfinite(cell):
        return Reading(fault="error_value")
    text = " ".join(cell_text(cell).split())
    if is_placeholder(text):
        return EMPTY
    repairs = ("control_characters",) if isinstance(cell, str) and _CONTROL.search(cell) else ()
    if PERSONAL_DIGITS.search(text):
        text, repairs = PERSONAL_DIGITS.sub("", text).strip(), (*repairs, "personal_digits")
    if text.upper().startswith(ERROR_VALUES):
        return Reading(fault="error_value")
    if len(text) > _LONGEST_WORD:
        return Reading(fault="long_text")
    return Reading(fault="names_persons") if names_parties(text) else Reading(text or None, None, repairs)


_WORD_REPAIRS = {
    "control_characters": "“{header}”有{n}格含控制字符（{rows}），已去除。",
    "personal_digits": "“{header}”有{n}格含长串数字，像是证件或电话号码（{rows}），已去除。",
}


def _report_word_repairs(sheet: Sheet, field: str, readings: Sequence[Reading]) -> None:
    header = sheet.header(field)
    for code, sentence in _WORD_REPAIRS.items():
        positions = [i for i, reading in enumerate(readings) if code in reading.repairs]
        sheet.log.grouped("repair", code, header, positions, sentence, header=header)


def name_unknown_words(sheet: Sheet, field: str, code: str, words: dict[int, str], sentence: str) -> None:
    """One warning that names the words of a column no table knows; `words` by position."""
    sheet.log.grouped(
        "warning",
        code,
        sheet.header(field),
        words,
        sentence,
        header=sheet.header(field),
        words=words_named(words.values()),
    )


def places_of(sheet: Sheet, field: str, cut: Callable[[Any], str | None] = cut_address) -> list[str | None]:
    """Place texts of a field, cut; nothing is reported, for an unplaced row is shown by the build.

    Of several columns (所属镇, 所属网格) the one named best speaks first, and the next where it names no place.
    """
    headers = [header_text(text).bare for text in sheet.ledger.field(field).headers]
    columns = sorted(sheet.columns(field), key=lambda column: _rank(headers, column.header))
    places: list[str | None] = [None] * len(sheet.rows)
    for column in columns:
        cells = sheet.cells(column)
        places = [known or (cut(cell) if cell else None) for known, cell in zip(places, cells, strict=True)]
    return without_names(places)


def _rank(headers: Sequence[str], header: str) -> int:
    bare = header_text(header).bare
    return headers.index(bare) if bare in headers else len(headers)
