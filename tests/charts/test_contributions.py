from charts.contributions import Contribution, contribution_bars
from charts.palette import ACCENT, HIGH, MUTED, NEUTRAL

ROWS = [
    Contribution("甲", "买卖合同纠纷", 4.0, "▲ +4.0", "甲的话", "above"),
    Contribution("乙", "机动车交通事故责任纠纷及其他", 0.5, "+0.5", "乙的话", "same"),
    Contribution("丙", "丙<b>", -1.7, "▽ -1.7", "丙的话", "below"),
    Contribution("", "其他3种", -0.2, "-0.2", "其他的话", kind="rest"),
    Contribution("", "全县", 2.6, "+2.6", "全县的话", kind="whole"),
]


def test_bars_run_to_both_sides_of_zero_in_the_order_given():
    figure = contribution_bars(ROWS, "增减", "百分点")
    assert list(figure.data[0].x) == [4.0, 0.5, -1.7, -0.2, 2.6]
    low, high = figure.layout.xaxis.range
    assert low < -1.7
    assert high > 4.0
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_colour_repeats_what_the_symbol_says():
    figure = contribution_bars(ROWS, "增减", "百分点")
    assert list(figure.data[0].marker.color) == [HIGH, NEUTRAL, ACCENT, NEUTRAL, MUTED]
    assert [one.text for one in figure.layout.annotations] == [row.text for row in ROWS]


def test_rises_alone_begin_at_zero_and_falls_alone_end_there():
    assert contribution_bars(ROWS[:2], "增减", "百分点").layout.xaxis.range[0] == 0
    assert contribution_bars(ROWS[2:4], "增减", "百分点").layout.xaxis.range[1] == 0
    assert contribution_bars([Contribution("", "全县", 0, "0.0", "", kind="whole")], "x", "件").layout.xaxis.range == (
        -1,
        1,
    )


def test_long_names_are_cut_and_data_stays_text():
    names = contribution_bars(ROWS, "增减", "百分点").layout.yaxis.ticktext
    assert len(names[1]) == 11
    assert names[2] == "丙&lt;b&gt;"


def test_a_click_carries_the_code_and_a_line_parts_the_whole():
    figure = contribution_bars(ROWS, "增减", "百分点")
    assert [one[0] for one in figure.data[0].customdata] == ["甲", "乙", "丙", "", ""]
    assert [shape.y0 for shape in figure.layout.shapes] == [3.5]
