"""Rows behind a figure as a list: what each says of itself, and the row of the spreadsheet it came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from data.count import Count, leaves_of
from data.store.provenance import Origin, files_of, origins
from metrics import Metric
from metrics._areas import areas_of
from metrics._disclosure import MERGED, NOT_LISTED
from metrics._row_details import DAYS, HEADERS, LEDGER_OF, MIXED, RowDetail, row_details
from metrics._rows_behind import NO_CAUSE, PEOPLE, SUMMARY, BehindRow, Part, townships_of_area
from ui import route, sheet
from ui.markup import Markup, join
from ui.open_build import OpenBuild, desk
from ui.profile import SOURCES

_CASES = ("cases", "closings")
NO_NUMBER = "无编号"
_NAMELESS = {PEOPLE, SUMMARY}
"""Rows that are told apart by their township."""
Cell = str | int | date
Pairs = Collection[tuple[str, str]]


@dataclass(frozen=True)
class RowsList:
    """A table of rows: headers with the kind of their cells, and plain cells; the origin stands apart."""

    headers: tuple[str, ...]
    kinds: tuple[sheet.Kind, ...]
    cells: tuple[tuple[Cell, ...], ...]
    origins: tuple[Origin | None, ...]


def rows_list(
    build: OpenBuild,
    metric: Metric,
    area: str,
    part: Part,
    rows: Sequence[BehindRow],
    hidden: Pairs,
    *,
    is_of_cause: bool,
) -> RowsList:
    """The rows with everything worth reading. Of `hidden` (township, cause) neither number nor cause is told.

    Where the list is of one cause alone (`is_of_cause`) not even their township is.
    """
    details = row_details(build, metric, rows)
    places = _origins(rows, details)
    names = dict(zip(areas_of(build).codes, areas_of(build).names, strict=True))
    tables = {row.table for row in rows}
    headers = HEADERS[min(tables)] if len(tables) == 1 else MIXED
    cells, kept = [], []
    for row, detail, origin in zip(rows, details, places, strict=True):
        is_hidden = row.table in _CASES and (row.township_code, detail.subject or NO_CAUSE) in hidden
        cells.append(_hidden_cells(row, names, is_of_cause) if is_hidden else _cells(row, detail, names))
        kept.append(None if is_hidden else origin)
    day, weight = _day_header(metric, part), _weight_header(metric, part, rows)
    rest = [name if name != day else "" for name in headers[1:]]
    has_place = len(townships_of_area(build, area)) > 1 and any(one[0] != one[1] for one in cells)
    name = headers[0] if any(one[0] != NO_NUMBER for one in cells) else ""
    columns = (name, "乡镇街道" if has_place else "", day, weight, *rest, "归属依据")
    kinds: tuple[sheet.Kind, ...] = ("text", "text", "text", "number", "fill", "text", "text", "text", "text")
    order = (1, 0, *range(2, len(columns))) if has_place and tables <= _NAMELESS else range(len(columns))
    return RowsList(
        tuple(columns[at] for at in order),
        tuple(kinds[at] for at in order),
        tuple(tuple(one[at] for at in order) for one in cells),
        tuple(kept),
    )


def _cells(row: BehindRow, detail: RowDetail, names: dict[str, str]) -> tuple[Cell, ...]:
    subject = detail.subject or ("未填" if row.table in _CASES else "")
    return (
        names.get(detail.number or "", detail.number) or NO_NUMBER,
        names.get(row.township_code, row.township_code),
        "" if row.day is None or (row.table in ("", SUMMARY) and str(row.day.year) in row.key) else row.day,
        row.n,
        subject,
        detail.procedure or "",
        detail.outcome or "",
        detail.ended_on or "",
        SOURCES.get(detail.placed_by or "", ""),
    )


def _hidden_cells(row: BehindRow, names: dict[str, str], is_of_cause: bool) -> tuple[Cell, ...]:
    place = NOT_LISTED if is_of_cause else names.get(row.township_code, row.township_code)
    return (NOT_LISTED, place, row.day or "", row.n, MERGED, "", "", "", "")


def _sole(metric: Metric, part: Part) -> Count | None:
    """The count of a side that is one count of days."""
    side = metric.sides[-1] if part == "denominator" else metric.numerator
    leaves = leaves_of(side)
    return leaves[0] if len(leaves) == 1 and isinstance(leaves[0], Count) else None


def _day_header(metric: Metric, part: Part) -> str:
    count = _sole(metric, part)
    return DAYS.get(count.day, "日期") if count else "日期"


def _weight_header(metric: Metric, part: Part, rows: Sequence[BehindRow]) -> str:
    """What a row adds; without a header where each adds one."""
    side = metric.sides[-1] if part == "denominator" else metric.numerator
    is_weighted = any(isinstance(one, Count) and one.weight != "1" for one in leaves_of(side))
    return f"计入（{side.unit}）" if is_weighted or any(row.n != 1 for row in rows) else ""


def _origins(rows: Sequence[BehindRow], details: Sequence[RowDetail]) -> list[Origin | None]:
    """Where each row stood. Of population figures and summaries the file alone is known."""
    home = desk().home
    wanted: dict[str, dict[int, set[str]]] = {}
    for row, detail in zip(rows, details, strict=True):
        if detail.batch is not None and detail.key is not None:
            wanted.setdefault(LEDGER_OF[row.table], {}).setdefault(detail.batch, set()).add(detail.key)
    found = {ledger: origins(home, ledger, keys) for ledger, keys in wanted.items()}
    files = files_of(home, {one.batch for one in details if one.batch is not None and one.key is None})
    out: list[Origin | None] = []
    for row, detail in zip(rows, details, strict=True):
        if row.table in (PEOPLE, SUMMARY) and detail.batch in files:
            out.append(Origin(detail.batch, files[detail.batch], None, None))
        else:
            out.append(found.get(LEDGER_OF.get(row.table, ""), {}).get(detail.key or ""))
    return out


def _origin_words(origin: Origin | None) -> Markup | str:
    """The receipt of the import as a link, then sheet and row."""
    if origin is None:
        return ""
    link = sheet.anchor(f"第{origin.batch}号导入", route.address("imports", receipt=str(origin.batch)))
    row = f"第{origin.row:,}行" if origin.row is not None else ""
    return join([link, f"“{origin.sheet}”表{row}" if origin.sheet else row], " ")


def show(listed: RowsList, caption: str) -> None:
    """Draw the rows; columns in which nothing stands are left out."""
    shown = [at for at, header in enumerate(listed.headers) if header]
    columns = [sheet.Column(listed.headers[at], listed.kinds[at], optional=at > 0) for at in shown]
    columns.append(sheet.Column("原台账出处", "text", optional=True))
    body = []
    for cells, origin in zip(listed.cells, listed.origins, strict=True):
        body.append(sheet.Row([*[_text(cells[at]) for at in shown], _origin_words(origin)]))
    sheet.show(columns, body, caption=caption)


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:,}" if isinstance(cell, int) else cell


def files_named(listed: RowsList) -> list[str]:
    """Which file each import number stands for, for the small print."""
    named = {one.batch: one.file for one in listed.origins if one is not None}
    return [f"第{batch}号导入：{file}" for batch, file in sorted(named.items())]
