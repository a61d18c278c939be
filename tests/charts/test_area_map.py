import pytest

from charts.area_map import COLOURED, FAINT, MapArea, area_map, frame_of, look_of, tile, written
from charts.palette import ACCENT, HIGH, NEUTRAL
from metrics._words import Comparison
from tests.charts.test_contrast import SIDES, THEME, backgrounds, contrast, over, rgb

ABOVE, BELOW = Comparison("▲", "显著高", True), Comparison("▽", "显著低", True)
FAINTLY, LEVEL, SMALL = (
    Comparison("▲", "显著高", False), Comparison("●", "无显著差异", False), Comparison("–", "数量过小", False),
)  # fmt: skip


def area(name: str, comparison: Comparison | None, row: int = 0, column: int = 0, count: int = 4) -> MapArea:
    return MapArea(name, name, "12.5", f"{name} 12.5", comparison, *tile((row, column), count))


def test_looks_follow_the_symbol_and_colour_only_what_is_beyond_the_wide_limits():
    looks = [look_of(one) for one in (ABOVE, BELOW, FAINTLY, LEVEL, None, SMALL)]
    assert looks[2] == looks[3] == looks[4]
    assert len({looks[0], looks[1], looks[2], looks[5]}) == 4
    assert looks[5][1] == "dot"


def test_areas_of_one_look_are_one_filled_line_with_gaps():
    figure = area_map(
        [area("甲镇", ABOVE), area("乙镇", LEVEL, column=1), area("丙镇", LEVEL, row=1)], "率", tiles=True
    )
    quiet, coloured = figure.data[:2]
    assert (quiet.fill, coloured.fill) == ("toself", "toself")
    assert (list(quiet.x).count(None), list(coloured.x).count(None)) == (2, 1)
    assert coloured.fillcolor == look_of(ABOVE)[0]


def test_every_area_bears_its_symbol_and_carries_its_code_for_the_way_down():
    figure = area_map([area("甲镇", ABOVE), area("乙镇", SMALL, column=1)], "率", tiles=True)
    names, hits = figure.data[-2:]
    assert list(names.text) == ["甲镇<br>▲ 12.5", "乙镇<br>– 12.5"]
    assert {data[0] for data in hits.customdata} == {"甲镇", "乙镇"}
    assert hits.marker.opacity == 0


def test_both_axes_have_one_scale_so_that_tiles_are_square():
    figure = area_map([area("甲镇", ABOVE), area("乙镇", BELOW, row=3)], "率", tiles=True)
    assert figure.layout.yaxis.scaleanchor == "x"
    frame = frame_of([area("甲镇", ABOVE), area("乙镇", BELOW, row=3)])
    assert frame.height == pytest.approx(3.92)


def test_where_less_room_is_the_name_goes_first_and_the_symbol_never():
    one = area("甲镇", ABOVE)
    assert [written(one, scale) for scale in (90, 55, 20)] == ["甲镇<br>▲ 12.5", "甲镇<br>▲ 12.5", "▲"]
    long = area("查干湖滩蒙古族乡", BELOW)
    assert written(long, 70) == "查干湖滩<br>蒙古族乡<br>▽ 12.5"
    assert written(area("<b>镇", LEVEL), 90) == "&lt;b&gt;镇<br>● 12.5"


def test_fifteen_hundred_townships_stay_a_light_picture():
    areas = [area(f"第{n}乡", LEVEL, *divmod(n, 39), count=1500) for n in range(1500)]
    figure = area_map(areas, "率", tiles=True)
    assert len(figure.data) == 3
    assert len(figure.data[-1].x) == 1500
    assert set(figure.data[-2].text) == {"●"}


def test_a_map_without_any_area_is_an_empty_picture():
    assert len(area_map([], "率").data[-1].x or ()) == 0


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("colour", "opacity"), [(HIGH, COLOURED), (ACCENT, COLOURED), (NEUTRAL, FAINT)])
def test_text_on_a_coloured_area_keeps_its_contrast(side: str, colour: str, opacity: float):
    back = over(rgb(colour), backgrounds(side)["page"], opacity)
    assert contrast(rgb(THEME[side]["textColor"]), back) >= 4.5


def test_a_small_map_for_another_page_keeps_every_symbol():
    areas = [area(f"第{n}乡镇", ABOVE if n % 3 else SMALL, *divmod(n, 5), count=22) for n in range(22)]
    figure = area_map(areas, "率", tiles=True, most=240)
    assert figure.layout.height <= 300
    assert all(text[0] in "▲–" or "<br>" in text for text in figure.data[-2].text)
