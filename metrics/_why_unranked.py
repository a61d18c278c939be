"""Why a listed township has no place: the rules of `ranks` in their order. What is said of each is for the pages."""

from typing import Literal

from metrics._areas import areas_of
from metrics._build import Build
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._population import population_of

Why = Literal[
    "quasi", "kind", "not_covered", "invalid", "no_population", "zero_denominator", "small", "few", "no_order"
]
_LACKING: tuple[Why, ...] = ("not_covered", "invalid", "no_population", "zero_denominator")


def why_unranked(build: Build, metric: Metric, figure: Figure) -> Why:
    """Of what never takes part that is told first, then what its figure lacks, its people, its few disputes.

    quasi: like a township, but none; few: a share of a handful; no_order: the metric has no good end.
    """
    areas = areas_of(build)
    at = areas.index[figure.area_code]
    if not areas.is_rankable[at]:
        return "quasi" if areas.is_quasi[at] else "kind"
    if lacks := next((one for one in _LACKING if figure.status == one), None):
        return lacks
    if population_of(build).on(figure.period_end).people[at] < build.definition.smallest_ranked_population:
        return "small"
    return "no_order" if metric.better == "none" else "few"
