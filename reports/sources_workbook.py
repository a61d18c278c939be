"""Every metric of one area as a workbook: the family, both counts by name, the value, the year before."""

from collections.abc import Sequence

from metrics import Figure, Metric, change_words
from metrics._words import mark_words
from reports.table_workbook import Cell, SheetColumn, table_workbook

_WHOLE, _SHOWN = "#,##0", "#,##0.00"
_COLUMNS = (
    SheetColumn("方面", width=8),
    SheetColumn("指标", width=30),
    SheetColumn("单位", width=10),
    SheetColumn("值", _SHOWN),
    SheetColumn("95%下限", _SHOWN),
    SheetColumn("95%上限", _SHOWN),
    SheetColumn("分子名称", width=30),
    SheetColumn("分子", _WHOLE),
    SheetColumn("分母名称", width=30),
    SheetColumn("分母", _WHOLE),
    SheetColumn("上年同期值", _SHOWN),
    SheetColumn("上年同期分子", _WHOLE, 14),
    SheetColumn("上年同期分母", _WHOLE, 14),
    SheetColumn("变化", "0.00", 10),
    SheetColumn("变化单位", width=10),
    SheetColumn("变化检验z", "0.00"),
    SheetColumn("说明", width=34),
    SheetColumn("标记", width=24),
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
