from charts.columns import monthly_columns
from charts.trend import TrendPoint

POINTS = [
    TrendPoint("11月<br>2025", 12.0, "2024年11月", 9.0, "十一月", "上年十一月"),
    TrendPoint("12", None, "2024年12月", None, "十二月", ""),
    TrendPoint("1月<br>2026", 1_204.0, "2025年1月", 0.0, "一月", "", is_partial=True),
]


def test_columns_start_at_zero_and_bear_their_number():
    figure = monthly_columns(POINTS, "件", "工作站调解")
    before, bars = figure.data
    assert figure.layout.yaxis.rangemode == "tozero"
    assert list(bars.text) == ["12", "", "1,204"]
    assert list(bars.y) == [12.0, None, 1_204.0]
    assert list(before.y) == [9.0, None, 0.0]


def test_an_unfinished_month_is_hatched():
    assert list(monthly_columns(POINTS, "件", "题").data[1].marker.pattern.shape) == ["", "", "/"]


def test_the_title_is_no_markup():
    assert "<b>" not in monthly_columns(POINTS, "件", "<b>题").layout.title.text
