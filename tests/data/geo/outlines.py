"""Small GeoJSON files for tests: squares of a made-up county, side by side."""

import json
from collections.abc import Sequence
from typing import Any

WEST, SOUTH, SIDE = 100.0, 38.0, 0.1


def square(column: int, row: int = 0, side: float = SIDE) -> list[list[float]]:
    """One closed ring, counter-clockwise; neighbours share their whole side."""
    x, y = WEST + column * SIDE, SOUTH + row * SIDE
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def feature(name: object, ring: list[Any], key: str = "name", kind: str = "Polygon") -> dict[str, Any]:
    coordinates = {"Polygon": [ring], "MultiPolygon": [[ring]], "LineString": ring}[kind]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"id": 7, "省": "甘肃省", key: name}, "geometry": geometry}


def collection(features: Sequence[dict[str, Any]]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False).encode()


def squares(*names: str, key: str = "name") -> bytes:
    """A row of squares with these names."""
    return collection([feature(name, square(at), key) for at, name in enumerate(names)])
