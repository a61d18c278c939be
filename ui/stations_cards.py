"""The stations in five cards: how many and how staffed, then each kind of work with its two ways of dividing it."""

from collections.abc import Sequence

from metrics import METRICS, Figure, Metric, format_value
from ui import figure_words, route
from ui.cards import Card
from ui.figures import COUNTY, of_area

STATIONS, STAFFED, COVERED = (
    METRICS[name] for name in ("stations_in_place", "station_staffing_rate", "station_coverage")
)
WORK = tuple(
    tuple(METRICS[f"{kind}_{ending}"] for ending in ("count", "per_station", "rate"))
    for kind in ("circuit_hearing", "legal_education", "consultation", "return_visit")
)
_NAMES = ("巡回审判", "普法宣传", "法律咨询", "回访")
METRICS_SHOWN = (STATIONS, STAFFED, COVERED, *(metric for three in WORK for metric in three))
TRENDS = (STATIONS, *(three[0] for three in WORK))
"""What the lines of the cards show."""


def cards(rows: list[Figure], by_month: Sequence[Figure], filters: dict[str, str]) -> list[Card]:
    """All five; a figure that is not known stands as —, what cannot be divided is left out."""
    staff = (_with_unit("配齐", rows, STAFFED), _with_unit("覆盖", rows, COVERED))
    said = "，".join(part for part in staff if part) or "还没有导入名册"
    found = [_card("法官工作站", rows, STATIONS, said, by_month, filters)]
    for name, (count, per_station, rate) in zip(_NAMES, WORK, strict=True):
        parts = (_divided("每站", rows, per_station, count), _divided("每万人", rows, rate, count))
        found.append(_card(name, rows, count, "，".join(part for part in parts if part), by_month, filters))
    return found


def _divided(label: str, rows: list[Figure], metric: Metric, count: Metric) -> str:
    """The county's figure with what it is divided by; nothing where it has none (no register, no population)."""
    county = of_area(rows, metric, COUNTY)
    return f"{label}{format_value(county, metric)}{count.unit}" if county.value is not None else ""


def _with_unit(label: str, rows: list[Figure], metric: Metric) -> str:
    county = of_area(rows, metric, COUNTY)
    return f"{label}{format_value(county, metric)}{metric.unit}" if county.value is not None else ""


def _card(
    name: str, rows: list[Figure], metric: Metric, parts: str, by_month: Sequence[Figure], filters: dict[str, str]
) -> Card:
    county = of_area(rows, metric, COUNTY)
    return Card(
        name=name,
        value=format_value(county, metric),
        unit=metric.unit,
        parts=parts,
        change=figure_words.change(county),
        months=[one.value for one in by_month if one.metric == metric.name],
        months_words=f"{metric.label}近24个月走势",
        marks=figure_words.few_marks(county) if county.value is not None or metric is not STATIONS else (),
        address=route.address("metric", metric=metric.name, **filters),
    )
