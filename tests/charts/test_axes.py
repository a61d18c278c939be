"""Axes that several charts share."""

from charts.axes import from_zero, of_names


def test_a_value_axis_begins_at_zero_and_bears_its_unit():
    axis = from_zero("件/万人")
    assert axis["rangemode"] == "tozero"
    assert axis["title"]["text"] == "件/万人"


def test_the_first_name_stands_on_top():
    axis = of_names([0, 1, 2], ["甲镇", "乙镇", "丙镇"], 3)
    bottom, top = axis["range"]
    assert top < min(axis["tickvals"]) < max(axis["tickvals"]) < bottom
    assert axis["ticktext"] == ["甲镇", "乙镇", "丙镇"]
