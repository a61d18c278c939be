from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from metrics import CORE, compute, parse_period
from metrics._checkup import Checkup, beside_county
from metrics._checkup_peers import beside_peers
from reports.checkup_workbook import checkup_workbook
from tests.metrics.county import ordinary_county, write_build


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Checkup:
    """丁镇 has no population."""
    build = write_build(tmp_path_factory.mktemp("workbook") / "7.duckdb", ordinary_county())
    return beside_county(CORE, compute(build, CORE, parse_period("2026-05", "ytd", False), by="all").rows())


def rows(raw: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_name(sheet).to_python()


def test_the_table_holds_every_line_with_value_and_standing(table: Checkup):
    title, head, *body = rows(checkup_workbook("体检表", "乡镇街道", table, []), "数据")
    assert title[0] == "体检表"
    assert head[:3] == ["乡镇街道", "万人成讼率（件/万人）", "比较"]
    assert [row[0] for row in body] == ["试验县", *(line.name for line in table.lines)]
    assert body[1][1] == pytest.approx(table.lines[0].cells[0].figure.value)
    assert {row[0]: row[1:3] for row in body}["丁镇"] == ["", "缺人口"]


def test_every_figure_stands_in_full_with_its_period(table: Checkup):
    _, head, *body = rows(checkup_workbook("体检表", "乡镇街道", table, []), "明细")
    assert len(body) == (1 + len(table.lines)) * len(table.metrics)
    figure = table.lines[0].cells[0].figure
    first = dict(zip(head, next(row for row in body if row[0] == figure.area_name), strict=True))
    assert (first["分子"], first["分母"]) == (figure.numerator, figure.denominator)
    assert (first["本期起"], first["本期止"]) == (date(2026, 1, 1), date(2026, 5, 31))
    assert first["值"] == pytest.approx(first["分子"] / first["分母"] * 10_000)


def test_the_card_travels_along(table: Checkup):
    card = rows(checkup_workbook("体检表", "乡镇街道", table, [("比较对象", "全县")]), "口径")
    assert ["比较对象", "全县"] in card


def test_a_tribunal_is_followed_by_its_townships(table: Checkup):
    members = [f"{line.name}的乡镇" for line in table.lines]
    _, head, *body = rows(checkup_workbook("法庭", "人民法庭", table, [], members=members), "数据")
    assert head[:2] == ["人民法庭", "乡镇街道"]
    assert [row[1] for row in body] == ["", *members]
    assert {len(row) for row in body} == {len(head)}


def test_a_kind_has_rows_for_what_can_be_added_up_only(tmp_path):
    build = write_build(tmp_path / "7.duckdb", ordinary_county())
    figures = compute(build, CORE, parse_period("2026-05", "ytd", False), by="all").rows()
    raw = checkup_workbook("体检表", "乡镇街道", beside_peers(build, CORE, figures), [])
    _, head, *body = rows(raw, "明细")
    kinds = [dict(zip(head, row, strict=True)) for row in body if row[0] == "各镇合计"]
    assert "万人成讼率" in {row["指标"] for row in kinds}
    assert "一审民商事新收" not in {row["指标"] for row in kinds}
    assert all(row["值"] != "" and row["分母"] for row in kinds)
