"""Every figure can be followed to its rows, and the rows there are those that were counted."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS, compute, parse_period
from metrics._period import free
from metrics._rows_behind import (
    ANY_ORGANISATION,
    batch_organisations,
    causes_behind,
    has_causes,
    rows_behind,
    rows_page,
)
from metrics._what_moved import what_moved
from metrics._what_moved_batches import batches
from tests.metrics.county import Span
from tests.metrics.moved_county import NO_BREAKS, ROWS, moved_county, with_causes
from tests.metrics.moved_county import PERIOD as MAY
from tests.metrics.tiny import by_area, case, tiny_county

EVERY = tuple(METRICS.values())
PERIODS = {"a quarter": "2026-Q1", "days": "2025-11-17..2026-02-09", "a month cut at the cut-off": "2026-06"}


@pytest.fixture(scope="module")
def figures(complete):
    return {text: compute(complete, EVERY, parse_period(text), by="all").rows() for text in PERIODS.values()}


@pytest.mark.parametrize("metric", EVERY, ids=lambda metric: metric.name)
@pytest.mark.parametrize("text", PERIODS.values(), ids=PERIODS)
def test_the_rows_add_up_to_both_sides_of_every_figure(text, metric, complete, figures):
    for figure in (one for one in figures[text] if one.metric == metric.name):
        for part in ("numerator", "denominator"):
            rows = rows_behind(complete, metric, parse_period(text), figure.area_code, part)
            has_side = part == "numerator" or (metric.denominator is not None and getattr(figure, part) is not None)
            assert sum(row.n for row in rows) == (getattr(figure, part) if has_side else 0), (figure.area_code, part)


@pytest.mark.parametrize("metric", EVERY, ids=lambda metric: metric.name)
def test_rows_lie_in_the_area_and_happened_in_time(metric, complete):
    period = parse_period("2026-Q1")
    for row in rows_behind(complete, metric, period, "乙镇"):
        assert row.township_code == "乙镇"
        assert row.day is None or row.day <= period.end
        assert row.key


@pytest.mark.parametrize("metric", EVERY, ids=lambda metric: metric.name)
def test_pages_of_rows_are_the_whole_list_and_tell_its_sum_before_it_is_read(metric, complete, figures):
    text = "2026-Q1"
    for figure in (one for one in figures[text] if one.metric == metric.name):
        if figure.area_code not in ("county", "outside", "unassigned"):
            continue
        whole = rows_behind(complete, metric, parse_period(text), figure.area_code)
        size = max(1, -(-len(whole) // 3))
        pages = [
            rows_page(complete, metric, parse_period(text), figure.area_code, offset=at, limit=size)
            for at in range(0, len(whole) + 1, size)
        ]
        assert [row for page in pages for row in page.page] == whole
        assert {(page.rows, page.total) for page in pages} == {(len(whole), figure.numerator)}


@pytest.mark.parametrize("area", ["乙镇", "county", "outside", "unassigned"])
def test_the_rows_of_one_cause_are_those_of_the_fact_table(area, complete):
    metric, period = METRICS["civil_filings"], parse_period("2026-Q1")
    sql = (
        "SELECT coalesce(cause, '未填案由'), count(*) FROM cases WHERE is_civil_first_instance AND NOT is_excluded "
        "AND filed_on BETWEEN ? AND ? AND (township_code = ? OR ? = 'county') GROUP BY 1"
    )
    counted = dict(complete.cursor().execute(sql, [period.start, period.end, area, area]).fetchall())
    assert sum(counted.values()) == rows_page(complete, metric, period, area, limit=1).total > 0
    for cause, n in counted.items():
        found = rows_page(complete, metric, period, area, cause=cause, limit=1)
        assert (found.rows, found.total) == (n, n)
    behind = {}
    for _, cause, n in causes_behind(complete, metric, period, area):
        behind[cause] = behind.get(cause, 0) + n
    assert behind == counted


@pytest.mark.parametrize("metric", EVERY, ids=lambda metric: metric.name)
def test_of_all_townships_together_the_rows_are_the_county_s_without_what_lies_elsewhere(metric, complete):
    period = parse_period("2026-Q1")
    figures = by_area(compute(complete, [metric], period, by="together"))
    assert set(figures) == {"townships", "outside", "unassigned"}
    for figure in figures.values():
        for part in ("numerator", "denominator"):
            wanted = getattr(figure, part) if part == "numerator" or metric.denominator is not None else 0
            assert rows_page(complete, metric, period, figure.area_code, part, limit=1).total == (wanted or 0)


def test_the_batch_filings_of_an_organisation_are_the_cases_that_the_list_of_batches_names(build_of):
    batch = [(f"甲镇买卖合同纠纷{i}", "青禾农商银行") for i in range(12)]
    batch += [(f"乙镇民间借贷纠纷{i}", "某物业公司") for i in range(3)]
    build = with_causes(build_of(moved_county(*ROWS, definition=NO_BREAKS)), batch)
    moved = what_moved(build, MAY)
    metric, filers = METRICS["civil_filings"], batches(build, moved).filers
    base = free(moved.county.base_start, moved.county.base_end)
    assert [one.organisation for one in filers] == ["青禾农商银行", "某物业公司"]
    assert batch_organisations(build) == ["none", "某物业公司", "青禾农商银行"]
    for one in filers:
        for period, n in ((MAY, one.n), (base, one.base_n)):
            assert rows_page(build, metric, period, "county", organisation=one.organisation).total == n
    both = rows_page(build, metric, MAY, "county", organisation=ANY_ORGANISATION)
    assert both.total == batches(build, moved).n == 15
    narrowed = {"organisation": "青禾农商银行", "cause": "民间借贷纠纷"}
    assert rows_page(build, metric, MAY, "county", **narrowed).total == 0


def test_rows_that_are_no_cases_cannot_be_asked_for_by_cause(complete):
    metric = METRICS["court_mediation_resolution_rate"]
    assert not has_causes(metric)
    with pytest.raises(ValueError, match="no causes"):
        rows_page(complete, metric, parse_period("2026-Q1"), "county", cause="离婚纠纷")


def test_where_single_things_are_counted_there_is_one_row_for_each(complete):
    rows = rows_behind(complete, METRICS["litigation_rate"], parse_period("2026-Q1"), "county")
    assert len({row.key for row in rows}) == len(rows) > 100
    assert {row.n for row in rows} == {1}
    assert [row.day for row in rows] == sorted((row.day for row in rows), reverse=True)


def test_a_plain_count_has_nothing_below_its_line(complete):
    assert rows_behind(complete, METRICS["civil_filings"], parse_period("2026-Q1"), "county", "denominator") == []


def test_people_below_the_line_are_the_figures_that_stand(complete):
    rows = rows_behind(complete, METRICS["litigation_rate"], parse_period("2025-06"), "乙镇", "denominator")
    assert [(row.key, row.day, row.n) for row in rows] == [("乙镇", date(2024, 12, 31), 60_000)]


def test_an_area_that_does_not_exist_is_an_error(complete):
    with pytest.raises(KeyError):
        rows_behind(complete, METRICS["civil_filings"], parse_period("2026-Q1"), "外乡")


def test_the_rows_of_a_tribunal_are_those_of_its_townships(build_of):
    county = tiny_county(case("甲镇", "2026-01-05", times=3), case("乙镇", "2026-01-06"), case("丙镇", "2026-01-07"))
    east = tuple(replace_tribunal(one, "东法庭" if one.code != "丙镇" else None) for one in county.townships)
    build = build_of(
        replace(county, townships=east, coverage=(Span("cases", None, date(2026, 1, 1), date(2026, 1, 31)),))
    )
    period = parse_period("2026-01")
    figure = by_area(compute(build, [METRICS["civil_filings"]], period, by="tribunal"))["东法庭"]
    rows = rows_behind(build, METRICS["civil_filings"], period, "东法庭")
    assert figure.numerator == len(rows) == 4
    assert {row.township_code for row in rows} == {"甲镇", "乙镇"}


def replace_tribunal(township, tribunal):
    return township._replace(tribunal=tribunal)
