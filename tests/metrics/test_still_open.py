"""A rate by acceptance is told together with the disputes that have had no time to end."""

from dataclasses import replace
from datetime import date

import pytest

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._still_open import still_open_words
from tests.metrics.county import County, Mediation, Span, Township

RATE, AMONG_ENDED = METRICS["people_mediation_resolution_rate"], METRICS["people_mediation_success_rate"]
NOW, BASE = date(2026, 5, 10), date(2025, 5, 10)


@pytest.fixture
def build(build_of):
    """甲镇: 30 accepted, 7 of them open; a year before 20, one of them open."""
    results = [(NOW, ["success"] * 20 + ["withdrawn"] * 3 + ["open"] * 7), (BASE, ["success"] * 19 + ["open"])]
    told = [Mediation("甲镇", day, "people", result) for day, all_ in results for result in all_]
    told.append(Mediation("乙镇", NOW, "people", "success"))
    told = [one._replace(record_key=str(at)) for at, one in enumerate(told)]
    coverage = [Span("mediations", "people", date(2025, 1, 1), date(2026, 12, 31))]
    towns = [Township(name, "镇", False, True) for name in ("甲镇", "乙镇")]
    return build_of(County(townships=towns, mediations=told, coverage=coverage, definition=Definition()))


def figures(build, metric):
    return {one.area_code: one for one in compute(build, [metric], parse_period("2026-05"), by="all").rows()}


def test_open_disputes_are_told_beside_those_of_the_year_before(build):
    rows = figures(build, RATE)
    assert still_open_words(build, RATE, rows["county"]) == "尚有7件未结（上年同期1件）"
    assert still_open_words(build, RATE, rows["甲镇"]) == "尚有7件未结（上年同期1件）"
    assert still_open_words(build, RATE, rows["乙镇"]) == ""


def test_a_rate_of_what_has_ended_or_of_a_summary_says_nothing_of_open_disputes(build):
    assert still_open_words(build, AMONG_ENDED, figures(build, AMONG_ENDED)["county"]) == ""
    county = figures(build, RATE)["county"]
    summed = replace(county, notes=(*county.notes, "from_totals"))
    assert still_open_words(build, RATE, summed) == ""
    before = replace(county, notes=(*county.notes, "base_from_totals"))
    assert still_open_words(build, RATE, before) == "尚有7件未结"
