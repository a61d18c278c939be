"""Figures under two definitions, township by township: whose value and whose place move."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._rounding import half_up
from metrics._words import exact_value


@dataclass(frozen=True)
class Beside:
    """One area under both definitions; None where a side does not know the area."""

    area_code: str
    area_name: str
    left: Figure | None
    right: Figure | None
    value_moves: bool
    """The value as printed differs."""
    places: int | None
    """Places gained (+) or lost (-) under the right one; None where either side does not rank the area."""

    @property
    def is_township(self) -> bool:
        """False for the county, 辖区外 and 未归属."""
        return self.area_code not in (COUNTY, OUTSIDE, UNASSIGNED)


def side_by_side(metric: Metric, left: Iterable[Figure], right: Iterable[Figure]) -> list[Beside]:
    """Every area of one metric, in the order of the list, the county last."""
    sides = [{one.area_code: one for one in rows if one.metric == metric.name} for rows in (left, right)]
    return [
        _beside(metric, code, *(side.get(code) for side in sides)) for code in dict.fromkeys([*sides[0], *sides[1]])
    ]


def _beside(metric: Metric, code: str, left: Figure | None, right: Figure | None) -> Beside:
    some = left or right
    assert some is not None
    ranks = left.rank if left else None, right.rank if right else None
    places = ranks[0] - ranks[1] if ranks[0] is not None and ranks[1] is not None else None
    return Beside(code, some.area_name, left, right, _printed(metric, left) != _printed(metric, right), places)


def _printed(metric: Metric, figure: Figure | None) -> str | None:
    exact = exact_value(figure) if figure is not None else None
    return None if exact is None else half_up(Fraction(exact), metric.decimals)


def moved_words(rows: Sequence[Beside]) -> str:
    """How many townships' values and places move, and whose place the most."""
    townships = [one for one in rows if one.is_township]
    values = sum(one.value_moves for one in townships)
    ranked = [one for one in townships if one.places is not None]
    moved = [one for one in ranked if one.places]
    told = f"{len(townships)} 个乡镇街道中，{values} 个的数值不同"
    if not ranked:
        return f"{told}，不排位次。"
    if not moved:
        return f"{told}，位次都不变。"
    most = max(moved, key=lambda one: (abs(one.places or 0), one.area_name))
    old, new = most.left.rank if most.left else None, most.right.rank if most.right else None
    return f"{told}，{len(moved)} 个的位次不同；变动最大的是{most.area_name}（第{old}位 → 第{new}位）。"
