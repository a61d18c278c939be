"""The monthly line of one metric and area on a page."""

from collections.abc import Sequence

from charts.reference_lines import over_trend
from charts.trend import BreakLine
from data.definition import SeriesBreak
from data.store.references import ReferenceFigure
from metrics import Figure, Metric
from metrics._breaks import break_places, breaks_of
from ui import plot, prose, rankings, references, route, township_rows
from ui.frame import View


def show(
    view: View, metric: Metric, months: Sequence[Figure], area_name: str, beside: Sequence[ReferenceFigure] = ()
) -> None:
    """Twelve months over the same months a year before; a sentence where there is nothing to draw.

    `beside`: values of other places; those of one of these months are drawn there.
    """
    title = f"{area_name}{metric.label}逐月与上年同月（{metric.unit}）"
    if not rankings.has_trend(list(months), metric):
        prose.note(f"{title}：这些月份没有数据。")
        return
    rows = [row for row in months if row.metric == metric.name][-12:]
    breaks = breaks_of(view.build.definition, metric)
    figure = rankings.trend(str(view.build.path), list(months), metric, title, _lines(rows, breaks))
    figure = over_trend(figure, references.trend_lines(beside, [row.period_start for row in rows]))
    told = [words for one in breaks if rows[0].base_start < one.on <= rows[-1].period_end for words in [_words(one)]]
    clicked = plot.show_and_click(figure, key="trend", alt="。".join([title, *told]), file_name=title)
    if clicked:
        area = rows[0].area_code
        route.go("rows", metric=metric.name, area=area, **township_rows.days_clicked(clicked))
    if told:
        prose.small_print(told)


def _words(one: SeriesBreak) -> str:
    return f"口径断点 {one.on.isoformat()}：{one.reason}，前后不宜直接相比。"


def _lines(rows: Sequence[Figure], breaks: Sequence[SeriesBreak]) -> tuple[BreakLine, ...]:
    """A line where this year's months break, and one where those of the year before do."""
    now = break_places(breaks, [row.period_start for row in rows])
    before = break_places(breaks, [row.base_start for row in rows])
    return (
        *(BreakLine(at, f"{one.on.isoformat()} 口径断点") for at, one in now),
        *(BreakLine(at, f"上年线：{one.on.isoformat()} 口径断点") for at, one in before),
    )
