"""Typed rows of one sheet: column by column, each distinct value read once, personal data dropped."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from data.clean.activities import activity_columns
from data.clean.amounts import parse_money, parse_people
from data.clean.appeals import appeal_columns
from data.clean.cases import Columns, case_columns
from data.clean.mediations import mediation_columns
from data.clean.monthly_totals import total_columns
from data.clean.petitions import petition_columns
from data.clean.placements import placement_rows
from data.clean.population import check_total, population_rows
from data.clean.reading import plain
from data.clean.schema import SCHEMAS
from data.clean.sheet import Sheet
from data.clean.stations import station_columns
from data.clean.suggestions import suggestion_columns
from data.clean.townships import township_columns
from data.clean.villages import village_rows
from data.read.table import Table, cell_text
from data.receipt import Problem
from data.recognise.layout import Layout

_GRAND_TOTAL = re.compile(
    r"[本总全]?(?:表|年)?(?:合计|总计|共计|总数|总和).*|全[县区市旗].*|.{2,12}[县区市旗](?:合计|总计)?|总人口"
)
_STATED_COUNT = re.compile(r"(?:合计|共计|总计|共)[:：]?\s*(\d{1,8})\s*[件条起宗]")
_NO_WORDS: Mapping[str, Mapping[str, str]] = {}


@dataclass
class Cleaned:
    """`rows` holds the rows that were not set aside, in file order, with exactly the ledger's schema.

    `where` names beside each problem every row it is about; `keys_aside` are the keys of rows that were set aside, as
    far as they could be read.
    """

    rows: pa.Table
    problems: list[Problem]
    rows_read: int
    rows_set_aside: int
    rows_left_out: int
    where: list[tuple[Problem, Sequence[int]]] = field(default_factory=list)
    keys_aside: list[str] = field(default_factory=list)


def clean(
    table: Table,
    layout: Layout,
    *,
    file_name: str,
    secret: bytes,
    forced_kind: str | None = None,
    words: Mapping[str, Mapping[str, str]] = _NO_WORDS,
) -> Cleaned:
    """Read the data rows of a recognised sheet. `secret` keys the hashes that stand for personal text.

    `forced_kind` (`--ledger mediations:court`) decides the kind of every mediation row against whatever the row says.
    `words` are those whose meaning people decided, by field: they are no longer complained about. Rows keep the word
    itself; its meaning is the build's.

    Raises Refused when no row can be used for a reason that holds for the whole sheet.
    """
    sheet = Sheet(table, layout, secret, words)
    columns, positions = _columns(sheet, file_name, forced_kind)
    _check_totals(sheet)
    _report_merged(sheet)
    kept = [i for i, position in enumerate(positions) if position not in sheet.log.aside]
    return Cleaned(
        rows=_arrow(layout.ledger, {"sheet_row": [sheet.numbers[p] for p in positions], **columns}, kept),
        problems=sorted(sheet.log.problems, key=lambda p: (p.severity != "error", p.row or 0)),
        rows_read=len(sheet.rows) - len(sheet.dropped),
        rows_set_aside=len(sheet.log.aside),
        rows_left_out=len(sheet.left_out),
        where=sheet.log.where,
        keys_aside=_keys_aside(columns["record_key"], positions, sheet.log.aside),
    )


def _keys_aside(keys: Sequence[str | None], positions: Sequence[int], aside: Collection[int]) -> list[str]:
    found = (key for key, position in zip(keys, positions, strict=True) if position in aside)
    return [key for key in found if key is not None]


def _columns(sheet: Sheet, file_name: str, forced_kind: str | None) -> tuple[Columns, Sequence[int]]:
    """Columns of the ledger and for each of their values the position of its data row."""
    everywhere = range(len(sheet.rows))
    match sheet.layout.ledger:
        case "cases":
            return case_columns(sheet), everywhere
        case "mediations":
            return mediation_columns(sheet, forced_kind), everywhere
        case "population":
            rows, positions = population_rows(sheet, file_name)
            return rows, positions
        case "townships":
            return township_columns(sheet), everywhere
        case "villages":
            return village_rows(sheet)
        case "placements":
            return placement_rows(sheet)
        case "petitions":
            return petition_columns(sheet), everywhere
        case "suggestions":
            return suggestion_columns(sheet), everywhere
        case "activities":
            return activity_columns(sheet, file_name), everywhere
        case "stations":
            return station_columns(sheet), everywhere
        case "monthly_totals":
            return total_columns(sheet), everywhere
        case "appeals":
            return appeal_columns(sheet), everywhere
        case other:
            raise ValueError(f"no cleaning for ledger {other}")


def _arrow(ledger: str, columns: Columns, kept: Sequence[int]) -> pa.Table:
    schema = SCHEMAS[ledger]
    all_kept = len(kept) == len(columns["sheet_row"])
    arrays = []
    for one in schema:
        values = columns[one.name]
        arrays.append(pa.array(values if all_kept else [values[i] for i in kept], one.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _check_totals(sheet: Sheet) -> None:
    """Totals rows stay out of the ledger, but must agree with the rows they total."""
    for index, reason in sheet.left_out:
        row = sheet.table.rows[index]
        text = next((name for cell in row if (name := plain(cell_text(cell)))), "")
        if reason != "total" or not _GRAND_TOTAL.fullmatch(text):
            continue
        number = sheet.table.first_row + index
        _check_count(sheet, text, number)
        for column in sheet.layout.columns:
            if column.field in ("people", "amount") and column.index < len(row):
                parse = parse_people if column.field == "people" else parse_money
                stated = parse(row[column.index], column.scale).value
                if stated is not None:
                    cells = [c for i, c in enumerate(sheet.cells(column)) if i not in sheet.dropped]
                    check_total(sheet, column, stated, sum(parse(c, column.scale).value or 0 for c in cells), number)


def _check_count(sheet: Sheet, text: str, number: int) -> None:
    found = _STATED_COUNT.search(text)
    if found and int(found[1]) != len(sheet.rows):
        sentence = f"第{number}行写明共{found[1]}条，本表实有数据{len(sheet.rows)}行；请核对导出是否完整。"
        sheet.log.warn("total_differs", None, number, sentence)


def _report_merged(sheet: Sheet) -> None:
    """Merged cells of columns that may be empty: said once per column, because their rows lose a value."""
    if not sheet.table.merged or sheet.layout.ledger == "villages":
        return
    for column in sheet.layout.columns:
        kind = sheet.ledger.field(column.field).kind
        cells = sheet.cells(column) if kind != "dropped" and not sheet.fills_merged(column.field) else []
        hit = [i for i, cell in enumerate(cells) if cell == "" and sheet.is_merged(i, column)]
        hit = [i for i in hit if i not in sheet.log.aside and i not in sheet.dropped]
        sentence = "“{header}”有{n}格在合并单元格内而没有值（{rows}），按空处理；请取消合并并在每行填写后重新上传。"
        sheet.log.grouped("warning", "merged_cell", column.header, hit, sentence, header=column.header)
