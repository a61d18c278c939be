"""Points by band, worked by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from data.brief import ScoreItem, ScoreSheet
from data.score_bands import parse_bands
from metrics import METRICS
from metrics._period import year_to_date
from metrics._scores import points, score
from tests.metrics.county import Span
from tests.metrics.tiny import case, mediation, tiny_county

RATE, SHARE = METRICS["litigation_rate"], METRICS["people_mediation_resolution_rate"]
BANDS = parse_bands("<10:10；10-15:7.5；≥15:5")
UP_TO = date(2026, 9, 30)
SEPTEMBER = year_to_date(UP_TO)


def sheet(year=2026, label=RATE.label) -> ScoreSheet:
    rate = ScoreItem(RATE.name, Decimal("10"), BANDS, label)
    share = ScoreItem(SHARE.name, Decimal("5.5"), parse_bands("≥90:5.5；<90:2.2"), SHARE.label)
    return ScoreSheet(year, "考核计分表", "县平安办〔2026〕3号", (rate, share))


@pytest.fixture
def build(build_of):
    return build_of(
        tiny_county(
            case("甲镇", "2026-03-02", times=12),
            case("乙镇", "2026-04-02", times=30),
            case("丙镇", "2026-05-02", times=1),
            mediation("甲镇", "2026-03-02", "people", "success", times=9),
            mediation("甲镇", "2026-03-02", "people", "failure"),
            mediation("乙镇", "2026-03-02", "people", "success", times=89),
            mediation("乙镇", "2026-03-02", "people", "failure", times=11),
        )
    )


def test_a_value_on_a_boundary_belongs_to_the_band_that_it_begins():
    assert [points(Fraction(one), BANDS) for one in (0, "9.99", 10, "14.99", 15, 400)] == [
        Decimal(one) for one in ("10", "10", "7.5", "7.5", "5", "5")
    ]


def test_the_boundary_is_compared_as_a_fraction_and_not_as_a_float():
    """33 cases among 100,000 are 3.3; as a float that is less than the decimal 3.3."""
    assert Decimal("3.3") > Decimal(33 * 10_000 / 100_000)
    assert points(Fraction(33 * 10_000, 100_000), parse_bands("<3.3:10；≥3.3:5")) == 5


def test_every_township_has_its_points_with_the_figure_beside_in_the_order_of_the_list(build):
    found = score(build, sheet(), SEPTEMBER)
    told = [(one.area_name, [(each.figure.numerator, each.points) for each in one.items]) for one in found]
    assert told == [
        ("甲镇", [(12, Decimal("5")), (9, Decimal("5.5"))]),  # 15.0 per 10,000; 9 of 10
        ("乙镇", [(30, Decimal("7.5")), (89, Decimal("2.2"))]),  # 10.0; 89 of 100
        ("丙镇", [(1, Decimal("10")), (0, None)]),  # 5.0; no dispute
    ]


def test_the_total_is_exact_and_says_what_is_missing_instead_of_counting_it_as_nothing(build):
    found = score(build, sheet(), SEPTEMBER)
    assert [(str(one.total), one.missing) for one in found] == [("10.5", 0), ("9.7", 0), ("10", 1)]
    assert [one.is_apart for one in found] == [False, False, True]


def test_a_metric_counted_under_another_definition_has_no_points(build):
    found = score(build, sheet(label="万人起诉率"), SEPTEMBER)
    assert [each.points for each in found[0].items] == [None, Decimal("5.5")]


def test_a_sum_with_days_missing_has_no_points(build_of):
    gap = (Span("cases", None, date(2025, 1, 1), date(2026, 3, 31)), Span("cases", None, date(2026, 4, 10), UP_TO))
    told = Span("mediations", "people", date(2026, 2, 1), UP_TO)
    rows = (case("甲镇", "2026-03-02", times=12), mediation("甲镇", "2026-03-02", "people", "success", times=10))
    found = score(build_of(tiny_county(*rows, coverage=(*gap, told))), sheet(), SEPTEMBER)
    assert [each.points for each in found[0].items] == [None, Decimal("5.5")]


def test_where_nothing_is_known_there_is_no_total(build):
    nothing = ScoreSheet(2026, "表", "文", (sheet().items[1],))
    assert [(one.total, one.missing) for one in score(build, nothing, SEPTEMBER)][2] == (None, 1)


def test_a_sheet_of_another_year_scores_nothing(build):
    assert score(build, sheet(year=2025), SEPTEMBER) == ()
