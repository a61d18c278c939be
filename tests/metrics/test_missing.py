"""Why a metric is unknown: the ledger that never came, or what it does not tell."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS
from metrics._missing import LISTS, content_of, missing
from tests.metrics.county import Mediation, Span
from tests.metrics.registers import Closing, Petition, Station
from tests.metrics.tiny import COVERAGE, PEOPLE, case, county_of, tiny_county

NEEDS = sorted({need for metric in METRICS.values() for count in metric.counts for need in count.needs} - set(LISTS))


def of(build, name):
    return missing(build, METRICS[name])


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_has_words(need):
    assert content_of(need)


def test_first_instance_days_are_not_taken_for_first_petitions():
    assert content_of("closings WHERE is_first_instance AND days >= 0") == "结案日期"
    assert content_of("petitions WHERE is_first") == "初信初访"


def test_a_ledger_that_never_came_is_named_with_its_kind(build_of):
    build = build_of(tiny_county(case("甲镇", "2026-05-02"), coverage=COVERAGE[:1]))
    assert of(build, "petition_resolution_rate").label == "信访台账"
    assert of(build, "people_mediation_resolution_rate").label == "人民调解台账"
    assert of(build, "mediation_diversion_rate").label == "诉前（先行）调解台账"
    assert of(build, "stations_in_place").label == "法官工作站名册"
    assert of(build, "civil_filings") is None
    assert of(build, "litigation_rate") is None


def test_rates_wait_for_the_population(build_of):
    build = build_of(tiny_county(case("甲镇", "2026-05-02"), people=()))
    assert of(build, "litigation_rate").label == "人口表"
    assert of(build, "civil_filings") is None


def test_a_ledger_without_the_column_is_told_from_one_that_never_came(build_of):
    build = build_of(county_of(Petition("甲镇", date(2026, 5, 3)), Closing("甲镇", date(2026, 5, 4))))
    assert of(build, "petition_resolution_rate") is None
    first = of(build, "first_petition_resolution_rate")
    assert (first.label, first.content) == ("信访台账", "一次性化解")
    assert of(build, "acceptance_rate").content == "是否上诉"
    assert of(build, "closing_rate") is None


def test_what_is_brought_is_not_missing_any_more(build_of):
    told = Mediation("甲镇", date(2026, 5, 4), "people", "success", performed=True)
    build = build_of(replace(tiny_county(registers=(Station("甲镇", None, "站"),)), mediations=(told,), people=PEOPLE))
    assert of(build, "people_mediation_performance_rate") is None
    assert of(build, "stations_in_place") is None
    assert of(build, "station_staffing_rate").content == "法官人数"


def test_a_ledger_of_other_days_is_not_missing(build_of):
    old = Span("petitions", None, date(2020, 1, 1), date(2020, 12, 31))
    assert of(build_of(tiny_county(coverage=(COVERAGE[0], old))), "petition_resolution_rate") is None
