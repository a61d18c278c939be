"""Counts that stand by themselves (件数对账, 控制数) as links to their rows, by way of a figure that says the same."""

from collections.abc import Mapping, Sequence
from datetime import date

from metrics import METRICS, Figure, Metric
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._facts import Identity
from metrics._groups import TOGETHER
from metrics._period import free, month_end
from metrics._rows_behind import Part
from ui import drill_down, figure_words
from ui.figures import figures
from ui.frame import View
from ui.markup import Markup

_AREAS = (TOGETHER, OUTSIDE, UNASSIGNED, COUNTY)
Side = tuple[Metric, Part]


def linked(view: View, rows: Sequence[Identity]) -> list[list[Markup | str]]:
    """Townships, 辖区外, 未归属 and the whole of each row; plain where no metric has that count on one of its sides.

    A figure counts up to the cut-off of its ledgers and may hold a summary's number: where it differs from the account
    of the rows its number is no link.
    """
    sides = {one.name: side for one in rows if (side := _side_of(view, one.name)) is not None}
    metrics = tuple(dict.fromkeys(metric for metric, _ in sides.values()))
    if not metrics:
        return [[figure_words.whole(n) for n, _ in _numbers(one)] for one in rows]
    found = {
        (one.metric, one.area_code): one
        for one in [*figures(view.build, metrics, view.period, "together"), *figures(view.build, metrics, view.period)]
    }
    return [[_linked(found, sides.get(one.name), n, area, view.filters) for n, area in _numbers(one)] for one in rows]


def of_month(view: View, count: str, month: date, n: int) -> Markup | str:
    """The county's number of one count in a month, likewise; `month` is its first day."""
    side = _side_of(view, count)
    period = free(month, month_end(month))
    found = {(one.metric, one.area_code): one for one in figures(view.build, (side[0],), period)} if side else {}
    return _linked(found, side, n, COUNTY, drill_down.period_filters(period.start, period.end))


def _numbers(one: Identity) -> list[tuple[int, str]]:
    return list(zip((one.townships, one.outside, one.unassigned, one.total), _AREAS, strict=True))


def _side_of(view: View, count: str) -> Side | None:
    """A metric that has the count above its line, else one that has it below; plain counts first."""
    known = [metric.under(view.build.definition) for metric in METRICS.values()]
    above: list[Side] = [(one, "numerator") for one in known if one.numerator.name == count]
    below: list[Side] = [(one, "denominator") for one in known if one.denominator and one.denominator.name == count]
    return min(above, key=lambda side: side[0].denominator is not None, default=below[0] if below else None)


def _linked(
    found: Mapping[tuple[str, str], Figure], side: Side | None, n: int, area: str, filters: Mapping[str, str]
) -> Markup | str:
    if side is None:
        return figure_words.whole(n)
    metric, part = side
    figure = found[metric.name, area]
    is_same = figure.status != "not_covered" and (figure.numerator if part == "numerator" else figure.denominator) == n
    return drill_down.count(figure, metric, part, filters) if is_same else figure_words.whole(n)
