"""Rows of the ranking: the place with its interval, limits that say when they were widened, averages left alone."""

from dataclasses import replace

from metrics import METRICS
from tests.metrics.one_figure import figure
from ui.definition_card import metric_lines
from ui.township_rows import chart_row, days_clicked, in_order, table_row, trend_points

RATE, PART, DAYS = (METRICS[name] for name in ("litigation_rate", "people_mediation_resolution_rate", "trial_days"))
COUNTY = figure(RATE, 10_000, 2_000_000, 9_000, 2_000_000, area_code="county")
PLACED = figure(RATE, 100, 10_000, 90, 10_000, phi=1.84, rank=5, rank_low=3, rank_high=9)


def cells(one, metric=RATE, county=COUNTY):
    return [str(cell) for cell in table_row(one, metric, county, {}).cells]


def test_the_place_stands_before_its_interval(monkeypatch):
    monkeypatch.setattr("ui.township_rows.mode.is_ranking", lambda: True)
    assert cells(PLACED)[1] == '5<span class="reach">（3–9）</span>'
    assert cells(replace(PLACED, rank_low=None, rank_high=None))[1] == "5"
    assert cells(replace(PLACED, rank=None, rank_low=None, rank_high=None))[1] == "—"


def test_in_体检模式_nobody_has_a_place_and_no_dash_stands_for_one(monkeypatch):
    monkeypatch.setattr("ui.township_rows.mode.is_ranking", lambda: False)
    assert cells(PLACED)[1] == ""
    assert cells(replace(PLACED, rank=None, rank_low=None, rank_high=None))[1] == ""
    assert "位次" not in chart_row(PLACED, RATE, COUNTY).words
    best, other = replace(PLACED, value=90.0, rank=1), replace(PLACED, value=100.0, rank=2)
    assert in_order([best, other], RATE) == [other, best]


def test_pointing_at_a_township_tells_that_its_limits_allow_for_clumps(monkeypatch):
    monkeypatch.setattr("ui.township_rows.mode.is_ranking", lambda: True)
    shown = chart_row(PLACED, RATE, COUNTY).words.split("<br>")
    assert "位次 5（3–9）" in shown
    assert "95%区间 75.20–130.37，已按聚集性放宽（φ=1.8）" in shown
    single = chart_row(figure(RATE, 100, 10_000, 90, 10_000), RATE, COUNTY).words
    assert "95%区间 81.36–121.63" in single
    assert "聚集" not in single
    assert "位次" not in single


def test_an_average_has_no_limits_and_is_not_held_against_the_county():
    one = figure(DAYS, 4_550, 100, 4_000, 100, low=None, high=None, change_unit="%", rank=2)
    county = replace(one, area_code="county", rank=None)
    assert chart_row(one, DAYS, county).comparison is None
    assert not any("不作比较" in cell or "显著" in cell for cell in cells(one, DAYS, county))


def test_the_card_names_the_method_that_made_the_limits():
    assert dict(metric_lines(RATE))["区间"] == "95%区间：Byar法（不足10件用精确泊松）"
    assert dict(metric_lines(RATE, 2.06))["区间"] == "95%区间：精确泊松法，已按聚集性放宽（φ=2.1）"
    assert dict(metric_lines(PART, 1.3))["区间"] == "95%区间：Wilson法，已按聚集性放宽（φ=1.3）"
    assert dict(metric_lines(DAYS, 1.0))["区间"] == "不计区间"


def test_a_click_on_a_month_asks_for_the_days_that_its_point_tells():
    [point] = trend_points([PLACED], RATE)
    assert days_clicked(point.days) == {
        "span": "free",
        "from": PLACED.period_start.isoformat(),
        "to": PLACED.period_end.isoformat(),
    }
    assert days_clicked(point.base_days)["from"] == PLACED.base_start.isoformat()
