"""The score sheet as an attachment, on a county worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from data.brief import Brief, ScoreItem, ScoreSheet
from data.score_bands import parse_bands
from metrics import METRICS
from metrics._period import year_to_date
from reports.bulletin.blocks.score_sheet import score_sheet
from tests.metrics.county import write_build
from tests.metrics.tiny import case, mediation, tiny_county

END = date(2026, 9, 30)


def item(name: str, bands: str, weight: str = "10") -> ScoreItem:
    return ScoreItem(name, Decimal(weight), parse_bands(bands), METRICS[name].label)


RATE = item("litigation_rate", "<10:10；10-15:7.5；≥15:5")
SHARE = item("people_mediation_resolution_rate", "≥90:10；<90:0")
SHEET = ScoreSheet(2026, "云泽县计分表", "县平安办〔2026〕3号", (RATE, SHARE))


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    county = tiny_county(
        case("甲镇", "2026-03-02", times=12),
        case("乙镇", "2026-04-02", times=30),
        case("丙镇", "2026-05-02", times=1),
        mediation("甲镇", "2026-03-02", "people", "success", times=20),
        mediation("乙镇", "2026-03-02", "people", "failure", times=20),
    )
    return write_build(tmp_path_factory.mktemp("scores") / "1.duckdb", county, 1)


def told(build, sheet: ScoreSheet | None):
    return SimpleNamespace(
        build=build,
        brief=Brief(kind="monthly", month=END.replace(day=1), dated=END, score_sheet=sheet),
        to_date=year_to_date(END),
    )


def test_without_a_sheet_there_is_no_attachment(build):
    assert score_sheet(told(build, None)) is None
    assert score_sheet(told(build, replace(SHEET, year=2025))) is None


def test_points_stand_beside_the_raw_figures_and_missing_ones_are_counted(build):
    section = score_sheet(told(build, SHEET))
    [table] = section.tables
    assert (section.heading, table.title) == ("云泽县计分表", "云泽县计分表（2026年1—9月）")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲镇", "15.00", "12/8,000", "5", "100.00", "20/20", "10", "15"],
        ["乙镇", "10.00", "30/30,000", "7.5", "0.00", "0/20", "0", "7.5"],
        ["丙镇", "5.00", "1/2,000", "10", "基数为0", "—", "—", "10（缺1项）"],
    ]
    assert [row[-1].number for row in table.rows] == [15.0, 7.5, 10.0]
    assert table.rows[2][6].number is None


def test_the_small_print_says_bands_weights_document_and_what_points_are_not(build):
    notes = score_sheet(told(build, SHEET)).tables[0].notes
    assert notes[0] == "万人成讼率：权重10，分档（件/万人）<10:10；10-15:7.5；≥15:5。"
    assert "丙镇有数量过小的指标或者不参加排位，得分仅供查对。" in notes
    assert "权重合计20。依据：县平安办〔2026〕3号。" in notes
    assert any("按2026年1—9月未四舍五入的数套档，累计数不折算成全年" in one for one in notes)
    assert notes[-1] == "分数按档计算，相邻分数之间的差别不等于统计上的差别。各乡镇街道按名册次序列出，不是排名。"


def test_many_metrics_go_into_several_tables_and_the_total_follows_the_last_points(build):
    more = (item("civil_filings", "<20:1；≥20:10"), item("trial_days", "<60:10；≥60:5"))
    tables = score_sheet(told(build, replace(SHEET, items=(RATE, SHARE, *more)))).tables
    assert [one.name for one in tables] == ["考核计分表", "考核计分表（续1）"]
    assert [[column.title for column in table.columns].count("合计") for table in tables] == [0, 1]
    [three] = score_sheet(told(build, replace(SHEET, items=(RATE, SHARE, more[0])))).tables
    assert (three.columns[-1].title, three.notes[-1][:8]) == ("合计", "分数按档计算，相")
    assert [table.rows[0][-1].text for table in tables] == ["1", "16（缺1项）"]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
