"""The year foretold from a build: the same numbers as the bare formula, and silence where nothing is known."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from data.definition import Definition, SeriesBreak
from metrics import METRICS
from metrics._dispersion import dispersion
from metrics._forecast import year_end
from metrics._year_ahead import POINT_FROM, year_ahead
from tests.metrics.county import Case, Span
from tests.metrics.tiny import tiny_county

MONTHLY = (6, 4, 9, 10, 8, 9, 11, 7, 8, 9, 10, 13)
"""Cases of every month of a year before: 104."""


def county_until(last: date, first_year: int = 2024, **changes):
    """Every month alike in all years, 甲镇 and 辖区外 in turn, covered until a day."""
    cases = []
    for year in range(first_year, last.year + 1):
        for at, n in enumerate(MONTHLY, 1):
            day = date(year, at, 5)
            if day <= last:
                cases += [Case(("甲镇", "outside")[i % 2], day, True, False, False) for i in range(n)]
    coverage = (Span("cases", None, date(first_year, 1, 1), last),)
    given = {"definition": Definition(breaks=()), "coverage": coverage, **changes}
    return tiny_county(cases, **given)


def test_the_numbers_are_those_of_the_formula(build_of):
    build = build_of(county_until(date(2026, 9, 30)))
    found = year_ahead(build, date(2026, 9, 30))
    share = sum(MONTHLY[:9]) / 104
    phi = dispersion(build, METRICS["civil_filings"], date(2026, 9, 30))
    plain = year_end([72], share, [104], phi=phi)
    assert (found.why, found.so_far, found.previous, found.closed_months) == ("ok", 72, 104, 9)
    assert (found.low, found.high) == (plain.low[0], plain.high[0])
    assert found.point == round(plain.mean[0]) == 104
    assert found.low < 104 < found.high


def test_a_running_month_is_not_counted(build_of):
    found = year_ahead(build_of(county_until(date(2026, 9, 20))), date(2026, 9, 20))
    assert (found.last, found.so_far) == (date(2026, 8, 31), 64)


def test_an_earlier_period_of_the_year_gets_the_same_forecast(build_of):
    build = build_of(county_until(date(2026, 9, 30)))
    assert year_ahead(build, date(2026, 3, 31)) == year_ahead(build, date(2026, 9, 30))


@pytest.mark.parametrize("closed", [1, 2, 3])
def test_before_april_there_is_an_interval_and_no_point(closed, build_of):
    last = date(2026, closed + 1, 1).replace(day=1)
    found = year_ahead(build_of(county_until(date.fromordinal(last.toordinal() - 1))), date(2026, 1, 31))
    assert found.closed_months == closed
    assert found.low < found.high
    assert (found.point is None) == (closed < POINT_FROM)


@pytest.mark.parametrize(
    ("county", "day", "why"),
    [
        (county_until(date(2026, 9, 30), 2026), date(2026, 9, 30), "no_earlier_year"),
        (county_until(date(2026, 1, 20)), date(2026, 1, 20), "no_closed_month"),
        (county_until(date(2025, 12, 31)), date(2025, 12, 31), "over"),
        (county_until(date(2026, 9, 30)), date(2025, 4, 30), "over"),
        (replace(county_until(date(2026, 9, 30)), coverage=()), date(2026, 9, 30), "no_closed_month"),
    ],
)
def test_where_nothing_can_be_foretold_it_says_why(county, day, why, build_of):
    found = year_ahead(build_of(county), day)
    assert (found.why, found.point, found.low, found.high) == (why, None, None, None)


def test_a_gap_in_the_year_forbids_a_forecast(build_of):
    spans = (
        Span("cases", None, date(2024, 1, 1), date(2026, 2, 28)),
        Span("cases", None, date(2026, 4, 1), date(2026, 9, 30)),
    )
    found = year_ahead(build_of(county_until(date(2026, 9, 30), coverage=spans)), date(2026, 9, 30))
    assert found.why == "gap"


def test_a_year_before_of_another_definition_is_no_prior(build_of):
    broken = Definition(breaks=(SeriesBreak(date(2025, 7, 1), ("filings",), "换系统"),))
    found = year_ahead(build_of(county_until(date(2026, 9, 30), definition=broken)), date(2026, 9, 30))
    assert (found.why, found.previous) == ("ok", None)
    plain = year_ahead(build_of(county_until(date(2026, 9, 30))), date(2026, 9, 30))
    assert found.high - found.low > plain.high - plain.low


def test_a_statistical_year_begins_in_december(build_of):
    december = Definition(breaks=(), year_starts_in_december=True)
    build = build_of(county_until(date(2026, 9, 30), 2023, definition=december))
    found = year_ahead(build, date(2026, 9, 30))
    assert (found.first, found.closed_months, found.so_far) == (date(2025, 12, 1), 10, 13 + 72)
    phi = dispersion(build, METRICS["civil_filings"], date(2026, 9, 30))
    plain = year_end([85], 85 / 104, [104], phi=phi)
    np.testing.assert_array_equal([found.low, found.high], [plain.low[0], plain.high[0]])
