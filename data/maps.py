"""The county's map: outlines people upload, whose township each one shows, and the tile grid in their place.

Which township an outline shows is worked out anew against the township list of the build in force, so a corrected
alias or a new list mends the map without another upload. What people chose by hand goes before names.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon

from data.attribute.model import HomeCounty, TownshipName
from data.attribute.townships import TownshipNames
from data.geo.geojson import read_geojson
from data.geo.naming import by_name, name_property
from data.geo.outlines import Outline, as_geometry, extent_of, flat_outlines, from_geometry, thinned
from data.geo.tiles import Place, completed, read_grid, written
from data.refusal import Refused
from data.store import maps as table
from data.store.builds import Build
from data.store.maps import AUTOMATIC, NOT_DRAWN, MapRecord, TileArrangement

__all__ = ["AUTOMATIC", "NOT_DRAWN", "Maps", "MatchedMap", "MatchedShape", "Outline", "Place", "listed"]

_LONGEST_NAME = 120


@dataclass(frozen=True)
class MatchedShape:
    """One outline of the map: its name in the file, the township it shows (None: not drawn), and who said so."""

    number: int
    name: str
    area: str | None
    is_chosen: bool


@dataclass(frozen=True)
class MatchedMap:
    """The map in force against the township list."""

    record: MapRecord
    shapes: tuple[MatchedShape, ...]
    without_shape: tuple[str, ...]
    """Codes of listed townships that no outline shows."""

    @property
    def unmatched(self) -> tuple[MatchedShape, ...]:
        """Outlines that nobody decided about and whose names fit no township."""
        return tuple(one for one in self.shapes if one.area is None and not one.is_chosen)

    @property
    def several(self) -> Mapping[str, int]:
        """Townships that more than one outline shows: united in the drawing."""
        times = Counter(one.area for one in self.shapes if one.area)
        return {code: n for code, n in times.items() if n > 1}


def listed(build: Build) -> dict[str, str]:
    """Code → name of the listed townships, in their order."""
    rows = build.cursor().execute("SELECT township_code, township_name FROM townships ORDER BY sort_order")
    return dict(rows.fetchall())


def _names(build: Build) -> TownshipNames:
    named = "SELECT township_code, list(alias) FROM township_aliases GROUP BY township_code"
    aliases: dict[str, list[str]] = dict(build.cursor().execute(named).fetchall())
    query = "SELECT township_code, township_name, kind, tribunal, is_quasi FROM townships ORDER BY sort_order"
    rows = build.cursor().execute(query).fetchall()
    home = json.loads(build.meta["home_county"])
    home["short_names"] = tuple(home["short_names"])
    townships = [
        TownshipName(code, name, kind, tuple(aliases.get(code, ())), *rest) for code, name, kind, *rest in rows
    ]
    return TownshipNames(townships, HomeCounty(**home))


class Maps:
    """The map of one home; `path` is its state.db."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def upload(self, data: bytes, file_name: str, build: Build, *, by: str, now: datetime) -> MatchedMap:
        """Take a GeoJSON file in the place of an earlier map. Refused as a whole when anything in it is wrong."""
        if not listed(build):
            raise Refused("map_no_match", "还没有乡镇街道名册，图上的名称没有可对照的；请先到“导入”页上传名册。")
        features, names = read_geojson(data), _names(build)
        found = name_property(features, names)
        texts = [one.texts.get(found, "") for one in features]
        outlines = [one.outline for one in features]
        drawn = [outlines[at] for at in by_name(texts, names)]
        slim = thinned(outlines, extent_of(drawn))
        shapes = [{"name": text, "geometry": as_geometry(one)} for text, one in zip(texts, slim, strict=True)]
        table.save_map(
            self.path,
            file_name=Path(file_name).name[:_LONGEST_NAME],
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            name_property=found[:_LONGEST_NAME],
            shapes=shapes,
            by=by,
            at=now,
        )
        matched = self.matched(build)
        assert matched is not None
        return matched

    def remove(self, *, by: str, now: datetime) -> bool:
        """Take the map away; False when there is none."""
        return table.remove_map(self.path, by=by, at=now)

    def choose(self, build: Build, map_number: int, shape: int, area: str, *, by: str, now: datetime) -> None:
        """Say which township an outline shows: a code, NOT_DRAWN or AUTOMATIC. Refused for what is not there."""
        if area not in (AUTOMATIC, NOT_DRAWN) and area not in listed(build):
            raise Refused("area_unknown", f"“{area[:20]}”不是名册中的乡镇街道；请从列表中选择。")
        if not 0 <= shape < len(table.shapes_of(self.path, map_number)):
            raise Refused("map_gone", "这张地图刚被换掉或移除，没有保存；请刷新后核对。")
        table.choose(self.path, map_number, shape, area, by=by, at=now)

    def record(self) -> MapRecord | None:
        """What is known of the map in force."""
        return table.map_in_force(self.path)

    def version(self) -> str:
        """Changes with every upload, choice and arrangement: the key of what is drawn from them."""
        record, tiles = self.record(), self.arrangement()
        chosen = sorted(table.choices(self.path, record.id).items()) if record else ()
        return f"{record and record.id}|{chosen}|{tiles and sorted(tiles.places.items())}"

    def matched(self, build: Build) -> MatchedMap | None:
        """Every outline with its township; None when no map was uploaded."""
        record = self.record()
        if record is None:
            return None
        return self._matched(record, table.shapes_of(self.path, record.id), build)

    def _matched(self, record: MapRecord, shapes: list[dict[str, Any]], build: Build) -> MatchedMap:
        found = by_name([one["name"] for one in shapes], _names(build))
        chosen = {at: area for at, area in table.choices(self.path, record.id).items() if _holds(area, build)}
        rows = tuple(
            MatchedShape(at, one["name"], _area(found.get(at), chosen.get(at)), at in chosen)
            for at, one in enumerate(shapes)
        )
        shown = {one.area for one in rows}
        return MatchedMap(record, rows, tuple(code for code in listed(build) if code not in shown))

    def outlines(self, build: Build) -> dict[str, Outline]:
        """What is drawn of every township that has a shape; empty without a map. Takes up to seconds: keep it."""
        record = self.record()
        if record is None:
            return {}
        shapes = table.shapes_of(self.path, record.id)
        parts: dict[str, list[MultiPolygon]] = defaultdict(list)
        for one in self._matched(record, shapes, build).shapes:
            if one.area:
                parts[one.area].append(from_geometry(shapes[one.number]["geometry"]))
        return flat_outlines(parts)

    def arrangement(self) -> TileArrangement | None:
        """How people put the tiles; None while they stand in the order of the list."""
        found = table.tile_arrangement(self.path)
        return found if found and found.places else None

    def tiles(self, build: Build) -> dict[str, Place]:
        """Row and column of every listed township's tile."""
        found = self.arrangement()
        return completed(list(listed(build)), found.places if found else {})

    def grid(self, build: Build) -> str:
        """The tiles as people write them."""
        return written(self.tiles(build), listed(build))

    def arrange(self, text: str, build: Build, *, by: str, now: datetime) -> None:
        """Put the tiles as a written grid says; an empty text goes back to the order of the list."""
        places = read_grid(text, _names(build).resolve, listed(build)) if text.strip() else {}
        table.arrange_tiles(self.path, places, by=by, at=now)


def _holds(area: str, build: Build) -> bool:
    """A choice of a township that is no longer listed says nothing."""
    return area == NOT_DRAWN or area in listed(build)


def _area(named: str | None, chosen: str | None) -> str | None:
    if chosen == NOT_DRAWN:
        return None
    return chosen or named
