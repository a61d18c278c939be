"""口径 and 对账: what only the workbook of a notice holds."""

from dataclasses import replace

import pytest

from metrics._reconciliation import Account
from reports.bulletin.blocks.definition_tables import definition_table, definitions
from reports.bulletin.blocks.reconciliation import reconciliation, reconciliation_table, verdict
from tests.metrics.month_county import month_review


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return month_review(tmp_path_factory.mktemp("build"))


def test_a_difference_is_said_with_its_number():
    one = Account(True, "甲", "件", 1200, 3, 4, 1210, 1206, 1207)
    assert verdict(one) == "三项合计比明细少3件；通报的全县数比三项合计少1件；通报的各乡镇数相加比全县数多1件"
    assert verdict(replace(one, total=1207, printed=None, printed_areas=None)) == "相符"


def test_the_table_tells_month_and_year_to_date_and_the_result(told):
    table = reconciliation_table(told)
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == ["2026年2月", "新收一审民商事案件", "件", "5", "1", "0", "6", "6", "6", "相符"]
    assert [cell.number for cell in table.rows[0][3:9]] == [5, 1, 0, 6, 6, 6]
    assert ["2026年1—2月", "新收一审民商事案件", "件", "9", "1", "2", "12", "12", "12", "相符"] in rows
    assert table.notes[0] == f"共核对{len(rows)}项，全部相符。"
    assert reconciliation(told).tables == (table,)


def test_the_definition_table_holds_every_metric_of_the_notice_and_every_switch(told):
    table = definition_table(told)
    rows = [[cell.text for cell in row] for row in table.rows]
    assert ["万人成讼率", "公式", "新收一审民商事案件 ÷ 人口数 × 10000（每万人）", ""] in rows
    assert {row[0] for row in rows} == {*(one.label for one in told.metrics), "口径"}
    assert "指标" not in {row[1] for row in rows}
    assert ["口径", "人口口径", "常住人口", "各项万人率的分母，只用这一种口径的人口，不混用。"] in rows
    assert ["口径", "批量案件", "计入", "同一单位作原告、短期内大量起诉的一审案件，整批不计。"] in rows
    assert definitions(told).tables == (table,)
