"""Every figure of the test county comes out the same when counted by hand-written loops."""

from dataclasses import replace
from datetime import date

import pytest

from data.definition import Definition
from metrics import CORE, METRICS, compute, monthly, parse_period
from metrics._period import Period, month, month_end, months_later
from tests.metrics import plain_python
from tests.metrics.county import Span

PERIODS = {
    "a month": ("2025-03", None),
    "a leap February": ("2024-02", None),
    "the February after": ("2025-02", None),
    "a month cut at the cut-off": ("2026-06", None),
    "a month nobody covers": ("2027-01", None),
    "a quarter": ("2026-Q1", None),
    "a year": ("2025", None),
    "a year cut at the cut-off": ("2026", None),
    "the year to date": ("2026-05", "ytd"),
    "twelve months": ("2026-04", "rolling12"),
    "twelve months cut at the cut-off": ("2026-06", "rolling12"),
    "dates of one's own": ("2025-11-17..2026-02-09", None),
    "dates that end on 29 February": ("2024-02-10..2024-02-29", None),
}
SAME = ("numerator", "denominator", "base_numerator", "base_denominator", "status", "rank", "period_end", "base_start",
        "base_end", "cutoff")  # fmt: skip
CLOSE = ("value", "base_value", "change", "change_z", "phi", "low", "high", "wide_low", "wide_high")


def close_to(number):
    return number if number is None else pytest.approx(number, rel=1e-9, abs=1e-9)


def assert_same(figure, expected):
    for name in SAME:
        assert getattr(figure, name) == expected[name], (figure.area_code, name)
    for name in CLOSE:
        assert getattr(figure, name) == close_to(expected[name]), (figure.area_code, name)
    assert set(figure.notes) == expected["notes"], figure.area_code
    assert len(set(figure.notes)) == len(figure.notes)


def assert_twins(build, county, period):
    found = compute(build, METRICS.values(), period, by="all").rows()
    for name in METRICS:
        expected = plain_python.figures(county, name, period.start, period.end)
        mine = [figure for figure in found if figure.metric == name]
        assert [figure.area_code for figure in mine] == list(expected)
        for figure in mine:
            assert_same(figure, expected[figure.area_code])


@pytest.mark.parametrize(("text", "span"), PERIODS.values(), ids=PERIODS)
def test_compute_equals_the_loops_for(text, span, build, county):
    assert_twins(build, county, parse_period(text, span))


@pytest.mark.parametrize("text", ["2026-05", "2026-01", "2025-12"])
def test_compute_equals_the_loops_in_a_statistical_year(text, build, county):
    assert_twins(build, county, parse_period(text, "ytd", year_starts_in_december=True))


def test_compute_equals_the_loops_with_each_year_over_its_own_people(build_of, county):
    changed = replace(county, definition=Definition(same_population_for_both_years=False))
    assert_twins(build_of(changed), changed, parse_period("2026-05", "ytd"))


def test_compute_equals_the_loops_over_another_basis(build_of, county):
    changed = replace(county, definition=Definition(population_basis="户籍"))
    assert_twins(build_of(changed), changed, parse_period("2026-05", "ytd"))


def test_compute_equals_the_loops_when_every_ledger_covers_everything(build_of, county):
    spans = [("cases", None), *(("mediations", kind) for kind in ("people", "court", "trade", "community"))]
    changed = replace(county, coverage=tuple(Span(*one, date(2024, 1, 1), date(2026, 6, 20)) for one in spans))
    assert_twins(build_of(changed), changed, parse_period("2025-11-17..2026-02-09"))


def test_the_county_whose_people_are_all_known_has_rates(complete):
    (county,) = compute(complete, [METRICS["litigation_rate"]], parse_period("2026-05", "ytd"), by="county")
    people = 58_500 + 20_400 + 2_950 + 9_000 + 40_000 + 5_000 + 24
    assert county.denominator == people
    assert county.value == pytest.approx(county.numerator / people * 10_000, rel=1e-12)


@pytest.mark.parametrize(
    ("code", "metrics", "months"),
    [*((code, CORE, 24) for code in ("乙镇", "丙镇", "丁镇", "outside", None)), ("甲镇", tuple(METRICS.values()), 4)],
)
def test_each_month_of_the_trend_is_that_month_computed_alone(code, metrics, months, build):
    last = date(2026, 6, 1)
    trend = monthly(build, metrics, code, last, months=months).rows()
    by_phi = {"change_z", "phi", "low", "high", "wide_low", "wide_high"}  # the trend's is the one known at its end
    for position, start in enumerate(months_later(last, -back) for back in range(months - 1, -1, -1)):
        alone = compute(build, metrics, Period("month", start, month_end(start)), by="all").rows()
        wanted = [one for one in alone if one.area_code == (code or "county")]
        for place, expected in enumerate(wanted):
            found = trend[place * months + position]
            for name in expected.__dataclass_fields__.keys() - by_phi - {"rank", "together"}:  # of neighbours
                assert getattr(found, name) == getattr(expected, name), name
            for name in by_phi:
                assert (getattr(found, name) is None) == (getattr(expected, name) is None), name


def test_the_trend_of_one_month_is_the_month(build):
    (found,) = monthly(build, [METRICS["civil_filings"]], "甲镇", date(2026, 3, 17), months=1)
    alone = compute(build, [METRICS["civil_filings"]], month(2026, 3)).rows()
    assert found == next(one for one in alone if one.area_code == "甲镇")


def test_an_area_nobody_listed_has_no_trend(build):
    with pytest.raises(KeyError):
        monthly(build, METRICS.values(), "外乡", date(2026, 6, 1))
