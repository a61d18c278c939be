"""化解 ÷ 受理 or 化解 ÷ 办结, as the definition in force says."""

from dataclasses import replace

import pytest

from data.definition import Definition
from metrics import METRICS, compute, monthly, parse_period
from tests.metrics.tiny import by_area, mediation, tiny_county

ENDED = Definition(mediation_denominator="ended")
RATES = {
    "people_mediation_resolution_rate": "people",
    "court_mediation_resolution_rate": "court",
    "dispute_resolution_rate": "community",
}


def rows(kind):
    results = {"success": 12, "failure": 3, "withdrawn": 5, "open": 20}
    return [one for result, n in results.items() for one in mediation("甲镇", "2026-05-10", kind, result, n)]


@pytest.mark.parametrize(("name", "kind"), RATES.items())
def test_what_is_still_open_leaves_the_denominator_only_when_the_definition_divides_by_what_has_ended(
    name, kind, build_of
):
    for definition, denominator in ((Definition(), 40), (ENDED, 20)):
        build = build_of(tiny_county(rows(kind), definition=definition))
        one = by_area(compute(build, [METRICS[name]], parse_period("2026-05")))["甲镇"]
        assert (one.numerator, one.denominator, one.value) == (12, denominator, 12 / denominator * 100)
        month = monthly(build, [METRICS[name]], "甲镇", one.period_end, 1).rows()[0]
        assert (month.denominator, month.value) == (one.denominator, one.value)


def test_success_rates_have_their_own_denominator_under_every_definition(build_of):
    build = build_of(tiny_county(rows("people"), definition=ENDED))
    one = by_area(compute(build, [METRICS["people_mediation_success_rate"]], parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator) == (12, 15)


def test_the_card_prints_the_formula_of_the_definition():
    metric = METRICS["people_mediation_resolution_rate"]
    assert "人民调解受理数" in metric.under(Definition()).formula
    assert "人民调解办结（成功、不成功或撤回）数" in metric.under(ENDED).formula
    assert replace(metric.under(ENDED), denominator=metric.denominator) == metric
