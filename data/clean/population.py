"""Population: one row per township, basis and date; a sheet row with several columns of people gives several."""

import re
from datetime import date
from typing import Any

from data.clean import amounts
from data.clean.amounts import parse_people
from data.clean.columns import refuse_empty, words_of
from data.clean.dates import parse_as_of
from data.clean.problem_log import shown
from data.clean.reading import Reading, is_placeholder, plain
from data.clean.sheet import Sheet, read_cells
from data.read.table import cell_text
from data.recognise.layout import Column

UNDATED = date(1990, 1, 1)
"""Stands for the unknown date of a table that names none: older than any period, so that any dated figure wins."""

_BASES = {"常住+登记流动": "常住+登记流动", "常住加登记流动": "常住+登记流动", "常住": "常住", "户籍": "户籍"}
_COUNTY = re.compile(r"全[县区市旗](?:合计|总计)?|.{2,}[县旗市]|.+(?<![园发社理新工农林示景])区")
_FOOTNOTE = re.compile(r"[*※#①-⑨]+$")
_YEAR_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d{2})年(?:(\d{1,2})月)?")
_NAMES_CENSUS = re.compile("第七次|七普|七人普")
_PLACES_NEAR = 0.02


def parse_name(cell: Any) -> Reading:
    """A township's name: NFKC, no spaces, no footnote mark."""
    name = _FOOTNOTE.sub("", plain(cell_text(cell)))
    return Reading(None if is_placeholder(name) else name)


def population_rows(sheet: Sheet, file_name: str) -> tuple[dict[str, list[Any]], list[int]]:
    """Columns of the population schema but `sheet_row`, and for each row the position of its data row."""
    names = [r.value for r in read_cells(sheet.first_cells("township"), parse_name)[0]]
    people = {column: _people(sheet, column) for column in sheet.columns("people")}
    _leave_out_county(sheet, names, people)
    sources = words_of(sheet, "source")
    rows: dict[str, list[Any]] = {k: [] for k in ("record_key", "township", "basis", "as_of", "people", "source")}
    positions: list[int] = []
    dated = {column: _dated(sheet, column, file_name) for column in people}
    for i, name in enumerate(names):
        if i in sheet.dropped or not _is_usable(sheet, i, name, people):
            continue
        for column, numbers in people.items():
            if numbers[i].value is None:
                continue
            basis, as_of = dated[column][i]
            record = (f"{name}|{basis}|{as_of}", name, basis, as_of, numbers[i].value, sources[i])
            for values, value in zip(rows.values(), record, strict=True):
                values.append(value)
            positions.append(i)
    return rows, positions


def _people(sheet: Sheet, column: Column) -> list[Reading]:
    return read_cells(sheet.cells(column), lambda cell: parse_people(cell, column.scale))[0]


def _is_usable(sheet: Sheet, i: int, name: str | None, people: dict[Column, list[Reading]]) -> bool:
    """A row needs a name and at least one number; an unreadable number sets it aside."""
    if name is None:
        refuse_empty(sheet, "township", i)
        return False
    for column, numbers in people.items():
        if fault := numbers[i].fault:
            value, reason = shown(sheet.cells(column)[i]), amounts.REASONS.get(fault, "不能识别")
            sheet.log.error(i, fault, column.header, value, reason, "请改为整数后重新上传")
            return False
    if all(numbers[i].value is None for numbers in people.values()):
        refuse_empty(sheet, "people", i)
        return False
    return True


def _leave_out_county(sheet: Sheet, names: list[str | None], people: dict[Column, list[Reading]]) -> None:
    """A row that names the county and holds its total is no township; it serves as a check of the sum."""
    for i, name in enumerate(names):
        if name is None or len(names) < 3 or not _COUNTY.fullmatch(name):
            continue
        for column, numbers in people.items():
            stated = numbers[i].value
            others = sum(r.value or 0 for j, r in enumerate(numbers) if j != i)
            if stated and (name.startswith("全") or abs(stated - others) <= _PLACES_NEAR * stated):
                if i not in sheet.dropped:
                    sheet.leave_out(i)
                check_total(sheet, column, stated, others, sheet.numbers[i])


def check_total(sheet: Sheet, column: Column, stated: float, found: float, row: int) -> None:
    """Warn when a total row does not equal the sum of the rows it totals."""
    if abs(stated - found) > max(0.5, 1e-9 * abs(stated)):
        sentence = (
            f"第{row}行合计“{column.header}”为{stated:,.10g}，与各行之和{found:,.10g}不一致；各行按所写入库，请核对。"
        )
        sheet.log.warn("total_differs", column.header, row, sentence)


def _dated(sheet: Sheet, column: Column, file_name: str) -> list[tuple[str, date]]:
    """Basis and date of every row's number: the column's own, else the row's, else what the title says."""
    told = (plain(sheet.layout.title), plain(file_name), plain(sheet.table.name))
    basis = column.basis or _basis_in((column.header, *told))
    as_of = column.as_of or _date_in(told)
    bases = [_basis_in((cell_text(cell),)) or basis for cell in sheet.first_cells("basis")]
    days = [r.value or as_of for r in read_cells(sheet.first_cells("as_of"), parse_as_of)[0]]
    _warn_of_gaps(sheet, column, bases, days)
    return [(b or "常住", d or UNDATED) for b, d in zip(bases, days, strict=True)]


def _warn_of_gaps(sheet: Sheet, column: Column, bases: list[str | None], days: list[date | None]) -> None:
    header = column.header
    no_basis = [i for i, basis in enumerate(bases) if basis is None and i not in sheet.dropped]
    sentence = "“{header}”未写明口径，{n}行按常住人口处理；请加“口径”列（常住、户籍或常住+登记流动）。"
    sheet.log.grouped("warning", "basis_assumed", header, no_basis, sentence, header=header)
    no_day = [i for i, day in enumerate(days) if day is None and i not in sheet.dropped]
    sentence = "“{header}”未写明时点，{n}行按最早的人口数处理，任何写明时点的人口数都优先于它；请加“时点”列。"
    sheet.log.grouped("warning", "population_undated", header, no_day, sentence, header=header)


def _basis_in(texts: tuple[str, ...]) -> str | None:
    for text in texts:
        for word, basis in _BASES.items():
            if word in plain(text):
                return basis
    return None


def _date_in(texts: tuple[str, ...]) -> date | None:
    for text in texts:
        if _NAMES_CENSUS.search(text):
            return date(2020, 11, 1)
        if found := _YEAR_IN_TITLE.search(text):
            read = parse_as_of(f"{found[1]}年{found[2]}月" if found[2] else found[1])
            if read.value:
                return read.value
    return None
