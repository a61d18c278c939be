"""One metric over all areas as a workbook: everything the table on screen shows, numbers unrounded."""

from collections.abc import Sequence

from metrics import METRICS, Figure, Metric, change_words
from metrics._words import mark_words
from reports.table_workbook import Cell, SheetColumn, table_workbook


def _columns(metric: Metric) -> list[SheetColumn]:
    shown = "#,##0" + ("." + "0" * metric.decimals if metric.decimals else "")
    whole = "#,##0"
    return [
        SheetColumn("乡镇街道", width=22),
        SheetColumn("位次", "0", 8),
        SheetColumn(metric.numerator.label, whole, 16),
        SheetColumn(metric.denominator.label if metric.denominator else "分母", whole, 16),
        SheetColumn(f"值（{metric.unit}）", shown),
        SheetColumn("95%下限", shown),
        SheetColumn("95%上限", shown),
        SheetColumn("上年同期值", shown),
        SheetColumn("上年同期分子", whole, 14),
        SheetColumn("上年同期分母", whole, 14),
        SheetColumn("变化", "0.00", 10),
        SheetColumn("变化单位", width=10),
        SheetColumn("变化检验z", "0.00"),
        SheetColumn("说明", width=34),
        SheetColumn("标记", width=24),
    ]


def _row(figure: Figure) -> list[Cell]:
    return [
        figure.area_name,
        figure.rank,
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.low,
        figure.high,
        figure.base_value,
        figure.base_numerator,
        figure.base_denominator,
        figure.change,
        figure.change_unit,
        figure.change_z,
        change_words(figure),
        "、".join(mark_words(figure)),
    ]


def metric_workbook(title: str, metric: Metric, figures: Sequence[Figure], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row per area and the definition card beside it."""
    return table_workbook(title, _columns(metric), [_row(one) for one in figures], card)


def area_workbook(title: str, figures: Sequence[Figure], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row per metric of one area; numerators and denominators are those of the card."""
    first = [SheetColumn("指标", width=26), SheetColumn("单位", width=10)]
    named = {2: "分子", 3: "分母", 4: "值"}
    columns = [
        SheetColumn(named.get(at, one.header), one.number_format, one.width)
        for at, one in enumerate(_columns(METRICS["litigation_rate"]))
    ]
    rows = [[one.label, one.unit, *_row(one)[1:]] for one in figures]
    return table_workbook(title, [*first, *columns[1:]], rows, card)
