"""Bars one below the other from zero; negative ones point to the left."""

from charts.palette import ACCENT
from reports.bulletin.content import BarsChart
from reports.bulletin.drawn.paper import INK, SOFT, Paper, shortened, text_width
from reports.bulletin.drawn.scale import scale

_NAMES = 112.0
_GAP = 6.0
_HEAD = 14.0
_LESS = "#9fb3bc"


def draw(chart: BarsChart, width: float, family: str = "") -> Paper:
    """The chart at a width in points; its height follows from the bars."""
    pitch = 16.0 if len(chart.bars) <= 25 else 12.5
    paper = Paper(width, _HEAD + max(1, len(chart.bars)) * pitch + 2, chart.title, family)
    values = [bar.value for bar in chart.bars]
    names = min(_NAMES, max((text_width(bar.name) for bar in chart.bars), default=0.0)) + _GAP
    less = max((text_width(bar.text) + _GAP for bar in chart.bars if bar.value < 0), default=0.0)
    more = max((text_width(bar.text) + _GAP for bar in chart.bars if bar.value >= 0), default=0.0)
    on = scale(values, names + less, width - max(more, 1.0), 4, far=1.0)
    zero = on.at(0)
    paper.text((0, _HEAD / 2), f"单位：{chart.unit}", colour=SOFT)
    for number, bar in enumerate(chart.bars):
        y = _HEAD + (number + 0.5) * pitch
        end = on.at(bar.value)
        paper.text((0, y), shortened(bar.name, _NAMES))
        paper.box((min(zero, end), y - pitch * 0.32), abs(end - zero), pitch * 0.64, _LESS if bar.value < 0 else ACCENT)
        paper.text((end - 4, y) if bar.value < 0 else (end + 4, y), bar.text, "end" if bar.value < 0 else "start")
    paper.line(((zero, _HEAD), (zero, paper.height)), INK, 0.8)
    return paper
