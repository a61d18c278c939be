"""矛盾纠纷调处化解率, worked by hand."""

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, mediation, tiny_county


def test_the_community_ledger_alone_counts(build_of):
    rows = (
        mediation("甲镇", "2026-05-01", "community", "success", times=33),
        mediation("甲镇", "2026-05-01", "community", "failure", times=4),
        mediation("甲镇", "2026-05-01", "community", "open", times=3),
        mediation("甲镇", "2026-05-01", "people", "failure", times=90),
        mediation("甲镇", "2026-05-01", "court", "failure", times=90),
    )
    metrics = [METRICS["dispute_resolution_rate"]]
    one = by_area(compute(build_of(tiny_county(*rows)), metrics, parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator, one.value) == (33, 40, 82.5)
