"""Averages of city and province beside our figures: compared where the period is the same, else only listed."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from charts.reference_lines import ReferenceLine
from data.store.references import ReferenceFigure, reference_figures
from metrics import Figure, Metric
from metrics._period import month_end
from ui import prose
from ui.figure_words import dates
from ui.open_build import desk

OTHER_PERIOD = "期间与本期不同，不作比较"


def of_metric(metric: Metric) -> list[ReferenceFigure]:
    """What was typed in of a metric and is in force, under the name that the definition gives it."""
    return [one for one in reference_figures(desk().home.state, metric.name) if one.is_about(metric.label)]


def same(found: Sequence[ReferenceFigure], county: Figure) -> list[ReferenceFigure]:
    """Those of exactly the figure's period."""
    return [one for one in found if one.is_of(county.period_start, county.period_end)]


def value_words(one: ReferenceFigure, metric: Metric) -> str:
    """The value as it was typed, with the metric's unit."""
    return f"{one.value:,f} {metric.unit}" if metric.unit != "%" else f"{one.value:,f}%"


def ranking_lines(found: Sequence[ReferenceFigure], county: Figure) -> list[ReferenceLine]:
    """Lines over a ranking of the figure's period."""
    return [ReferenceLine(float(one.value), _beside(one)) for one in same(found, county)]


def trend_lines(found: Sequence[ReferenceFigure], months: Sequence[date]) -> list[ReferenceLine]:
    """Lines over a trend: a value of one whole month stands at that month, one of any longer time nowhere."""
    spans = [(first, month_end(first)) for first in months]
    return [
        ReferenceLine(float(one.value), f"{span[0].year}年{span[0].month}月{_beside(one)}", at)
        for one in found
        for at, span in enumerate(spans)
        if one.is_of(*span)
    ]


def _beside(one: ReferenceFigure) -> str:
    return escape(f"{one.place} {one.value:,f}", quote=False)


def table_cells(found: Sequence[ReferenceFigure], county: Figure) -> list[Mapping[str, str]]:
    """Rows of the table by the header of their column."""
    return [
        {"乡镇街道": one.place, "值": f"{one.value:,f}", "本期": f"{one.value:,f}", "标记": f"来源：{one.source}"}
        for one in same(found, county)
    ]


def card_lines(found: Sequence[ReferenceFigure], county: Figure, metric: Metric) -> list[tuple[str, str]]:
    """All of them for the card of a workbook, each with its period, its source and who typed it in."""
    here = same(found, county)
    return [
        (
            f"参照值 {one.place}",
            f"{value_words(one, metric)}；{dates(one.period_start, one.period_end)}"
            f"（{'与本期相同' if one in here else OTHER_PERIOD}）；来源：{one.source}；"
            f"{one.entered_by} {one.entered_at:%Y-%m-%d} 登记",
        )
        for one in found
    ]


def show_beside(found: Sequence[ReferenceFigure], county: Figure, metric: Metric) -> None:
    """Under the chart: where the lines come from, and the values of other periods, which are on no line."""
    here = same(found, county)
    lines = [f"点线：{one.place} {value_words(one, metric)}（来源：{one.source}）" for one in here]
    lines += [
        f"{one.place} {value_words(one, metric)}（{dates(one.period_start, one.period_end)}，来源：{one.source}）："
        f"{OTHER_PERIOD}"
        for one in found
        if one not in here
    ]
    if lines:
        prose.small_print(lines)
