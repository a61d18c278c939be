"""The list of those below target, on a county worked by hand."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from data.brief import Brief, Target
from metrics import METRICS
from metrics._period import year_to_date
from metrics._target_words import no_targets_words
from reports.bulletin.blocks.targets import targets
from tests.metrics.county import write_build
from tests.metrics.tiny import case, mediation, tiny_county

RATE, SHARE = METRICS["litigation_rate"], METRICS["people_mediation_resolution_rate"]
FIRST, SECOND = "县平安办〔2026〕3号", "市中院工作要点"


def target(metric, value, direction="at_most", document=FIRST, scope="township") -> Target:
    return Target(metric.name, 2026, Decimal(value), direction, scope, document, metric.label)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    county = tiny_county(
        *(case("甲镇", f"2026-0{1 + at % 8}-1{at % 3}") for at in range(24)),
        *(case("乙镇", f"2026-0{1 + at % 8}-1{at % 3}") for at in range(30)),
        case("丙镇", "2026-05-02", times=3),
        mediation("甲镇", "2026-03-02", "people", "success", times=20),
        mediation("乙镇", "2026-03-02", "people", "success", times=40),
        mediation("乙镇", "2026-03-02", "people", "failure", times=60),
    )
    return write_build(tmp_path_factory.mktemp("targets") / "1.duckdb", county, 1)


def told(build, *asked: Target, month=9):
    end = date(2026, month, 30)
    brief = Brief(kind="monthly", month=end.replace(day=1), dated=end, targets=asked)
    return SimpleNamespace(build=build, brief=brief, to_date=year_to_date(end), county_name="云泽县")


def test_without_targets_there_is_no_section(build):
    review = told(build)
    assert targets(review) is None
    assert no_targets_words(review) == "2026年未设定考核目标，不列未达标清单。"
    assert no_targets_words(told(build, target(RATE, "20"))) == ""


def test_a_paragraph_says_what_is_asked_how_much_of_it_is_due_and_who_stands_where(build):
    section = targets(told(build, target(RATE, "20"), target(SHARE, "90", "at_least")))
    assert [(one.lead, one.text) for one in section.paragraphs] == [
        (
            "万人成讼率。",
            "目标为全年不超过20件/万人，依据县平安办〔2026〕3号。已过273天，占全年365天，按时序为14.96件/万人。"
            "2个乡镇街道中，未超时序1个，已超全年目标但差距在正常波动范围内1个；1个数量过小或者不参加排位，另列。",
        ),
        (
            "人民调解化解率。",
            "目标为不低于90%，依据同上。3个乡镇街道中，达标1个，未达标1个，无数据1个。",
        ),
    ]


def test_the_list_holds_figure_counts_target_gap_and_document(build):
    section = targets(told(build, target(RATE, "20"), target(SHARE, "90", "at_least", SECOND)))
    [table] = section.tables
    first, second = [[cell.text for cell in row] for row in table.rows]
    # 24 ÷ 8,000 = 30.00 with limits from 19.2 on (Byar; a little wider for clumps); 40 of 100.
    assert first[:6] == ["甲镇", "万人成讼率", "30.00", "24/8,000", "≤20①", "+10.00"]
    assert first[6].startswith("已超全年目标，差距在正常波动范围内（1")
    assert second == ["乙镇", "人民调解化解率", "40.00", "40/100", "≥90②", "-50.00", "未达标"]
    assert [(row[2].number, row[5].number) for row in table.rows] == [(30.0, 10.0), (40.0, -50.0)]
    assert "文件依据：①县平安办〔2026〕3号；②市中院工作要点。" in table.notes


def test_small_and_unknown_ones_stand_below_the_list_and_never_as_nought(build):
    section = targets(told(build, target(RATE, "20"), target(SHARE, "90", "at_least")))
    notes = section.tables[0].notes
    assert "另列（万人成讼率）：丙镇15.00件/万人（3/2,000），数量过小，不作判断。" in notes
    assert "另列（人民调解化解率）：丙镇无数据（基数为0）。" in notes
    assert any("未计季节差异" in one for one in notes)
    assert any("95%区间（写在括号里）包含目标" in one for one in notes)


def test_where_nobody_missed_there_is_no_table(build):
    section = targets(told(build, target(RATE, "80")))
    assert section.tables == ()
    assert section.paragraphs[0].text.startswith("目标为全年不超过80件/万人")
    assert "均未超时序" in section.paragraphs[0].text
    assert section.paragraphs[-1].text.startswith("另列（万人成讼率）：丙镇")


def test_the_county_is_told_in_words_and_listed_by_its_kind(build):
    section = targets(told(build, target(RATE, "12", scope="county")))
    [paragraph] = [one for one in section.paragraphs if one.lead]
    assert paragraph.lead == "万人成讼率（全县）。"
    # 57 ÷ 40,000 × 10,000
    assert "全县14.25件/万人（57/40,000），已超全年目标" in paragraph.text
    assert section.tables[0].rows[0][0].text == "全县"
    [paragraph] = targets(told(build, target(RATE, "20", scope="county"))).paragraphs[:1]
    assert paragraph.text.endswith("全县14.25件/万人（57/40,000），未超时序。")


def test_what_nobody_imported_is_said_once(build):
    petitions = METRICS["station_mediations"]
    bare = tiny_county(case("甲镇", "2026-03-02", times=24), coverage=())
    section = targets(told(write_build(build.path.with_name("2.duckdb"), bare, 2), target(petitions, "9", "at_least")))
    assert [one.text for one in section.paragraphs] == [
        "目标为全年不低于9件，依据县平安办〔2026〕3号。各乡镇街道均无数据（未覆盖）。"
    ]
    assert section.tables == ()
