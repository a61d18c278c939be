"""Batches of one filer, to be taken away."""

from collections.abc import Sequence

from metrics._exclusions import BatchRun
from reports.table_workbook import Cell, SheetColumn, table_workbook


def batch_workbook(title: str, runs: Sequence[BatchRun], card: Sequence[tuple[str, str]]) -> bytes:
    """One row per batch: organisation, days, cases, causes and townships."""
    columns = [
        SheetColumn("原告单位", width=36),
        SheetColumn("首件立案"),
        SheetColumn("末件立案"),
        SheetColumn("件数", "#,##0"),
        SheetColumn("案由（件）", width=40),
        SheetColumn("乡镇街道（件）", width=50),
    ]
    body: list[list[Cell]] = [[one.organisation, one.first, one.last, one.n, one.causes, one.places] for one in runs]
    return table_workbook(title, columns, body, card)
