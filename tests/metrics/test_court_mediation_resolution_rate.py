"""诉前（先行）调解化解率, worked by hand."""

from datetime import date

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import COVERAGE, by_area, mediation, tiny_county

ROWS = (
    mediation("甲镇", "2026-05-01", "court", "success", times=10),
    mediation("甲镇", "2026-05-01", "court", "failure", times=15),
    mediation("甲镇", "2026-05-01", "people", "success", times=90),
    mediation("甲镇", "2025-05-01", "court", "success", times=12),
    mediation("甲镇", "2025-05-01", "court", "open", times=12),
)
METRIC = METRICS["court_mediation_resolution_rate"]


def test_court_annexed_disputes_alone_count(build_of):
    one = by_area(compute(build_of(tiny_county(*ROWS)), [METRIC], parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator, one.value) == (10, 25, 40.0)
    assert one.change == pytest.approx(-10.0)
    pooled = 22 / 49
    assert one.change_z == pytest.approx(-0.1 / (pooled * (1 - pooled) * (1 / 25 + 1 / 24)) ** 0.5)


@pytest.mark.parametrize(
    ("text", "crosses"), [("2026-05", False), ("2025-05", True), ("2025", True), ("2024-12", False)]
)
def test_the_break_of_2025_is_told_only_across_it(text, crosses, build_of):
    early = [span._replace(covers_start=date(2023, 1, 1)) for span in COVERAGE]
    build = build_of(tiny_county(*ROWS, coverage=tuple(early)))
    one = by_area(compute(build, [METRIC], parse_period(text)))["甲镇"]
    assert ("break" in one.notes) is crosses


def test_peoples_mediation_knows_no_such_break(build_of):
    metrics = [METRICS["people_mediation_resolution_rate"]]
    one = by_area(compute(build_of(tiny_county(*ROWS)), metrics, parse_period("2025-05")))["甲镇"]
    assert "break" not in one.notes
