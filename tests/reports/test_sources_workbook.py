"""The three sources taken away: unrounded numbers, the year before only where it is known."""

from dataclasses import replace
from datetime import date

from metrics import METRICS
from metrics._figures import Figure
from reports.sources_workbook import sources_workbook
from tests.reports.test_workbooks import rows

METRIC = METRICS["petition_resolution_rate"]
ONE = Figure(
    metric=METRIC.name,
    label=METRIC.label,
    period_start=date(2026, 1, 1),
    period_end=date(2026, 9, 30),
    area_code="county",
    area_name="试验县",
    numerator=2,
    denominator=3,
    value=200 / 3,
    low=None,
    high=None,
    status="small",
    notes=("small",),
    base_start=date(2025, 1, 1),
    base_end=date(2025, 9, 30),
    base_numerator=1,
    base_denominator=4,
    base_value=25.0,
    change=None,
    change_unit="百分点",
    change_z=None,
    unit="%",
    per=100,
    rank=None,
    rank_low=None,
    rank_high=None,
    build=7,
    cutoff=date(2026, 9, 30),
    definition="试验口径",
)


def row_of(figure):
    title, header, row = rows(sources_workbook("三源", [(METRIC, figure)], [("本期", "2026")]))
    assert title[0] == "三源"
    return dict(zip(header, row, strict=True))


def test_both_counts_stand_under_their_names():
    row = row_of(ONE)
    assert (row["方面"], row["指标"], row["值"]) == ("访源", "信访化解率", 200 / 3)
    assert (row["分子名称"], row["分子"]) == ("信访化解数", 2)
    assert (row["分母名称"], row["分母"]) == ("登记的信访事项数", 3)
    assert (row["上年同期值"], row["上年同期分子"], row["上年同期分母"]) == (25.0, 1, 4)
    assert row["标记"] == "数量过小"


def test_a_year_before_that_nobody_exported_is_empty_and_not_0():
    row = row_of(replace(ONE, base_value=None, base_numerator=0, base_denominator=0))
    assert (row["上年同期值"], row["上年同期分子"], row["上年同期分母"]) == ("", "", "")
    assert row["变化单位"] == ""
