"""Outlines ready for drawing: those of one township united, thinned without tearing neighbours apart, laid flat."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon

from data.geo.mending import whole

Point = tuple[float, float]
Ring = tuple[Point, ...]
_STEPS = 1_500
"""What is thinner than this part of the map's extent is under half a pixel and is left out."""
_HIT_POINTS = 700
_GRID = 1e-7
"""Degrees (about a centimetre): what lies nearer is one point, so that shared borders vanish where shapes unite."""


@dataclass(frozen=True)
class Outline:
    """One township on the flat map, y upwards, in degrees of latitude.

    `at` is where its name stands, `room` how wide and high the shape is there. `hits` are points spread over it by
    which pointing at it is noticed. Holes run the other way round than outer rings.
    """

    rings: tuple[Ring, ...]
    at: Point
    room: Point
    hits: tuple[Point, ...]


def extent_of(outlines: Sequence[MultiPolygon]) -> float:
    """The longer side of all outlines together, in degrees."""
    west, south, east, north = shapely.total_bounds(outlines)
    return float(max(east - west, north - south))


def thinned(outlines: Sequence[MultiPolygon], extent: float) -> list[MultiPolygon]:
    """Outlines without what no screen shows at that extent; neighbours keep the border they share."""
    simple = shapely.coverage_simplify(list(outlines), extent / _STEPS)
    mended = [whole(one) for one in simple]
    return [new if not new.is_empty else old for new, old in zip(mended, outlines, strict=True)]


def as_geometry(outline: MultiPolygon) -> dict[str, Any]:
    """The GeoJSON geometry that is kept, to a tenth of a metre."""
    rounded = [[[[round(x, 6), round(y, 6)] for x, y in ring] for ring in _rings(one)] for one in outline.geoms]
    return {"type": "MultiPolygon", "coordinates": rounded}


def _rings(polygon: Any) -> list[Any]:
    return [polygon.exterior.coords, *(hole.coords for hole in polygon.interiors)]


def from_geometry(geometry: Mapping[str, Any]) -> MultiPolygon:
    """What `as_geometry` wrote; rounding may have let a border touch itself, which is mended."""
    return whole(shapely.geometry.shape(dict(geometry)))


def flat_outlines(by_area: Mapping[str, Sequence[MultiPolygon]]) -> dict[str, Outline]:
    """One outline per township, in an equirectangular picture that is true to shape at the middle latitude.

    A township whose outlines are too small to be told from a point is not in it.
    """
    united = {code: whole(shapely.union_all(list(parts), grid_size=_GRID)) for code, parts in by_area.items()}
    united = {code: one for code, one in united.items() if not one.is_empty}
    if not united:
        return {}
    west, south, east, north = shapely.total_bounds(list(united.values()))
    width = math.cos(math.radians((south + north) / 2))
    laid = {
        code: shapely.transform(one, lambda xy: (xy - (west, south)) * (width, 1.0)) for code, one in united.items()
    }
    step = math.sqrt((east - west) * width * (north - south) / _HIT_POINTS)
    return {code: _outline(one, step) for code, one in laid.items()}


def _outline(area: MultiPolygon, step: float) -> Outline:
    turned = shapely.orient_polygons(area)
    largest = max(area.geoms, key=lambda one: one.area)
    radius = shapely.maximum_inscribed_circle(largest, tolerance=step / 10)
    x, y = (float(one) for one in radius.coords[0])
    rings = [tuple((round(px, 6), round(py, 6)) for px, py in ring) for one in turned.geoms for ring in _rings(one)]
    return Outline(tuple(rings), (x, y), _room(largest, x, y), ((x, y), *_spread(area, step)))


def _room(polygon: Any, x: float, y: float) -> Point:
    """Width and height of the polygon through a point inside it, twice the shorter way to its border."""
    west, south, east, north = polygon.bounds
    across = shapely.intersection(polygon, shapely.linestrings([(west - 1, y), (east + 1, y)]))
    upwards = shapely.intersection(polygon, shapely.linestrings([(x, south - 1), (x, north + 1)]))
    return _reach(across, x, 0), _reach(upwards, y, 1)


def _reach(lines: Any, middle: float, axis: int) -> float:
    ends = [(one.bounds[axis], one.bounds[axis + 2]) for one in shapely.get_parts([lines])]
    here = [(low, high) for low, high in ends if low <= middle <= high]
    return 2 * min(middle - here[0][0], here[0][1] - middle) if here else 0.0


def _spread(area: MultiPolygon, step: float) -> list[Point]:
    west, south, east, north = area.bounds
    xs, ys = np.meshgrid(np.arange(west, east, step) + step / 2, np.arange(south, north, step) + step / 2)
    shapely.prepare(area)
    inside = shapely.contains_xy(area, xs, ys)
    pairs = zip(xs[inside].tolist(), ys[inside].tolist(), strict=True)
    return [(round(x, 6), round(y, 6)) for x, y in pairs]
