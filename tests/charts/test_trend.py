from charts.trend import BreakLine, TrendPoint, paired_months


def point(month: int, value: float | None, base: float | None, *, partial: bool = False) -> TrendPoint:
    return TrendPoint(f"{month}月", value, f"上年{month}月", base, f"本年{value}", f"上年{base}", partial)


def test_both_years_stand_on_the_same_months():
    last_year, this_year = paired_months([point(1, 5, 4), point(2, 6, 7)], "件", "走势").data
    assert list(last_year.x) == list(this_year.x) == ["1月", "2月"]
    assert (list(last_year.y), list(this_year.y)) == ([4, 7], [5, 6])


def test_the_years_differ_by_line_and_name_and_not_by_colour_alone():
    last_year, this_year = paired_months([point(1, 5, 4)], "件", "走势").data
    assert (last_year.line.dash, this_year.line.dash) == ("dot", None)
    assert (last_year.name, this_year.name) == ("上年同月", "近12个月")


def test_an_unfinished_month_is_an_open_circle():
    this_year = paired_months([point(1, 5, 4), point(2, 1, 3, partial=True)], "件", "走势").data[1]
    assert list(this_year.marker.symbol) == ["circle", "circle-open"]


def test_a_month_without_a_value_is_a_gap():
    last_year, this_year = paired_months([point(1, 5, None), point(2, None, 4), point(3, 6, 5)], "件", "走势").data
    assert list(last_year.y) == [None, 4, 5]
    assert list(this_year.y) == [5, None, 6]
    assert this_year.connectgaps is False


def test_the_axis_starts_at_zero():
    assert paired_months([point(1, 95, 96)], "%", "走势").layout.yaxis.rangemode == "tozero"


def test_a_break_is_a_dashed_line_with_its_words():
    figure = paired_months(
        [point(1, 5, 4), point(2, 6, 7)], "件", "走势", breaks=[BreakLine(0.5, "2025-01-01 口径断点")]
    )
    [line] = figure.layout.shapes
    assert (line.x0, line.x1, line.line.dash) == (0.5, 0.5, "dash")
    assert [one.text for one in figure.layout.annotations] == ["2025-01-01 口径断点"]


def test_a_click_on_a_month_tells_its_days():
    days = TrendPoint(
        "1月", 5, "上年1月", 4, "本年", "上年", days="2026-01-01/2026-01-31", base_days="2025-01-01/2025-01-31"
    )
    last_year, this_year = paired_months([days], "件", "走势").data
    assert [one.customdata[0][0] for one in (last_year, this_year)] == [days.base_days, days.days]
