"""Mediations: one row per dispute entered for settlement, keyed by its number or by what identifies it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from data.clean.case_number import ADVICE, REASONS, parse_case_number
from data.clean.cases import Columns, joined_names
from data.clean.columns import dates_of, money_of, name_unknown_words, places_of, refuse_empty, words_of
from data.clean.keys import keyed_hash, number_of_year
from data.clean.kinds import is_court_number, kind_of_row
from data.clean.parties import parties_by_side
from data.clean.place_text import stated_place
from data.clean.problem_log import shown
from data.clean.reading import EMPTY, Reading, is_placeholder, plain
from data.clean.sheet import Sheet, read_cells
from data.clean.vocabulary import parse_confirmed, parse_performed, result_parser
from data.read.table import Cell, cell_text
from data.refusal import Refused

_DAYS = ("accepted_on", "received_on", "assigned_on", "applied_on", "reported_on")
_IDENTIFYING = (
    "plaintiffs",
    "defendants",
    "organisation",
    "category",
    "place_stated",
    "place_defendant",
    "place_dispute",
    "place_plaintiff",
    "amount",
)
_BRACKETS = str.maketrans("〔〕[]【】()", "（）（）（）（）")
_LONGEST_NUMBER = 40
_COUNTER = re.compile(r"\d{1,6}")
_IDENTITY = re.compile(r"(?<!\d)(?:\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx]|1[3-9]\d{9})(?!\d)")
_BODY = re.compile(
    "调解|委员会|调委|工作室|工作站|法院|法庭|中心|司法所|派出所|站|所|局|庭|会|办|队|公司|单位|组织|政府|企业|律师|镇|乡|街道|社区|村|嘎查|网格"
)
_SAID_BY_NUMBER = frozenset(("case_number_masked", "case_number_several"))


def mediation_columns(sheet: Sheet, forced_kind: str | None = None) -> Columns:
    """Columns of the mediations schema but `sheet_row`, one value per data row.

    Raises Refused when the kind of no row can be told.
    """
    accepted, numbers, organisations = _accepted(sheet), own_numbers(sheet), words_of(sheet, "organisation", parse_body)
    kinds = [forced_kind] * len(sheet.rows) if forced_kind else _kinds(sheet, numbers, organisations)
    results, kept = _results(sheet)
    filed_numbers, _ = read_cells(sheet.first_cells("filed_case_number"), _parse_filed_number)
    confirmed, _ = read_cells(sheet.first_cells("confirmed"), parse_confirmed)
    performed, _ = read_cells(sheet.first_cells("performed"), parse_performed)
    plaintiffs, defendants = joined_names(sheet, "plaintiffs"), joined_names(sheet, "defendants")
    if not sheet.has("defendants"):
        plaintiffs, defendants = _sides_of_one_column(sheet)
    return {
        "record_key": _record_keys(sheet, kinds, accepted, numbers, organisations),
        "kind": kinds,
        "number": numbers,
        "accepted_on": accepted,
        "ended_on": dates_of(sheet, "ended_on"),
        "result": results,
        "result_raw": kept,
        "organisation": organisations,
        "category": words_of(sheet, "category"),
        "amount": money_of(sheet, "amount"),
        "filed_case_number": [reading.value for reading in filed_numbers],
        "confirmed": [reading.value for reading in confirmed],
        "performed": [reading.value for reading in performed],
        "plaintiff_organisations": plaintiffs,
        "defendant_organisations": defendants,
        "place_stated": places_of(sheet, "place_stated", stated_place),
        "place_defendant": places_of(sheet, "place_defendant"),
        "place_dispute": places_of(sheet, "place_dispute"),
        "place_plaintiff": places_of(sheet, "place_plaintiff"),
        "place_tribunal": [None] * len(sheet.rows),
    }


def _accepted(sheet: Sheet) -> list[date | None]:
    """The day of acceptance: of the day columns, in the design's order, the first that the row fills."""
    fields = [field for field in _DAYS if sheet.has(field)]
    found: list[date | None] = [None] * len(sheet.rows)
    for field in fields:
        days = dates_of(sheet, field)
        found = [known or day for known, day in zip(found, days, strict=True)]
    for position, day in enumerate(found):
        if day is None:
            refuse_empty(sheet, fields[0], position)
    return found


def own_numbers(sheet: Sheet) -> list[str | None]:
    """The number that the register itself gives a row, as it writes it; a court's own in its standard form."""
    cells = sheet.first_cells("number")
    readings, odd = read_cells(cells, _parse_number)
    if odd:
        header = sheet.header("number")
        for position, reading in enumerate(readings):
            if reading.fault in _SAID_BY_NUMBER:
                value = shown(cells[position])
                sheet.log.error(position, reading.fault, header, value, REASONS[reading.fault], ADVICE[reading.fault])
        unread = [i for i, reading in enumerate(readings) if reading.fault and reading.fault not in _SAID_BY_NUMBER]
        sentence = "“{header}”有{n}格不能作为编号（{rows}），这些行按内容识别；请核对是否长号码存成了数字或误填。"
        sheet.log.grouped("warning", "number_unusable", header, unread, sentence, header=header)
    return [reading.value for reading in readings]


def _parse_number(cell: Cell) -> Reading:
    """A number as its register writes it; a court's own in its standard form. The type table is not asked."""
    if isinstance(cell, float) and abs(cell) >= 1e15:
        return Reading(fault="case_number_as_number")
    text = plain(cell_text(cell)).translate(_BRACKETS)
    if is_placeholder(text):
        return EMPTY
    read = parse_case_number(text)
    if read.value is not None or read.fault in _SAID_BY_NUMBER:
        return Reading(read.value and read.value.number, read.fault)
    is_personal = _IDENTITY.search(text) or not any(character.isdigit() for character in text)
    return Reading(fault="number_unusable") if is_personal or len(text) > _LONGEST_NUMBER else Reading(text)


def _parse_filed_number(cell: Cell) -> Reading:
    read = parse_case_number(cell_text(cell))
    return Reading(read.value.number) if read.value is not None else EMPTY


def parse_body(cell: Any) -> Reading:
    """A mediating body; text that names none is a person and is dropped."""
    text = plain(cell_text(cell))
    return Reading(text[:60]) if _BODY.search(text) and not _IDENTITY.search(text) else EMPTY


def _kinds(sheet: Sheet, numbers: Sequence[str | None], organisations: Sequence[str | None]) -> list[str | None]:
    words = [cell_text(cell) for cell in sheet.first_cells("kind_word")]
    told: dict[tuple[str, str, str], str | None] = {}
    kinds: list[str | None] = []
    for parts in zip(words, numbers, organisations, strict=True):
        key = (parts[0], parts[1] or "", parts[2] or "")
        if key not in told:
            told[key] = kind_of_row(*key) or sheet.layout.kind
        kinds.append(told[key])
    _refuse_unknown_kinds(sheet, kinds)
    return kinds


def _refuse_unknown_kinds(sheet: Sheet, kinds: Sequence[str | None]) -> None:
    if kinds and not any(kinds):
        raise Refused(
            "mediation_kind_unknown",
            f"工作表“{sheet.table.name}”看不出是哪一种调解：调解类型、编号、调解组织和表题均未说明；"
            "请在表题或文件名中写明“人民调解”“诉前调解”“行业调解”或“矛盾纠纷排查化解”后重新上传，或在导入页的“台账类型”中选定种类。",
        )
    column = sheet.header("kind_word") if sheet.has("kind_word") else "调解类型"
    for position, kind in enumerate(kinds):
        if kind is None:
            advice = "请在该列写明“委派调解”“人民调解”等后重新上传"
            sheet.log.error(position, "mediation_kind_unknown", column, None, "看不出是哪一种调解", advice)


def _results(sheet: Sheet) -> tuple[list[str | None], list[str | None]]:
    """Buckets and kept words; an empty cell says nothing, so that it never erases what an earlier export said."""
    cells = sheet.first_cells("result")
    readings, odd = read_cells(cells, result_parser(sheet.header("result"), set(cells)))
    if odd:
        _report_results(sheet, readings)
    return [r.value[0] if r.value else None for r in readings], [r.value[1] if r.value else None for r in readings]


def _report_results(sheet: Sheet, readings: Sequence[Reading]) -> None:
    unknown = {i: r.value[1] for i, r in enumerate(readings) if "result_unknown" in r.repairs}
    unknown = {i: word for i, word in unknown.items() if not sheet.is_decided("result", word)}
    sentence = "“{header}”有{n}行的写法不在结果词表内：{words}；暂按未结计，请到“映射”页指定它们的含义，不必重新上传。"
    name_unknown_words(sheet, "result", "result_unknown", unknown, sentence)
    long = [i for i, r in enumerate(readings) if "result_long_text" in r.repairs or r.fault == "cell_too_long"]
    sentence = (
        "“{header}”有{n}行是长段文字或写有当事人姓名（{rows}），看不出结果，暂按未结计且不保存原文；"
        "请改填调解成功、调解失败等。"
    )
    header = sheet.header("result")
    sheet.log.grouped("warning", "result_long_text", header, long, sentence, header=header)


def _sides_of_one_column(sheet: Sheet) -> tuple[list[str | None], list[str | None]]:
    sides = [parties_by_side(cell) for cell in sheet.first_cells("plaintiffs")]
    return ["、".join(left) or None for left, _ in sides], ["、".join(right) or None for _, right in sides]


def _record_keys(
    sheet: Sheet,
    kinds: Sequence[str | None],
    accepted: Sequence[date | None],
    numbers: Sequence[str | None],
    organisations: Sequence[str | None],
) -> list[str]:
    """A court's number; another register's number with its body and, where it holds none, its year; else a hash.

    A bare running number identifies nothing: the next export counts anew. Rows that name no party and look alike are
    disputes of their own (exports without names are common): the second of a sheet is the second of the next export.
    """
    identifying, named = _identifying_texts(sheet), _names_parties(sheet)
    keys: list[str] = []
    times: Counter[str] = Counter()
    alike: list[int] = []
    for i, number in enumerate(numbers):
        if number is None or _COUNTER.fullmatch(number):
            parts = (kinds[i] or "", str(accepted[i] or ""), *identifying[i])
            key = keyed_hash(sheet.secret, parts)
            if not named[i]:
                times[key] += 1
                if times[key] > 1:
                    alike.append(i)
                    key = keyed_hash(sheet.secret, (*parts, str(times[key])))
            keys.append(key)
        elif organisations[i] and not is_court_number(number):
            keys.append(f"{number_of_year(number, accepted[i])}|{organisations[i]}")
        else:
            keys.append(number_of_year(number, accepted[i]))
    sentence = "{n}行没有编号和当事人，内容与前面的行相同（{rows}），按不同的纠纷分别计入；如有重复请删去后重新上传。"
    sheet.log.grouped("warning", "alike_without_parties", None, alike, sentence)
    return keys


def _names_parties(sheet: Sheet) -> list[bool]:
    """Whether a row names its parties or tells the dispute; only then two equal rows are surely one dispute."""
    columns = [sheet.first_cells(field) for field in ("plaintiffs", "defendants", "event")]
    return [any(not is_placeholder(cell_text(cell)) for cell in row) for row in zip(*columns, strict=True)]


def _identifying_texts(sheet: Sheet) -> list[tuple[str, ...]]:
    """Raw identifying texts by row; the summary of the dispute only where no column names the parties."""
    fields = [field for field in _IDENTIFYING if sheet.has(field)]
    cells = [sheet.first_cells(field) for field in fields]
    if not sheet.has("plaintiffs") and not sheet.has("defendants"):
        cells += [sheet.cells(c) for c in sheet.columns("event") if "协议" not in c.header]
    if not cells:
        return [()] * len(sheet.rows)
    return [tuple(plain(cell_text(cell)) for cell in row) for row in zip(*cells, strict=True)]
