from datetime import date

from metrics import METRICS
from metrics._differences import Moves, differences, latest_period, without_places
from metrics._period import free, year_to_date
from tests.metrics.county import Span
from tests.metrics.tiny import case, tiny_county

YEAR = free(date(2026, 1, 1), date(2026, 12, 31))
METRIC = METRICS["litigation_rate"]


def test_a_case_more_moves_its_township_and_the_county_and_nothing_else(build_of):
    before = build_of(tiny_county(case("甲镇", "2026-02-03", times=12), case("乙镇", "2026-02-03", times=20)))
    after = build_of(tiny_county(case("甲镇", "2026-02-03", times=13), case("乙镇", "2026-02-03", times=20)))
    found = differences(before, after, [METRIC], YEAR)
    assert [one.area_code for one in found] == ["county", "甲镇"]
    assert [(one.before.numerator, one.after.numerator) for one in found] == [(32, 33), (12, 13)]
    assert all(one.is_printed for one in found)


def test_the_same_build_twice_differs_in_nothing(build_of):
    rows = [case("甲镇", "2026-02-03", times=12), case("outside", "2026-02-03")]
    assert differences(build_of(tiny_county(*rows)), build_of(tiny_county(*rows)), METRICS.values(), YEAR) == ()


def test_a_case_of_last_year_moves_the_change_alone(build_of):
    now = case("甲镇", "2026-02-03", times=12)
    before = build_of(tiny_county(now, case("甲镇", "2025-02-03", times=9)))
    after = build_of(tiny_county(now, case("甲镇", "2025-02-03", times=10)))
    found = differences(before, after, [METRIC], YEAR)
    assert [one.area_code for one in found] == ["county", "甲镇"]
    assert not any(one.is_printed for one in found)


def test_without_a_build_before_every_figure_that_says_something_is_new(build_of):
    after = build_of(tiny_county(case("甲镇", "2026-02-03", times=12)))
    found = differences(None, after, [METRICS["civil_filings"]], YEAR)
    assert [one.area_code for one in found][:2] == ["county", "甲镇"]
    assert all(one.before is None and one.after is not None for one in found)


def test_the_latest_period_reaches_to_the_later_of_both_cutoffs(build_of):
    short = build_of(tiny_county(coverage=(Span("cases", None, date(2025, 1, 1), date(2026, 5, 20)),)))
    long = build_of(tiny_county(coverage=(Span("cases", None, date(2025, 1, 1), date(2026, 6, 30)),)))
    assert latest_period(short, long) == latest_period(long, short) == year_to_date(date(2026, 6, 30))
    assert latest_period(short) == year_to_date(date(2026, 4, 30))
    assert latest_period(None) is None


def test_without_places_a_township_that_others_passed_does_not_move(build_of):
    """甲镇 passes 乙镇, which stays what it was."""
    before, after = (
        build_of(tiny_county(case("甲镇", "2026-02-03", times=n), case("乙镇", "2026-02-03", times=60)))
        for n in (12, 40)
    )
    found = Moves(YEAR, differences(before, after, [METRIC], YEAR))
    assert [one.area_code for one in found.moved] == ["county", "甲镇", "乙镇"]
    bare = without_places(found)
    assert [one.area_code for one in bare.moved] == ["county", "甲镇"]
    assert {side.rank for one in bare.moved for side in (one.before, one.after)} == {None}
