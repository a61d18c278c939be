"""Numbers of the table 件数对账 as links to their rows, by way of a figure that says the same number."""

from collections.abc import Sequence

from metrics import METRICS, Figure, Metric
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._facts import Identity
from metrics._groups import TOGETHER
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
        return [[_number(view, {}, None, n, area) for n, area in _numbers(one)] for one in rows]
    found = {
        (one.metric, one.area_code): one
        for one in [*figures(view.build, metrics, view.period, "together"), *figures(view.build, metrics, view.period)]
    }
    return [[_number(view, found, sides.get(one.name), n, area) for n, area in _numbers(one)] for one in rows]


def _numbers(one: Identity) -> list[tuple[int, str]]:
    return list(zip((one.townships, one.outside, one.unassigned, one.total), _AREAS, strict=True))


def _side_of(view: View, count: str) -> Side | None:
    """A metric that has the count above its line, else one that has it below; plain counts first."""
    known = [metric.under(view.build.definition) for metric in METRICS.values()]
    above: list[Side] = [(one, "numerator") for one in known if one.numerator.name == count]
    below: list[Side] = [(one, "denominator") for one in known if one.denominator and one.denominator.name == count]
    return min(above, key=lambda side: side[0].denominator is not None, default=below[0] if below else None)


def _number(view: View, found: dict[tuple[str, str], Figure], side: Side | None, n: int, area: str) -> Markup | str:
    if side is None:
        return figure_words.whole(n)
    metric, part = side
    figure = found[metric.name, area]
    is_same = figure.status != "not_covered" and (figure.numerator if part == "numerator" else figure.denominator) == n
    return drill_down.count(figure, metric, part, view.filters) if is_same else figure_words.whole(n)
