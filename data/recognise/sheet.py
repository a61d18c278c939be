"""From a table to its layout: find the header, decide the ledger, or say in one sentence why not."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.read.table import Table, cell_text
from data.recognise import not_ledgers, sentences
from data.recognise.choice import (
    LOWEST_FORCED,
    LOWEST_SCORE,
    best_reading,
    is_credible,
    readings_of,
    settle,
    tells_of_townships,
)
from data.recognise.first_values import are_serials, first_values
from data.recognise.header_block import Head
from data.recognise.kinds import stated_kind
from data.recognise.layout import Column, Layout
from data.recognise.left_out import is_left_out
from data.recognise.reading import Reading
from data.recognise.taught_sheet import taught_reading
from data.recognise.work import BY_HAND, is_beside_a_template, ledgers_spoken_of
from data.taught import Taught

_NEAR = 2.0
_NOTHING_TAUGHT = Taught()
_COLUMN_NUMBERS = re.compile("[甲乙丙丁戊]|[A-E]")


def recognise(
    table: Table, file_name: str, forced: str | None = None, taught: Taught = _NOTHING_TAUGHT
) -> Layout | None:
    """The layout of a sheet, or None for a sheet without a table (cover, notes, chart, empty).

    `forced` names the ledger (`cases`, `mediations:court` …): the header must still be found, with less evidence.
    Headers that are `taught` are read that way, without any further question.
    Raises Refused with one of: layout_unknown, missing_column, header_twice, no_data, summary_table, party_list,
    ledger_unknown. Looks only at the first rows, whatever the length of the sheet.
    """
    ledger, kind = _forced(forced)
    if is_beside_a_template(table.name):
        return None
    head = Head(table)
    spoken = () if ledger else ledgers_spoken_of(table, head, file_name)
    names = (ledger,) if ledger else tuple(name for name in LEDGERS if name not in BY_HAND or name in spoken)
    if known := taught_reading(head, taught, ledger):
        texts = (known[0].title, table.name, file_name)
        found = _layout(table, known[0], kind or known[1].kind or stated_kind(texts), texts)
        return replace(found, taught=known[1].signature)
    reading = best_reading(head, names) if head.filled else None
    if reading is None:
        if not not_ledgers.is_table(table) or (forced is None and not_ledgers.is_companion(table.name)):
            return None
        raise _refusal(table, head, None, [], ledger)
    texts = (reading.title, table.name, file_name)
    readings = readings_of(reading.block, reading.title, names)
    chosen = settle(table, reading, readings, texts)
    if not _is_ledger(table, chosen, spoken, bool(ledger)):
        if reading.score < _NEAR and (not not_ledgers.is_table(table) or not_ledgers.is_companion(table.name)):
            return None
        near = max(readings, key=lambda one: (one.ledger.name in spoken and one.score >= 1, one.score))
        raise _refusal(table, head, near, readings, ledger)
    return _layout(table, chosen, kind or stated_kind(texts), texts)


def party_list(table: Table) -> Layout | None:
    """The layout of a list with one row per party, read as far as it goes as cases; None for any other sheet."""
    head = Head(table)
    reading = best_reading(head, ("cases",)) if head.filled else None
    if reading is None or not not_ledgers.is_party_list(reading):
        return None
    return _layout(table, reading, None, ())


def township_list(table: Table, layout: Layout) -> Layout | None:
    """The list of townships that a population table also is, where it tells their kinds, other names or tribunals."""
    head = Head(table)
    names = tuple(name for name in LEDGERS if name not in BY_HAND)
    reading = best_reading(head, names) if layout.ledger == "population" else None
    if reading is None or table.first_row + reading.block.bottom != layout.header_row:
        return None
    (townships,) = readings_of(reading.block, reading.title, ("townships",))
    return _layout(table, townships, None, ()) if tells_of_townships(table, townships) else None


def _forced(forced: str | None) -> tuple[str | None, str | None]:
    if forced is None:
        return None, None
    ledger, _, kind = forced.partition(":")
    if ledger not in LEDGERS or (kind and (ledger != "mediations" or kind not in MEDIATION_KINDS)):
        raise sentences.unknown_ledger(forced)
    return ledger, kind or None


def _is_ledger(table: Table, reading: Reading, spoken: Sequence[str], forced: bool) -> bool:
    name = reading.ledger.name
    if not is_credible(table, reading, LOWEST_FORCED if forced or name in spoken else LOWEST_SCORE):
        return False
    if forced or name in ("cases", "placements", *spoken):
        return True
    if name == "mediations":
        return not spoken
    return not not_ledgers.counts_cases(reading)


def _refusal(
    table: Table,
    head: Head,
    near: Reading | None,
    readings: Sequence[Reading],
    forced: str | None,
) -> Exception:
    if any(one.ledger.name == "cases" and not_ledgers.is_party_list(one) for one in readings):
        return sentences.party_list(table.name)
    if not_ledgers.is_summary(head):
        return sentences.summary_table(table.name)
    if near and near.missing and (near.score >= _NEAR or "people" in near.fields or (forced and near.score >= 1)):
        return sentences.missing_column(table.name, near, table.first_row + near.block.bottom)
    return sentences.unknown_layout(table.name, head, near, table.first_row, forced)


def _layout(table: Table, reading: Reading, kind: str | None, texts: Sequence[str]) -> Layout:
    header_row = table.first_row + reading.block.bottom
    for header in reading.doubled:
        if _is_needed(reading, header):
            raise sentences.header_twice(table.name, header, header_row)
    columns = tuple(column for column in reading.columns if not _is_serial(table, reading, column))
    dropped = [column.header for column in reading.columns if column not in columns]
    layout = Layout(
        ledger=reading.ledger.name,
        kind=kind if reading.ledger.name == "mediations" else None,
        header_row=header_row,
        first_data=_first_data(table, reading),
        columns=columns,
        headers=reading.headers,
        unknown=(*reading.unknown, *dropped),
        title=reading.title,
        score=round(reading.score, 3),
        signature=_signature(reading, columns),
    )
    below = islice(table.rows, layout.first_data, None)
    if not any(any(map(cell_text, row)) and not is_left_out(row, layout) for row in below):
        raise sentences.no_data(table.name, reading, header_row)
    return layout


def _is_needed(reading: Reading, header: str) -> bool:
    """Whether no other field of its required group can stand in for a header that stands there twice."""
    field = next(column.field for column in reading.columns if column.header == header)
    return any(field in group and not (reading.fields & set(group)) - {field} for group in reading.ledger.required)


def _is_serial(table: Table, reading: Reading, column: Column) -> bool:
    if column.field != "number" or column.header.endswith("案号"):
        return False
    return are_serials(first_values(table, reading, "number"))


def _first_data(table: Table, reading: Reading) -> int:
    """The row after the header, or the one after that where statistical forms number their columns (甲 1 2 3)."""
    start = reading.block.bottom + 1
    cells = [text for text in map(cell_text, table.rows[start]) if text] if start < len(table.rows) else []
    numbers = [int(text) for text in cells if text.isdigit() and len(text) <= 3]
    letters = [text for text in cells if _COLUMN_NUMBERS.fullmatch(text)]
    counts_up = bool(numbers) and numbers == list(range(1, len(numbers) + 1))
    nothing_else = len(numbers) + len(letters) == len(cells)
    return start + (counts_up and nothing_else and (bool(letters) or len(numbers) > 2))


def _signature(reading: Reading, columns: Sequence[Column]) -> str:
    scales = {column.index: column.scale for column in columns}
    headers = sorted(f"{text}|{scales.get(i, 1.0):g}" for i, text in enumerate(reading.headers) if text)
    return hashlib.sha1("\n".join([reading.ledger.name, *headers]).encode(), usedforsecurity=False).hexdigest()
