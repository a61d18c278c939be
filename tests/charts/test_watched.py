from charts.watched import BandPoint, Level, before_after, expected_band


def point(value: float | None, *, low: float | None = 1, high: float | None = 9, **more: object) -> BandPoint:
    return BandPoint("1月", value, 5, low, high, f"本期{value}", **more)  # type: ignore[arg-type]


def named(figure: object, name: str):
    return next(one for one in figure.data if one.name == name)  # type: ignore[attr-defined]


def test_the_band_goes_up_one_side_and_back_on_the_other():
    band = named(expected_band([point(4), point(6, low=2, high=8)], "件", "收案"), "99.8%界限")
    assert list(band.x) == [0, 1, 1, 0, 0, None]
    assert list(band.y) == [9, 8, 2, 1, 9, None]
    assert band.fill == "toself"


def test_a_period_that_was_not_judged_parts_the_band_and_a_new_year_parts_the_line():
    points = [point(4), point(None, low=None, high=None), point(6), point(1, begins_anew=True)]
    figure = expected_band(points, "件", "收案")
    assert list(named(figure, "99.8%界限").x).count(None) == 3
    line = named(figure, "实际")
    assert list(line.y) == [4, None, 6, None, 1]
    assert line.connectgaps is False


def test_an_alert_is_a_triangle_on_its_side_before_it_is_a_colour():
    marks = expected_band(
        [point(4), point(12, mark="high"), point(0, mark="low"), point(9, mark="watch")], "件", "收案"
    ).data[-1]
    assert list(marks.marker.symbol) == ["circle", "triangle-up", "triangle-down", "diamond-open"]
    assert marks.marker.color[0] != marks.marker.color[1]


def test_the_axis_starts_at_zero_and_names_only_what_has_a_tick():
    figure = expected_band([point(4), BandPoint("", 5, 5, 1, 9, "")], "件", "收案")
    assert figure.layout.yaxis.rangemode == "tozero"
    assert list(figure.layout.xaxis.ticktext) == ["1月"]


def test_the_level_before_and_after_stands_over_its_own_months():
    months = [point(value) for value in (4, 4, 9, 2, 2)]
    figure = before_after(months, [Level(0, 1, 4, "前"), Level(3, 4, 2, "后")], 2, "销号", "件", "对比")
    before, after = named(figure, "前"), named(figure, "后")
    assert (before.x, before.y) == ((-0.4, 1.4), (4, 4))
    assert (after.x, after.line.dash != before.line.dash) == ((2.6, 4.4), True)
    [line] = figure.layout.shapes
    assert (line.x0, figure.layout.annotations[0].text) == (2, "销号")
