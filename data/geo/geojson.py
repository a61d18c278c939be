"""Reads a GeoJSON file of outlines (RFC 7946): all of it or nothing; a refusal says where and why."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn
from unicodedata import category

from shapely.geometry import MultiPolygon, shape

from data.geo.coordinates import check_positions
from data.geo.mending import is_tangled, whole
from data.refusal import Refused

LARGEST = 10 * 1024 * 1024
MOST_FEATURES = 5_000
LONGEST_TEXT = 60
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
_KINDS = {
    "Point": "点",
    "MultiPoint": "点",
    "LineString": "线",
    "MultiLineString": "线",
    "GeometryCollection": "几何集合",
    None: "空的",
}
_HOW = "请在地图软件中把乡镇街道的面图层导出为 GeoJSON（要素集合，坐标为经纬度）后重新上传。"


@dataclass(frozen=True)
class Feature:
    """One outline: its texts by property, and its area in degrees."""

    texts: Mapping[str, str]
    outline: MultiPolygon


def read_geojson(data: bytes) -> list[Feature]:
    """Every feature of the file in its order. Refused with the first fault; nothing of the file is kept then."""
    document = _parsed(data)
    kind = document.get("type") if isinstance(document, dict) else None
    features = document.get("features") if isinstance(document, dict) else None
    if kind == "Topology":
        _refuse("期望 GeoJSON 的要素集合，看到的是 TopoJSON（type 为 Topology）")
    if kind != "FeatureCollection" or not isinstance(features, list):
        found = f"type 为“{str(kind)[:20]}”" if kind else "没有 type"
        _refuse(f"期望 GeoJSON 的要素集合（type 为 FeatureCollection，有 features 列表），看到的文件最外层{found}")
    if not features:
        _refuse("要素集合里一个要素都没有")
    if len(features) > MOST_FEATURES:
        said = f"最多收{MOST_FEATURES:,}个要素，文件里有{len(features):,}个；请只导出本县的乡镇街道后重新上传。"
        raise Refused("map_too_large", said)
    read = [_feature(one, at) for at, one in enumerate(features, 1)]
    return _checked(read)


def _parsed(data: bytes) -> Any:
    if len(data) > LARGEST:
        said = (
            f"文件 {len(data) / 1_048_576:.1f} MB，最多收 {LARGEST // 1_048_576} MB；请在地图软件中简化边界后重新导出。"
        )
        raise Refused("map_too_large", said)
    if data[:2] == b"PK" or data[:4] == b"\x00\x00\x27\x0a":
        found = "压缩包" if data[:2] == b"PK" else "Shapefile（.shp）"
        raise Refused("map_broken", f"期望 GeoJSON 文本，看到的是{found}；{_HOW}")
    try:
        return json.loads(_decoded(data))
    except json.JSONDecodeError as error:
        where = f"第{error.lineno}行第{error.colno}个字符处"
        said = f"文件不是完整的 JSON：{where}读不下去（可能没有传完，或不是 GeoJSON）；{_HOW}"
        raise Refused("map_broken", said) from None
    except (ValueError, RecursionError):
        raise Refused("map_broken", f"文件不是能读的 JSON：编码不明，或嵌套、数字大得不正常；{_HOW}") from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _feature(one: Any, at: int) -> tuple[dict[str, str], list[Any]]:
    """Texts and polygons (as lists of rings) of one feature; `at` counts from 1 for the sentence."""
    geometry = one.get("geometry") if isinstance(one, dict) else None
    properties = one.get("properties") if isinstance(one, dict) else None
    pairs = properties.items() if isinstance(properties, dict) else ()
    named = {_plain(key): _plain(value) for key, value in pairs if isinstance(value, str)}
    texts = {key: value for key, value in named.items() if key and 0 < len(value) <= LONGEST_TEXT}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        word = _KINDS.get(kind, f"“{str(kind)[:20]}”") if kind is None or isinstance(kind, str) else "不明的"
        _refuse(f"期望每个要素是面（Polygon 或 MultiPolygon），{_which(at, texts)}的图形是{word}")
    assert isinstance(geometry, dict)
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons or not all(_is_polygon(each) for each in polygons):
        _refuse(f"{_which(at, texts)}的坐标不成面：每一圈至少要有四个点，每个点是两个数，首尾相同")
    return texts, polygons


def _plain(text: str) -> str:
    """Without control marks, direction marks and halves of a letter, which nothing can store or print as they are."""
    return "".join(mark for mark in text if category(mark) not in _UNPRINTABLE).strip()


def _is_polygon(rings: Any) -> bool:
    return isinstance(rings, list) and bool(rings) and all(_is_ring(ring) for ring in rings)


def _is_ring(ring: Any) -> bool:
    return isinstance(ring, list) and len(ring) >= 4 and ring[0] == ring[-1] and all(map(_is_position, ring))


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(
            isinstance(number, int | float) and not isinstance(number, bool) and abs(number) < 1e9
            for number in position[:2]
        )
        and not any(math.isnan(number) for number in position[:2])
    )


def _which(at: int, texts: Mapping[str, str]) -> str:
    first = next(iter(texts.values()), "")
    return f"第{at}个要素（{first[:20]}）" if first else f"第{at}个要素"


def _checked(read: Sequence[tuple[dict[str, str], list[Any]]]) -> list[Feature]:
    """The coordinates are looked at together before a single outline is made."""
    check_positions(
        [position for _, polygons in read for rings in polygons for ring in rings for position in ring],
        lambda index: _which(*_of_position(read, index)),
    )
    found = []
    for at, (texts, polygons) in enumerate(read, 1):
        drawn = shape({"type": "MultiPolygon", "coordinates": _flat(polygons)})
        if is_tangled(drawn):
            _refuse(f"{_which(at, texts)}的边界自己相交了很多次，不成面，请先用“修复几何”一类的功能修好")
        outline = whole(drawn)
        if outline.is_empty:
            _refuse(f"{_which(at, texts)}的边界没有围出面积")
        found.append(Feature(texts, outline))
    return found


def _of_position(read: Sequence[tuple[dict[str, str], list[Any]]], index: int) -> tuple[int, dict[str, str]]:
    """Number and texts of the feature that holds the position of that index."""
    for at, (texts, polygons) in enumerate(read, 1):
        index -= sum(len(ring) for rings in polygons for ring in rings)
        if index < 0:
            return at, texts
    raise IndexError(index)


def _flat(polygons: Any) -> list[Any]:
    """Without heights."""
    return [[[tuple(position[:2]) for position in ring] for ring in rings] for rings in polygons]


def _refuse(found: str) -> NoReturn:
    raise Refused("map_shape", f"{found}；{_HOW}")
