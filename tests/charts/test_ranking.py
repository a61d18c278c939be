from charts.palette import ACCENT, HIGH, NEUTRAL
from charts.ranking import RankedRow, ranked_bars, ranked_dots
from metrics._words import Comparison

ABOVE = Comparison("▲", "显著高", True)
BELOW = Comparison("▽", "显著低", True)
FAINT = Comparison("▲", "显著高", False)
LEVEL = Comparison("●", "无显著差异", False)


def row(name: str, value: float, comparison: Comparison | None = LEVEL, half: float | None = 1.0) -> RankedRow:
    low, high = (None, None) if half is None else (value - half, value + half)
    return RankedRow(name, name, value, low, high, f"{value:.1f}", f"{name} {value}", comparison)


def test_bars_keep_the_order_given_from_top_to_bottom():
    figure = ranked_bars([row("甲镇", 3), row("乙镇", 5), row("丙镇", 1)], "率")
    assert list(figure.data[0].x) == [3, 5, 1]
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "乙镇", "丙镇"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_bars_start_at_zero():
    assert ranked_bars([row("甲镇", 30), row("乙镇", 29)], "率").layout.xaxis.range[0] == 0


def test_whiskers_reach_from_the_low_to_the_high_limit_inside_the_axis():
    figure = ranked_dots([row("甲镇", 10, half=4)], "率")
    bars = figure.data[0].error_x
    assert (list(bars.array), list(bars.arrayminus)) == ([4], [4])
    assert figure.layout.xaxis.range[1] > 14


def test_a_value_without_an_interval_has_no_whisker():
    bars = ranked_dots([row("甲镇", 10, half=None)], "率").data[0].error_x
    assert (list(bars.array), list(bars.arrayminus)) == ([None], [None])


def test_symbol_stands_beside_every_value_and_colour_only_beyond_the_wide_limits():
    rows = [row("甲镇", 9, ABOVE), row("乙镇", 8, FAINT), row("丙镇", 5, LEVEL), row("丁镇", 1, BELOW)]
    figure = ranked_bars(rows, "率", 5.0, "全县 5.0")
    assert list(figure.data[0].marker.color) == [HIGH, NEUTRAL, NEUTRAL, ACCENT]
    words = [one.text for one in figure.layout.annotations]
    assert words == ["▲ 9.0", "▲ 8.0", "● 5.0", "▽ 1.0", "全县 5.0"]


def test_the_county_is_a_line_only_when_it_has_a_value():
    assert not ranked_dots([row("甲镇", 1)], "率").layout.shapes
    assert ranked_dots([row("甲镇", 1)], "率", 2.0, "全县 2.0").layout.shapes[0].x0 == 2.0


def test_a_point_carries_the_code_of_its_township_for_the_way_down():
    assert ranked_dots([row("甲镇", 1)], "率").data[0].customdata[0][0] == "甲镇"


def test_thirty_townships_with_long_names_get_a_row_each_and_names_that_fit():
    rows = [row(f"查干湖滩蒙古族自治示范乡第{number}", number) for number in range(1, 31)]
    figure = ranked_bars(rows, "率")
    assert figure.layout.height > 30 * 20
    assert max(map(len, figure.layout.yaxis.ticktext)) <= 9


def test_markup_in_a_name_is_shown_literally():
    assert ranked_bars([row("<b>镇", 1)], "率<i>").layout.yaxis.ticktext[0] == "&lt;b&gt;镇"
    assert "<i>" not in ranked_bars([row("甲镇", 1)], "率<i>").layout.title.text


def test_a_county_without_any_ranked_township_still_makes_a_figure():
    assert len(ranked_bars([], "率").data[0].x or ()) == 0
    assert ranked_dots([row("甲镇", 0, half=None)], "率").layout.xaxis.range[1] > 0
