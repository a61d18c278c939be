"""What registers of other work share: keys, yes and no, counts of things, and the station above the rows."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from data.clean.amounts import LARGEST_PEOPLE, parse_people
from data.clean.case_number import parse_case_number
from data.clean.columns import name_unknown_words, words_of
from data.clean.keys import keyed_hash, number_of_year
from data.clean.problem_log import shown
from data.clean.reading import EMPTY, PERSONAL_DIGITS, Reading, is_placeholder, plain
from data.clean.sheet import Sheet, read_cells
from data.clean.vocabulary import is_no_word
from data.read.table import cell_text
from data.recognise.left_out import BLOCK, station_in

SOURCES = ("stated", "defendant", "dispute", "plaintiff", "tribunal")
_COUNTER = re.compile(r"\d{1,6}")
_COUNTED = re.compile(
    r"(?:约|共)?(-?\d[\d,]*(?:\.0+)?)(?:余|多)?(?:件次|件|场次|场|次|起|人次|余人|人|条|个|户|名|位|宗)?"
)
_YES = re.compile("是|有|已.*|对|√|✓|true|1|y|yes")
_NO = re.compile("否|没有|未.*|不.*|×|false|0|2|n|no")
_NOTE = re.compile(r"\([^()]*\)")


def places(sheet: Sheet, **found: Sequence[str | None]) -> dict[str, Sequence[str | None]]:
    """The five place columns; those that are not given are empty."""
    nothing: list[str | None] = [None] * len(sheet.rows)
    return {f"place_{source}": found.get(source, nothing) for source in SOURCES}


def yes_or_no(sheet: Sheet, field: str, parse: Callable[[Any], Reading] | None = None) -> list[bool | None]:
    """是 and 否 in the ways people write them; anything else says nothing."""
    readings, _ = read_cells(sheet.first_cells(field), parse or parse_yes_or_no)
    return [reading.value for reading in readings]


def parse_yes_or_no(cell: Any) -> Reading:
    """Reading of a bool."""
    word = plain(cell_text(cell)).lower()
    if is_placeholder(word):
        return EMPTY
    if _NO.fullmatch(word):
        return Reading(False)
    return Reading(True) if _YES.fullmatch(word) else EMPTY


def numbers_of(sheet: Sheet, field: str) -> list[int | None]:
    """Counts of things and people, with their counting word (3场次, 120余人); what cannot be read stays empty."""
    readings, odd = read_cells(sheet.first_cells(field), parse_count)
    if odd:
        unread = [i for i, reading in enumerate(readings) if reading.fault]
        sentence = "“{header}”有{n}格不是能识别的数（{rows}），按空处理、该行照常计数；请改为整数后重新上传。"
        sheet.log.grouped("warning", "not_a_number", sheet.header(field), unread, sentence, header=sheet.header(field))
    return [reading.value for reading in readings]


def parse_count(cell: Any) -> Reading:
    """Reading of an int that is not negative."""
    if isinstance(cell, str):
        text = plain(cell_text(cell))
        if is_placeholder(text):
            return EMPTY
        found = _COUNTED.fullmatch(text)
        if found:
            whole = int(float(found[1].replace(",", "")))
            return Reading(whole) if 0 <= whole <= LARGEST_PEOPLE else Reading(fault="not_a_number")
    read = parse_people(cell)
    return Reading(fault="not_a_number") if read.fault else read


def related_cases(sheet: Sheet) -> list[str | None]:
    """The case that a row speaks of, in its standard form; the first one where a cell names several."""
    readings, _ = read_cells(sheet.first_cells("related_case_number"), _parse_related)
    return [reading.value for reading in readings]


def _parse_related(cell: Any) -> Reading:
    for part in re.split(r"[,，;；、\n]", cell_text(cell)):
        read = parse_case_number(part)
        if read.value is not None:
            return Reading(read.value.number)
    return EMPTY


def bucket_parser(table: Mapping[str, str], code: str, *, inside: bool = False) -> Callable[[Any], Reading]:
    """Parser of (bucket or None, kept word): exact, without notes, by its longest beginning, last by what it holds.

    `inside` lets the first word of the table decide that stands anywhere in the cell. Long text is not kept.
    """
    longest_first = sorted(table, key=len, reverse=True)

    def parse(cell: Any) -> Reading:
        word = plain(cell_text(cell))
        if is_placeholder(word):
            return EMPTY
        bare = _NOTE.sub("", word)
        known = bare if bare in table else next((w for w in longest_first if len(w) > 1 and bare.startswith(w)), None)
        if known is None and inside:
            known = next((w for w in table if len(w) > 1 and w in bare), None)
        if known is not None:
            return Reading((table[known], known))
        is_long = is_no_word(word)
        return Reading(
            (None, None if is_long else word), None, (f"{code}_long_text" if is_long else f"{code}_unknown",)
        )

    return parse


def buckets_of(
    sheet: Sheet, field: str, parse: Callable[[Any], Reading], code: str, becomes: str
) -> list[tuple[str | None, str | None]]:
    """(bucket, kept word) by row; words that no table knows are named, with what they are taken for meanwhile."""
    readings, odd = read_cells(sheet.first_cells(field), parse)
    if odd:
        unknown = {i: r.value[1] for i, r in enumerate(readings) if f"{code}_unknown" in r.repairs}
        unknown = {i: word for i, word in unknown.items() if not sheet.is_decided(field, word)}
        sentence = (
            "“{header}”有{n}行的写法不在词表内：{words}；暂按"
            + becomes
            + "计，请到“映射”页指定它们的含义，不必重新上传。"
        )
        name_unknown_words(sheet, field, f"{code}_unknown", unknown, sentence)
        long = [i for i, r in enumerate(readings) if f"{code}_long_text" in r.repairs or r.fault]
        sentence = (
            "“{header}”有{n}行是长段文字或写有当事人姓名（{rows}），暂按"
            + becomes
            + "计且不保存原文；请改填模板中的写法。"
        )
        sheet.log.grouped(
            "warning", f"{code}_long_text", sheet.header(field), long, sentence, header=sheet.header(field)
        )
    return [reading.value or (None, None) for reading in readings]


def record_keys(
    sheet: Sheet, numbers: Sequence[str | None], parts: Sequence[Sequence[object]], naming: Sequence[str]
) -> list[str]:
    """A row's own number, else a hash of what identifies it; the first of `parts` is the row's day.

    Rows without number that name nobody (no cell in the columns `naming`) and look alike are pieces of work of their
    own: the second of a sheet is the second of the next export. A bare running number identifies nothing.
    """
    said = [sheet.first_cells(field) for field in naming if sheet.has(field)]
    named = [any(not is_placeholder(cell_text(cell)) for cell in row) for row in zip(*said, strict=True)]
    named = named or [False] * len(sheet.rows)
    days = [part[0] if isinstance(part[0], date) else None for part in parts]
    keys: list[str] = []
    times: Counter[str] = Counter()
    alike: list[int] = []
    for i, number in enumerate(numbers):
        if number is not None and not _COUNTER.fullmatch(number):
            keys.append(number_of_year(number, days[i]))
            continue
        identity = tuple("" if part is None else str(part) for part in parts[i])
        key = keyed_hash(sheet.secret, identity)
        if not named[i]:
            times[key] += 1
            if times[key] > 1:
                alike.append(i)
                key = keyed_hash(sheet.secret, (*identity, str(times[key])))
        keys.append(key)
    sentence = "{n}行没有编号，内容与前面的行相同（{rows}），按不同的事项分别计入；如有重复请删去后重新上传。"
    sheet.log.grouped("warning", "alike_without_number", None, alike, sentence)
    return keys


def raw_texts(sheet: Sheet, fields: Sequence[str]) -> list[tuple[str, ...]]:
    """Texts of columns that identify a row, personal ones too: they only feed its keyed hash."""
    cells = [sheet.first_cells(field) for field in fields]
    return [tuple(plain(cell_text(cell)) for cell in row) for row in zip(*cells, strict=True)]


def stations_of(sheet: Sheet) -> list[str | None]:
    """The station of every row: its own cell, else the title row above its block, else the title or sheet name."""
    own = words_of(sheet, "station", _parse_station)
    above = station_in(sheet.layout.title.split("\n")[-1]) or station_in(sheet.table.name)
    blocks = {
        index: station_in(cell_text(next(c for c in sheet.table.rows[index] if cell_text(c))))
        for index, reason in sheet.left_out
        if reason == BLOCK
    }
    found: list[str | None] = []
    for position, name in enumerate(own):
        before = [index for index in blocks if index < sheet.row_index(position)]
        found.append(name or (blocks[max(before)] if before else above))
    return found


def _parse_station(cell: Any) -> Reading:
    text = plain(cell_text(cell))
    if is_placeholder(text) or len(text) > 40 or PERSONAL_DIGITS.search(text):
        return EMPTY
    return Reading(station_in(text) or text)


def staff_of(sheet: Sheet, field: str) -> list[int | None]:
    """How many people of one role: the number in the cell, or how many names stand there. Names go no further."""
    readings, _ = read_cells(sheet.first_cells(field), _parse_staff)
    return [reading.value for reading in readings]


def _parse_staff(cell: Any) -> Reading:
    text = plain(cell_text(cell))
    if is_placeholder(text):
        return EMPTY
    counted = parse_count(cell)
    if counted.fault is None:
        return counted
    names = [part for part in re.split(r"[,，、;；/\s]+", " ".join(cell_text(cell).split())) if part]
    return Reading(len(names))


def value_shown(sheet: Sheet, field: str, cell: Any) -> str:
    """How a problem names a cell: its text where the column is kept, else its type."""
    return shown(cell, sheet.is_kept(field))
