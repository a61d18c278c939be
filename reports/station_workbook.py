"""Stations and their work, and suggestions that wait for a reply, as workbooks."""

from collections.abc import Sequence

from reports.table_workbook import Cell, SheetColumn, table_workbook

Card = Sequence[tuple[str, str]]
_WHOLE = "#,##0"


def stations_workbook(title: str, kinds: Sequence[str], rows: Sequence[Sequence[Cell]], card: Card) -> bytes:
    """One row per station and one per line of work without a station, the county's total last.

    `kinds` are the headers of the columns of work; a row is station, township, what it serves, judges, assistants,
    others, what is missing, then a number per kind.
    """
    columns = [
        SheetColumn("法官工作站", width=30),
        SheetColumn("乡镇街道", width=16),
        SheetColumn("服务的乡镇街道", width=30),
        SheetColumn("法官（人）", _WHOLE),
        SheetColumn("法官助理（人）", _WHOLE, 14),
        SheetColumn("其他人员（人）", _WHOLE, 14),
        SheetColumn("缺员", width=24),
        *[SheetColumn(kind, _WHOLE, 14) for kind in kinds],
    ]
    return table_workbook(title, columns, rows, card)


def overdue_workbook(title: str, rows: Sequence[Sequence[Cell]], card: Card) -> bytes:
    """One row per suggestion without a reply: number, addressee, township, issued, due, days overdue."""
    columns = [
        SheetColumn("文号", width=26),
        SheetColumn("被建议单位", width=40),
        SheetColumn("乡镇街道", width=18),
        SheetColumn("发出日期"),
        SheetColumn("反馈期限"),
        SheetColumn("超期天数", _WHOLE),
    ]
    return table_workbook(title, columns, rows, card)
