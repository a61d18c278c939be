"""同类分组 of a monthly review: 街道 beside 街道, 镇 beside 镇, 乡 beside 乡, places counted within the group."""

from dataclasses import dataclass

from metrics._checkup import Line
from metrics._checkup_peers import beside_peers, kinds_of
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._peer_groups import PEER_KINDS
from metrics._review import Review
from metrics._standing_words import view_of
from metrics._words import Comparison


@dataclass(frozen=True)
class PeerRow:
    """A township in its group, the best first; equal values share a place. The group's own line has no place, nor has
    anyone where places cannot be told."""

    kind: str
    figure: Figure
    place: int | None
    stands: Comparison | None


def peer_rows(told: Review, metric: Metric) -> tuple[PeerRow, ...]:
    """Groups of two or more ranked townships, each followed by its sum."""
    view = view_of(told, metric)
    found = beside_peers(told.build, [metric], [one for one in view.figures if one.metric == metric.name])
    wholes = {line.code: line for line in found.references}
    stands = {line.code: line.cells[0].stands for line in found.lines}
    rows: list[PeerRow] = []
    for kind in PEER_KINDS:
        members = [one for one in view.in_order if _kind(told, one) == kind]
        if len(members) > 1 and kind in wholes:
            places = [_place(one, members) if view.has_places else None for one in members]
            rows += [
                PeerRow(kind, one, place, stands.get(one.area_code)) for one, place in zip(members, places, strict=True)
            ]
            rows.append(PeerRow(kind, _figure(wholes[kind]), None, None))
    return tuple(rows)


def _place(figure: Figure, members: list[Figure]) -> int:
    return 1 + sum((one.rank or 0) < (figure.rank or 0) for one in members)


def _kind(told: Review, figure: Figure) -> str:
    return kinds_of(told.build)[figure.area_code]


def _figure(line: Line) -> Figure:
    return line.cells[0].figure
