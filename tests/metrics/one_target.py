"""One target held against one figure made by its counts."""

from decimal import Decimal

from data.brief import Target
from metrics import METRICS
from metrics._targets import Judged, YearSoFar
from tests.metrics.one_figure import figure

RATE, SHARE = METRICS["litigation_rate"], METRICS["people_mediation_resolution_rate"]
SESSIONS = METRICS["circuit_hearing_count"]
SEPTEMBER, OVER = YearSoFar(273, 365), YearSoFar(365, 365)


def target(metric, value, direction="at_most", scope="township", year=2026, label=None) -> Target:
    """A target of 2026; under the metric's own name unless another is given."""
    name = metric.label if label is None else label
    return Target(metric.name, year, Decimal(value), direction, scope, "县平安办〔2026〕3号", name)


def one(metric, x, n, asked, year=SEPTEMBER, **changes) -> Judged:
    """It held against a figure of these counts."""
    return Judged(asked, metric, figure(metric, x, n, 1, n, **changes), year, False)
