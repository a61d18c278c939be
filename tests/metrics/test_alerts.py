"""Which planted breach raises which alert, since when, and what the rules keep silent about."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy.stats import nbinom

from data.definition import SUPREME_COURT_RATE
from metrics import METRICS
from metrics._alert_band import band_of, before_and_after
from metrics._alert_county import overdue_at
from metrics._alert_funnels import watch_funnel
from metrics._alert_list import followed
from metrics._alert_rules import BY_NAME, RULES
from metrics._alert_words import evidence_sentence, lasting_words, rule_words, unjudged_words
from metrics._alerts import _raised, closed_month, judged, series_of
from metrics._funnel import funnel
from metrics._population import population_of
from metrics._suggestions import overdue_suggestions
from tests.metrics.alert_county import FIRST, LAST, RESIDENTS, alert_county, resolved
from tests.metrics.county import Span, write_build

DECEMBER, TODAY = date(2025, 12, 1), date(2026, 1, 5)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    return write_build(tmp_path_factory.mktemp("alerts") / "1.duckdb", alert_county(), 71)


def raised(build, month, rule):
    return {one.area_code: one for one in judged(build, month).alerts if one.rule == rule and not one.is_over}


@pytest.fixture(scope="module")
def series(build):
    """The rules of filings over all periods, by township and last day; judged once, in December."""
    found = {}
    for rule in ("filings_high", "filings_low"):
        one = series_of(build, BY_NAME[rule], DECEMBER)
        for at, (_, end) in enumerate(one.spans):
            for place, code in enumerate(("甲镇", "乙镇", "丙镇", "丁镇")):
                limits = (one.limits if one.is_far[at, place] else one.near_limits)(place, slice(at, at + 1))
                numbers = (one.value[at, place], one.expected[at, place], limits[0][0], limits[1][0])
                found[rule, code, end.year, end.month] = (str(one.level[at, place]), int(one.run[at, place]), *numbers)
    return found


def test_one_clear_breach_raises_an_alert_in_its_month(series):
    level, run, value, expected, _, limit = series["filings_high", "甲镇", 2025, 10]
    assert (level, run, value) == ("alarm", 1, 50)
    assert series["filings_low", "甲镇", 2025, 10][0] == "normal"
    # 33 periods of the same size went before: by hand, the law is that of 18 expected, with a little more spread
    assert expected == pytest.approx(18, rel=0.04)
    p = 1 / (1 + 1 / 33)
    assert limit == pytest.approx(nbinom.ppf(0.999, 18 * p / (1 - p), p), abs=1)


def test_two_periods_beyond_95_percent_raise_an_alert_in_the_second_and_the_first_is_only_watched(series):
    assert series["filings_high", "丁镇", 2025, 8][:2] == ("watch", 1)
    level, run, value, _, _, limit = series["filings_high", "丁镇", 2025, 9]
    assert (level, run) == ("alarm", 2)
    assert value > limit


def test_a_break_that_lifts_every_township_alike_raises_nothing(series):
    """Half as many again from January 2025 on: the county's own level takes it up, spring included."""
    loud = {key: one[0] for key, one in series.items() if one[0] in ("alarm", "watch")}
    assert loud.keys() == {
        ("filings_high", "甲镇", 2025, 10),
        ("filings_high", "丁镇", 2025, 8),
        ("filings_high", "丁镇", 2025, 9),
        ("filings_low", "丁镇", 2025, 11),
    }


def test_a_township_without_people_is_judged_by_the_season_alone(series):
    level, _, value, expected, limit, _ = series["filings_low", "丁镇", 2025, 11]
    assert (level, value) == ("alarm", 8)
    assert value < limit < expected == pytest.approx(30, rel=0.06)


def test_an_alert_that_is_over_stays_for_three_months_with_its_numbers(build):
    over = [one for one in judged(build, DECEMBER).alerts if one.rule.startswith("filings")]
    assert [(one.area_code, one.month.month, one.is_over, one.is_far) for one in over] == [
        ("甲镇", 10, True, True),
        ("丁镇", 11, True, True),
    ]
    assert (over[0].value, over[0].run, over[0].since) == (50, 1, date(2025, 10, 1))


def test_so_few_that_not_even_none_would_be_low_is_said_and_not_called_normal(build, series):
    assert series["filings_low", "丙镇", 2025, 6][0] == "blind"
    (blind,) = [one for one in judged(build, DECEMBER).unjudged if one.why == "blind"]
    assert ("收案偏少", "丙镇：平时件数太少，即使一件不收也不算异常") in unjudged_words([blind])


def test_january_waits_for_february_and_two_years_are_needed(build, series):
    assert [one.why for one in judged(build, date(2025, 1, 1)).unjudged if one.rule == "filings_high"] == ["january"]
    assert {one[0] for key, one in series.items() if key[2] < 2024} == {"short"}
    assert ("filings_high", "甲镇", 2025, 1) not in series


def test_a_month_that_is_not_covered_is_not_judged_and_is_no_zero(tmp_path):
    gap = (Span("cases", None, date(2022, 1, 1), date(2025, 6, 30)), Span("cases", None, date(2025, 8, 1), LAST))
    county = alert_county(coverage=gap)
    kept = tuple(one for one in county.cases if not date(2025, 7, 1) <= one.filed_on <= date(2025, 7, 31))
    build = write_build(tmp_path / "1.duckdb", replace(county, cases=kept), 72)
    series = series_of(build, BY_NAME["filings_low"], DECEMBER)
    july = [end.month for _, end in series.spans[-11:]].index(7) - 11
    assert set(series.level[july]) == {"not_covered"}
    assert str(series_of(build, BY_NAME["filings_high"], DECEMBER).level[-3][0]) == "alarm"


def test_the_rate_of_the_year_to_date_is_held_against_the_townships_together(build):
    (alert,) = raised(build, DECEMBER, "litigation_rate_high").values()
    filed = 12 * 60
    assert (alert.area_code, alert.numerator, alert.denominator) == ("乙镇", filed, RESIDENTS["乙镇"])
    assert alert.value == pytest.approx(10_000 * filed / RESIDENTS["乙镇"])
    everyone = filed + 12 * 18 + 32 + 12 * 3
    assert alert.expected == pytest.approx(10_000 * everyone / sum(RESIDENTS.values()))
    assert "万人成讼率180.00件/万人" in evidence_sentence(alert)


def test_an_alert_of_spring_is_new_in_february_although_the_period_began_in_january(build):
    (alert,) = raised(build, DECEMBER, "litigation_rate_high").values()
    spring = replace(alert, start=date(2025, 1, 1), since=date(2025, 1, 1), end=date(2025, 2, 28), run=1)
    assert spring.is_new
    assert not replace(spring, run=2).is_new
    assert not replace(spring, is_over=True).is_new


def test_the_figure_bears_the_name_that_the_definition_gives_it(tmp_path):
    """万人起诉率 counts other cases than 万人成讼率."""
    coverage = (Span("cases", None, FIRST, LAST), Span("mediations", "court", FIRST, LAST))
    county = alert_county(coverage=coverage, mediations=(), registers=(), definition=SUPREME_COURT_RATE)
    other = write_build(tmp_path / "1.duckdb", county, 76)
    series = series_of(other, BY_NAME["litigation_rate_high"], DECEMBER, 1)
    [alert] = _raised(other, series, DECEMBER)
    assert "2025年万人起诉率（含诉前调解成功）180.00件/万人" in evidence_sentence(alert)


def test_the_flags_are_those_of_the_funnel_at_every_month_end(build):
    metric = METRICS["people_mediation_resolution_rate"]
    rule = BY_NAME["people_resolution_low"]
    series = watch_funnel(build, rule, date(2025, 1, 1), DECEMBER)
    for at in range(12):
        found = funnel(series.numerator[at], series.denominator[at], "proportion", metric.per, 1.0)
        np.testing.assert_array_equal(series.is_far[at], found.flag == "low_998")
        np.testing.assert_allclose(series.value[at], found.value)
    rate = watch_funnel(build, BY_NAME["litigation_rate_high"], date(2025, 1, 1), DECEMBER)
    people = population_of(build).on(date(2025, 12, 31)).people
    found = funnel(rate.numerator[-1], people, "rate", 10_000, 1.0)
    np.testing.assert_array_equal(rate.is_far[-1], found.flag == "high_998")
    low, high = rate.limits(1, slice(11, 12))
    outside = funnel([*rate.numerator[-1][:1], 1 + high[0] * 4, 36], people[:3], "rate", 10_000, 1.0)
    assert outside.flag[1] == "high_998"
    assert low[0] < rate.expected[-1][1] < high[0]


def test_three_months_beyond_95_percent_are_watched_and_twice_three_raise_an_alert(build):
    series = watch_funnel(build, BY_NAME["people_resolution_low"], date(2025, 1, 1), DECEMBER)
    assert [str(one) for one in series.level[:, 2]] == ["normal"] * 8 + ["watch"] * 3 + ["alarm"]
    assert set(series.level[3:, 1]) == {"alarm"}
    alert = raised(build, DECEMBER, "people_resolution_low")["丙镇"]
    assert (alert.start, alert.end) == (date(2025, 10, 1), LAST)
    assert (alert.numerator, alert.denominator) == (3 * resolved("丙镇", DECEMBER)[1], 90)
    assert "最近3个月与再前3个月都超出95%界限" in lasting_words(alert)


def test_suggestions_past_their_limit_are_one_row_of_the_county(build):
    december = raised(build, DECEMBER, "overdue_suggestions")["county"]
    assert (december.numerator, december.since, december.run) == (1, date(2025, 5, 1), 8)
    # As on the page of the stations: what falls due on the day itself is not late yet.
    assert overdue_at(build, DECEMBER) == overdue_suggestions(build, LAST)
    assert len(overdue_suggestions(build, date(2026, 1, 1))) == 2
    assert overdue_at(build, date(2025, 4, 1)) == []


@pytest.mark.parametrize(
    ("last", "today", "month"),
    [
        (LAST, TODAY, DECEMBER),
        (LAST, date(2025, 12, 31), date(2025, 11, 1)),
        (date(2025, 10, 20), TODAY, date(2025, 9, 1)),
        (date(2027, 3, 31), date(2027, 5, 1), DECEMBER),
        (date(2021, 5, 31), TODAY, None),
    ],
)
def test_only_a_month_that_is_over_and_covered_is_judged(build, last, today, month):
    assert closed_month(build, last, today) == month


def test_every_rule_has_words_and_every_alert_a_sentence(build):
    assert all(rule_words(rule).endswith("。") for rule in RULES)
    sentences = [evidence_sentence(one) for one in judged(build, DECEMBER).alerts]
    assert "2025年10月一审民商事新收50件，按往期推算约18" in "".join(sentences)
    assert not [one for one in sentences if "nan" in one or "None" in one]


def test_the_band_of_a_township_holds_36_months_and_marks_the_breach(build):
    judged_periods = band_of(build, BY_NAME["filings_high"], "甲镇", DECEMBER)
    assert (len(judged_periods), judged_periods[-1].end) == (33, LAST)
    (breach,) = [one for one in judged_periods if one.level == "alarm"]
    assert (breach.start, breach.value) == (date(2025, 10, 1), 50)
    assert breach.high < 50 < 60


def test_as_many_months_after_the_closing_as_before_are_set_side_by_side(build):
    found = before_and_after(build, BY_NAME["filings_high"], "甲镇", date(2025, 9, 20), DECEMBER)
    assert found.months == 3
    assert (found.before.numerator, found.after.numerator) == (18 * 3, 50 + 18 + 18)
    assert (found.before_level, len(found.series)) == (18, 7)
    assert before_and_after(build, BY_NAME["filings_high"], "甲镇", date(2025, 12, 2), DECEMBER) is None


def test_rows_without_any_act_wait(build):
    rows = followed(build, judged(build, DECEMBER), ())
    assert {one.state for one in rows} == {"open"}
    assert [one.is_raised for one in rows] == sorted((one.is_raised for one in rows), reverse=True)


def test_a_county_without_cases_raises_nothing(tmp_path):
    empty = write_build(tmp_path / "1.duckdb", alert_county(cases=(), mediations=(), coverage=(), registers=()), 73)
    assert closed_month(empty, LAST, TODAY) is None
    found = judged(empty, DECEMBER)
    assert found.alerts == ()


def test_one_township_alone_is_never_above_itself(tmp_path):
    county = alert_county(mediations=(), registers=())
    own = tuple(one for one in county.cases if one.township_code == "甲镇")
    alone = replace(county, townships=county.townships[:1], people=county.people[:1], cases=own)
    found = judged(write_build(tmp_path / "1.duckdb", alone, 74), date(2025, 10, 1))
    assert not [one for one in found.alerts if one.rule == "litigation_rate_high"]
