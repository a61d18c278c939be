from datetime import date, datetime

import pytest

from data.clean.monthly_totals import COUNT_NAMES
from metrics import counts
from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("township", "month", "count_name", "total")


def total(township="柳河镇", month="2024-01", count="一审民商事新收", n=12.0):
    return (township, month, count, n)


@pytest.mark.parametrize(
    "written",
    ["2024-01", "2024年1月", "2024年1月份", "202401", 202401.0, "2024.01", datetime(2024, 1, 1), "2024/1"],
)
def test_a_month_may_be_written_in_many_ways(written):
    assert only(cleaned("monthly_totals", FIELDS, [total(month=written)]))["month"] == date(2024, 1, 1)


@pytest.mark.parametrize("written", ["2024年", "2024年1-3月", "一月", datetime(2024, 1, 15), "2024年第一季度"])
def test_what_is_no_single_whole_month_is_set_aside(written):
    result = cleaned("monthly_totals", FIELDS, [total(month=written)])
    assert (result.rows_set_aside, codes(result)) == (1, ["not_a_month"])


def test_a_count_that_no_table_knows_is_set_aside_and_named():
    result = cleaned("monthly_totals", FIELDS, [total(count="植树棵数")])
    assert (result.rows_set_aside, codes(result)) == (1, ["count_unknown"])
    assert "植树棵数" in result.problems[0].sentence


def test_every_name_in_the_table_means_a_count_that_builds_hold_and_every_counts_label_is_there():
    known = {count.name: count.label for count in counts() if count.fold == "sum"}
    assert set(COUNT_NAMES.values()) <= set(known)
    named = {name: label for name, label in known.items() if name in COUNT_NAMES.values()}
    missing = {
        label for name, label in named.items() if COUNT_NAMES.get(label.replace("（", "(").replace("）", ")")) != name
    }
    assert missing == set()


@pytest.mark.parametrize("written", ["全县", "合计", "全院"])
def test_the_whole_county_is_no_township(written):
    row = only(cleaned("monthly_totals", FIELDS, [total(township=written)]))
    assert (row["is_county"], row["place_stated"]) == (True, None)


def test_a_number_that_cannot_be_read_sets_the_row_aside():
    result = cleaned("monthly_totals", FIELDS, [total(n="约十件"), total(n=""), total(n=-3.0)])
    assert sorted(codes(result)) == ["not_a_number", "not_a_number", "total_missing"]
    assert result.rows_set_aside == 3
