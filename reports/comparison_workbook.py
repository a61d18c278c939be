"""Two definitions side by side, to be taken away."""

from collections.abc import Sequence

from metrics import Figure, Metric
from metrics._side_by_side import Beside
from reports.table_workbook import Cell, SheetColumn, table_workbook

_NAMES = ("value", "numerator", "denominator", "rank")


def comparison_workbook(title: str, metric: Metric, rows: Sequence[Beside], card: Sequence[tuple[str, str]]) -> bytes:
    """One row per area, unrounded, with both definitions on the second sheet; places where there are any."""
    has_places = any(one.places is not None for one in rows)
    heads = (f"数值（{metric.unit}）", "分子", "分母", *(("位次",) if has_places else ()))
    columns = [
        SheetColumn("乡镇街道", width=18),
        *(SheetColumn(f"{side} {head}", width=16) for head in heads for side in ("甲", "乙")),
        *([SheetColumn("位次变动（+ 为前移）", "+0;-0;0", 18)] if has_places else []),
    ]
    names = _NAMES[: len(heads)]
    body: list[list[Cell]] = [
        [one.area_name, *_numbers(names, one.left, one.right), *([one.places] if has_places else [])] for one in rows
    ]
    return table_workbook(title, columns, body, card)


def _numbers(names: Sequence[str], *sides: Figure | None) -> list[Cell]:
    return [None if side is None else getattr(side, name) for name in names for side in sides]
