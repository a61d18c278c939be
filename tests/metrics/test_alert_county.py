"""Month ends, the year's end: what is flagged, with which share, and when nothing may be said."""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import norm

from metrics._alert_county import (
    FEWEST_DISPUTES,
    MonthEnd,
    _pooled,
    cutoff_tests,
    late_law,
    working_days,
    year_end,
)
from metrics._alert_words import cutoff_sentence, evidence_sentence
from metrics._alerts import county_alerts
from metrics._period import month_end, months_later
from tests.metrics.county import Case, County, Mediation, People, Span, Township, write_build

FIRST, LAST, DECEMBER = date(2022, 1, 1), date(2025, 12, 31), date(2025, 12, 1)


def suppressed():
    """Filings and disputes on every weekday alike; from 2025 the last five weekdays of a month file on the first day
    after. November and December 2025 are empty but for a handful."""
    day, moved = FIRST, 0
    while day <= LAST:
        if day.weekday() < 5:
            yield Mediation("甲镇", day, "people", "success")
            yield Mediation("甲镇", day, "people", "success")
            is_last = day.year == 2025 and day > month_end(day) - timedelta(days=7)
            is_late = day.year == 2025 and day.month > 10 and day.day > 9
            for _ in range(3):
                if is_last:
                    moved += 1
                elif not is_late:
                    yield Case("甲镇", day, True, False, False)
            if moved and not is_last:
                yield from (Case("甲镇", day, True, False, False) for _ in range(moved))
                moved = 0
        day += timedelta(days=1)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    rows = tuple(suppressed())
    county = County(
        townships=(Township("甲镇", "镇", False, True),),
        people=(People("甲镇", "常住", FIRST, 10_000),),
        cases=tuple(one for one in rows if isinstance(one, Case)),
        mediations=tuple(one for one in rows if isinstance(one, Mediation)),
        coverage=(Span("cases", None, FIRST, LAST), Span("mediations", "people", FIRST, LAST)),
    )
    return write_build(tmp_path_factory.mktemp("ends") / "1.duckdb", county, 81)


@pytest.mark.parametrize(
    ("last", "days", "before", "after"),
    [
        (date(2026, 10, 31), 5, date(2026, 10, 26), date(2026, 11, 6)),
        (date(2026, 9, 30), 10, date(2026, 9, 17), date(2026, 10, 14)),
        (date(2026, 2, 28), 1, date(2026, 2, 27), date(2026, 3, 2)),
    ],
)
def test_windows_hold_so_many_weekdays_and_meet_at_the_month_end(last, days, before, after):
    (start, end), (begin, stop) = working_days(last, days)
    assert (start, end, begin, stop) == (before, last, last + timedelta(days=1), after)
    assert sum((start + timedelta(days=n)).weekday() < 5 for n in range((end - start).days + 1)) == days
    assert sum((begin + timedelta(days=n)).weekday() < 5 for n in range((stop - begin).days + 1)) == days


def test_filings_moved_behind_twelve_month_ends_are_flagged_with_what_is_missing(build):
    five, ten = cutoff_tests(build, date(2025, 10, 1))
    assert (five.days, ten.days, len(five.ends)) == (5, 10, 12)
    assert [one.on for one in five.ends][::11] == [date(2024, 10, 31), date(2025, 9, 30)]
    assert five.found.is_flagged
    assert five.share == pytest.approx(0.5)
    spared = [one for one in five.ends if one.on.year == 2024]
    assert all((one.before, one.after) == (15, 15) for one in spared[:2])
    (alert,) = [one for one in county_alerts(build, date(2025, 10, 1)) if one.rule == "held_back"]
    assert (alert.area_code, alert.numerator) == ("county", sum(one.before for one in five.ends))
    assert "需要复核；这只是迹象，不是证据" in evidence_sentence(alert)
    assert "少于应有，需要复核" in cutoff_sentence(five)


def test_nothing_is_flagged_where_filings_run_as_disputes_do(build):
    tests = cutoff_tests(build, date(2024, 10, 1))
    assert [one.found.is_flagged for one in tests] == [False, False]
    assert "：未达预警线。" in cutoff_sentence(tests[0])


def test_a_small_chance_above_the_limit_is_not_called_normal():
    """One in thirty is no alert, and no proof that nothing was held back."""
    ends = [MonthEnd(date(2025, 1, 31), 450, 550, 500, 500)]
    words = cutoff_sentence(_pooled(ends, 5, 1.5))
    assert "：未达预警线。比应有少50件" in words
    assert "没有异常" not in words


def test_the_share_is_that_of_the_disputes_and_its_own_uncertainty_widens_the_test():
    ends = [MonthEnd(date(2025, 1, 31), 450, 550, 600, 400)]
    found = _pooled(ends, 5, 2.0)
    assert (found.share, found.disputes) == (0.6, 1000)
    phi = 2.0 * (1 + 1000 / 1000)
    assert found.found.p == pytest.approx(norm.cdf((450 - 600) / (phi * 1000 * 0.6 * 0.4) ** 0.5))
    few = _pooled([MonthEnd(date(2025, 1, 31), 450, 550, 60, FEWEST_DISPUTES - 61)], 5, 2.0)
    assert (few.share, few.disputes) == (0.5, 0)


def test_month_ends_need_thirteen_months_of_days(build):
    assert cutoff_tests(build, date(2022, 12, 1)) == ()
    assert len(cutoff_tests(build, date(2023, 1, 1))) == 2


def test_a_drop_of_november_and_december_is_held_against_the_level_of_the_year(build):
    found = year_end(build, DECEMBER)
    assert found is not None
    assert found.mean_before == pytest.approx(sum(found.counts[:-1]) / 3)
    assert found.expected == pytest.approx(found.mean_before, rel=0.05)
    assert found.is_alarm
    (alert,) = [one for one in county_alerts(build, DECEMBER) if one.rule == "year_end_drop"]
    assert (alert.start, alert.value) == (date(2025, 11, 1), found.counts[-1])
    assert alert.value < alert.limit
    assert evidence_sentence(alert).endswith("需要复核")


def test_the_law_of_november_and_december_is_as_wide_as_chance_makes_them():
    dice = np.random.default_rng(4)
    late_before, late, early, early_before = (dice.poisson(mean, 20_000) for mean in (2_100, 700, 3_500, 10_500))
    law = late_law(late_before, early, early_before)
    assert np.var(late - law.mean) == pytest.approx(law.variance.mean(), rel=0.03)
    given = ([2_100], [3_500], [10_500])
    assert late_law(*given, 2.0).variance == pytest.approx(2 * late_law(*given).variance)


def test_the_year_end_is_asked_in_december_only_and_with_four_whole_years(build):
    assert year_end(build, date(2025, 11, 1)) is None
    assert year_end(build, months_later(DECEMBER, -12)) is None
