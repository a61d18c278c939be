import json

import pytest
import shapely

from data.geo.geojson import LARGEST, read_geojson
from data.refusal import Refused
from tests.data.geo.outlines import collection, feature, square, squares


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_geojson(data)
    return caught.value


def test_polygons_and_multipolygons_are_read_with_their_texts_and_without_numbers():
    ring = [[*point, 1500.0] for point in square(1)]
    read = read_geojson(collection([feature("柳河镇", square(0)), feature("石坪乡", ring, kind="MultiPolygon")]))
    assert [dict(one.texts) for one in read] == [
        {"省": "甘肃省", "name": "柳河镇"},
        {"省": "甘肃省", "name": "石坪乡"},
    ]
    assert [round(one.outline.area, 6) for one in read] == [0.01, 0.01]


def test_a_file_in_gb18030_or_with_a_mark_at_its_beginning_is_read():
    text = squares("柳河镇").decode()
    for data in (text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode()):
        assert read_geojson(data)[0].texts["name"] == "柳河镇"


def test_halves_of_letters_and_marks_nobody_sees_are_left_out_of_names():
    one = feature("柳\ud800河\x00\u202e镇", square(0), key="名\udc00")
    data = json.dumps({"type": "FeatureCollection", "features": [one]}).encode()
    assert read_geojson(data)[0].texts == {"省": "甘肃省", "名": "柳河镇"}


def test_a_border_that_crosses_itself_is_mended():
    bow = [[100, 38], [101, 39], [101, 38], [100, 39], [100, 38]]
    outline = read_geojson(collection([feature("柳河镇", bow)]))[0].outline
    assert outline.is_valid
    assert outline.area == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b'{"type": "FeatureCollection", "features": [', "map_broken", "第1行第44个字符处"),
        (b"PK\x03\x04....", "map_broken", "压缩包"),
        (b"\x00\x00\x27\x0a\x00", "map_broken", "Shapefile"),
        (b"\xff\xff\xff\xff", "map_broken", "编码不明"),
        (b"[" * 100_000, "map_broken", "嵌套"),
        (b"[1, 2]", "map_shape", "没有 type"),
        (b'{"type": "Topology"}', "map_shape", "TopoJSON"),
        (b'{"type": "Feature", "features": 1}', "map_shape", "“Feature”"),
        (b'{"type": "FeatureCollection", "features": []}', "map_shape", "一个要素都没有"),
        (b'{"type": "FeatureCollection", "features": [null]}', "map_shape", "第1个要素的图形是空的"),
        (b" " * (LARGEST + 1), "map_too_large", "最多收 10 MB"),
    ],
)
def test_what_is_no_collection_of_areas_is_refused_with_what_was_found(data: bytes, code: str, words: str):
    refused = refusal(data)
    assert (refused.code, words in refused.sentence) == (code, True), refused.sentence


def test_a_line_among_areas_refuses_the_file_and_names_the_feature():
    refused = refusal(collection([feature("柳河镇", square(0)), feature("界线", square(1), kind="LineString")]))
    assert refused.code == "map_shape"
    assert "第2个要素（甘肃省）的图形是线" in refused.sentence


@pytest.mark.parametrize(
    "ring",
    [
        [[100, 38], [101, 38], [100, 38]],
        [[100, 38], [101, 38], [101, 39], [100, 39]],
        [[100, 38], ["x", 38], [101, 39], [100, 38]],
        [[100, 38], [float("nan"), 38], [101, 39], [100, 38]],
        [[100, 38], [1e400, 38], [101, 39], [100, 38]],
        [],
    ],
)
def test_rings_that_are_no_rings_refuse_the_file(ring: list[list[object]]):
    assert refusal(collection([feature("柳河镇", ring)])).code == "map_shape"


def test_an_area_of_no_size_refuses_the_file():
    assert "没有围出面积" in refusal(collection([feature("甲", [[100, 38], [101, 38], [100, 38], [100, 38]])])).sentence


def moved(x: float, y: float, swap: bool = False) -> bytes:
    ring = [[a + x, b + y] for a, b in square(0)]
    return collection([feature("柳河镇", [[b, a] for a, b in ring] if swap else ring)])


def test_latitude_before_longitude_is_told_from_projected_metres_and_from_another_country():
    assert "先纬度后经度" in refusal(moved(0, 0, swap=True)).sentence
    metres = refusal(moved(33_500_000, 4_210_000)).sentence
    assert "投影坐标（以米计）" in metres
    assert "33,500,100" in metres
    assert "我国范围内" in refusal(moved(-120, 0)).sentence
    assert {refusal(moved(*by)).code for by in ((33_500_000, 0), (-120, 0))} == {"map_coordinates"}


def test_the_one_feature_that_lies_elsewhere_is_named():
    features = [feature("柳河镇", square(0)), feature("石坪乡", [[x - 100, y] for x, y in square(1)])]
    assert "第2个要素" in refusal(collection(features)).sentence


def test_more_features_than_any_county_has_are_refused():
    one = json.dumps(feature("甲", square(0)))
    data = f'{{"type": "FeatureCollection", "features": [{", ".join([one] * 5_001)}]}}'.encode()
    assert "5,001个" in refusal(data).sentence


def test_holes_stay_holes():
    outer, hole = square(0), [[x * 1, y * 1] for x, y in square(0, side=0.05)]
    inner = [[x + 0.02, y + 0.02] for x, y in hole]
    both = {"type": "Polygon", "coordinates": [outer, inner]}
    outline = read_geojson(collection([{"type": "Feature", "properties": {}, "geometry": both}]))[0].outline
    assert shapely.get_num_interior_rings(outline.geoms[0]) == 1


def test_a_tangle_is_refused_at_once_and_not_mended_for_minutes():
    ring = [[100 + n * 37 % 101 / 101, 38 + n * 53 % 97 / 97] for n in range(400)]
    refused = refusal(collection([feature("柳河镇", [*ring, ring[0]])]))
    assert refused.code == "map_shape"
    assert "自己相交了很多次" in refused.sentence
