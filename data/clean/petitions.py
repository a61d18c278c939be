"""Petition matters: when they came, whether for the first time, and whether they were resolved. Nobody is named."""

import re
from collections.abc import Callable
from typing import Any

from data.clean.cases import Columns
from data.clean.columns import dates_of, places_of, required_dates, words_of
from data.clean.mediations import own_numbers, parse_body
from data.clean.place_text import stated_place
from data.clean.reading import EMPTY, Reading, is_placeholder, plain
from data.clean.register import (
    bucket_parser,
    buckets_of,
    numbers_of,
    parse_yes_or_no,
    places,
    raw_texts,
    record_keys,
    related_cases,
    yes_or_no,
)
from data.clean.sheet import Sheet
from data.read.table import cell_text
from data.reference import rows_of

RESULTS = {row["word"]: row["result"] for row in rows_of("petition_words")}
_IDENTIFYING = ("petitioner", "matter", "category", "organisation", "place_stated", "place_plaintiff")
_FIRST = re.compile("初信|初访|初次|首次|初电|初件|初网")
_AGAIN = re.compile("重复|重信|重访|再次|多次|越级|缠访|老户")
_AT_ONCE = re.compile("一次性?化解|一次性?办结化解")
_BACKLOG = re.compile("积案")
_CHANNELS = (
    ("来信", re.compile("信件|来信|信函|初信|重信|写信")),
    ("来访", re.compile("(?<!信)访")),
    ("来电", re.compile("电|12345|12368|热线")),
    ("网上", re.compile("网|邮箱|线上|平台|APP|留言", re.I)),
    ("转交办", re.compile("转|交办|督办|上级")),
)


def petition_columns(sheet: Sheet) -> Columns:
    """Columns of the petitions schema but `sheet_row`, one value per data row."""
    registered, numbers = required_dates(sheet, "registered_on"), own_numbers(sheet)
    results = buckets_of(sheet, "result", _result_parser(sheet.header("result")), "result", "未化解（在办）")
    words = [plain(cell_text(cell)) for cell in sheet.first_cells("result")]
    at_once = yes_or_no(sheet, "is_settled_at_once")
    parts = [(day, *texts) for day, texts in zip(registered, raw_texts(sheet, _IDENTIFYING), strict=True)]
    return {
        "record_key": record_keys(sheet, numbers, parts, ("petitioner", "matter")),
        "number": numbers,
        "registered_on": registered,
        "ended_on": dates_of(sheet, "ended_on"),
        "channel": words_of(sheet, "channel", _parse_channel),
        "category": words_of(sheet, "category"),
        "is_first": yes_or_no(sheet, "is_first", _first_parser(sheet.header("is_first"))),
        "is_backlog": yes_or_no(sheet, "is_backlog", _parse_backlog),
        "is_settled_at_once": [
            True if _AT_ONCE.search(word) else said for said, word in zip(at_once, words, strict=True)
        ],
        "petitioners": numbers_of(sheet, "petitioners"),
        "result": [bucket or ("open" if word else None) for bucket, word in results],
        "result_raw": [word for _, word in results],
        "organisation": words_of(sheet, "organisation", parse_body),
        "related_case_number": related_cases(sheet),
        **places(
            sheet,
            stated=places_of(sheet, "place_stated", stated_place),
            dispute=places_of(sheet, "place_dispute"),
            plaintiff=places_of(sheet, "place_plaintiff"),
        ),
    }


def _result_parser(header: str) -> Callable[[Any], Reading]:
    """是 and 否 answer a header that asks whether the matter is resolved; 否 only says that work goes on."""
    known = bucket_parser(RESULTS, "result")

    def parse(cell: Any) -> Reading:
        word = plain(cell_text(cell))
        if "是否" in header and word in ("是", "否"):
            return Reading(("success" if word == "是" else "open", word))
        return known(cell)

    return parse


def _first_parser(header: str) -> Callable[[Any], Reading]:
    """Whether a matter came for the first time; the header decides what 是 answers."""
    asks_again = bool(_AGAIN.search(header)) and not _FIRST.search(header)

    def parse(cell: Any) -> Reading:
        word = plain(cell_text(cell))
        if is_placeholder(word):
            return EMPTY
        if _AGAIN.search(word):
            return Reading(False)
        if _FIRST.search(word):
            return Reading(True)
        said = parse_yes_or_no(cell).value
        return EMPTY if said is None else Reading(said is not asks_again)

    return parse


def _parse_backlog(cell: Any) -> Reading:
    word = plain(cell_text(cell))
    if _BACKLOG.search(word):
        return Reading(not re.match("非|不|否", word))
    return parse_yes_or_no(cell)


def _parse_channel(cell: Any) -> Reading:
    word = plain(cell_text(cell))
    if is_placeholder(word):
        return EMPTY
    return Reading(next((name for name, pattern in _CHANNELS if pattern.search(word)), "其他"))
