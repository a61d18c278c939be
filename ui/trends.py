"""The monthly line of one metric and area on a page."""

from collections.abc import Sequence

from metrics import Figure, Metric
from ui import plot, prose, rankings
from ui.frame import View


def show(view: View, metric: Metric, months: Sequence[Figure], area_name: str) -> None:
    """Twelve months over the same months a year before; a sentence where there is nothing to draw."""
    title = f"{area_name}{metric.label}逐月与上年同月（{metric.unit}）"
    if not rankings.has_trend(list(months), metric):
        prose.note(f"{title}：这些月份没有数据。")
        return
    figure = rankings.trend(str(view.build.path), list(months), metric, title)
    plot.show(figure, key="trend", alt=title, file_name=title)
