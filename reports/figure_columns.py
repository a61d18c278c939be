"""Columns that every workbook of figures ends with: the same dates a year before, and how the two compare."""

from reports.table_workbook import SheetColumn

WHOLE = "#,##0"


def comparison_columns(shown: str) -> tuple[SheetColumn, ...]:
    """`shown` is the number format of the figure's value."""
    return (
        SheetColumn("上年同期值", shown),
        SheetColumn("上年同期分子", WHOLE, 14),
        SheetColumn("上年同期分母", WHOLE, 14),
        SheetColumn("变化", "0.00", 10),
        SheetColumn("变化单位", width=10),
        SheetColumn("变化检验z", "0.00"),
        SheetColumn("说明", width=34),
        SheetColumn("标记", width=24),
    )
