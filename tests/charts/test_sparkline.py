import re
from base64 import b64decode

from charts.sparkline import HEIGHT, WIDTH, sparkline_address, sparkline_svg


def points(svg: str) -> list[list[tuple[float, float]]]:
    lines = re.findall(r'points="([^"]*)"', svg)
    return [[(float(x), float(y)) for x, y in (pair.split(",") for pair in line.split())] for line in lines]


def test_greater_is_higher_and_zero_is_the_floor():
    (line,) = points(sparkline_svg([0, 5, 10]))
    heights = [y for _, y in line]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] == HEIGHT - 3


def test_months_run_over_the_whole_width():
    (line,) = points(sparkline_svg([1.0] * 24))
    assert (line[0][0], line[-1][0]) == (3, WIDTH - 3)


def test_a_month_without_a_value_breaks_the_line():
    assert [len(run) for run in points(sparkline_svg([1, 2, None, 3]))] == [2, 1]


def test_nothing_known_draws_only_the_floor():
    assert points(sparkline_svg([None, None])) == []
    assert "<path" not in sparkline_svg([])


def test_zeros_lie_on_the_floor_without_a_division_by_zero():
    (line,) = points(sparkline_svg([0, 0]))
    assert {y for _, y in line} == {HEIGHT - 3}


def test_the_address_holds_the_picture_itself():
    kind, _, data = sparkline_address([1, 2]).partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(data).decode().startswith("<svg")


def test_the_last_month_has_a_round_dot_however_wide_the_picture():
    svg = sparkline_svg([1, 2, None])
    assert 'preserveAspectRatio="none"' in svg
    assert 'stroke-linecap="round" vector-effect="non-scaling-stroke"' in svg


def test_a_break_of_the_series_is_a_dashed_line_at_its_place():
    svg = sparkline_svg([1.0] * 24, [11.5])
    assert f'x1="{WIDTH / 2:.1f}"' in svg
    assert "stroke-dasharray" in svg
    assert "stroke-dasharray" not in sparkline_svg([1.0] * 24)
