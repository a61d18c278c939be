"""One kind of the stations' work, month by month."""

import plotly.graph_objects as go
import streamlit as st

from charts.columns import monthly_columns
from metrics import Figure, Metric
from ui import plot, prose, route
from ui.figures import months
from ui.frame import View
from ui.township_rows import days_clicked, trend_points

SHOWN = 12


def show(view: View, metric: Metric, county: Figure) -> None:
    """Twelve months as columns, each against the same month a year before; a sentence where there is nothing."""
    rows = months(view.build, (metric,), None, county.period_end)[-SHOWN:]
    title = f"{county.area_name}{metric.label}逐月与上年同月（{metric.unit}）"
    if all(one.value is None for one in rows):
        prose.note(f"{title}：这些月份没有数据。")
        return
    figure = _drawn(str(view.build.path), metric.name, county.period_end.isoformat(), title, rows, metric)
    clicked = plot.show_and_click(figure, key="work_months", alt=title, file_name=title)
    if clicked:
        route.go("rows", metric=metric.name, area=county.area_code, **days_clicked(clicked))


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(path: str, name: str, last: str, title: str, _rows: list[Figure], _metric: Metric) -> go.Figure:
    return monthly_columns(trend_points(_rows, _metric), _metric.unit, title)
