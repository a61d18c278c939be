"""Against what a township is held where the county's rate holds cases that lie in no township."""

from collections.abc import Iterable

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._rounding import half_up_float
from metrics._words import format_value, yardstick


def beyond_townships_words(rows: Iterable[Figure], metric: Metric) -> str:
    """The rate of all townships together beside the county's; '' where they are the same or there is no rate."""
    by_area = {one.area_code: one for one in rows if one.metric == metric.name}
    county = by_area.get(COUNTY)
    if county is None or not metric.is_rate or county.value is None:
        return ""
    beyond = sum(by_area[code].numerator for code in (OUTSIDE, UNASSIGNED) if code in by_area)
    if not beyond:
        return ""
    return (
        f"与全县比，是与各乡镇街道合计（{together_text(county, metric)}）比；"
        f"全县{county.label}{format_value(county, metric)}另含辖区外、未归属{beyond:,}{metric.numerator.unit}"
    )


def together_text(county: Figure, metric: Metric) -> str:
    """What townships are held against, at the metric's decimals; the county's own value where it is the same."""
    middle = yardstick(county)
    return format_value(county, metric) if middle in (None, county.value) else half_up_float(middle, metric.decimals)


def line_label(county: Figure, metric: Metric) -> str:
    """The name of the line that townships are held against, with its value."""
    name = county.area_name if yardstick(county) == county.value else "各乡镇合计"
    return f"{name} {together_text(county, metric)}"
