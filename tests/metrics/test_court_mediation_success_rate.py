"""诉前（先行）调解成功率, worked by hand."""

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, mediation, tiny_county


def test_successes_over_successes_and_failures(build_of):
    rows = (
        mediation("甲镇", "2026-05-01", "court", "success", times=9),
        mediation("甲镇", "2026-05-01", "court", "failure", times=15),
        mediation("甲镇", "2026-05-01", "court", "open", times=7),
        mediation("甲镇", "2026-05-01", "court", "withdrawn", times=7),
        mediation("甲镇", "2026-05-01", "people", "success", times=90),
    )
    metrics = [METRICS["court_mediation_success_rate"]]
    one = by_area(compute(build_of(tiny_county(*rows)), metrics, parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator, one.value) == (9, 24, 37.5)
