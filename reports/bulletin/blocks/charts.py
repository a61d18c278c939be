"""附图: places with their limits, the county month by month over two years, causes by what they added."""

from fractions import Fraction

from metrics import format_value
from metrics._figures import Figure
from metrics._review import Review
from metrics._review_charts import break_note, cause_parts, marks, together_value, two_years
from metrics._review_words import whole
from metrics._rounding import half_up_float
from metrics._standing_words import WITHOUT_BATCHES, View, view_of
from metrics._what_moved_words import signed
from metrics._words import Comparison
from reports.bulletin.content import Bar, BarsChart, Dot, DotsChart, Line, LinesChart, Mark, Section

_MARKS: dict[str, Mark] = {"▲": "high", "▽": "low", "●": "same", "–": "few"}


def places_chart(told: Review) -> Section | None:
    """The leading metric of the year to date with 95 % limits."""
    metric = told.metrics[0]
    if metric not in told.ranked:
        return None
    return _places(view_of(told, metric))


def _places(view: View) -> Section:
    metric, line = view.metric, together_value(view)
    suffix = f"（{WITHOUT_BATCHES}）" if view.is_without_batches else ""
    title = f"各乡镇街道{metric.label}及95%区间{suffix}"
    dots = tuple(_dot(one, stands, view) for one, stands in marks(view))
    line_text = "" if line is None else f"各乡镇街道合计{half_up_float(line, metric.decimals)}"
    return Section("places_chart", title, charts=(DotsChart("位次图", title, metric.unit, dots, line, line_text),))


def _dot(figure: Figure, stands: Comparison, view: View) -> Dot:
    text = format_value(figure, view.metric)
    return Dot(figure.area_name, figure.value or 0.0, figure.low, figure.high, text, _MARKS[stands.symbol])


def cases_charts(told: Review) -> Section | None:
    """New filings by month and by cause: two pictures of half a page share one."""
    charts = tuple(one for one in (_months(told), _causes(told)) if one is not None)
    if not charts:
        return None
    heading = charts[0].title if len(charts) == 1 else f"{whole(told)}新收案件逐月情况和案由增减"
    return Section("cases_charts", heading, charts=charts)


def _months(told: Review) -> LinesChart | None:
    """New filings of the county by month, the year before beside."""
    found = two_years(told)
    if found is None:
        return None
    lines = (Line(found.now_name, found.now), Line(found.before_name, found.before, is_before=True))
    title, note = f"{whole(told)}一审民商事新收逐月情况", break_note(told)
    return LinesChart("走势图", title, "件", found.labels, lines, f"注：{note}。" if note else "")


def _causes(told: Review) -> BarsChart | None:
    """Causes by how many cases more or fewer than the year before."""
    parts = cause_parts(told)
    if not parts:
        return None
    bars = tuple(Bar(one.name, float(one.difference), signed(Fraction(one.difference), 0)) for one in parts)
    return BarsChart("案由增减图", "主要案由较上年同期增减", "件", bars)
