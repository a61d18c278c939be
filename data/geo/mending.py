"""Outlines that cross themselves: a few crossings are mended, a tangle is told, because mending it takes minutes."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

_MOST_CROSSINGS = 300
_PAIRS = 2_000_000
"""Pairs of segments looked at in one step, so that the worst file takes no more memory than a large one."""


def whole(geometry: Any) -> MultiPolygon:
    """A valid area: crossings of a border with itself mended, what has no area left out."""
    mended = geometry if geometry.is_valid else shapely.make_valid(geometry)
    return MultiPolygon([one for one in _polygons(mended) if one.area > 0])


def _polygons(geometry: Any) -> Iterator[Polygon]:
    if isinstance(geometry, Polygon):
        yield geometry
    for part in getattr(geometry, "geoms", ()):
        yield from _polygons(part)


def is_tangled(geometry: Any) -> bool:
    """Whether the borders of an invalid area cross each other too often to be mended while somebody waits."""
    if geometry.is_valid:
        return False
    segments = _segments(geometry)
    tree, step = shapely.STRtree(segments), max(1, _PAIRS // len(segments))
    crossings = 0
    for start in range(0, len(segments), step):
        some = segments[start : start + step]
        # Every segment meets itself and its two neighbours; a crossing is met from both sides.
        crossings += tree.query(some, predicate="intersects").shape[1] - 3 * len(some)
        if crossings > 2 * _MOST_CROSSINGS:
            return True
    return False


def _segments(geometry: Any) -> np.ndarray:
    rings = shapely.get_rings(shapely.get_parts([geometry]))
    positions = [shapely.get_coordinates(ring) for ring in rings]
    pairs = np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in positions])
    return shapely.linestrings(pairs)
