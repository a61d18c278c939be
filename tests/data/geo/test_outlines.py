import math

import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon

from data.geo.outlines import as_geometry, extent_of, flat_outlines, from_geometry, thinned
from tests.data.geo.outlines import square


def area(*columns: int) -> MultiPolygon:
    return MultiPolygon([Polygon(square(column)) for column in columns])


def test_neighbouring_outlines_of_one_township_become_one_ring():
    assert len(flat_outlines({"甲": [area(0), area(1)]})["甲"].rings) == 1
    assert len(flat_outlines({"甲": [area(0), area(2)]})["甲"].rings) == 2


def test_a_hole_runs_the_other_way_round_than_the_ring_around_it():
    ring = Polygon(square(0, side=0.3), [square(1, 1)])
    outer, hole = flat_outlines({"甲": [MultiPolygon([ring])]})["甲"].rings
    assert shapely.is_ccw(shapely.linearrings(outer)) != shapely.is_ccw(shapely.linearrings(hole))


def test_a_degree_of_longitude_is_as_much_shorter_as_the_latitude_makes_it():
    (ring,) = flat_outlines({"甲": [area(0)]})["甲"].rings
    wide, high = (max(point[axis] for point in ring) - min(point[axis] for point in ring) for axis in (0, 1))
    assert high == pytest.approx(0.1, abs=1e-5)
    assert wide == pytest.approx(0.1 * math.cos(math.radians(38.05)), abs=1e-5)


def test_names_and_pointing_stay_inside_the_township():
    hook = Polygon([(100, 38), (101, 38), (101, 38.1), (100.1, 38.1), (100.1, 39), (100, 39)])
    outline = flat_outlines({"甲": [MultiPolygon([hook])], "乙": [area(20)]})["甲"]
    shape = Polygon(outline.rings[0])
    assert all(shape.buffer(1e-5).contains(shapely.Point(point)) for point in (outline.at, *outline.hits))
    assert len(outline.hits) > 10
    assert outline.room[0] < 0.9


def test_thinning_leaves_no_gap_between_neighbours():
    wave = [(100.1 + 0.004 * math.sin(n), 38 + n / 1000) for n in range(101)]
    left = Polygon([(100, 38), *wave, (100, 38.1)])
    right = Polygon([(100.2, 38), *wave, (100.2, 38.1)])
    pair = [MultiPolygon([left]), MultiPolygon([right])]
    slim = thinned(pair, extent_of(pair) * 40)
    assert shapely.get_num_coordinates(slim[0]) < 60 < shapely.get_num_coordinates(pair[0])
    assert slim[0].union(slim[1]).area == pytest.approx(slim[0].area + slim[1].area)
    assert not slim[0].intersection(slim[1]).area
    assert slim[0].union(slim[1]).geom_type == "Polygon"


def test_what_is_kept_is_what_was_read():
    assert from_geometry(as_geometry(area(0, 2))).equals_exact(area(0, 2), 1e-6)


def test_no_outline_makes_no_picture():
    assert flat_outlines({}) == {}


def test_an_outline_too_small_to_be_seen_is_left_out_and_does_not_take_the_map_with_it():
    speck = from_geometry(as_geometry(MultiPolygon([Polygon(square(1, side=3e-8))])))
    assert set(flat_outlines({"甲": [area(0)], "乙": [speck], "丙": [speck, area(2)]})) == {"甲", "丙"}
