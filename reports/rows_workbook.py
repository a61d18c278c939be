"""The rows behind one figure, to be taken away and held against the spreadsheets they came from."""

from collections.abc import Sequence

from data.store.provenance import Origin
from reports.table_workbook import Cell, SheetColumn, table_workbook

_WIDE = 26
_FROM = (SheetColumn("导入编号", "0", 10), SheetColumn("原文件", width=48), SheetColumn("工作表", width=16),
         SheetColumn("行号", "0", 8))  # fmt: skip


def rows_workbook(
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    origins: Sequence[Origin | None],
    card: Sequence[tuple[str, str]],
) -> bytes:
    """One row per row that was counted; columns without a header or without any value are left out."""
    kept = [at for at, name in enumerate(headers) if name and any(row[at] not in ("", None) for row in rows)]
    columns = [SheetColumn(headers[at], "#,##0", _WIDE if at == 0 else 16) for at in kept]
    body: list[list[Cell]] = []
    for row, origin in zip(rows, origins, strict=True):
        place: list[Cell] = [origin.batch, origin.file, origin.sheet, origin.row] if origin else [None] * len(_FROM)
        body.append([*[row[at] if row[at] != "" else None for at in kept], *place])
    return table_workbook(title, [*columns, *_FROM], body, card)
