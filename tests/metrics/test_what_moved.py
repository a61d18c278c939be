"""The change by cause and township: hand-worked rows, sums that must agree, and what may not be compared or shown."""

from dataclasses import replace
from datetime import date
from math import sqrt

import duckdb
import pytest

from data.definition import Definition, SeriesBreak
from metrics import parse_period
from metrics._months import BrokenBuild
from metrics._what_moved import ONLY_TOTALS, by_area, by_cause, what_moved
from metrics._what_moved_batches import batches
from metrics._what_moved_people import people_split, rate_split
from metrics._what_moved_shown import MERGED_AREAS, is_merged
from tests.metrics.county import People, Span, complete_county, write_build
from tests.metrics.moved_county import PERIOD, ROWS, filed, moved_county, with_causes, with_summary

PERIODS = ["2026-05", "2025-07", "2026-02", "2026-01-10..2026-04-05", "2025-01-01..2025-12-31"]


def by_code(split):
    return {one.code: one for one in split.parts}


@pytest.fixture
def small(build_of):
    return with_causes(build_of(moved_county(*ROWS)))


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory):
    return with_causes(write_build(tmp_path_factory.mktemp("moved") / "1.duckdb", complete_county(), 4711))


def test_causes_worked_out_by_hand(small):
    moved = what_moved(small, PERIOD)
    found = by_cause(moved)
    assert [(one.code, one.n, one.base_n) for one in found.parts] == [
        ("买卖合同纠纷", 105, 58),
        ("民间借贷纠纷", 62, 90),
        ("追偿权纠纷", 3, 2),
    ]
    assert [one.points for one in found.parts] == pytest.approx([100 * 47 / 150, -100 * 28 / 150, 100 / 150])
    share = 170 / 320
    z = (105 - 163 * share) / sqrt(moved.phi * 163 * share * (1 - share))
    assert found.parts[0].z == pytest.approx(z)
    assert [one.stands for one in found.parts] == ["above", "below", "small"]
    assert (found.n, found.base_n, found.difference) == (170, 150, 20)


def test_townships_come_with_outside_and_unassigned(small):
    found = by_area(what_moved(small, PERIOD))
    assert [(one.code, one.name, one.difference) for one in found.parts] == [
        ("甲镇", "甲镇", 50),
        ("乙镇", "乙镇", -20),
        ("outside", "辖区外", -6),
        ("unassigned", "未归属", -5),
        ("丙镇", "丙镇", 1),
    ]
    assert sum(one.points for one in found.parts) == pytest.approx(100 * 20 / 150)


def test_below_a_township_points_and_z_still_measure_the_county(small):
    moved = what_moved(small, PERIOD)
    inside = by_code(by_cause(moved, "甲镇"))
    assert inside["买卖合同纠纷"].points == pytest.approx(100 * 50 / 150)
    share = 170 / 320
    assert inside["民间借贷纠纷"].z == pytest.approx((30 - 60 * share) / sqrt(moved.phi * 60 * share * (1 - share)))
    assert by_code(by_area(moved, "民间借贷纠纷"))["outside"].difference == -6


def test_what_the_definition_leaves_out_is_in_no_split(build_of):
    build = with_causes(build_of(moved_county(*ROWS, filed("甲镇", "离婚纠纷", 50, excluded=True))))
    found = by_cause(what_moved(build, PERIOD))
    assert found.n == 170
    assert "离婚纠纷" not in by_code(found)


@pytest.mark.parametrize("text", PERIODS)
def test_every_split_adds_up_to_the_countys_change(text, ordinary):
    moved = what_moved(ordinary, parse_period(text))
    county = moved.county
    for split in (by_cause(moved), by_area(moved)):
        assert (split.n, split.base_n) == (county.numerator, county.base_numerator)
        assert sum(one.difference for one in split.parts) == county.numerator - county.base_numerator
        assert sum(one.points for one in split.parts) == pytest.approx(
            county.change if county.change is not None else 0
        )
    for cause in by_cause(moved).parts:
        assert (by_area(moved, cause.code).n, by_area(moved, cause.code).base_n) == (cause.n, cause.base_n)
    for area in by_area(moved).parts:
        assert (by_cause(moved, area.code).n, by_cause(moved, area.code).base_n) == (area.n, area.base_n)


@pytest.mark.parametrize("text", PERIODS)
@pytest.mark.parametrize("is_same", [True, False])
def test_people_rate_mix_and_batches_add_up_too(text, is_same, ordinary):
    definition = replace(ordinary.definition, same_population_for_both_years=is_same)
    build = replace(ordinary, definition=definition, number=4712 + is_same)
    moved = what_moved(build, parse_period(text))
    county, people, rate = moved.county, people_split(build, moved), rate_split(build, moved)
    whole = people.population + people.rate + people.apart + people.unknown
    assert whole == pytest.approx(county.numerator - county.base_numerator, abs=1e-9)
    assert rate.mix + rate.within + rate.apart == pytest.approx(moved.rate.value - moved.rate.base_value, abs=1e-9)
    assert rate.mix == pytest.approx(0, abs=1e-12) or not is_same
    found = batches(build, moved)
    assert (found.n + found.rest_n, found.base_n + found.rest_base_n) == (county.numerator, county.base_numerator)


def test_population_worked_out_by_hand(build_of):
    """甲镇 8,000 → 10,000 people: (2,000)(40/8,000 + 90/10,000)/2 = 14 cases; elsewhere nobody moved."""
    people = [People("甲镇", "常住", date(2025, 12, 31), 10_000), *moved_county().people]
    build = with_causes(build_of(moved_county(*ROWS, people=people)))
    found = people_split(build, what_moved(build, PERIOD))
    assert found.population == pytest.approx(14)
    assert found.rate == pytest.approx(50 - 14 - 20 + 1)
    assert (found.apart, found.unknown, found.is_same) == (-11, 0, False)
    assert (found.residents, found.base_residents) == (42_000, 40_000)


def test_a_township_without_people_is_told_apart(build_of):
    people = [one for one in moved_county().people if one.township_code != "乙镇"]
    build = with_causes(build_of(moved_county(*ROWS, people=people)))
    moved = what_moved(build, PERIOD)
    found = people_split(build, moved)
    assert (found.unknown, found.unknown_townships, found.is_same) == (-20, 1, True)
    assert rate_split(build, moved) is None


def test_without_any_population_there_is_nothing_to_split(build_of):
    build = with_causes(build_of(moved_county(*ROWS, people=())))
    assert people_split(build, what_moved(build, PERIOD)) is None


def test_batches_are_counted_among_counted_cases_only(build_of):
    rows = (*ROWS, filed("甲镇", "离婚纠纷", 3, excluded=True))
    numbers = [f"甲镇买卖合同纠纷{i}" for i in range(65)] + ["甲镇离婚纠纷0"]
    build = with_causes(build_of(moved_county(*rows)), [(one, "某银行") for one in numbers])
    found = batches(build, what_moved(build, PERIOD))
    assert found.filers == (("某银行", 60, 5),)
    assert (found.rest_n, found.rest_base_n) == (110, 145)


def test_a_definition_without_batches_tells_how_many_it_leaves_out(build_of):
    definition = Definition(exclude_batch_filings=True)
    rows = (*ROWS, filed("甲镇", "离婚纠纷", 13, 4, excluded=True))
    build = with_causes(build_of(moved_county(*rows, definition=definition)))
    found = batches(build, what_moved(build, PERIOD))
    assert (found.n, found.excluded_n, found.excluded_base_n) == (0, 13, 4)


def test_months_that_only_a_summary_tells_have_a_line_without_cause(build_of):
    coverage = [Span("cases", None, date(2026, 1, 1), date(2026, 12, 31))]
    rows = [[one for one in part if one.filed_on.year == 2026] for part in ROWS]
    told = [(date(2025, 5, 1), "甲镇", 41), (date(2025, 5, 1), "unassigned", 30)]
    build = with_summary(with_causes(build_of(moved_county(*rows, coverage=coverage))), told)
    moved = what_moved(build, PERIOD)
    assert moved.is_summed
    assert (moved.county.numerator, moved.county.base_numerator) == (170, 71)
    causes, areas = by_code(by_cause(moved)), by_code(by_area(moved))
    assert (causes[ONLY_TOTALS].n, causes[ONLY_TOTALS].base_n) == (0, 71)
    assert sum(one.difference for one in causes.values()) == 99
    assert {one.stands for one in causes.values()} == {"none"}
    assert areas["outside"].stands == areas["unassigned"].stands == "none"
    assert (areas["甲镇"].n, areas["甲镇"].base_n) == (90, 41)
    assert areas["甲镇"].z is not None
    assert {one.stands for one in by_area(moved, "买卖合同纠纷").parts} == {"none"}


def test_more_causes_than_cases_are_noticed(small):
    small.con.close()
    con = duckdb.connect(str(small.path))
    con.execute("INSERT INTO daily_cause_counts VALUES ('civil_filings', '某', '甲镇', '2026-05-10', 1)")
    con.close()
    small.con = duckdb.connect(str(small.path), read_only=True)
    with pytest.raises(BrokenBuild):
        what_moved(small, PERIOD)


OWN_BREAK = SeriesBreak(date(2026, 3, 1), ("filings",), "系统切换")
STATES = {
    "break": (ROWS, {"definition": Definition(breaks=(OWN_BREAK,))}),
    "ok": (ROWS, {}),
    "few": ([filed("甲镇", "追偿权纠纷", 5, 4)], {}),
    "base_zero": ([filed("甲镇", "追偿权纠纷", 50)], {}),
    "nothing": ([], {}),
    "not_whole": (ROWS, {"coverage": [Span("cases", None, date(2026, 1, 1), date(2026, 12, 31))]}),
    "not_covered": (ROWS, {"coverage": [Span("cases", None, date(2025, 1, 1), date(2025, 12, 31))]}),
}


@pytest.mark.parametrize("state", STATES)
def test_a_change_that_cannot_be_judged_is_not(state, build_of):
    rows, changes = STATES[state]
    moved = what_moved(with_causes(build_of(moved_county(*rows, **changes))), PERIOD)
    assert moved.state == state
    if state != "ok":
        assert {one.stands for one in by_cause(moved).parts} <= {"none"}
    assert by_cause(moved).n == moved.county.numerator


def test_breaks_of_the_list_of_causes_are_remembered(small):
    moved = what_moved(small, PERIOD)
    assert [one.on for one in moved.cause_breaks] == [date(2026, 1, 1)]
    assert moved.breaks == ()


def test_a_handful_of_divorces_in_a_township_is_shown_neither_way(build_of):
    rows = (*ROWS, filed("甲镇", "离婚纠纷", 3, 1), filed("乙镇", "离婚纠纷", 30, 20), filed("丙镇", "离婚纠纷", 9, 9))
    moved = what_moved(with_causes(build_of(moved_county(*rows))), PERIOD)
    inside, over = by_cause(moved, "甲镇"), by_area(moved, "离婚纠纷")
    assert "离婚纠纷" not in by_code(inside)
    assert "甲镇" not in by_code(over)
    assert by_code(over)[MERGED_AREAS].n > 3
    assert (inside.n, over.n, over.base_n) == (93, 42, 30)
    assert all(one.stands == "none" for split in (inside, over) for one in split.parts if is_merged(one.code))
    assert by_code(by_cause(moved))["离婚纠纷"].n == 42


def test_what_one_table_hides_the_other_does_not_give_away(build_of):
    """甲镇's 3 divorces hide behind its other causes; then the tables of those causes must not show 甲镇 either."""
    rows = (*ROWS, filed("甲镇", "离婚纠纷", 3, 1), filed("乙镇", "离婚纠纷", 30, 20))
    moved = what_moved(with_causes(build_of(moved_county(*rows))), PERIOD)
    shown = by_code(by_cause(moved, "甲镇"))
    behind = {"买卖合同纠纷", "民间借贷纠纷"} - set(shown)
    assert behind
    for cause in behind:
        areas = by_code(by_area(moved, cause))
        own = next(one for one in moved.cells if (one.cause, one.area) == (cause, "甲镇"))
        assert "甲镇" not in areas
        merged = areas[MERGED_AREAS]
        assert (merged.n, merged.base_n) != (own.n, own.base_n)
        assert sum(one.n for one in areas.values()) == by_code(by_cause(moved))[cause].n
