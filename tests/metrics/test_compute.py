"""What compute() promises beside the numbers: coverage, people, marks, ranks, shape."""

import json
from dataclasses import replace
from datetime import date

import pytest

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._months import BrokenBuild
from tests.metrics.county import People, Span, Township
from tests.metrics.tiny import PEOPLE, TOWNSHIPS, by_area, case, mediation, tiny_county

RATE, COUNT = METRICS["litigation_rate"], METRICS["civil_filings"]
PART = METRICS["people_mediation_resolution_rate"]
FIELDS = [
    "metric", "label", "period_start", "period_end", "area_code", "area_name", "numerator", "denominator", "value",
    "low", "high", "status", "notes", "base_start", "base_end", "base_numerator", "base_denominator", "base_value",
    "change", "change_unit", "change_z", "unit", "per", "rank", "rank_low", "rank_high", "build", "cutoff",
    "definition",
]  # fmt: skip


def of(build, metric, text="2026-05", by="all", span=None):
    return by_area(compute(build, [metric], parse_period(text, span), by=by))


def test_the_json_has_the_agreed_fields_in_order_and_plain_values(build):
    rows = compute(build, METRICS.values(), parse_period("2026-05", "ytd"), by="all").to_json()
    assert [list(row) for row in rows[:3]] == [FIELDS] * 3
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows
    (row,) = [row for row in rows if (row["metric"], row["area_code"]) == ("litigation_rate", "丁镇")]
    assert type(row["numerator"]) is int
    assert (row["denominator"], row["value"], row["rank"]) == (None, None, None)
    assert (row["period_start"], row["base_end"], row["cutoff"]) == ("2026-01-01", "2025-05-31", "2026-06-20")
    assert (row["build"], row["definition"]) == (7, "乡镇万人成讼率·第1版")


def test_rows_come_by_metric_and_in_the_order_of_the_list(build):
    figures = compute(build, [COUNT, RATE], parse_period("2026-05"))
    codes = ["乙镇", "甲镇", "丙镇", "丁镇", "己街道", "庚乡", "戊农场管理处", "outside", "unassigned"]
    assert [(one.metric, one.area_code) for one in figures] == [
        (metric, code) for metric in ("civil_filings", "litigation_rate") for code in codes
    ]
    assert len(figures) == 18


def test_by_county_is_one_row_per_metric(build):
    figures = compute(build, METRICS.values(), parse_period("2026-05"), by="county").rows()
    assert [(one.metric, one.area_code, one.area_name) for one in figures] == [
        (name, "county", "试验县") for name in METRICS
    ]


def test_no_metric_gives_no_row(build):
    assert compute(build, [], parse_period("2026-05")).rows() == []


def test_townships_that_are_not_listed_break_the_figures_loudly(build_of):
    with pytest.raises(BrokenBuild, match="外乡"):
        of(build_of(tiny_county(case("外乡", "2026-05-01"))), COUNT)


def test_the_county_without_any_township_has_counts_and_no_rate(build_of):
    build = build_of(tiny_county(case("unassigned", "2026-05-01"), townships=(), people=()))
    assert of(build, COUNT)["county"].value == 1
    assert of(build, RATE)["county"].status == "no_population"


def test_a_period_behind_the_cut_off_is_counted_as_it_is_and_called_not_covered(build_of):
    build = build_of(
        tiny_county(case("甲镇", "2027-01-15", times=20), mediation("甲镇", "2027-01-15", "people", "success"))
    )
    count, rate = of(build, COUNT, "2027-01")["甲镇"], of(build, RATE, "2027-01")["甲镇"]
    assert (count.numerator, count.value, count.status, count.change) == (20, 20.0, "not_covered", None)
    assert (rate.numerator, rate.value, rate.low, rate.rank, rate.status) == (20, None, None, None, "not_covered")
    assert (rate.period_end, rate.notes) == (date(2027, 1, 31), ("not_covered", "population_carried", "base_zero"))


def test_each_metric_is_cut_at_the_cut_off_of_the_ledgers_it_counts(build_of):
    coverage = (
        Span("cases", None, date(2025, 1, 1), date(2026, 5, 20)),
        Span("mediations", "people", date(2025, 1, 1), date(2026, 5, 10)),
        Span("population", None, date(2024, 12, 31), date(2024, 12, 31)),
    )
    rows = [*case("甲镇", "2025-05-20"), *case("甲镇", "2025-05-21", times=8), *case("甲镇", "2026-05-21", times=8)]
    build = build_of(tiny_county(rows, coverage=coverage))
    cases, parts = of(build, RATE)["甲镇"], of(build, PART)["甲镇"]
    assert (cases.period_end, cases.base_end) == (date(2026, 5, 20), date(2025, 5, 20))
    assert (cases.numerator, cases.base_numerator) == (0, 1)
    assert (parts.period_end, parts.base_end) == (date(2026, 5, 10), date(2025, 5, 10))
    assert (cases.cutoff, parts.cutoff) == (date(2026, 5, 20), date(2026, 5, 10))
    assert "partial_period" in cases.notes


def test_a_period_that_ends_on_the_cut_off_is_not_partial(build_of):
    coverage = (Span("cases", None, date(2025, 1, 1), date(2026, 5, 31)),)
    assert "partial_period" not in of(build_of(tiny_county(coverage=coverage)), COUNT)["甲镇"].notes


@pytest.mark.parametrize("hole", ["in the period", "in the base"])
def test_a_hole_in_the_imports_keeps_the_counts_and_drops_the_change(hole, build_of):
    missing = date(2026, 5, 7) if hole == "in the period" else date(2025, 5, 7)
    coverage = (
        Span("cases", None, date(2025, 1, 1), missing.replace(day=6)),
        Span("cases", None, missing.replace(day=8), date(2026, 12, 31)),
    )
    rows = [*case("甲镇", "2026-05-20", times=16), *case("甲镇", "2025-05-20", times=12)]
    one = of(build_of(tiny_county(rows, coverage=coverage)), RATE)["甲镇"]
    assert (one.numerator, one.value, one.base_value, one.status) == (16, 20.0, 15.0, "ok")
    own = ("period_not_covered",) if hole == "in the period" else ()
    assert (one.change, one.change_z, one.notes) == (None, None, ("not_covered", "population_carried", *own))


def test_spans_of_several_imports_that_touch_cover_without_a_hole(build_of):
    coverage = (
        Span("cases", None, date(2025, 6, 1), date(2026, 12, 31)),
        Span("cases", None, date(2025, 1, 1), date(2025, 5, 31)),
    )
    rows = [*case("甲镇", "2026-05-20", times=16), *case("甲镇", "2025-05-20", times=12)]
    one = of(build_of(tiny_county(rows, coverage=coverage)), COUNT, "2026-06", span="rolling12")["甲镇"]
    assert "not_covered" in one.notes  # the base reaches into 2024
    one = of(build_of(tiny_county(rows, coverage=coverage)), COUNT)["甲镇"]
    assert one.change == pytest.approx(100 / 3)


def test_more_resolved_than_accepted_is_an_error_and_no_rate(build_of):
    strange = replace(PART, numerator=PART.denominator, denominator=PART.numerator)
    rows = [
        *mediation("甲镇", "2026-05-01", "people", "success", 3),
        *mediation("甲镇", "2026-05-01", "people", "open", 9),
    ]
    one = of(build_of(tiny_county(rows)), strange)["甲镇"]
    assert (one.numerator, one.denominator, one.status) == (12, 3, "invalid")
    assert (one.value, one.low, one.rank, one.change) == (None, None, None, None)


def test_one_case_among_24_people_keeps_its_value_is_marked_small_and_not_ranked(build_of):
    townships = (*TOWNSHIPS, Township("农场", "类似乡级单位", True, False))
    people = (*PEOPLE, People("农场", "常住", date(2024, 12, 31), 24))
    figures = of(build_of(tiny_county(case("农场", "2026-05-01"), townships=townships, people=people)), RATE)
    one = figures["农场"]
    assert one.value == pytest.approx(416.6666666666667)
    assert (one.status, one.rank) == ("small", None)
    assert "small" in one.notes
    assert figures["county"].denominator == 40_024


@pytest.mark.parametrize(("people", "rank", "status"), [(999, None, "small"), (1_000, 3, "ok")])
def test_a_township_is_ranked_from_1000_residents(people, rank, status, build_of):
    changed = (*PEOPLE[:2], replace_people(PEOPLE[2], people))
    rows = [*case("丙镇", "2026-05-01", times=12), *case("甲镇", "2026-05-01", times=1)]
    one = of(build_of(tiny_county(rows, people=changed)), RATE)["丙镇"]
    assert (one.rank, one.status) == (rank, status)


def replace_people(one, people):
    return one._replace(people=people)


def test_equal_rates_share_a_rank_and_the_next_one_is_skipped(build_of):
    rows = [
        *case("甲镇", "2026-05-01", times=4),
        *case("丙镇", "2026-05-01", times=1),
        *case("乙镇", "2026-05-01", times=18),
    ]
    figures = of(build_of(tiny_county(rows)), RATE)
    assert {code: figures[code].rank for code in ("甲镇", "丙镇", "乙镇")} == {"甲镇": 1, "丙镇": 1, "乙镇": 3}


def test_a_township_without_population_is_named_and_takes_the_countys_rate_away(build_of):
    rows = case("丙镇", "2026-05-01", times=20)
    figures = of(build_of(tiny_county(rows, people=PEOPLE[:2])), RATE)
    assert (figures["丙镇"].numerator, figures["丙镇"].value, figures["丙镇"].status) == (20, None, "no_population")
    county = figures["county"]
    assert (county.numerator, county.denominator, county.value, county.status) == (20, None, None, "no_population")
    assert county.notes[-1] == "no_population:丙镇"
    assert figures["甲镇"].rank == 1


def test_a_listed_township_without_a_row_in_any_ledger_still_has_its_figures(build_of):
    figures = of(build_of(tiny_county(people=PEOPLE[:2])), COUNT)
    assert (figures["丙镇"].numerator, figures["丙镇"].value, figures["丙镇"].status) == (0, 0.0, "ok")
    assert list(figures) == ["甲镇", "乙镇", "丙镇", "outside", "unassigned", "county"]


def test_nobody_living_there_is_a_zero_denominator(build_of):
    people = (*PEOPLE[:2], replace_people(PEOPLE[2], 0))
    one = of(build_of(tiny_county(case("丙镇", "2026-05-01"), people=people)), RATE)["丙镇"]
    assert (one.denominator, one.value, one.status) == (0, None, "zero_denominator")


def test_people_are_the_newest_figure_and_never_a_sum_over_years(build_of):
    people = (
        People("甲镇", "常住", date(2020, 11, 1), 9_999),
        People("甲镇", "常住", date(2024, 12, 31), 8_000),
        People("甲镇", "常住", date(2025, 12, 31), 5_000),
        People("甲镇", "常住", date(2026, 12, 31), 1_111),
        People("甲镇", "户籍", date(2025, 12, 31), 7_777),
        *PEOPLE[1:],
    )
    build = build_of(tiny_county(case("甲镇", "2026-05-01", times=10), people=people))
    one = of(build, RATE)["甲镇"]
    assert (one.denominator, one.base_denominator, one.value) == (5_000, 5_000, 20.0)
    assert of(build, RATE, "2026")["甲镇"].denominator == 5_000 - 3_889  # the day of the figure counts as reached
    assert of(build, RATE)["乙镇"].notes.count("population_carried") == 1
    assert "population_carried" not in one.notes


def test_each_year_over_its_own_people_when_the_definition_says_so(build_of):
    people = (*PEOPLE, People("甲镇", "常住", date(2025, 12, 31), 10_000))
    rows = [*case("甲镇", "2026-05-01", times=20), *case("甲镇", "2025-05-01", times=20)]
    build = build_of(tiny_county(rows, people=people, definition=Definition(same_population_for_both_years=False)))
    one = of(build, RATE)["甲镇"]
    assert (one.denominator, one.base_denominator) == (10_000, 8_000)
    assert (one.value, one.base_value, one.change) == (20.0, 25.0, -20.0)
    assert one.change_z == pytest.approx((20 - 1.25 * 20) / (1.25 * 40) ** 0.5)


def test_a_first_figure_dated_after_the_period_is_used_and_said(build_of):
    people = (
        *PEOPLE[:2],
        People("丙镇", "常住", date(2026, 12, 31), 2_000),
        People("丙镇", "常住", date(2027, 12, 31), 1),
    )
    figures = of(build_of(tiny_county(people=people)), RATE)
    assert figures["丙镇"].denominator == 2_000
    assert "population_later" in figures["丙镇"].notes
    assert "population_later" in figures["county"].notes
    assert "population_later" not in figures["甲镇"].notes


@pytest.mark.parametrize(("as_of", "carried"), [(date(2025, 12, 30), True), (date(2025, 12, 31), False)])
def test_a_figure_is_carried_when_older_than_the_end_of_the_year_before(as_of, carried, build_of):
    people = tuple(one._replace(as_of=as_of) for one in PEOPLE)
    one = of(build_of(tiny_county(people=people)), RATE)["甲镇"]
    assert ("population_carried" in one.notes) is carried


@pytest.mark.parametrize(("times", "note"), [(0, {"base_zero"}), (9, {"base_small"}), (10, set())])
def test_a_base_of_none_or_few_is_marked(times, note, build_of):
    rows = [*case("甲镇", "2026-05-01", times=20), *case("甲镇", "2025-05-01", times=times)]
    one = of(build_of(tiny_county(rows)), COUNT)["甲镇"]
    assert set(one.notes) == note
    assert (one.change is None) is (times == 0)


def test_a_break_in_filings_is_told_for_cases(build_of):
    coverage = (Span("cases", None, date(2023, 1, 1), date(2026, 12, 31)),)
    build = build_of(tiny_county(case("甲镇", "2025-05-01", times=20), coverage=coverage))
    notes = {text: of(build, COUNT, text)["甲镇"].notes for text in ("2024-12", "2025-01", "2025-12", "2026-01")}
    assert {text for text, found in notes.items() if "break" in found} == {"2025-01", "2025-12"}


def test_both_figures_after_a_break_compare(build_of):
    """The base begins on the very day of the break."""
    assert "break" not in of(build_of(tiny_county()), COUNT, "2026-01")["甲镇"].notes


def test_two_builds_of_one_process_do_not_share_what_is_remembered(build_of):
    first = build_of(tiny_county(case("甲镇", "2026-05-01", times=16)))
    second = build_of(
        tiny_county(case("甲镇", "2026-05-01", times=8), people=tuple(replace_people(p, 5_000) for p in PEOPLE))
    )
    assert (of(first, RATE)["甲镇"].value, of(second, RATE)["甲镇"].value) == (20.0, 16.0)
    assert of(first, RATE)["甲镇"].value == 20.0
