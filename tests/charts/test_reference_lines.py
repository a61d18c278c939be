from charts.ranking import RankedRow, ranked_dots
from charts.reference_lines import ReferenceLine, over_ranking, over_trend
from charts.trend import TrendPoint, paired_months


def ranking():
    row = RankedRow("甲镇", "甲镇", 10.0, 9.0, 11.0, "10.0", "甲镇", None)
    return ranked_dots([row], "率", 10.5, "全县 10.5")


def test_a_value_is_a_dotted_line_with_its_words_and_the_county_keeps_its_own():
    before = ranking()
    drawn = over_ranking(before, [ReferenceLine(8.0, "全市平均 8.0")])
    county, city = drawn.layout.shapes
    assert (county.x0, county.line.dash) == (10.5, "dash")
    assert (city.x0, city.x1, city.line.dash) == (8.0, 8.0, "dot")
    assert "全市平均 8.0" in [one.text for one in drawn.layout.annotations]


def test_the_cached_figure_is_left_as_it_was():
    before = ranking()
    over_ranking(before, [ReferenceLine(800.0, "全市平均 800")])
    assert len(before.layout.shapes) == 1
    assert before.layout.xaxis.range[1] < 20


def test_the_axis_reaches_as_far_as_the_farthest_value_and_its_words_stay_inside():
    drawn = over_ranking(ranking(), [ReferenceLine(50.0, "全省平均 50"), ReferenceLine(0.5, "全市平均 0.5")])
    assert drawn.layout.xaxis.range[1] > 50
    sides = {one.text: one.xanchor for one in drawn.layout.annotations}
    assert (sides["全省平均 50"], sides["全市平均 0.5"]) == ("right", "left")


def test_words_of_several_values_stand_one_below_the_other():
    drawn = over_ranking(ranking(), [ReferenceLine(8.0, "一"), ReferenceLine(8.1, "二")])
    shifts = [one.yshift for one in drawn.layout.annotations if one.text in ("一", "二")]
    assert len(set(shifts)) == 2
    assert drawn.layout.margin.b > -min(shifts)


def test_without_values_the_figure_is_the_same():
    figure = ranking()
    assert over_ranking(figure, []) is figure
    assert over_trend(figure, []) is figure


def test_a_value_of_one_month_stands_at_that_month_and_in_the_legend():
    points = [TrendPoint(f"{n}月", n, "", n, "", "") for n in (1, 2, 3)]
    drawn = over_trend(paired_months(points, "件", "走势"), [ReferenceLine(2.5, "全市平均 2.5", 1)])
    line = drawn.data[2]
    assert (list(line.x), list(line.y), line.name) == (["2月"], [2.5], "全市平均 2.5")
