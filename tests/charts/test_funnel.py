import math

from charts.funnel import BESIDE, FunnelLimits, FunnelPoint, funnel
from charts.palette import ACCENT, HIGH, NEUTRAL

LIMITS = [
    FunnelLimits(name, dash, ([100.0, 9_000.0], [1.0, 20.0]), ([100.0, 9_000.0], [90.0, 40.0]))
    for name, dash in (("95%界限", "dash"), ("99.8%界限", "solid"))
]


def point(name: str, size: float, value: float, symbol: str = "●", is_far: bool = False) -> FunnelPoint:
    return FunnelPoint(name, name, size, value, symbol, is_far, f"{name}<br>{value}")


def drawn(*points: FunnelPoint):
    return funnel(points, LIMITS, 30.0, "率", target_name="合计", size_name="人口数", unit="件/万人")


def test_only_far_points_are_coloured_and_named_and_the_symbol_says_it_first():
    points = (point("甲", 500, 20), point("乙", 2_000, 60, "▲", True), point("丙", 9_000, 10, "▽", True))
    figure = drawn(*points, point("丁", 900, 45, "▲"), point("戊", 700, 30), point("己", 800, 31))
    marks = figure.data[-1].marker
    assert list(marks.color) == [NEUTRAL, HIGH, ACCENT, NEUTRAL, NEUTRAL, NEUTRAL]
    assert list(marks.symbol) == ["circle", "triangle-up", "triangle-down-open", "triangle-up", "circle", "circle"]
    assert [one.text for one in figure.layout.annotations] == ["乙", "丙"]
    assert [one[0] for one in figure.data[-1].customdata] == ["甲", "乙", "丙", "丁", "戊", "己"]


def test_of_a_handful_all_are_named_and_sizes_close_together_have_ticks():
    figure = drawn(point("甲", 38_000, 20), point("乙", 58_000, 60))
    assert [one.text for one in figure.layout.annotations] == ["乙", "甲"]
    assert list(figure.layout.xaxis.ticktext) == ["40,000", "50,000", "60,000", "70,000"]


def test_a_name_that_would_touch_another_is_left_to_pointing():
    figure = drawn(
        point("甲", 5_000, 60, "▲", True), point("乙", 5_100, 60.5, "▲", True), point("丙", 500, 60, "▲", True)
    )
    assert [one.text for one in figure.layout.annotations] == ["乙", "丙"]


def test_values_begin_at_zero_and_hold_every_point_and_sizes_reach_beyond_both_ends():
    figure = drawn(point("甲", 400, 80), point("乙", 8_000, 5))
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] > 80
    low, high = (10**one for one in figure.layout.xaxis.range)
    assert math.isclose(low, 400 / BESIDE)
    assert math.isclose(high, 8_000 * BESIDE)
    assert list(figure.layout.xaxis.ticktext) == ["500", "1,000", "2,000", "5,000", "10,000"]


def test_where_points_and_limits_are_all_high_the_axis_begins_below_them():
    high = [FunnelLimits("95%界限", "dash", ([10.0, 90.0], [70.0, 90.0]), ([10.0, 90.0], [99.0, 97.0]))]
    figure = funnel(
        [point("甲", 20, 100), point("乙", 80, 92)], high, 95.0, "率", target_name="合计", size_name="", unit="%"
    )
    low, top = figure.layout.yaxis.range
    assert 60 < low < 70
    assert 100 < top < 106


def test_every_pair_of_limits_stands_once_in_the_legend_and_one_township_alone_can_be_drawn():
    figure = drawn(point("甲", 400, 0))
    assert [one.name for one in figure.data if one.showlegend] == ["95%界限", "99.8%界限", "合计"]
    assert len(figure.data) == 6
