"""The charts of the documents: what stands where, in letters that can be read, without touching."""

import struct
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from reports.bulletin.content import Bar, BarsChart, Chart, Dot, DotsChart, Line, LinesChart
from reports.bulletin.drawn.paper import POINTS_PER_CM, text_width
from reports.bulletin.drawn.scale import scale
from reports.bulletin.pictures import png, svg
from tests.reports.bulletin.contents import HOSTILE, LONG_NAMES, bars_chart, dots_chart, lines_chart, names

WIDTH = 15.6
NARROW = 7.6
CHARTS: tuple[Chart, ...] = (dots_chart(3), dots_chart(20), dots_chart(60), lines_chart(), bars_chart())


def elements(chart: Chart, kind: str, width: float = WIDTH) -> list[ElementTree.Element]:
    return ElementTree.fromstring(svg(chart, width)).findall(f"{{http://www.w3.org/2000/svg}}{kind}")


def texts(chart: Chart, width: float = WIDTH) -> dict[str, ElementTree.Element]:
    return {one.text or "": one for one in elements(chart, "text", width)}


def box(text: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text."""
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    wide = text_width(text.text or "", size)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.attrib["text-anchor"]]
    return left, y - 0.8 * size, left + wide, y + 0.1 * size


def points(line: ElementTree.Element) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in line.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


@pytest.mark.parametrize("width", [WIDTH, NARROW])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: f"{chart.name}{len(getattr(chart, 'dots', ()))}")
def test_letters_are_large_enough_stay_on_the_picture_and_never_touch(chart, width):
    drawn = elements(chart, "text", width)
    boxes = [box(one) for one in drawn]
    assert min(float(one.attrib["font-size"]) for one in drawn) >= 8
    assert all(left > -0.5 and right < width * POINTS_PER_CM + 0.5 for left, _, right, _ in boxes)
    touching = [
        (drawn[a].text, drawn[b].text)
        for a, one in enumerate(boxes)
        for b, other in enumerate(boxes[:a])
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert not touching


def test_sixty_townships_with_long_names_stand_on_one_page_in_two_columns():
    drawn = texts(dots_chart(60))
    assert [name for name in names(60) if name not in drawn] == []
    assert len({drawn[name].attrib["x"] for name in names(60)}) == 2
    assert float(ElementTree.fromstring(svg(dots_chart(60), WIDTH)).attrib["height"].removesuffix("pt")) < 500


def test_names_of_eight_letters_and_more_are_never_cut():
    assert set(LONG_NAMES) <= set(texts(dots_chart(3), NARROW))


def test_each_mark_has_a_shape_of_its_own():
    dots = tuple(Dot(mark, 1.0 + n, None, None, str(n), mark) for n, mark in enumerate(("high", "low", "same", "few")))
    chart = DotsChart("甲", "甲", "%", dots, None, "")
    filled = {one.attrib["fill"] == one.attrib["stroke"] for one in elements(chart, "polygon")}
    assert (len(elements(chart, "polygon")), len(elements(chart, "circle"))) == (4, 4)
    assert filled == {True, False}
    assert {"显著高", "显著低", "无显著差异", "数量过小"} <= set(texts(chart))


def test_a_key_names_only_what_occurs():
    dots = (Dot("甲", 1.0, None, None, "1", "same"),)
    assert {"显著高", "数量过小", "95%区间"}.isdisjoint(texts(DotsChart("甲", "甲", "%", dots, None, "")))


def test_the_line_of_all_stands_between_the_values_around_it():
    chart = DotsChart(
        "甲", "甲", "件", tuple(Dot(str(n), n, None, None, "", "same") for n in (10.0, 30.0)), 20.0, "合计 20"
    )
    line = next(one for one in elements(chart, "polyline") if "stroke-dasharray" in one.attrib)
    left, right = (float(one.attrib["cx"]) for one in elements(chart, "circle")[:2])
    assert points(line)[0][0] == pytest.approx((left + right) / 2, abs=0.02)


def test_one_tiny_township_does_not_squeeze_the_others():
    dots = (Dot("甲", 100.0, 80.0, 130.0, "100", "same"), Dot("乙", 90.0, 2.0, 4000.0, "90", "same"))
    first, second = (
        float(one.attrib["cx"]) for one in elements(DotsChart("甲", "甲", "件", dots, None, ""), "circle")[:2]
    )
    assert first - second > 10


def test_a_month_without_a_value_is_a_gap_and_a_lone_month_a_dot():
    line = Line("本年", (1.0, 2.0, None, 3.0, None, 2.0, 2.5))
    chart = LinesChart("甲", "甲", "件", tuple("1234567"), (line,))
    strong = [len(points(one)) for one in elements(chart, "polyline") if one.attrib["stroke-width"] == "1.8"]
    assert strong == [2, 2, 2]
    assert len(elements(chart, "circle")) == 5


def test_the_year_before_is_dashed_and_each_line_is_named_at_its_end():
    dashed = [one for one in elements(lines_chart(), "polyline") if "stroke-dasharray" in one.attrib]
    assert dashed
    drawn = texts(lines_chart())
    assert all(float(drawn[name].attrib["x"]) > float(drawn["2026-10"].attrib["x"]) for name in ("本年", "上年同月"))


def test_a_note_stands_below_the_months_on_lines_of_its_own_and_takes_nothing_from_the_lines():
    note = "注：2025年1月1日起取消诉前调案号，先立案后调解，统一编立民初字号，前后不宜直接比较。"
    plain, noted = lines_chart(), replace(lines_chart(), note=note)
    below = [one for text, one in texts(noted, NARROW).items() if text and text in note and text not in texts(plain)]
    assert "".join(one.text or "" for one in below) == note
    assert len(below) == 2
    months = max(box(one)[3] for one in texts(plain, NARROW).values())
    assert all(box(one)[1] > months and box(one)[2] <= NARROW * POINTS_PER_CM for one in below)
    drawn = [[points(one) for one in elements(chart, "polyline", NARROW)] for chart in (plain, noted)]
    assert drawn[0] == drawn[1]


def test_the_last_month_is_always_named():
    assert "2026-10" in texts(lines_chart(), NARROW)


def test_bars_start_at_zero_and_point_by_their_sign():
    bars = elements(bars_chart(), "rect")
    zero = points(elements(bars_chart(), "polyline")[-1])[0][0]
    starts = [float(one.attrib["x"]) for one in bars]
    wide = [float(one.attrib["width"]) for one in bars]
    assert starts[:2] == [zero, zero]
    assert [start + width for start, width in zip(starts, wide, strict=True)][2:] == pytest.approx(
        [zero, zero], abs=0.02
    )
    assert [one / wide[0] for one in wide] == pytest.approx([1, 17 / 42, 9 / 42, 31 / 42], abs=0.001)


@pytest.mark.parametrize("values", [(0.0, 0.0), (-3.0, -1.0), (5.0,), ()])
def test_odd_values_are_drawn_too(values):
    bars = tuple(Bar(str(n), value, str(value)) for n, value in enumerate(values))
    dots = tuple(Dot(str(n), value, None, None, "", "few") for n, value in enumerate(values))
    assert len(elements(BarsChart("甲", "甲", "件", bars), "rect")) == len(values)
    assert elements(DotsChart("甲", "甲", "件", dots, None, ""), "text")
    assert elements(LinesChart("甲", "甲", "件", tuple(map(str, values)), (Line("甲", values),)), "text")


def test_marks_of_a_scale_are_round_and_hold_the_values():
    assert [text for _, text in scale([12.0, 1480.0], 0, 100, 4, far=1).marks] == ["0", "500", "1,000"]
    shares = scale([93.9, 97.1], 0, 100, 4, far=0.6)
    assert [text for _, text in shares.marks] == ["93", "94", "95", "96", "97"]
    assert shares.at(93.9) >= 0
    assert [text for _, text in scale([-31.0, 42.0], 0, 100, 4, far=1).marks] == ["−40", "−20", "0", "20", "40"]


def test_text_of_a_chart_is_text_whatever_it_holds():
    chart = replace(bars_chart(), title=HOSTILE, bars=(Bar(HOSTILE[:12], 1.0, "<b>&\x00"),))
    assert HOSTILE[:12] in texts(chart)
    assert "<b>&" in texts(chart)


def test_the_same_chart_gives_the_same_bytes():
    assert all(svg(one, WIDTH) == svg(one, WIDTH) for one in CHARTS)
    assert png(bars_chart(), WIDTH) == png(bars_chart(), WIDTH)


def test_a_picture_has_the_dots_per_inch_it_is_asked_for():
    wide, high = struct.unpack(">II", png(bars_chart(), WIDTH, 220)[16:24])
    assert wide == pytest.approx(WIDTH / 2.54 * 220, abs=1)
    assert 0 < high < wide


def test_rows_stand_in_the_order_given():
    drawn = texts(dots_chart(20))
    heights = [float(drawn[name].attrib["y"]) for name in names(20)]
    assert all(above < below for above, below in pairwise(heights))
