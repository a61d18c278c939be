"""Two definitions side by side, to be taken away."""

from collections.abc import Sequence

from metrics import Figure, Metric
from metrics._side_by_side import Beside
from reports.table_workbook import Cell, SheetColumn, table_workbook

_NAMES = ("value", "numerator", "denominator", "rank")


def comparison_workbook(title: str, metric: Metric, rows: Sequence[Beside], card: Sequence[tuple[str, str]]) -> bytes:
    """One row per area, unrounded, with both definitions on the second sheet."""
    heads = (f"数值（{metric.unit}）", "分子", "分母", "位次")
    columns = [
        SheetColumn("乡镇街道", width=18),
        *(SheetColumn(f"{side} {head}", width=16) for head in heads for side in ("甲", "乙")),
        SheetColumn("位次变动（+ 为前移）", "+0;-0;0", 18),
    ]
    body: list[list[Cell]] = [[one.area_name, *_numbers(one.left, one.right), one.places] for one in rows]
    return table_workbook(title, columns, body, card)


def _numbers(*sides: Figure | None) -> list[Cell]:
    return [None if side is None else getattr(side, name) for name in _NAMES for side in sides]
