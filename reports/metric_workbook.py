"""One metric over all areas as a workbook: everything the table on screen shows, numbers unrounded."""

from collections.abc import Sequence

from metrics import METRICS, Figure, Metric, change_words
from metrics._rank_words import about_ranks
from metrics._words import mark_words
from reports.figure_columns import WHOLE, comparison_columns
from reports.table_workbook import Cell, SheetColumn, table_workbook

_PLACES = (
    (SheetColumn("位次", "0", 8), "rank"),
    (SheetColumn("位次区间下限", "0", 12), "rank_low"),
    (SheetColumn("位次区间上限", "0", 12), "rank_high"),
)


def _places(figures: Sequence[Figure], columns: int = len(_PLACES)) -> list[tuple[SheetColumn, str]]:
    """The first so many columns of places, each with its field, that say anything: in 体检模式 none does."""
    return [(one, name) for one, name in _PLACES[:columns] if any(getattr(row, name) is not None for row in figures)]


def _columns(metric: Metric) -> list[SheetColumn]:
    shown = "#,##0" + ("." + "0" * metric.decimals if metric.decimals else "")
    return [
        SheetColumn(metric.numerator.label, WHOLE, 16),
        SheetColumn(metric.denominator.label if metric.denominator else "分母", WHOLE, 16),
        SheetColumn(f"值（{metric.unit}）", shown),
        SheetColumn("95%下限", shown),
        SheetColumn("95%上限", shown),
        SheetColumn("离散系数φ", "0.00", 11),
        *comparison_columns(shown),
    ]


def _row(figure: Figure) -> list[Cell]:
    """What is not known is an empty cell: a 0 would say that it was counted."""
    is_told = figure.status != "not_covered"
    has_base = figure.base_value is not None or bool(figure.base_numerator)
    return [
        figure.numerator if is_told or figure.numerator else None,
        figure.denominator if is_told or figure.denominator else None,
        figure.value,
        figure.low,
        figure.high,
        figure.phi if figure.low is not None else None,
        figure.base_value,
        figure.base_numerator if has_base else None,
        figure.base_denominator if has_base else None,
        figure.change,
        figure.change_unit,
        figure.change_z,
        change_words(figure),
        "、".join(mark_words(figure)),
    ]


def metric_workbook(title: str, metric: Metric, figures: Sequence[Figure], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row per area and the definition card beside it; places where there are any."""
    places = _places(figures)
    columns = [SheetColumn("乡镇街道", width=22), *(column for column, _ in places), *_columns(metric)]
    rows = [[one.area_name, *(getattr(one, name) for _, name in places), *_row(one)] for one in figures]
    return table_workbook(title, columns, rows, [*card, *_about_places(metric, figures)])


def _about_places(metric: Metric, figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """For the card: what the limits of a place mean, or why they are empty."""
    words = about_ranks(metric, figures)
    return [("位次区间", words)] if words else []


def area_workbook(title: str, figures: Sequence[Figure], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row per metric of one area; numerators and denominators are those of the card."""
    places = _places(figures, 1)
    first = [SheetColumn("指标", width=26), SheetColumn("单位", width=10), *(column for column, _ in places)]
    named = ("分子", "分母", "值")
    columns = _columns(METRICS["litigation_rate"])
    columns[: len(named)] = [
        SheetColumn(name, one.number_format, one.width) for name, one in zip(named, columns, strict=False)
    ]
    rows = [[one.label, one.unit, *(getattr(one, name) for _, name in places), *_row(one)] for one in figures]
    return table_workbook(title, [*first, *columns], rows, card)
