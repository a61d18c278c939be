from charts.side_by_side import Pair, paired_values

PAIRS = [Pair("甲镇", 10.0, 14.0, "2 → 3", "甲镇"), Pair("乙镇", None, 5.0, "不排名", "乙镇")]


def test_a_township_is_two_points_and_a_line_as_long_as_its_move():
    lines, left, right = paired_values(PAIRS, "两种口径", "甲口径", "乙口径").data
    assert list(lines.x) == [10.0, 14.0, None]
    assert (list(left.x), list(right.x)) == ([10.0, None], [14.0, 5.0])
    assert (left.marker.symbol, right.marker.symbol) == ("circle-open", "circle")


def test_the_axis_begins_at_zero_and_places_are_printed():
    figure = paired_values(PAIRS, "两种口径", "甲口径", "乙口径")
    assert figure.layout.xaxis.range[0] == 0
    assert [one.text for one in figure.layout.annotations] == ["2 → 3", "不排名"]


def test_nothing_to_draw_is_an_empty_chart():
    assert paired_values([], "两种口径", "甲口径", "乙口径").layout.xaxis.range == (0, 1.04)
