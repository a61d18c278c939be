"""Days on which a metric's series breaks, so that figures of before and after are not of one kind."""

from collections.abc import Sequence
from datetime import date

from data.definition import Definition, Scope, SeriesBreak
from metrics._metric import Metric


def scopes_of(metric: Metric) -> frozenset[Scope]:
    """What a metric looks at that a break may touch."""
    scopes: set[Scope] = set()
    for count in metric.counts:
        if count.ledger == "cases":
            scopes.add("filings")
        if (count.ledger, count.kind) == ("mediations", "court"):
            scopes.add("court_mediation")
    return frozenset(scopes)


def breaks_of(definition: Definition, metric: Metric) -> tuple[SeriesBreak, ...]:
    """The definition's breaks that touch a metric, oldest first."""
    found = [one for one in definition.breaks if scopes_of(metric) & set(one.scope)]
    return tuple(sorted(found, key=lambda one: one.on))


def break_places(breaks: Sequence[SeriesBreak], months: Sequence[date]) -> list[tuple[float, SeriesBreak]]:
    """Where breaks fall in a row of months (first days, in order): 3.0 is the fourth month, 2.5 the line before it."""
    index = {(month.year, month.month): at for at, month in enumerate(months)}
    found = [(index.get((one.on.year, one.on.month)), one) for one in breaks]
    return [(at if one.on.day > 1 else at - 0.5, one) for at, one in found if at]
