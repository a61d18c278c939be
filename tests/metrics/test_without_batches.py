"""Figures without batch filings: township by township what the plain list of cases leaves, period and base alike."""

from datetime import date

import pytest

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._dispersion import dispersion
from metrics._without_batches import can_do_without_batches, places_without_batches, without_batches
from tests.metrics.moved_county import PERIOD, ROWS, filed, moved_county, with_causes, with_summary
from tests.metrics.tiny import COVERAGE, mediation

RATE, FILINGS = METRICS["litigation_rate"], METRICS["civil_filings"]
TAKEN = (
    *(f"甲镇买卖合同纠纷{i}" for i in range(35)),
    *(f"甲镇买卖合同纠纷{i}" for i in range(60, 68)),
    *(f"乙镇民间借贷纠纷{i}" for i in range(7)),
    "outside民间借贷纠纷0",
    "unassigned买卖合同纠纷5",
)
"""Of May 2026 35 in 甲镇, 7 in 乙镇, 1 outside; of May 2025 8 in 甲镇 and 1 unassigned."""
LEFT = {
    "甲镇": (55, 32),
    "乙镇": (53, 80),
    "丙镇": (3, 2),
    "outside": (11, 18),
    "unassigned": (5, 9),
    "county": (127, 141),
}


@pytest.fixture
def moved(build_of):
    return with_causes(build_of(moved_county(*ROWS)), [(one, "某银行") for one in TAKEN])


def test_every_area_has_what_its_batch_cases_leave_in_the_period_and_in_its_base(moved):
    rest = places_without_batches(moved, FILINGS, PERIOD).figures
    assert {one.area_code: (one.numerator, one.base_numerator) for one in rest} == LEFT


def test_a_rate_is_divided_by_the_same_people_and_compared_without_batches_on_both_sides(moved):
    """甲镇: 55 of 8,000 people are 68.75, after 32 of 8,000; 55 ÷ 32 - 1 = 71.875 %."""
    [one] = [one for one in places_without_batches(moved, RATE, PERIOD).figures if one.area_code == "甲镇"]
    assert (one.value, one.denominator, one.base_value) == (68.75, 8_000, 40.0)
    assert one.change == pytest.approx(71.875)


def test_the_build_itself_counts_as_before(moved):
    before = compute(moved, [RATE], PERIOD, by="all").rows()
    places_without_batches(moved, RATE, PERIOD)
    assert compute(moved, [RATE], PERIOD, by="all").rows() == before


def test_days_that_are_no_whole_month_are_counted_alike(moved):
    days = parse_period("2026-05-03..2026-05-20")
    [county] = compute(without_batches(moved), [FILINGS], days, by="county").rows()
    assert (county.numerator, county.base_numerator) == (127, 141)


def test_batches_are_left_in_where_the_definition_leaves_them_out_itself(build_of):
    out = Definition(exclude_batch_filings=True)
    build = with_causes(build_of(moved_county(*ROWS, definition=out)), [(one, "某银行") for one in TAKEN])
    assert without_batches(build) is build
    assert not can_do_without_batches(build, RATE)
    places = places_without_batches(build, RATE, PERIOD)
    assert list(places.figures) == compute(build, [RATE], PERIOD, by="all", with_rank_intervals=True).rows()


def test_what_the_definition_leaves_out_for_another_reason_is_not_taken_away_twice(build_of):
    rows = (filed("甲镇", "离婚纠纷", 12), filed("甲镇", "著作权权属纠纷", 9, excluded=True))
    names = [(f"甲镇著作权权属纠纷{i}", "某公司") for i in range(9)]
    build = with_causes(build_of(moved_county(*rows)), names)
    [one] = [one for one in places_without_batches(build, FILINGS, PERIOD).figures if one.area_code == "甲镇"]
    assert one.numerator == 12


def test_a_month_that_a_summary_tells_keeps_its_number(build_of):
    """Rows of May 2025 lie outside what imports cover; the summary's 40 stand there, and no row is in them."""
    spans = tuple(one for one in COVERAGE if one.ledger != "cases")
    rows = tuple(one._replace(covers_start=date(2026, 1, 1)) for one in COVERAGE if one.ledger == "cases")
    build = with_causes(build_of(moved_county(filed("甲镇", "买卖合同纠纷", 20), coverage=(*rows, *spans))),
                        [("甲镇买卖合同纠纷3", "某银行")])  # fmt: skip
    told = with_summary(build, [(date(2025, 5, 1), "甲镇", 40)])
    [one] = [one for one in places_without_batches(told, FILINGS, PERIOD).figures if one.area_code == "甲镇"]
    assert (one.numerator, one.base_numerator) == (19, 40)


def test_metrics_that_count_no_filings_stay_as_they_are(build_of):
    disputes = mediation("甲镇", "2026-05-06", "people", "success", 12)
    build = with_causes(build_of(moved_county(disputes)), [])
    resolved = METRICS["people_mediation_resolution_rate"]
    assert not can_do_without_batches(build, resolved)
    assert can_do_without_batches(build, RATE)
    [one] = [one for one in places_without_batches(build, resolved, PERIOD).figures if one.area_code == "甲镇"]
    assert (one.numerator, one.denominator) == (12, 12)


def test_the_spread_between_months_is_that_of_months_without_batches(build_of):
    """Five cases a month, and sixty more on one day: without them every month is alike, and φ is its least, 1."""
    days = [date(year, month, 10) for year in (2025, 2026) for month in range(1, 13)]
    even = [one for code in ("甲镇", "乙镇") for one in filed(code, "离婚纠纷", 5)]
    rows = [one._replace(filed_on=day, case_number=f"{day}{one.case_number}") for day in days for one in even]
    batch = filed("甲镇", "买卖合同纠纷", 60)
    build = with_causes(build_of(moved_county(rows, batch)), [(one.case_number, "某银行") for one in batch])
    last = date(2026, 12, 31)
    assert dispersion(build, RATE, last) > 2.5
    assert dispersion(without_batches(build), RATE, last) == 1.0
