"""From tables to ledgers: each sheet is recognised and cleaned on its own, and refused on its own."""

from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet

from data.clean import Cleaned, clean
from data.clean.party_list import Parties
from data.intake.doubts import doubts
from data.intake.parsed import Parsed, ParsedSheet
from data.intake.party_lists import gather_parties, join_parties
from data.intake.returned import without_our_columns
from data.read.table import Table
from data.receipt import Problem
from data.recognise import BESIDE_A_LEDGER, PARTY_LIST, covers, recognise, township_list
from data.recognise.layout import Layout
from data.refusal import Refused
from data.taught import Taught

HIDDEN = "hidden_sheet"
_NOTHING_TAUGHT = Taught()


def parse_tables(
    tables: list[Table],
    file_name: str,
    *,
    out_dir: Path,
    secret: bytes,
    forced: str | None = None,
    taught: Taught = _NOTHING_TAUGHT,
) -> Parsed:
    """All sheets of one file. Cover sheets yield nothing; a file without any ledger is refused as a whole.

    Sheets whose headers are `taught` are read that way without a word.
    """
    pyarrow.set_cpu_count(1)
    found: list[ParsedSheet] = []
    parties: Parties = {}
    for number, table in enumerate(tables, 1):
        without_our_columns(table)
        path = out_dir / f"sheet-{number}.parquet"
        here = _parse_sheet(table, file_name, path, secret, forced, taught) if table.rows or table.fault else []
        if any(sheet.error_code == PARTY_LIST for sheet in here):
            gather_parties(parties, table, secret)
        if number < len(tables):
            table.rows = []  # the largest thing in memory; the next sheet needs the room
        found += here
    join_parties(found, parties)
    if not found:
        names = "、".join(table.name for table in tables[:5]) or "无"
        sentence = f"文件里没有找到台账：看了 {len(tables)} 个工作表（{names}），都没有表头。请确认上传的是导出的台账。"
        return Parsed(error_code="no_table", error=sentence)
    return Parsed(sheets=_remarks_aside(found))


def _remarks_aside(sheets: list[ParsedSheet]) -> list[ParsedSheet]:
    """Beside a ledger, a hidden sheet or a list of parties is no fault of the file: it becomes a warning there."""
    first = next((sheet for sheet in sheets if sheet.error_code is None), None)
    if first is None:
        return sheets
    aside = [sheet for sheet in sheets if sheet.error_code in BESIDE_A_LEDGER | {HIDDEN}]
    first.problems += [Problem(sheet.error_code or "", "warning", sheet.error or "") for sheet in aside]
    return [sheet for sheet in sheets if sheet not in aside]


def _parse_sheet(
    table: Table, file_name: str, path: Path, secret: bytes, forced: str | None, taught: Taught
) -> list[ParsedSheet]:
    """What one sheet is: nothing, one ledger, a refusal, or a population table that is the list of townships too."""
    try:
        if table.fault:
            raise table.fault
        layout = recognise(table, file_name, forced, taught)
        if layout is None:
            return []
        if table.hidden:
            sentence = f"工作表“{table.name}”是隐藏的，没有读取：如需导入，请先取消隐藏。"
            raise Refused(HIDDEN, sentence)
        kind = forced.partition(":")[2] if forced else ""
        cleaned = clean(table, layout, file_name=file_name, secret=secret, forced_kind=kind or None, words=taught.words)
        beside = None if forced else township_list(table, layout)
        listed = clean(table, beside, file_name=file_name, secret=secret) if beside else None
    except Refused as refused:
        # A hidden sheet that is no ledger is a list of choices or the like: nobody expects it to be read.
        if table.hidden and refused.code != HIDDEN:
            return []
        return [ParsedSheet(sheet=table.name, error_code=refused.code, error=refused.sentence)]
    span = covers(file_name, f"{layout.title}\n{table.name}")
    found = [_accounts(table, layout, cleaned, path, span)]
    found[0].problems += doubts(table, layout, file_name)
    if beside and listed:
        found.append(_accounts(table, beside, listed, path.with_stem(f"{path.stem}-{beside.ledger}"), None))
    return found


def _accounts(
    table: Table, layout: Layout, cleaned: Cleaned, path: Path, span: tuple[date | None, date] | None
) -> ParsedSheet:
    pyarrow.parquet.write_table(cleaned.rows, path, compression="zstd")
    return ParsedSheet(
        sheet=table.name,
        ledger=layout.ledger,
        header_row=layout.header_row,
        layout=layout.signature,
        covers_start=span[0].isoformat() if span and span[0] else None,
        covers_end=span[1].isoformat() if span else None,
        rows_read=cleaned.rows_read,
        rows_set_aside=cleaned.rows_set_aside,
        rows_left_out=cleaned.rows_left_out,
        problems=cleaned.problems + _blank_cells(table) + _hidden_rows(table, layout),
        rows_path=path,
        where=cleaned.where,
        keys_aside=cleaned.keys_aside,
        hints={"title": layout.title, "unknown": list(layout.unknown), "taught": layout.taught},
    )


def _blank_cells(table: Table) -> list[Problem]:
    """Cells that look filled on screen but reach us empty; nobody may take them for blank unawares."""
    problems = []
    if table.error_count:
        where = "、".join(table.error_cells)
        sentence = f"有 {table.error_count} 个单元格是公式错误（如 #N/A），按空白处理，如 {where}：请更正后重新上传。"
        problems.append(Problem("error_cells", "warning", sentence, count=table.error_count))
    if table.uncomputed_count:
        where = "、".join(table.uncomputed_cells)
        sentence = (
            f"有 {table.uncomputed_count} 个公式没有保存计算结果，按空白处理，如 {where}："
            "请用 Excel 或 WPS 打开并保存一次后重新上传。"
        )
        problems.append(Problem("uncomputed_formulas", "warning", sentence, count=table.uncomputed_count))
    return problems


def _hidden_rows(table: Table, layout: Layout) -> list[Problem]:
    """Hidden and filtered rows are read like any other; whoever thinks they stayed out must hear of it."""
    rows = [row for row in table.hidden_rows if layout.header_row < row < table.first_row + len(table.rows)]
    rows = [row for row in rows if any(cell != "" for cell in table.rows[row - table.first_row])]
    if not rows:
        return []
    named = "、".join(map(str, rows[:5])) + ("等" if len(rows) > 5 else "")
    sentence = (
        f"有 {len(rows)} 行是隐藏的或被筛选掉的（第{named}行），也已读取：如不应计入，请在原表中删去这些行后重新上传。"
    )
    return [Problem("hidden_rows", "warning", sentence, row=rows[0], count=len(rows), rows=tuple(rows[:5]))]
