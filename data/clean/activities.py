"""Pieces of work of judges' stations: their kind, how many, who heard them in numbers, what was said and acted on."""

from collections.abc import Sequence

from data.clean.cases import Columns
from data.clean.columns import places_of, required_dates
from data.clean.mediations import own_numbers
from data.clean.place_text import cut_address, stated_place
from data.clean.reading import plain
from data.clean.register import (
    bucket_parser,
    buckets_of,
    numbers_of,
    places,
    raw_texts,
    record_keys,
    related_cases,
    stations_of,
)
from data.clean.sheet import Sheet
from data.ledgers import ACTIVITY_TYPES
from data.reference import rows_of
from data.refusal import Refused

TYPES = {row["word"]: row["activity_type"] for row in rows_of("activity_words")}
TYPES = {word: name for name, word in ACTIVITY_TYPES.items()} | TYPES
_NUMBERS = ("participants", "opinions", "opinions_done", "disputes_found", "disputes_prevented", "disputes_settled")
_IDENTIFYING = ("activity_type", "place_stated", "place_dispute", "times", "participants", "opinions", "matter")


def activity_columns(sheet: Sheet, file_name: str) -> Columns:
    """Columns of the activities schema but `sheet_row`, one value per data row.

    Raises Refused when nothing tells what kind of work the sheet lists.
    """
    held, numbers, stations = required_dates(sheet, "held_on"), own_numbers(sheet), stations_of(sheet)
    types = _types(sheet, file_name)
    cases, counted = related_cases(sheet), {name: numbers_of(sheet, name) for name in _NUMBERS}
    texts = raw_texts(sheet, _IDENTIFYING)
    parts = [(day, at, case, *said) for day, at, case, said in zip(held, stations, cases, texts, strict=True)]
    _report_more_done(sheet, counted["opinions"], counted["opinions_done"])
    return {
        "record_key": record_keys(sheet, numbers, parts, ("related_case_number",)),
        "number": numbers,
        "held_on": held,
        "activity_type": [name for name, _ in types],
        "activity_raw": [word for _, word in types],
        "station": stations,
        "times": numbers_of(sheet, "times"),
        **counted,
        "related_case_number": cases,
        **places(
            sheet,
            stated=places_of(sheet, "place_stated", stated_place),
            dispute=_places(sheet, stations),
        ),
    }


def _places(sheet: Sheet, stations: Sequence[str | None]) -> list[str | None]:
    """Where the work was done, else the township that the station's own name begins with (柳河镇法官工作站)."""
    said = places_of(sheet, "place_dispute")
    return [at or (cut_address(name) if name else None) for at, name in zip(said, stations, strict=True)]


def _types(sheet: Sheet, file_name: str) -> list[tuple[str, str | None]]:
    """The kind of every piece of work: its own word, else the one that title, sheet or file speaks of."""
    told = _told(sheet, file_name)
    if not sheet.has("activity_type"):
        if told is None:
            raise Refused(
                "activity_type_unknown",
                f"工作表“{sheet.table.name}”看不出是哪一类活动：没有“活动类型”一列，表题和文件名也没有写明；"
                "请加“活动类型”列（巡回审判、普法宣传、法律咨询等）后重新上传。",
            )
        return [(told, None)] * len(sheet.rows)
    parse = bucket_parser(TYPES, "activity", inside=True)
    found = buckets_of(sheet, "activity_type", parse, "activity", "“其他”")
    return [(name or (told if word is None and told else "other"), word) for name, word in found]


def _told(sheet: Sheet, file_name: str) -> str | None:
    for text in (sheet.layout.title, sheet.table.name, file_name):
        squeezed = plain(text)
        for word, name in TYPES.items():
            if len(word) > 1 and word in squeezed and name != "other":
                return name
    return None


def _report_more_done(sheet: Sheet, given: Sequence[int | None], done: Sequence[int | None]) -> None:
    more = [i for i, (a, b) in enumerate(zip(given, done, strict=True)) if a is not None and b is not None and b > a]
    sentence = "“落实条数”有{n}行多于“意见条数”（{rows}），按所写入库；请核对。"
    sheet.log.grouped("warning", "more_done_than_given", "落实条数", more, sentence)
