"""Every metric of one area as a workbook: the family, both counts by name, the value, the year before."""

from collections.abc import Sequence

from metrics import Figure, Metric, change_words
from metrics._words import mark_words
from reports.figure_columns import WHOLE, comparison_columns
from reports.table_workbook import Cell, SheetColumn, table_workbook

_SHOWN = "#,##0.00"
_COLUMNS = (
    SheetColumn("方面", width=8),
    SheetColumn("指标", width=30),
    SheetColumn("单位", width=10),
    SheetColumn("值", _SHOWN),
    SheetColumn("95%下限", _SHOWN),
    SheetColumn("95%上限", _SHOWN),
    SheetColumn("分子名称", width=30),
    SheetColumn("分子", WHOLE),
    SheetColumn("分母名称", width=30),
    SheetColumn("分母", WHOLE),
    *comparison_columns(_SHOWN),
)


def sources_workbook(title: str, figures: Sequence[tuple[Metric, Figure]], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row per metric that is known; `card` says which are not, and the definitions."""
    return table_workbook(title, _COLUMNS, [_row(metric, one) for metric, one in figures], card)


def _row(metric: Metric, one: Figure) -> list[Cell]:
    has_base = one.base_value is not None
    return [
        *(metric.family, metric.label, metric.unit, one.value, one.low, one.high),
        *(metric.numerator.label, one.numerator),
        *(metric.denominator.label if metric.denominator else None, one.denominator),
        *(one.base_value, one.base_numerator if has_base else None, one.base_denominator if has_base else None),
        *(one.change, one.change_unit if one.change is not None else None, one.change_z),
        *(change_words(one), "、".join(mark_words(one))),
    ]
