"""What a county's rate holds beyond its townships: a township held against it seems lower than beside the others.

Cases of 辖区外 and 未归属 are in the county's rate and in no township's; the residents are the same people.
"""

from collections.abc import Iterable
from fractions import Fraction

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._rounding import half_up


def beyond_townships_words(rows: Iterable[Figure], metric: Metric) -> str:
    """The rate of all townships together beside the county's; '' where they are the same or there is no rate."""
    by_area = {one.area_code: one for one in rows if one.metric == metric.name}
    county = by_area.get(COUNTY)
    if county is None or not metric.is_rate or not county.denominator or county.value is None:
        return ""
    beyond = sum(by_area[code].numerator for code in (OUTSIDE, UNASSIGNED) if code in by_area)
    if not beyond:
        return ""
    together = half_up(Fraction((county.numerator - beyond) * county.per, county.denominator), metric.decimals)
    return (
        f"全县{county.label}含辖区外、未归属{beyond:,}{metric.numerator.unit}，各乡镇街道合计{together}；"
        "与全县比，各乡镇街道会显得偏低"
    )
