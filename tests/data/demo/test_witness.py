import io
from collections import Counter

import python_calamine

from data.demo.addresses import OUTSIDE, UNASSIGNED
from data.demo.county import BATCH_TOWNSHIP, FALLER, QUIET, RISER, TINY, TOWNSHIPS
from data.demo.witness_told import area_of
from tests.data.demo.conftest import Demo


def _sum(demo: Demo, name: str, area: str | None = None, months: str = "") -> int:
    areas = demo.truth["monthly"][name]
    wanted = areas if area is None else {area: areas.get(area, {})}
    return sum(n for cells in wanted.values() for month, n in cells.items() if month.startswith(months))


def _year_to_date(demo: Demo, area: str, year: int) -> int:
    return sum(_sum(demo, "civil_filings", area, f"{year}-{month:02d}") for month in range(1, 11))


def test_totals_are_the_sums_of_their_areas_and_months(demo: Demo):
    for name, total in demo.truth["totals"].items():
        assert _sum(demo, name) == total


def test_counts_of_types_are_counts_of_cases(demo: Demo):
    cases = demo.truth["cases"]
    assert sum(cases["by_type"].values()) == sum(cases["by_area"].values()) == cases["distinct"]
    assert cases["by_type"]["民初"] == demo.truth["totals"]["civil_filings"]
    assert cases["by_type"]["行初"] == demo.truth["totals"]["administrative_filings"]
    assert cases["distinct"] + len(cases["never_readable"]) == len(demo.plan.cases)


def test_results_of_mediation_add_up_to_what_was_accepted(demo: Demo):
    totals = demo.truth["totals"]
    for kind, results in demo.truth["mediations"].items():
        assert sum(results.values()) == totals[f"{kind}_mediations_accepted"]
        assert results["success"] == totals[f"{kind}_mediations_resolved"]
        assert results["failure"] == totals[f"{kind}_mediations_failed"]


def test_case_numbers_are_unique_and_every_area_is_known(demo: Demo):
    assert len({case.number for case in demo.plan.cases}) == len(demo.plan.cases)
    known = {town.name for town in TOWNSHIPS} | {OUTSIDE, UNASSIGNED}
    assert {area for areas in demo.truth["monthly"].values() for area in areas} <= known


def test_a_plain_count_in_the_clean_export_gives_the_same_year(demo: Demo):
    book = python_calamine.load_workbook(io.BytesIO(demo.bytes_of("案件查询结果（2025年）.xlsx")))
    numbers = [str(row[0]) for row in book.get_sheet_by_index(0).to_python()[1:]]
    assert sum("民初" in number for number in numbers) == _sum(demo, "civil_filings", months="2025")
    assert sum("行初" in number for number in numbers) == _sum(demo, "administrative_filings", months="2025")


def test_the_first_source_that_names_a_place_decides(demo: Demo):
    decided = Counter()
    for case in demo.plan.cases:
        shown = area_of(case.places, ("defendant", "plaintiff"))
        defendant, plaintiff = case.places["defendant"].area, case.places["plaintiff"].area
        assert shown == (defendant or plaintiff or UNASSIGNED)
        decided["defendant" if defendant else "plaintiff" if plaintiff else UNASSIGNED] += 1
    assert min(decided.values()) > 200


def test_the_court_is_as_large_as_a_county_court(demo: Demo):
    assert 36_000 <= demo.truth["cases"]["distinct"] <= 45_000
    shares = {area: n / demo.truth["cases"]["distinct"] for area, n in demo.truth["cases"]["by_area"].items()}
    assert 0.06 < shares[OUTSIDE] < 0.10
    assert 0.02 < shares[UNASSIGNED] < 0.04


def test_one_township_has_no_case_and_the_smallest_unit_has_one(demo: Demo):
    assert QUIET not in demo.truth["cases"]["by_area"]
    assert demo.truth["cases"]["by_area"][TINY] == 1
    assert demo.truth["residents"][TINY]["2025-12-31"] == 24


def test_the_overview_has_one_clear_riser_and_one_clear_faller(demo: Demo):
    change = {}
    for town in TOWNSHIPS:
        before, now = _year_to_date(demo, town.name, 2025), _year_to_date(demo, town.name, 2026)
        change[town.name] = (now - before) / (before + now or 1) ** 0.5
    assert max(change, key=change.__getitem__) == RISER
    assert min(change, key=change.__getitem__) == FALLER
    assert change[RISER] > 7
    assert change[FALLER] < -5
    others = [z for name, z in change.items() if name not in (RISER, FALLER, BATCH_TOWNSHIP)]
    assert max(map(abs, others)) < 3.1


def test_the_break_of_2025_stops_one_number_and_swells_another(demo: Demo):
    types = Counter((case.type_code, case.filed_on.year) for case in demo.plan.cases)
    assert types["民诉前调", 2024] > 3000
    assert types["民诉前调", 2025] == types["诉前调确", 2025] == 0
    assert types["民初", 2025] > 1.3 * types["民初", 2024]


def test_rows_set_aside_are_known_for_each_file(demo: Demo):
    aside = [sum(s["rows_set_aside"] for s in file["sheets"]) for file in demo.truth["files"].values()]
    assert sorted(n for n in aside if n) == [2, 2, 2, 2, 3, 3, 4, 7]
    for file in demo.truth["files"].values():
        settled = sum(sheet["rows_read"] - sheet["rows_set_aside"] for sheet in file["sheets"])
        assert 0 < file["distinct"] <= settled
