"""体检 against one's own kind: 街道 beside 街道, 镇 beside 镇, 乡 beside 乡."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from metrics._build import Build, remembered
from metrics._checkup import Cell, Checkup, Line, checked, is_compared
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._peer_groups import PEER_KINDS, PeerGroup, Peers, peers
from metrics._words import CLEAR_FROM, HIGH, LOW, NORMAL_BELOW, SAME, STATUS_WORDS, TOO_FEW, Comparison

_NO_PEERS = "没有同类可比"


def beside_peers(build: Build, metrics: Sequence[Metric], rows: Iterable[Figure]) -> Checkup:
    """Every township against the other townships of its kind together, itself left out, by the test of changes.

    ▲▽ beyond 1.96, coloured beyond 3.09 (the 99.8 % limits). The kinds as a whole join the reference lines.
    """
    found: dict[str, Peers] = {}

    def judge(metric: Metric, areas: Sequence[Figure], county: Figure) -> list[Comparison | None]:
        one = found[metric.name] = _peers(build, metric, areas, county)
        has_others = ~np.isnan(one.of_the_others)
        return [_stands(own, float(z), bool(has)) for own, z, has in zip(areas, one.z, has_others, strict=True)]

    table = checked(metrics, rows, judge)
    present = [kind for kind in PEER_KINDS if any(one.kind == kind for all_ in found.values() for one in all_.groups)]
    county = table.references[0].cells if table.references else ()
    wholes = [Line(kind, f"各{kind}合计", tuple(_whole(kind, one, found) for one in county)) for kind in present]
    return replace(table, references=(*table.references, *wholes))


def kinds_of(build: Build) -> dict[str, str]:
    """The kind of every listed township: 街道, 镇, 乡 or another."""
    sql = "SELECT township_code, coalesce(kind, '') FROM townships ORDER BY sort_order, township_code"
    return remembered(build, "township_kinds", lambda: dict(build.cursor().execute(sql).fetchall()))


def _peers(build: Build, metric: Metric, areas: Sequence[Figure], county: Figure) -> Peers:
    """Figures without a value, and townships of other kinds, are no peers."""
    kinds = kinds_of(build)
    x = [np.nan if one.value is None else one.numerator for one in areas]
    n = [np.nan if one.value is None or one.denominator is None else one.denominator for one in areas]
    return peers([kinds[one.area_code] for one in areas], x, n, metric.is_proportion, metric.per, county.phi)


def _stands(own: Figure, z: float, has_others: bool) -> Comparison:
    """Nobody can be told apart where all or none were resolved, here and among the others: z is NaN, no difference."""
    if own.status != "ok":
        return Comparison("–", TOO_FEW if own.status == "small" else STATUS_WORDS[own.status], False)
    if not has_others:
        return Comparison("–", _NO_PEERS, False)
    if not abs(z) >= NORMAL_BELOW:
        return Comparison("●", SAME, False)
    is_clear = abs(z) >= CLEAR_FROM
    return Comparison("▲", HIGH, is_clear) if z > 0 else Comparison("▽", LOW, is_clear)


def _whole(kind: str, county: Cell, found: dict[str, Peers]) -> Cell:
    """A kind's townships together, in the place of the county's figure; counts and averages are not added up."""
    groups = found[county.metric.name].groups if is_compared(county.metric) else ()
    group = next((one for one in groups if one.kind == kind), None)
    return Cell(county.metric, _figure(kind, county.figure, group), None)


def _figure(kind: str, like: Figure, group: PeerGroup | None) -> Figure:
    has_value = group is not None and not np.isnan(group.value)
    return replace(
        like,
        area_code=kind,
        area_name=f"各{kind}合计",
        numerator=int(group.numerator) if group is not None and has_value else 0,
        denominator=int(group.denominator) if group is not None and has_value else None,
        value=group.value if group is not None and has_value else None,
        low=None,
        high=None,
        status="ok" if has_value else "none",
        notes=(),
        base_value=None,
        change=None,
        change_z=None,
    )
