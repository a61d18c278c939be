"""Cases: one row per case (or per party of a case), keyed by its case number."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.clean import case_number
from data.clean.case_number import Head, clean_head, parse_case_number
from data.clean.columns import dates_of, money_of, name_unknown_words, places_of, refuse_empty, required_dates, words_of
from data.clean.keys import keyed_hash
from data.clean.parties import is_defendant_role, organisations, parties_by_side
from data.clean.place_text import stated_place, tribunal_place
from data.clean.problem_log import shown
from data.clean.reading import EMPTY, LONGEST_CELL, Reading, is_placeholder, plain
from data.clean.sheet import Sheet, read_cells
from data.clean.vocabulary import parse_appealed, parse_close_method, parse_present
from data.read.table import Cell, cell_text

_PARTY_FIELDS = (
    "plaintiffs",
    "defendants",
    "parties",
    "party_role",
    "place_plaintiff",
    "place_defendant",
    "party_address",
)
_COURT = re.compile(r"[\u4e00-\u9fff]{2,24}?(?:法院|法庭)")
_LIKE_A_NUMBER = re.compile(r"\W*(?:19|20)\d\d")
"""What begins like a case number may be shown; anything else in that column may be a person's name."""
_FAR = 366
"""Days between one filing date and the rest of the sheet from which it is worth a second look."""

Columns = Mapping[str, Sequence[Any]]


def case_columns(sheet: Sheet) -> Columns:
    """Columns of the cases schema but `sheet_row`, one value per data row."""
    numbers, heads = case_numbers(sheet)
    filed, is_received = _filing_dates(sheet)
    received, closed = dates_of(sheet, "received_on"), dates_of(sheet, "closed_on")
    _warn_of_dates(sheet, filed, closed)
    return {
        "record_key": numbers,
        "case_number": numbers,
        "court_code": [head and head.court_code for head in heads],
        "case_year": [head and head.year for head in heads],
        "type_code": [head and head.type_code for head in heads],
        "filed_on": filed,
        "filed_on_is_received": [is_received] * len(filed),
        "received_on": received,
        "closed_on": closed,
        "cause": words_of(sheet, "cause"),
        "procedure": words_of(sheet, "procedure"),
        "close_method": _close_methods(sheet),
        "status": words_of(sheet, "status"),
        "is_appealed": [one.value for one in read_cells(sheet.first_cells("is_appealed"), parse_appealed)[0]],
        "is_chief_present": [one.value for one in read_cells(sheet.first_cells("is_chief_present"), parse_present)[0]],
        "court": words_of(sheet, "court", _parse_court),
        "amount": money_of(sheet, "amount"),
        **party_organisations(sheet),
        **case_places(sheet),
        "party_only_key": _party_only_keys(sheet),
    }


def case_numbers(sheet: Sheet) -> tuple[list[str | None], list[Head | None]]:
    """Standard forms and heads; only cells not in standard form are read with tolerance."""
    cells = sheet.first_cells("case_number")
    heads = [clean_head(cell) if isinstance(cell, str) else None for cell in cells]
    numbers: list[Any] = list(cells)
    odd = {i: _parse_number_cell(cells[i]) for i, head in enumerate(heads) if head is None}
    for i, reading in odd.items():
        if reading.value is None:
            numbers[i] = None
            _refuse_number(sheet, i, cells[i], reading)
        else:
            numbers[i], heads[i] = reading.value
    _report_number_repairs(sheet, odd)
    unknown = {i: h.type_text for i, h in enumerate(heads) if h is not None and h.type_code is None}
    sentence = (
        "“{header}”有{n}行的类型代字不在类型表内：{words}；这些行照常入库，但不计入任何案件类型，请核对是否笔误。"
    )
    name_unknown_words(sheet, "case_number", "type_unknown", unknown, sentence)
    return numbers, heads


def _parse_number_cell(cell: Cell) -> Reading:
    if not isinstance(cell, str):
        return Reading(fault="case_number_as_number")
    if len(cell) > LONGEST_CELL:
        return Reading(fault="cell_too_long")
    return EMPTY if is_placeholder(cell_text(cell)) else parse_case_number(cell)


def _refuse_number(sheet: Sheet, position: int, cell: Cell, reading: Reading) -> None:
    header, fault = sheet.header("case_number"), reading.fault
    if fault is None or fault == "case_number_missing":
        refuse_empty(sheet, "case_number", position)
    elif fault == "cell_too_long":
        sheet.log.error(position, fault, header, shown(cell), "超过单元格字数上限32767", "请改为单个案号后重新上传")
    else:
        reason, advice = case_number.REASONS[fault], case_number.ADVICE[fault]
        may_show = _LIKE_A_NUMBER.match(cell_text(cell)) is not None
        reason = reason if may_show else f"填的是{shown(cell, is_kept=False)}，{reason}"
        sheet.log.error(position, fault, header, shown(cell) if may_show else None, reason, advice)


def _report_number_repairs(sheet: Sheet, readings: dict[int, Reading]) -> None:
    header = sheet.header("case_number")
    for code, words in case_number.REPAIRS.items():
        positions = [i for i, reading in readings.items() if code in reading.repairs]
        sentence = "“{header}”有{n}格{words}（{rows}），已统一为标准写法。"
        sheet.log.grouped("repair", code, header, positions, sentence, header=header, words=words)


def _filing_dates(sheet: Sheet) -> tuple[list[date | None], bool]:
    """Filing dates; where the sheet has no such column the day of receipt stands in, and says so."""
    if sheet.has("filed_on"):
        return required_dates(sheet, "filed_on"), False
    filed = required_dates(sheet, "received_on")
    sentence = "本表没有“立案日期”列，{n}行以“{header}”作为立案日期计数；如有立案日期请一并导出。"
    header = sheet.header("received_on")
    sheet.log.grouped("warning", "filed_on_is_received", header, range(len(filed)), sentence, header=header)
    return filed, True


def _warn_of_dates(sheet: Sheet, filed: Sequence[date | None], closed: Sequence[date | None]) -> None:
    early = [i for i, (f, c) in enumerate(zip(filed, closed, strict=True)) if f and c and c < f]
    sentence = "{n}行的结案日期早于立案日期（{rows}），两个日期均按所写保留；请核对。"
    sheet.log.grouped("warning", "closed_before_filed", sheet.header("closed_on"), early, sentence)
    far = far_dates(filed)
    positions = [i for i, f in enumerate(filed) if f in far]
    sentence = "{n}行的立案日期与本表其他日期相差一年以上（{rows}），可能是年份笔误；已按所写计数，请核对。"
    sheet.log.grouped("warning", "filing_date_far", sheet.header("filed_on"), positions, sentence)


def far_dates(days: Sequence[date | None]) -> frozenset[date]:
    """Days parted by more than a year from all others, where at most one row in a hundred lies beyond the gap.

    No clock: the sheet's own dates are the measure.
    """
    known = sorted(day for day in days if day is not None)
    few, far = len(known) // 100, set[date]()
    for ordered in (known, known[::-1]):
        for i in range(1, min(few, len(ordered) - 1) + 1):
            if abs((ordered[i] - ordered[i - 1]).days) > _FAR:
                far.update(ordered[:i])
    return frozenset(far)


def _close_methods(sheet: Sheet) -> list[str | None]:
    values = words_of(sheet, "close_method", parse_close_method)
    readings, _ = read_cells(sheet.first_cells("close_method"), parse_close_method)
    unknown = {i: r.value for i, r in enumerate(readings) if "close_method_unknown" in r.repairs}
    unknown = {i: word for i, word in unknown.items() if not sheet.is_decided("close_method", word)}
    sentence = "“{header}”有{n}行的写法不在结案方式表内：{words}；已按原样保留，请到“映射”页指定它们的含义。"
    name_unknown_words(sheet, "close_method", "close_method_unknown", unknown, sentence)
    return values


def _parse_court(cell: Any) -> Reading:
    """Only what names a court is kept: the column of another export may hold anything."""
    found = _COURT.match(plain(cell_text(cell)))
    return Reading(found[0]) if found else EMPTY


def party_organisations(sheet: Sheet) -> Columns:
    """Organisation names by side, joined by 、; a role column decides the side of a 当事人 column."""
    plaintiffs, defendants = joined_names(sheet, "plaintiffs"), joined_names(sheet, "defendants")
    if not sheet.has("parties"):
        return {"plaintiff_organisations": plaintiffs, "defendant_organisations": defendants}
    roles = _roles(sheet)
    for i, cell in enumerate(sheet.first_cells("parties")):
        if roles is None:
            left, right = parties_by_side(cell)
        else:
            names = organisations(cell)
            left, right = (names if roles[i] is False else ()), (names if roles[i] else ())
        plaintiffs[i] = plaintiffs[i] or "、".join(left) or None
        defendants[i] = defendants[i] or "、".join(right) or None
    return {"plaintiff_organisations": plaintiffs, "defendant_organisations": defendants}


def joined_names(sheet: Sheet, field: str) -> list[str | None]:
    """Organisations of a party column, joined by 、; None where there is none."""
    if not sheet.has(field):
        return [None] * len(sheet.rows)
    return ["、".join(organisations(cell)) or None for cell in sheet.first_cells(field)]


def _roles(sheet: Sheet) -> list[bool | None] | None:
    if not sheet.has("party_role"):
        return None
    readings, _ = read_cells(sheet.first_cells("party_role"), lambda cell: Reading(is_defendant_role(cell_text(cell))))
    return [reading.value for reading in readings]


def case_places(sheet: Sheet) -> Columns:
    """One place text per source and row; the side of an address without one is decided by the role column."""
    places: dict[str, list[str | None]] = {
        "place_stated": places_of(sheet, "place_stated", stated_place),
        "place_defendant": places_of(sheet, "place_defendant"),
        "place_dispute": places_of(sheet, "place_dispute"),
        "place_plaintiff": places_of(sheet, "place_plaintiff"),
        "place_tribunal": places_of(sheet, "place_tribunal", tribunal_place),
    }
    if sheet.has("party_address"):
        _share_address(sheet, places)
    return places


def _share_address(sheet: Sheet, places: dict[str, list[str | None]]) -> None:
    """An address without a side is that of the party whose role the row states; without a role the defendant's."""
    roles = _roles(sheet)
    assumed = []
    for i, place in enumerate(places_of(sheet, "party_address")):
        if place is None or (roles is not None and roles[i] is None):
            continue
        target = places["place_plaintiff" if roles is not None and roles[i] is False else "place_defendant"]
        if target[i] is None:
            target[i] = place
            if roles is None:
                assumed.append(i)
    sentence = "“{header}”没有说明是哪一方的地址，{n}行按被告住所地处理；如另有“诉讼地位”列请一并导出。"
    header = sheet.header("party_address")
    sheet.log.grouped("warning", "address_without_role", header, assumed, sentence, header=header)


def _party_only_keys(sheet: Sheet) -> list[str | None]:
    columns = [sheet.first_cells(field) for field in _PARTY_FIELDS if sheet.has(field)]
    if not columns:
        return [None] * len(sheet.rows)
    texts = [map(str, cells) for cells in columns]
    return [keyed_hash(sheet.secret, parts) for parts in zip(*texts, strict=True)]
