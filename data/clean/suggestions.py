"""Judicial suggestions: to whom, until when a reply is due, and what became of them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from data.clean.cases import Columns
from data.clean.columns import dates_of, places_of, required_dates, words_of
from data.clean.dates import parse_date
from data.clean.mediations import own_numbers
from data.clean.parties import organisations
from data.clean.place_text import cut_address, stated_place
from data.clean.reading import EMPTY, PERSONAL_DIGITS, Reading, is_placeholder, plain
from data.clean.register import (
    bucket_parser,
    buckets_of,
    places,
    raw_texts,
    record_keys,
    related_cases,
    yes_or_no,
)
from data.clean.sheet import Sheet, read_cells
from data.read.table import cell_text
from data.reference import rows_of

ADOPTIONS = {row["word"]: row["adoption"] for row in rows_of("adoption_words")}
TYPES = ("个案", "类案", "综合")
_IDENTIFYING = ("addressee", "related_case_number", "suggestion_type", "matter")
_DAYS = re.compile(
    r"(?:自?(?:收到|送达|签收)(?:之日起)?)?(\d{1,3})(?:个)?(工作日|日|天|月|个月)(?:内|以内)?(?:书面)?(?:反馈|回复|答复)?"
)
_CHINESE_MONTHS = {"一": 1, "二": 2, "两": 2, "三": 3, "六": 6}
_MONTHS = re.compile("([一二两三六])个月")


def suggestion_columns(sheet: Sheet) -> Columns:
    """Columns of the suggestions schema but `sheet_row`, one value per data row."""
    issued, numbers = required_dates(sheet, "issued_on"), own_numbers(sheet)
    delivered, replied = dates_of(sheet, "delivered_on"), dates_of(sheet, "replied_on")
    adoptions = buckets_of(sheet, "adoption", bucket_parser(ADOPTIONS, "adoption"), "adoption", "未知")
    addressees = words_of(sheet, "addressee", _parse_addressee)
    parts = [(day, *texts) for day, texts in zip(issued, raw_texts(sheet, _IDENTIFYING), strict=True)]
    return {
        "record_key": record_keys(sheet, numbers, parts, ("addressee",)),
        "number": numbers,
        "issued_on": issued,
        "delivered_on": delivered,
        "reply_due_on": _due(sheet, [a or b for a, b in zip(delivered, issued, strict=True)]),
        "replied_on": replied,
        "is_replied": [
            said or (True if day else said) for said, day in zip(_said_replied(sheet), replied, strict=True)
        ],
        "revisited_on": dates_of(sheet, "revisited_on"),
        "suggestion_type": words_of(sheet, "suggestion_type", _parse_type),
        "adoption": [bucket for bucket, _ in adoptions],
        "adoption_raw": [word for _, word in adoptions],
        "addressee": addressees,
        "industry": words_of(sheet, "industry"),
        "related_case_number": related_cases(sheet),
        **places(
            sheet,
            stated=places_of(sheet, "place_stated", stated_place),
            defendant=_addressee_places(sheet, addressees),
        ),
    }


def _said_replied(sheet: Sheet) -> list[bool | None]:
    return yes_or_no(sheet, "is_replied")


def _addressee_places(sheet: Sheet, addressees: Sequence[str | None]) -> list[str | None]:
    """Where the addressee lies: its address, else the units that its own name begins with (安和县柳河镇人民政府)."""
    addresses = places_of(sheet, "place_defendant")
    return [at or (cut_address(name) if name else None) for at, name in zip(addresses, addressees, strict=True)]


def _due(sheet: Sheet, starts: Sequence[date | None]) -> list[date | None]:
    """The day until which a reply is due: a date, or so many days or months after the suggestion arrived."""
    readings, _ = read_cells(sheet.first_cells("reply_due_on"), _parse_due)
    unread = [i for i, reading in enumerate(readings) if reading.fault]
    header = sheet.header("reply_due_on")
    sentence = "“{header}”有{n}格不是能识别的日期或天数（{rows}），按没有写明期限处理；请改为如 2025-03-05 或 60日。"
    sheet.log.grouped("warning", "due_unclear", header, unread, sentence, header=header)
    return [_after(start, reading.value) for start, reading in zip(starts, readings, strict=True)]


def _parse_due(cell: Any) -> Reading:
    text = plain(cell_text(cell))
    if is_placeholder(text):
        return EMPTY
    if found := _DAYS.fullmatch(text):
        return Reading((int(found[1]), "月" if "月" in found[2] else found[2]))
    if found := _MONTHS.search(text):
        return Reading((_CHINESE_MONTHS[found[1]], "月"))
    if isinstance(cell, float) and cell.is_integer() and 0 < cell <= 366:
        return Reading((int(cell), "日"))
    read = parse_date(cell)
    return read if read.value else Reading(fault="due_unclear")


def _after(start: date | None, due: Any) -> date | None:
    if due is None or isinstance(due, date):
        return due
    n, unit = due
    if start is None:
        return None
    if unit == "月":
        index = start.year * 12 + start.month - 1 + n
        year, month = divmod(index, 12)
        first_after = date(year + (month == 11), 1 if month == 11 else month + 2, 1)
        return min(date(year, month + 1, 1) + timedelta(start.day - 1), first_after - timedelta(1))
    if unit == "工作日":
        day = start
        while n:
            day += timedelta(1)
            n -= day.weekday() < 5
        return day
    return start + timedelta(n)


def _parse_addressee(cell: Any) -> Reading:
    """A unit's name; text that names no unit may be a person's name and is dropped."""
    text = plain(cell_text(cell))
    if is_placeholder(text) or PERSONAL_DIGITS.search(text):
        return EMPTY
    named = organisations(cell) if isinstance(cell, str) else ()
    if named:
        return Reading("、".join(named))
    is_unit = len(text) > 3 and len(text) <= 40 and re.search("[局院委办会所站处厅社村队校企区镇乡府部司行场]$", text)
    return Reading(text) if is_unit else EMPTY


def _parse_type(cell: Any) -> Reading:
    word = plain(cell_text(cell))
    if is_placeholder(word):
        return EMPTY
    return Reading(next((name for name in TYPES if name in word), "其他"))
